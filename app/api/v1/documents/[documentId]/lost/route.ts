import { lostClaims } from "../../../../../../lib/queries/lost-claims.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId }) => lostClaims(actor, documentId!))
