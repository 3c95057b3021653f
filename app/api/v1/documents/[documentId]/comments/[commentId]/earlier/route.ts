import { commentTrace } from "../../../../../../../../lib/queries/discussion.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { documentId, commentId }) => commentTrace(actor, documentId!, commentId!))
