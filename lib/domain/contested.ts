import type { ClaimFacts } from "./claim-facts.ts"
import { disputingSources } from "./in-the-way.ts"
import { type Label, labels } from "./label.ts"
import type { Policy } from "./policy.ts"

/** What makes a claim contested. */
export const contestedWays = ["labels", "evidence", "contradiction"] as const
export type ContestedWay = (typeof contestedWays)[number]

export const contestedWayWords: Readonly<Record<ContestedWay, string>> = {
  labels: "labels differ",
  evidence: "evidence on both sides",
  contradiction: "contradicts another claim",
}

/** In which order contested claims come. */
export const contestedOrders = ["agreement", "oldest", "people", "document"] as const
export type ContestedOrder = (typeof contestedOrders)[number]

export const contestedOrderWords: Readonly<Record<ContestedOrder, string>> = {
  agreement: "Lowest agreement first",
  oldest: "Longest untouched first",
  people: "Most people first",
  document: "As in the documents",
}

/** How many people give each label. */
export type Votes = Readonly<Record<Label, number>>

export const peopleOf = (votes: Votes): number => labels.reduce((sum, label) => sum + votes[label], 0)

/**
 * How far the people who labelled a claim agree: the share of pairs of them that gave the same label. One person, or
 * nobody, disagrees with no one, which is 1.
 */
export function agreementShare(votes: Votes): number {
  const people = peopleOf(votes)
  if (people < 2) return 1
  return labels.reduce((sum, label) => sum + votes[label] * (votes[label] - 1), 0) / (people * (people - 1))
}

/** What a contested claim's place in the list hangs on. */
export interface ContestedClaim {
  readonly votes: Votes
  /** Whether all who were asked a question about it have answered: it comes back first. */
  readonly answered: boolean
  /** When somebody last gave it a label, in milliseconds; null when nobody has one on it. */
  readonly lastAt: number | null
  /** Its document's place in the project, and its own in the document. */
  readonly place: number
  readonly start: number
}

/** Which of two contested claims comes first; never 0 for two claims that stand at different places. */
export function compareContested(order: ContestedOrder): (a: ContestedClaim, b: ContestedClaim) => number {
  const text = (a: ContestedClaim, b: ContestedClaim) => a.place - b.place || a.start - b.start
  const people = (a: ContestedClaim, b: ContestedClaim) => peopleOf(b.votes) - peopleOf(a.votes)
  const answered = (a: ContestedClaim, b: ContestedClaim) => Number(b.answered) - Number(a.answered)
  const lastAt = ({ lastAt }: ContestedClaim) => lastAt ?? Number.POSITIVE_INFINITY
  if (order === "document") return text
  if (order === "people") return (a, b) => answered(a, b) || people(a, b) || text(a, b)
  if (order === "oldest") return (a, b) => answered(a, b) || compare(lastAt(a), lastAt(b)) || text(a, b)
  return (a, b) =>
    answered(a, b) || compare(agreementShare(a.votes), agreementShare(b.votes)) || people(a, b) || text(a, b)
}

const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1)

/** Everything that makes the claim contested, whatever else it lacks. */
export function waysContested(facts: ClaimFacts, policy: Policy): readonly ContestedWay[] {
  const different = new Set(facts.annotations.map(({ label }) => label)).size > 1
  return [
    ...(different ? (["labels"] as const) : []),
    ...(disputingSources(facts, policy) > 0 ? (["evidence"] as const) : []),
    ...(facts.contradictions > 0 ? (["contradiction"] as const) : []),
  ]
}

/** How far they agree, in words. */
export function agreementWords(votes: Votes): string {
  const people = peopleOf(votes)
  if (people < 2) return people === 0 ? "nobody has labelled it" : "one person labelled it"
  const pairs = (people * (people - 1)) / 2
  const agreeing = Math.round(agreementShare(votes) * pairs)
  if (pairs === 1) return agreeing === 1 ? "both agree" : "the two disagree"
  return agreeing === 0 ? "no two agree" : `${agreeing} of ${pairs} pairs agree`
}
