import { type Agreement, agreements } from "./policy.ts"
import { type SourceKind, sourceKinds } from "./source.ts"

const kindsInPlural: Readonly<Record<SourceKind, string>> = {
  "archival-record": "archival records",
  memoir: "memoirs",
  interview: "interviews",
  press: "the press",
  scholarly: "scholarly works",
  "reference-work": "reference works",
  "web-page": "web pages",
  other: "sources of other kinds",
}

/** "archival records, memoirs or the press", in the order in which forms offer the kinds. */
export function kindsInWords(kinds: readonly SourceKind[]): string {
  const names = sourceKinds.filter(kind => kinds.includes(kind)).map(kind => kindsInPlural[kind])
  return names.length < 2 ? (names[0] ?? "sources of any kind") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
}

/** What each agreement asks for, in words that follow "…:". */
export const agreementWords: Readonly<Record<Agreement, string>> = {
  majority: "a majority is enough",
  "two-thirds": "two thirds have to agree",
  all: "nobody may disagree",
}

const agreementLabels: Readonly<Record<Agreement, string>> = {
  majority: "More than half",
  "two-thirds": "At least two thirds",
  all: "All: nobody may disagree",
}

/** Agreements as choices of a form. */
export const agreementChoices = agreements.map(value => ({ value, label: agreementLabels[value] }))

/** "B or better"; A alone has nothing above it. */
export const orBetter = (minimum: string | number): string =>
  minimum === "A" || minimum === 1 ? String(minimum) : `${minimum} or better`
