import { saveComment } from "../db/thread-rows.ts"
import { ok } from "../domain/failure.ts"
import { commentDeletion, sourceCommentDeletion } from "../schema/comment-input.ts"
import { documentCommand, projectCommand } from "./command.ts"
import { ownComment } from "./comment-said.ts"

/** Delete one's own comment. Its place in the discussion stays, and its words stay in the log alone. */
export const deleteComment = documentCommand("comment.give", commentDeletion, async (pass, { commentId, version }) => {
  const comment = await ownComment(pass, pass.documentId, commentId, version)
  if (!comment.ok) return comment
  const { state: before, thread } = comment.value
  const effect = { comments: [{ before, after: { ...before, text: "", deleted: true } }] }
  return ok({ change: { kind: "comment-deleted", effect, ...(thread.unitId && { unitId: thread.unitId }) } })
})

/** Delete one's own comment on a source. */
export const deleteSourceComment = projectCommand(
  "comment.give",
  sourceCommentDeletion,
  async (pass, { commentId, version }) => {
    const comment = await ownComment(pass, null, commentId, version)
    if (!comment.ok) return comment
    const { state: before, thread } = comment.value
    const comments = [{ before, after: { ...before, text: "", deleted: true } }]
    await saveComment(pass, comments[0]!)
    return ok({ change: { kind: "source-comment-deleted", sourceId: thread.state.sourceId!, threads: [], comments } })
  },
)
