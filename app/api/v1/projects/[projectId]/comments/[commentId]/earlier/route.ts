import { sourceCommentTrace } from "../../../../../../../../lib/queries/discussion.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, commentId }) => sourceCommentTrace(actor, projectId!, commentId!))
