/** Why a figure of agreement says nothing. */
export const undefinedReasons = ["nothing-rated", "no-pairs", "no-variation"] as const
export type UndefinedReason = (typeof undefinedReasons)[number]

/** What a figure rests on: the things that it was made of, of all that were looked at. */
export interface Basis {
  readonly used: number
  readonly of: number
}

/** A figure with what it rests on; where it is undefined, why. It is never NaN. */
export type Figure = Basis &
  ({ readonly value: number; readonly why: null } | { readonly value: null; readonly why: UndefinedReason })

export const defined = (value: number, { used, of }: Basis): Figure => ({ value, why: null, used, of })
export const undefinedFor = (why: UndefinedReason, { used, of }: Basis): Figure => ({ value: null, why, used, of })

/** What an undefined figure means, in a sentence. */
export const undefinedSentence: Readonly<Record<UndefinedReason, string>> = {
  "nothing-rated": "Undefined: nothing here was rated.",
  "no-pairs": "Undefined: nothing here was rated by two people, and agreement needs two.",
  "no-variation":
    "Undefined: all ratings are the same, so that chance alone would agree as well; the share of equal pairs is all that can be said.",
}

/** The same in a word or two, for a table. */
export const undefinedWords: Readonly<Record<UndefinedReason, string>> = {
  "nothing-rated": "undefined: nothing rated",
  "no-pairs": "undefined: no two ratings of one",
  "no-variation": "undefined: all ratings the same",
}
