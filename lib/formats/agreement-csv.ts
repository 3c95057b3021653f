import type { Agreement } from "../domain/agreement.ts"
import type { AlphaWithInterval } from "../domain/agreement-figures.ts"
import type { Interval } from "../domain/alpha-interval.ts"
import { type Figure, undefinedSentence } from "../domain/figure.ts"
import { type ClaimKind, claimKindWords } from "../domain/labelled-claims.ts"
import type { PairAgreement } from "../domain/pair-agreement.ts"
import { writeCsv } from "./csv.ts"

/** The figures of a project's agreement with the names of what they are about. */
export interface AgreementSheet {
  readonly whole: Agreement
  readonly interval: Interval
  readonly confidence: AlphaWithInterval
  readonly credibility: AlphaWithInterval
  readonly byDocument: readonly (Agreement & { readonly title: string })[]
  readonly kinds: readonly (Agreement & { readonly kind: ClaimKind })[]
  readonly months: readonly (Agreement & { readonly month: string })[]
  /** The head of the project's log when the figures were made. */
  readonly head: string
  readonly pairs: readonly (PairAgreement & { readonly one: { name: string }; readonly other: { name: string } })[]
}

/** The columns; one is never renamed or moved. */
const heading = [
  "group",
  "of",
  "figure",
  "value",
  "low_95",
  "high_95",
  "used",
  "total",
  "undefined_because",
  "log_head",
]

/** A row for each figure: what it is about, its value to six digits, its interval, and what it rests on. No cell can start a formula. */
export function agreementCsv(sheet: AgreementSheet): string {
  const { whole, interval, confidence, credibility, byDocument, kinds, months, pairs, head } = sheet
  const parts = (group: string, name: string, one: Agreement, within?: Interval) => [
    row(group, name, "krippendorff_alpha_nominal", one.alpha, within),
    row(group, name, "raw", one.raw),
    row(group, name, "fleiss_kappa", one.fleiss),
    row(group, name, "gwet_ac1", one.ac1),
  ]
  const rows = [
    ...parts("all", "labels", whole, interval),
    row("all", "confidence", "krippendorff_alpha_ordinal", confidence.alpha, confidence.interval),
    row("all", "credibility", "krippendorff_alpha_ordinal", credibility.alpha, credibility.interval),
    ...byDocument.flatMap(one => parts("document", one.title, one)),
    ...kinds.flatMap(one => parts("kind of claim", claimKindWords[one.kind], one)),
    ...months.flatMap(one => parts("month", one.month, one)),
    ...pairs.flatMap(({ one, other, raw, kappa, ac1 }) => {
      const name = `${one.name} / ${other.name}`
      return [
        row("pair", name, "cohen_kappa", kappa),
        row("pair", name, "gwet_ac1", ac1),
        row("pair", name, "raw", raw),
      ]
    }),
  ]
  return writeCsv([heading, ...rows.map(cells => [...cells, head])])
}

const six = (value: number | null | undefined) => (typeof value === "number" ? value.toFixed(6) : "")

const row = (group: string, of: string, name: string, figure: Figure, interval?: Interval): readonly string[] => [
  group,
  of,
  name,
  six(figure.value),
  six(interval?.low),
  six(interval?.high),
  String(figure.used),
  String(figure.of),
  figure.why === null ? "" : undefinedSentence[figure.why],
]
