import { claimOpinion } from "../../../../../../../../lib/queries/second-opinion.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId, unitId }) => claimOpinion(actor, documentId!, unitId!))
