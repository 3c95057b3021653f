import { claimCard } from "../../../../../../../lib/queries/claim-card.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId, unitId }) => claimCard(actor, documentId!, unitId!))
