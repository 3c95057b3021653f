import type { ProjectPass } from "../db/pass.ts"
import { membersShownAs, peopleBehind } from "../db/shown-people.ts"
import { type CommentRow, commentById, type ThreadRow, threadById } from "../db/thread-rows.ts"
import { mentionsIn, withMentions } from "../domain/comment-text.ts"
import type { CommentState } from "../domain/effect.ts"
import { fail, ok, type Result } from "../domain/failure.ts"

/** A comment of the actor's to be; only members can be mentioned in it. */
export async function newComment(
  pass: ProjectPass,
  { id, threadId, text }: { id: string; threadId: string; text: string },
): Promise<Result<CommentState>> {
  const said = await withMembers(pass, text, "")
  return said.ok ? ok({ id, threadId, authorId: pass.actor.id, text: said.value, deleted: false }) : said
}

/**
 * The text with its mentions as they are stored: people may be known to the actor under other ids. Who was mentioned
 * `before` may have left since.
 */
export async function withMembers(pass: ProjectPass, text: string, before: string): Promise<Result<string>> {
  const ids = mentionsIn(text)
  const known = await peopleBehind(pass, mentionsIn(before))
  const stored = new Map([...known].map(([own, { id }]) => [id, own]))
  for (const [shown, own] of await membersShownAs(pass, ids)) stored.set(shown, own)
  if (ids.some(id => !stored.has(id))) return fail({ code: "invalid", issues: [{ path: "text", message: noMember }] })
  return ok(withMentions(text, id => stored.get(id)!))
}

const noMember = "Only members of the project can be mentioned. Take the mention out, or choose somebody from the list."

/** One's own comment, if it stands as its author saw it; otherwise a conflict that carries what stands now. */
export async function ownComment(
  pass: ProjectPass,
  documentId: string | null,
  commentId: string,
  version: number,
): Promise<Result<CommentRow>> {
  const comment = await commentById(pass, documentId, commentId)
  if (!comment) return fail({ code: "not-found" })
  if (comment.state.authorId !== pass.actor.id) return fail({ code: "only-your-own" })
  if (comment.state.deleted) return fail({ code: "comment-deleted" })
  if (comment.version === version) return ok(comment)
  const people = await peopleBehind(pass, mentionsIn(comment.state.text))
  const text = withMentions(comment.state.text, id => people.get(id)?.id ?? id)
  return fail({ code: "conflict", current: { text, version: comment.version }, by: "You, in another window," })
}

/** The thread, if it is open or resolved as the caller saw it. */
export async function seenThread(
  pass: ProjectPass,
  documentId: string | null,
  threadId: string,
  version: number,
): Promise<Result<ThreadRow>> {
  const thread = await threadById(pass, documentId, threadId)
  if (!thread) return fail({ code: "not-found" })
  if (thread.version === version) return ok(thread)
  const current = { resolved: thread.state.resolvedBy !== null, version: thread.version }
  return fail({ code: "conflict", current, by: null })
}
