import { type Agreement, agreementOf } from "./agreement.ts"
import { alphaInterval, type Interval } from "./alpha-interval.ts"
import type { Figure } from "./figure.ts"
import { krippendorffAlpha } from "./krippendorff-alpha.ts"
import { confidences } from "./label.ts"
import {
  type ClaimKind,
  claimKinds,
  isOfKind,
  type LabelledClaims,
  labelsOn,
  lastDay,
  monthOf,
} from "./labelled-claims.ts"
import { type Pair, pairsOf } from "./pair-agreement.ts"
import { countsOf, type RatingCounts } from "./rating-table.ts"

/** An alpha with its interval. */
export interface AlphaWithInterval {
  readonly alpha: Figure
  readonly interval: Interval
}

/** How far the labels agree that people gave to claims, as a whole and in parts. */
export interface AgreementFigures {
  /** Claims that somebody labelled, and the labels on all. */
  readonly labelled: number
  readonly labels: number
  readonly whole: Agreement
  readonly interval: Interval
  readonly confidence: AlphaWithInterval
  readonly documents: readonly (Agreement & { readonly documentId: string })[]
  readonly kinds: readonly (Agreement & { readonly kind: ClaimKind })[]
  /** By the month in which a claim got its last label, so that each labelled claim is in one; the newest first. */
  readonly months: readonly (Agreement & { readonly month: string })[]
  readonly pairs: readonly Pair[]
}

/** How far all labels of some claims agree, with alpha's interval. */
export function* wholeAgreement({
  labels,
}: LabelledClaims): Generator<void, Agreement & { readonly interval: Interval }> {
  const counts = countsOf(labels)
  const interval = yield* alphaInterval(counts, "nominal")
  return { ...agreementOf(counts), interval }
}

/** All figures of agreement on the labels of some claims. Its steps are short. */
export function* agreementFigures(claims: LabelledClaims): Generator<void, AgreementFigures> {
  const table = claims.labels
  const { interval, ...whole } = yield* wholeAgreement(claims)
  const confidence = yield* ordinalAlpha(
    countsOf({ ...table, given: claims.confidences, categories: confidences.length }),
  )
  const pairs = yield* pairsOf(table)
  const byDocument = new Map<number, number[]>()
  const byMonth = new Map<string, number[]>()
  let labelled = 0
  for (const claim of claims.ids.keys()) {
    push(byDocument, claims.documents[claim]!, claim)
    const day = lastDay(claims, claim)
    if (day === null) continue
    labelled += 1
    push(byMonth, monthOf(day), claim)
  }
  yield
  const of = (things: ArrayLike<number>) => agreementOf(countsOf(table, things))
  return {
    labelled,
    labels: table.given.length,
    whole,
    interval,
    confidence,
    documents: [...byDocument].map(([at, things]) => ({ documentId: claims.documentIds[at]!, ...of(things) })),
    kinds: claimKinds.map(kind => ({
      kind,
      ...of([...claims.ids.keys()].filter(claim => isOfKind(claims, claim, kind))),
    })),
    months: [...byMonth].sort(([a], [b]) => (a < b ? 1 : -1)).map(([month, things]) => ({ month, ...of(things) })),
    pairs,
  }
}

/** Alpha for ordered categories, with its interval. */
export function* ordinalAlpha(counts: RatingCounts): Generator<void, AlphaWithInterval> {
  const interval = yield* alphaInterval(counts, "ordinal")
  return { alpha: krippendorffAlpha(counts, "ordinal"), interval }
}

/** The numbers of the claims that figures rest on: those with two labels or more, or only those whose labels differ. */
export const claimsBehind = (claims: LabelledClaims, differing: boolean): readonly number[] =>
  [...claims.ids.keys()].filter(claim => {
    const { count, differ } = labelsOn(claims, claim)
    return count > 1 && (differ || !differing)
  })

function push<K>(groups: Map<K, number[]>, key: K, claim: number): void {
  const group = groups.get(key)
  if (group) group.push(claim)
  else groups.set(key, [claim])
}
