import { claims } from "../../../../../../lib/queries/claims.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => claims(actor, input["projectId"]!, input))
