import { claimDiscussion } from "../../../../../../../../lib/queries/discussion.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId, unitId }) => claimDiscussion(actor, documentId!, unitId!))
