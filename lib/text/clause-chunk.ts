/** What a stretch of words begins with. */
export type Lead =
  /** Nothing that joins it to what stands before. */
  | "none"
  /** "and", "but"; "и", "но". */
  | "coordinator"
  /** A conjunction that makes an adverbial clause: "when", "because"; «когда», «хотя». */
  | "subordinator"
  /** A relative that says more of something known: ", who"; «, который». */
  | "relative"
  /** A relative that says which one is meant, or a clause that is part of another: "the man who", "what he saw". */
  | "embedded"
  /** A clause that says what somebody said, knew or saw: "said that"; «сказал, что». */
  | "complement"
  /** A remark on the saying itself: "as he said", ", it seems,". */
  | "comment"

/** The verbs of a stretch of words, positions as word indexes. */
export interface Verbs {
  /** The first finite verb; -1 when there is none. */
  readonly first: number
  /** How many finite verbs there are. */
  readonly count: number
  /** Whether the first could as well be a participle or a noun. */
  readonly weak: boolean
  /** Whether no subject stands before the first. */
  readonly bare: boolean
  /** Whether the subject is a personal pronoun. */
  readonly pronoun: boolean
  /** Whether a clause that says what was said or known begins inside. */
  readonly opens: boolean
  /** Whether the last verb reports, so that a colon or a quotation after it belongs to it. */
  readonly reports: boolean
  /** Whether the pronoun that is the subject follows a noun: "the book he wrote". */
  readonly contact: boolean
  /** The auxiliary that a later verb without one may share. */
  readonly shares: "" | "passive" | "perfect" | "modal"
}

/** A stretch of words that holds no place where a clause could begin but its own start. Positions are word indexes. */
export interface Chunk {
  readonly from: number
  readonly to: number
  /** First word after what the chunk begins with. */
  readonly body: number
  readonly lead: Lead
  /** Whether a coordinator stands before what it begins with: "and when". */
  readonly joined: boolean
  /** The signs before it: see {@link gap}. */
  readonly gap: number
  readonly verbs: Verbs
}

/** The signs between two words, as bits. */
export const gap = { comma: 1, semicolon: 2, colon: 4, dash: 8, open: 16, close: 32, stop: 64 } as const
