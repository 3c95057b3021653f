import { flags } from "../../../../../../lib/queries/flags.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => flags(actor, input["projectId"]!, input))
