import type { RationaleNode } from "../../../../../../lib/domain/rationale.ts"
import type { Span } from "../../../../../../lib/domain/unit.ts"
import { draftAt, draftsUnder, dropDraft, keepDraft } from "../../../../../_ui/drafts.ts"

/** A reason that is being written, and the one that was stored when it was begun. */
export interface RationaleDraft {
  readonly at: number
  readonly words: RationaleNode
  readonly base: RationaleNode | null
  /** It was written for a passage at this place that has been split or merged since. */
  readonly moved: boolean
}

interface About extends Span {
  readonly documentId: string
  readonly unitId: string
}

const start = "rationale:"
export const rationalePlace = (unitId: string) => `${start}${unitId}`

/**
 * The reason that a person began to write for a passage, or for one that stood at its place and is gone: what was split
 * or merged while one wrote about it takes the words along.
 */
export function rationaleDraftOf(
  personId: string,
  about: About,
  lives: (unitId: string) => boolean,
): RationaleDraft | null {
  const own = draftAt(personId, rationalePlace(about.unitId))
  if (own) return { at: own.at, words: own.words as RationaleNode, base: baseOf(own.base), moved: false }
  const orphan = draftsUnder(personId, start).find(({ more }) => {
    const place = more as About | undefined
    return (
      place?.documentId === about.documentId &&
      !lives(place.unitId) &&
      place.start < about.end &&
      place.end > about.start
    )
  })
  if (!orphan) return null
  dropDraft(personId, orphan.place)
  const draft = { at: orphan.at, words: orphan.words as RationaleNode, base: null, moved: true }
  keepRationale(personId, about, draft)
  return draft
}

export function keepRationale(
  personId: string,
  about: About,
  { words, base }: Pick<RationaleDraft, "words" | "base">,
): void {
  keepDraft(personId, rationalePlace(about.unitId), { words, base, more: about })
}

const baseOf = (stored: unknown) => (stored ?? null) as RationaleNode | null
