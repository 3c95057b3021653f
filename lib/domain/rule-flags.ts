import type { AnnotationFact, ClaimFacts } from "./claim-facts.ts"
import type { FlagRule } from "./flag.ts"
import type { Reliability } from "./grade.ts"
import { witnessesAmong } from "./independence.ts"
import { type Label, labels } from "./label.ts"
import { labelConditions } from "./label-conditions.ts"
import type { Policy } from "./policy.ts"
import type { Cue } from "./unit.ts"
import type { Verdict } from "./verdict.ts"

/** Raised when the rules would flag other claims, so that claims from before are looked through again. */
export const rulesVersion = 1

/** What a rule found in a claim. Two findings that differ are two things to look at, also by the same rule. */
export type RuleFinding =
  /** How many people gave each label. */
  | { readonly rule: "reviewers-disagree"; readonly votes: Readonly<Record<Label, number>> }
  /** How many people say so, and the sentence of the first condition that fails. */
  | { readonly rule: "documented-without-evidence"; readonly people: number; readonly lacks: string }
  /** How many sources support the claim, which all go back to one. */
  | { readonly rule: "one-witness"; readonly sources: number }
  /** How many people say that it is documented, and whether an editor decided so. */
  | { readonly rule: "hedged-documented"; readonly people: number; readonly decided: boolean }
  | { readonly rule: "source-downgraded"; readonly sources: readonly Downgrade[] }
  /** How many claims contradict it. */
  | { readonly rule: "contradiction-confirmed"; readonly claims: number }
  /** In which version of the text its words were not found. */
  | { readonly rule: "anchor-lost"; readonly version: number }

/** That a source's grade fell, from one to a worse one. */
export interface Downgrade {
  readonly sourceId: string
  readonly from: Reliability
  readonly to: Reliability
}

/** What the rules look at in one claim. */
export interface RuledClaim {
  readonly facts: ClaimFacts
  readonly verdict: Verdict
  readonly cues: readonly Pick<Cue, "kind" | "strength">[]
  /** Sources cited for or against it that were downgraded since somebody last labelled or decided on it. */
  readonly downgraded: readonly Downgrade[]
}

/**
 * What the rules find in a claim. An editor's decision answers what a decision can answer: that reviewers disagree, that
 * the evidence for a label is missing, that a claim contradicts another one. The order of people and sources says nothing.
 */
export function ruleFindings({ facts, verdict, cues, downgraded }: RuledClaim, policy: Policy): readonly RuleFinding[] {
  const found: RuleFinding[] = []
  const decided = facts.adjudication
  const votes = peopleFor(facts.annotations)
  const documented = votes.documented
  if (!decided && !verdict.label && labels.filter(label => votes[label] > 0).length > 1)
    found.push({ rule: "reviewers-disagree", votes })
  if (!decided && documented > 0) {
    const lacks = labelConditions("documented", true, facts.citations, policy).find(({ met }) => !met)
    if (lacks) found.push({ rule: "documented-without-evidence", people: documented, lacks: lacks.sentence })
  }
  if (verdict.label === "documented") {
    const supports = facts.citations.filter(({ stance }) => stance === "supports")
    if (witnessesAmong(supports).length === 1)
      found.push({ rule: "one-witness", sources: new Set(supports.map(({ sourceId }) => sourceId)).size })
  }
  const hedged = cues.some(({ kind, strength }) => kind === "hedge" && strength === 2)
  const decidedSo = decided === "documented"
  if (hedged && (decidedSo || (!decided && documented > 0)))
    found.push({ rule: "hedged-documented", people: documented, decided: decidedSo })
  if (downgraded.length > 0) found.push({ rule: "source-downgraded", sources: inOrder(downgraded) })
  if (facts.contradictions > 0 && !decided)
    found.push({ rule: "contradiction-confirmed", claims: facts.contradictions })
  return found
}

function peopleFor(annotations: readonly AnnotationFact[]): Readonly<Record<Label, number>> {
  const count = (label: Label) => new Set(annotations.filter(a => a.label === label).map(a => a.reviewerId)).size
  return { documented: count("documented"), disputed: count("disputed"), speculative: count("speculative") }
}

const inOrder = (list: readonly Downgrade[]): readonly Downgrade[] =>
  [...new Map(list.map(one => [one.sourceId, one])).values()].sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1))

/** The rule's detail as a flag keeps it: the finding without its rule. */
export function detailOf({ rule: _rule, ...detail }: RuleFinding): object {
  return detail
}

/** A finding from what a flag keeps. */
export const findingOf = (rule: FlagRule, detail: unknown): RuleFinding =>
  ({ rule, ...(detail as object) }) as RuleFinding
