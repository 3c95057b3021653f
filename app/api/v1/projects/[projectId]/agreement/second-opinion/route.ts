import { secondOpinion } from "../../../../../../../lib/queries/second-opinion.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => secondOpinion(actor, input["projectId"]!, input))
