import { contested } from "../../../../../../lib/queries/contested.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => contested(actor, input["projectId"]!, input))
