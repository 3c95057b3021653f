import { draftAt, dropDraft, keepDraft } from "../../../_ui/drafts.ts"

/** What is sent, with the ids that make it one write however often it is sent. */
export interface SentComment {
  readonly text: string
  readonly requestId: string
  readonly id: string
  readonly threadId: string
}

/** Words that somebody typed and that were not saved, as far as is known; with what of them was sent last. */
export interface CommentDraft {
  readonly words: string
  readonly sent: SentComment | null
}

const at = (place: string) => `comment-${place}`

/** What a person typed at a place of a discussion. */
export function commentDraft(personId: string, place: string): CommentDraft | null {
  const draft = draftAt(personId, at(place))
  return draft && typeof draft.words === "string"
    ? { words: draft.words, sent: (draft.more as SentComment | null | undefined) ?? null }
    : null
}

/** Keeps it; without words there is nothing to keep. */
export function keepCommentDraft(personId: string, place: string, { words, sent }: CommentDraft): void {
  if (words === "") dropDraft(personId, at(place))
  else keepDraft(personId, at(place), { words, more: sent })
}
