import { idsTaken } from "../db/ids-taken.ts"
import { saveComment, threadById } from "../db/thread-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { commentInput, sourceCommentInput } from "../schema/comment-input.ts"
import { documentCommand, projectCommand } from "./command.ts"
import { newComment } from "./comment-said.ts"

/** Write in a discussion of a passage or a flag, resolved ones too: what somebody was writing meanwhile is not lost. */
export const giveComment = documentCommand("comment.give", commentInput, async (pass, input) => {
  const thread = await threadById(pass, pass.documentId, input.threadId)
  if (!thread) return fail({ code: "not-found" })
  const comment = await newComment(pass, input)
  if (!comment.ok) return comment
  const effect = { comments: [{ before: null, after: comment.value }] }
  return ok({ change: { kind: "comment-given", effect, ...(thread.unitId && { unitId: thread.unitId }) } })
})

/** Write in a discussion of a source. */
export const giveSourceComment = projectCommand("comment.give", sourceCommentInput, async (pass, input) => {
  const thread = await threadById(pass, null, input.threadId)
  if (!thread) return fail({ code: "not-found" })
  const comment = await newComment(pass, input)
  if (!comment.ok) return comment
  const comments = [{ before: null, after: comment.value }]
  if (await idsTaken(pass, { comments })) return fail({ code: "request-reused" })
  await saveComment(pass, comments[0]!)
  return ok({ change: { kind: "source-comment-given", sourceId: thread.state.sourceId!, threads: [], comments } })
})
