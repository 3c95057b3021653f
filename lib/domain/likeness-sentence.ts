import type { ContradictionReason, DuplicateKind, Likeness, Reading, VariantKind } from "./likeness.ts"
import type { Span } from "./unit.ts"

/** What a person is shown of a likeness: the strongest word first. */
export type LikenessRank = "contradiction" | "variant" | "duplicate"

export const likenessRanks: readonly LikenessRank[] = ["contradiction", "variant", "duplicate"]

export const rankOf = (likeness: Likeness): LikenessRank =>
  likeness.kind === "same" ? "duplicate" : likeness.contradiction ? "contradiction" : "variant"

/** A rank as people read it. Machines only suggest, so each says that it is likely. */
export const rankWords: Readonly<Record<LikenessRank, string>> = {
  contradiction: "Likely contradiction",
  variant: "Likely variant",
  duplicate: "Likely duplicate",
}

const sameWords: Readonly<Record<DuplicateKind, string>> = {
  exact: "Word for word the same.",
  layout: "The same but for spaces, line breaks, hyphens or quotation marks.",
  near: "The same but for a spelling or a small word.",
}

const variantWords: Readonly<Record<VariantKind, string>> = {
  number: "Another number",
  date: "Another date",
  name: "Another name",
  negation: "One denies it",
}

const reasons: Readonly<Record<ContradictionReason, string>> = {
  denied: "If both speak of one occasion, they can’t both be true.",
  counted: "If both count the same, one of the numbers is wrong.",
  once: "It happens only once, so at most one of the dates is right.",
  "same-event": "It looks like one event, so at most one of the dates is right.",
}

/** How the words of two claims differ, in a sentence or two; `here` is the quote on the left of the likeness. */
export function likenessSentence(likeness: Likeness, here: string, there: string): string {
  if (likeness.kind === "same") return sameWords[likeness.how]
  const readings = likeness.readings.map(reading => readingWords(reading, here, there))
  return [`${readings.join("; ")}.`, likeness.contradiction && reasons[likeness.contradiction]]
    .filter(Boolean)
    .join(" ")
}

function readingWords({ kind, left, right }: Reading, here: string, there: string): string {
  const words = (quote: string, { start, end }: Span) => quote.slice(start, end).replace(/\s+/g, " ")
  const sides = [
    [words(here, left), "here"],
    [words(there, right), "there"],
  ].flatMap(([said, where]) => (said ? [`“${said}” ${where}`] : []))
  return `${variantWords[kind]}: ${sides.join(", ")}`
}
