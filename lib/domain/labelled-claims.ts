import { civilDay } from "./day-number.ts"
import { type Label, labels } from "./label.ts"
import type { RatingTable } from "./rating-table.ts"
import type { CueKind } from "./unit.ts"

/** Which of a person's labels on a claim counts: the one that stands, or the last that they gave blind. */
export const labelKinds = ["standing", "blind"] as const
export type LabelKind = (typeof labelKinds)[number]

/** The cues that make a kind of claim, in the order of their bits. */
export const claimCues = [
  "hedge",
  "attribution",
  "vague-source",
  "date",
  "damage",
] as const satisfies readonly CueKind[]
/** What a claim is told apart by: a cue, or that it has none of them. A claim may be of several kinds. */
export const claimKinds = [...claimCues, "plain"] as const
export type ClaimKind = (typeof claimKinds)[number]

export const claimKindWords: Readonly<Record<ClaimKind, string>> = {
  hedge: "hedged",
  attribution: "attributed to somebody",
  "vague-source": "with a vague source",
  date: "dated",
  damage: "with damaged text",
  plain: "without hedge, source, date or damage",
}

/** The live claims of a project in the order of its texts, with the labels that count on each. */
export interface LabelledClaims {
  readonly ids: readonly string[]
  /** For each claim: the number of its document, its cues as bits, and its verdict as a number from 1, 0 for none. */
  readonly documents: Uint32Array
  readonly cues: Uint8Array
  readonly verdicts: Uint8Array
  /** Whether the verdict is an editor's decision. */
  readonly decided: Uint8Array
  readonly labels: RatingTable
  /** For each label, in the order of the table: its confidence by number, and the day on which it was given. */
  readonly confidences: Uint8Array
  readonly days: Uint32Array
  /** The ids of the documents and of the people, by their numbers. */
  readonly documentIds: readonly string[]
  readonly personIds: readonly string[]
}

export interface ClaimChoice {
  readonly document?: string | undefined
  readonly kind?: ClaimKind | undefined
  /** Days by their numbers, both included: only claims whose last label was given then. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** One person: only claims that they labelled. Two: only the labels of these two. */
  readonly people?: readonly string[] | undefined
}

export const isOfKind = ({ cues }: LabelledClaims, claim: number, kind: ClaimKind): boolean =>
  kind === "plain" ? cues[claim] === 0 : ((cues[claim]! >> claimCues.indexOf(kind)) & 1) === 1

/** The day of the last label of a claim that counts; null when it has none. */
export function lastDay({ labels: { starts }, days }: LabelledClaims, claim: number): number | null {
  let last: number | null = null
  for (let at = starts[claim]!; at < starts[claim + 1]!; at++) last = Math.max(last ?? 0, days[at]!)
  return last
}

/** "2026-11": the month in which a day is. */
export function monthOf(day: number): string {
  const { year, month } = civilDay(day)
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`
}

export const verdictOf = ({ verdicts }: LabelledClaims, claim: number): Label | null =>
  labels[verdicts[claim]! - 1] ?? null

/** The claims that a choice leaves, with the labels that it leaves. */
export function chosenClaims(all: LabelledClaims, choice: ClaimChoice): LabelledClaims {
  const { from, to, document, kind, people = [] } = choice
  const narrowed = people.length > 1 ? labelsOfThese(all, people) : all
  const person = people.length === 1 ? all.personIds.indexOf(people[0]!) : null
  const dated = from !== undefined || to !== undefined
  const at = document === undefined ? -1 : narrowed.documentIds.indexOf(document)
  const claims = [...narrowed.ids.keys()].filter(claim => {
    if (document !== undefined && narrowed.documents[claim] !== at) return false
    if (kind !== undefined && !isOfKind(narrowed, claim, kind)) return false
    if (person !== null && !isLabelledBy(narrowed, claim, person)) return false
    if (!dated) return true
    const day = lastDay(narrowed, claim)
    return day !== null && day >= (from ?? 0) && day <= (to ?? Number.POSITIVE_INFINITY)
  })
  return claims.length === narrowed.ids.length ? narrowed : onlyClaims(narrowed, claims)
}

/** The claims with these numbers. */
export function onlyClaims(all: LabelledClaims, claims: readonly number[]): LabelledClaims {
  const { starts } = all.labels
  const kept = claims.flatMap(claim =>
    Array.from({ length: starts[claim + 1]! - starts[claim]! }, (_, at) => starts[claim]! + at),
  )
  const of = (values: Uint8Array) => Uint8Array.from(claims, claim => values[claim]!)
  return {
    ...all,
    ids: claims.map(claim => all.ids[claim]!),
    documents: Uint32Array.from(claims, claim => all.documents[claim]!),
    cues: of(all.cues),
    verdicts: of(all.verdicts),
    decided: of(all.decided),
    ...keptLabels(
      all,
      claims.map(claim => starts[claim + 1]! - starts[claim]!),
      kept,
    ),
  }
}

function isLabelledBy({ labels: { starts, raters } }: LabelledClaims, claim: number, person: number): boolean {
  for (let at = starts[claim]!; at < starts[claim + 1]!; at++) if (raters[at] === person) return true
  return false
}

function labelsOfThese(all: LabelledClaims, personIds: readonly string[]): LabelledClaims {
  const people = personIds.map(id => all.personIds.indexOf(id))
  const { starts, raters } = all.labels
  const sizes: number[] = []
  const kept: number[] = []
  for (const claim of all.ids.keys()) {
    const before = kept.length
    for (let at = starts[claim]!; at < starts[claim + 1]!; at++) if (people.includes(raters[at]!)) kept.push(at)
    sizes.push(kept.length - before)
  }
  return { ...all, ...keptLabels(all, sizes, kept) }
}

/** The labels with these numbers, so many for each claim. */
function keptLabels(all: LabelledClaims, sizes: readonly number[], kept: readonly number[]) {
  const starts = new Uint32Array(sizes.length + 1)
  for (const [at, size] of sizes.entries()) starts[at + 1] = starts[at]! + size
  return {
    labels: {
      ...all.labels,
      starts,
      raters: Uint32Array.from(kept, at => all.labels.raters[at]!),
      given: Uint8Array.from(kept, at => all.labels.given[at]!),
    },
    confidences: Uint8Array.from(kept, at => all.confidences[at]!),
    days: Uint32Array.from(kept, at => all.days[at]!),
  }
}

/** How many labels a claim has, and whether they are not all the same. */
export function labelsOn({ labels: { starts, given } }: LabelledClaims, claim: number) {
  const [from, to] = [starts[claim]!, starts[claim + 1]!]
  let differ = false
  for (let at = from + 1; at < to; at++) if (given[at] !== given[from]) differ = true
  return { count: to - from, differ }
}
