import { reopened } from "../../../../../../lib/queries/reopened.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => reopened(actor, input["projectId"]!, input))
