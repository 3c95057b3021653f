import type { AnnotationFact, ClaimFacts } from "./claim-facts.ts"
import { areMet } from "./condition.ts"
import { type Label, labels } from "./label.ts"
import { labelConditions } from "./label-conditions.ts"
import type { Agreement, Policy } from "./policy.ts"

/** How the complete annotations of a claim are spread, in people: two annotations of one person are one voice. */
export interface Tally {
  readonly votes: Readonly<Record<Label, number>>
  readonly people: number
}

/** Counts the annotations whose label has what it needs under `policy`. */
export function tallyOf(facts: ClaimFacts, policy: Policy): Tally {
  const complete = completeAnnotations(facts, policy)
  const votesFor = (label: Label) => peopleIn(complete.filter(annotation => annotation.label === label))
  return {
    votes: {
      documented: votesFor("documented"),
      disputed: votesFor("disputed"),
      speculative: votesFor("speculative"),
    },
    people: peopleIn(complete),
  }
}

/** The annotations that count towards the verdict: those whose label has what it needs. */
export function completeAnnotations(facts: ClaimFacts, policy: Policy): readonly AnnotationFact[] {
  // Reviewers who gave the same label with a reason, or without one, stand or fall together.
  const known = new Map<string, boolean>()
  return facts.annotations.filter(({ label, reasoned }) => {
    const key = `${label} ${reasoned}`
    const met = known.get(key) ?? areMet(labelConditions(label, reasoned, facts.citations, policy))
    known.set(key, met)
    return met
  })
}

/** Whether `label` has enough people behind it. */
export const hasEnough = ({ votes }: Tally, label: Label, policy: Policy): boolean =>
  votes[label] >= policy[label].annotations

/** Whether those who gave another label are few enough for `label` to win. At most one label can have this. */
export const hasAgreement = ({ votes, people }: Tally, label: Label, policy: Policy): boolean =>
  agreed[policy[label].agreement](votes[label], people)

/** The label that wins by the count alone; null when none does. */
export const winnerOf = (tally: Tally, policy: Policy): Label | null =>
  labels.find(label => hasEnough(tally, label, policy) && hasAgreement(tally, label, policy)) ?? null

/** Whether people whose annotations count gave different labels. */
export const isSplit = ({ votes }: Tally): boolean => labels.filter(label => votes[label] > 0).length > 1

const agreed: Readonly<Record<Agreement, (votes: number, all: number) => boolean>> = {
  majority: (votes, all) => votes * 2 > all,
  "two-thirds": (votes, all) => votes > 0 && votes * 3 >= all * 2,
  all: (votes, all) => votes === all,
}

const peopleIn = (annotations: readonly AnnotationFact[]) => new Set(annotations.map(a => a.reviewerId)).size
