import { saveComment } from "../db/thread-rows.ts"
import { ok } from "../domain/failure.ts"
import { commentChange, sourceCommentChange } from "../schema/comment-input.ts"
import { documentCommand, projectCommand } from "./command.ts"
import { ownComment, withMembers } from "./comment-said.ts"

/** Edit one's own comment; what it said before stays in the log. */
export const changeComment = documentCommand("comment.give", commentChange, async (pass, input) => {
  const comment = await ownComment(pass, pass.documentId, input.commentId, input.version)
  if (!comment.ok) return comment
  const { state: before, thread } = comment.value
  const text = await withMembers(pass, input.text, before.text)
  if (!text.ok) return text
  const effect = { comments: [{ before, after: { ...before, text: text.value } }] }
  return ok({ change: { kind: "comment-changed", effect, ...(thread.unitId && { unitId: thread.unitId }) } })
})

/** Edit one's own comment on a source. */
export const changeSourceComment = projectCommand("comment.give", sourceCommentChange, async (pass, input) => {
  const comment = await ownComment(pass, null, input.commentId, input.version)
  if (!comment.ok) return comment
  const { state: before, thread } = comment.value
  const text = await withMembers(pass, input.text, before.text)
  if (!text.ok) return text
  const comments = [{ before, after: { ...before, text: text.value } }]
  await saveComment(pass, comments[0]!)
  return ok({ change: { kind: "source-comment-changed", sourceId: thread.state.sourceId!, threads: [], comments } })
})
