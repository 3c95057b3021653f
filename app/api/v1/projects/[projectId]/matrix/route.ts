import { evidenceMatrix } from "../../../../../../lib/queries/evidence-matrix.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => evidenceMatrix(actor, input["projectId"]!, input))
