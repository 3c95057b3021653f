import { moreFlags } from "../../../../../../../lib/queries/flags.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => moreFlags(actor, input["projectId"]!, input))
