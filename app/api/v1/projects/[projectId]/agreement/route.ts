import { agreement } from "../../../../../../lib/queries/agreement.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => agreement(actor, input["projectId"]!, input))
