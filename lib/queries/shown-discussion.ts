import { type CommentLine, type ThreadLine, threadComments } from "../db/discussion-rows.ts"
import type { ProjectPass } from "../db/pass.ts"
import { type AskedPerson, askedIn } from "../db/question-rows.ts"
import { peopleBehind, type ShownPerson } from "../db/shown-people.ts"
import { may } from "../domain/access.ts"
import { mentionsIn, withMentions } from "../domain/comment-text.ts"

export interface ShownComment extends Omit<CommentLine, "createdAt" | "editedAt" | "deletedAt"> {
  /** ISO 8601. */
  readonly createdAt: string
  readonly editedAt: string | null
  readonly deleted: boolean
}

export interface ShownThread extends Omit<ThreadLine, "resolvedAt"> {
  /** To whom it is a question, and who has answered; empty for any other discussion. */
  readonly asks: readonly AskedPerson[]
  readonly resolvedAt: string | null
  readonly comments: readonly ShownComment[]
}

export interface Discussion {
  readonly projectId: string
  readonly me: string
  /** What others say of this is hidden from the reader until they have labelled it. */
  readonly veiled: boolean
  readonly mayComment: boolean
  /** Whether the reader may see what comments said before they were edited or deleted. */
  readonly mayTrace: boolean
  readonly threads: readonly ShownThread[]
  /** Who is mentioned in the comments. */
  readonly people: readonly ShownPerson[]
}

/** Threads with their comments as the actor may see them, names and ids of people too. */
export async function shownDiscussion(
  pass: ProjectPass,
  found: readonly ThreadLine[],
  veiled: boolean,
): Promise<Discussion> {
  const comments = await threadComments(pass, found)
  const asked = await askedIn(
    pass,
    found.map(({ id }) => id),
  )
  const people = await peopleBehind(pass, [...new Set(comments.flatMap(({ text }) => mentionsIn(text)))])
  const shown = ({ createdAt, editedAt, deletedAt, text, ...comment }: CommentLine) => ({
    ...comment,
    text: withMentions(text, id => people.get(id)?.id ?? id),
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    deleted: deletedAt !== null,
  })
  return {
    projectId: pass.projectId,
    me: pass.actor.id,
    veiled,
    mayComment: may(pass.role, "comment.give"),
    mayTrace: may(pass.role, "comment.trace"),
    threads: found.map(({ resolvedAt, ...thread }) => ({
      ...thread,
      asks: asked.get(thread.id) ?? [],
      resolvedAt: resolvedAt?.toISOString() ?? null,
      comments: comments.filter(({ threadId }) => threadId === thread.id).map(shown),
    })),
    people: [...people.values()],
  }
}
