import { claimNotes } from "../../../../../../../../lib/queries/claim-notes.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId, unitId }) => claimNotes(actor, documentId!, unitId!))
