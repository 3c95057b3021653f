import type { Bearing } from "../../../../../lib/domain/citation.ts"
import type { ClaimOrder, SourceOrder } from "../../../../../lib/domain/matrix-order.ts"
import type { MatrixFilter } from "../../../../../lib/schema/matrix-input.ts"

/** What may be chosen of the matrix, in words. */
export const claimOrderWords: Readonly<Record<ClaimOrder, string>> = {
  text: "As in the text",
  weight: "Best supported first",
  independence: "One witness first",
}
export const sourceOrderWords: Readonly<Record<SourceOrder, string>> = {
  line: "By name",
  weight: "Most supporting first",
  independence: "Sole witnesses first",
}
export const stateWords: Readonly<Record<NonNullable<MatrixFilter["state"]>, string>> = {
  documented: "Documented",
  disputed: "Disputed",
  speculative: "Speculative",
  open: "Open",
  "in-review": "In review",
  contested: "Contested",
  blocked: "Blocked by a flag",
}
export const bearingWords: Readonly<Record<Bearing, string>> = {
  so: "Whether it is so",
  said: "Whether it was said",
}

/** Words for each value as the choices of a list or of radios. */
export const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
