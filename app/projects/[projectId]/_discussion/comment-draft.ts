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

const key = (personId: string, place: string) => `apparatus-comment-${personId}-${place}`

/** What a person typed at a place of a discussion: it survives a reload, the end of the session and a crash. */
export function commentDraft(personId: string, place: string): CommentDraft | null {
  try {
    return JSON.parse(window.localStorage.getItem(key(personId, place)) ?? "null") as CommentDraft | null
  } catch {
    return null
  }
}

export function keepCommentDraft(personId: string, place: string, draft: CommentDraft): void {
  try {
    if (draft.words === "") window.localStorage.removeItem(key(personId, place))
    else window.localStorage.setItem(key(personId, place), JSON.stringify(draft))
  } catch {
    // A full or forbidden store only costs the safety net; the words are still in the field.
  }
}
