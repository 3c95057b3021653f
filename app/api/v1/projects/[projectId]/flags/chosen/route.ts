import { flagsChosen } from "../../../../../../../lib/queries/flags.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => flagsChosen(actor, input["projectId"]!, input))
