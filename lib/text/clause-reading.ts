/** How a word may be used in a clause, as far as its form tells. */
export const reading = {
  other: 0,
  determiner: 1,
  preposition: 2,
  subject: 3,
  adverb: 4,
  /** Finite forms of "be", "have", and the auxiliaries that a bare verb follows. */
  be: 5,
  have: 6,
  modal: 7,
  /** A past tense and nothing else. */
  past: 8,
  /** A past tense or a participle. */
  either: 9,
  /** A third person singular, or a plural noun. */
  present: 10,
  /** A verb without ending, or a noun. */
  base: 11,
  participle: 12,
  ing: 13,
  to: 14,
  /** A pronoun with its verb: "he's". */
  contracted: 15,
} as const

export type Reading = (typeof reading)[keyof typeof reading]
