import type { Span } from "./unit.ts"

/** How a unit repeats another: letter for letter, but for its layout, or but for a typo or a small word. */
export type DuplicateKind = "exact" | "layout" | "near"

/** What two units differ in that else say the same. */
export type VariantKind = "number" | "date" | "name" | "negation"

/** One difference, with the words on either side: UTF-16 spans into the two quotes, empty where a side has nothing. */
export interface Reading {
  readonly kind: VariantKind
  readonly left: Span
  readonly right: Span
}

/** Why two variants can hardly both be true. */
export type ContradictionReason = "denied" | "counted" | "once" | "same-event"

/**
 * How alike two units are. `same` is one content; a `variant` is the same but for what `readings` name, of which
 * `contradiction` says why both can hardly be true, or null.
 */
export type Likeness =
  | { readonly kind: "same"; readonly how: DuplicateKind }
  | {
      readonly kind: "variant"
      readonly readings: readonly Reading[]
      readonly contradiction: ContradictionReason | null
    }
