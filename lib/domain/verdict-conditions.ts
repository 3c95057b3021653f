import type { ClaimFacts } from "./claim-facts.ts"
import { areMet, type Condition, condition } from "./condition.ts"
import { inTheWay } from "./in-the-way.ts"
import { type Label, labels } from "./label.ts"
import { decisionConditions, labelConditions } from "./label-conditions.ts"
import type { Policy } from "./policy.ts"
import { completeAnnotations, hasAgreement, hasEnough, isSplit, type Tally, tallyOf } from "./tally.ts"

/** What a claim's verdict has and still lacks, in words, in the order in which the work goes. */
export const verdictConditions = (facts: ClaimFacts, policy: Policy): readonly Condition[] => [
  ...(facts.adjudication
    ? decidedConditions(facts.adjudication, facts, policy)
    : countedConditions(leadingOf(facts, policy), facts, policy)),
  flagCondition(facts.blockingFlags),
]

/**
 * What each label has and still lacks in order to become the verdict by the reviewers' count. A claim has the verdict
 * by the policy whose conditions are all met, if any.
 */
export const conditionsByLabel = (
  facts: ClaimFacts,
  policy: Policy,
): Readonly<Record<Label, readonly Condition[]>> => ({
  documented: conditionsOf("documented", facts, policy),
  disputed: conditionsOf("disputed", facts, policy),
  speculative: conditionsOf("speculative", facts, policy),
})

function conditionsOf(label: Label, facts: ClaimFacts, policy: Policy): readonly Condition[] {
  const reasoned = facts.annotations.some(annotation => annotation.label === label && annotation.reasoned)
  return [
    ...voteConditions(label, tallyOf(facts, policy), policy),
    ...labelConditions(label, reasoned, facts.citations, policy),
    ...inTheWay(label, facts, policy),
  ]
}

function decidedConditions(decided: Label, facts: ClaimFacts, policy: Policy): readonly Condition[] {
  const evidence = decisionConditions(decided, facts.citations, policy)
  const counting = areMet(evidence) ? "." : "; the decision counts again when its label has what it needs."
  return [{ code: "decided", met: true, sentence: `An editor decided: ${decided}${counting}` }, ...evidence]
}

/** The votes for the label that leads, what is in its way, and then what each label that somebody gave needs. */
function countedConditions(leading: Label, facts: ClaimFacts, policy: Policy): readonly Condition[] {
  const complete = new Set(completeAnnotations(facts, policy))
  const given = labels.flatMap(label => {
    const own = facts.annotations.filter(annotation => annotation.label === label)
    // Where one of them does not count yet, it is told what it lacks.
    const shown = own.find(annotation => !complete.has(annotation)) ?? own[0]
    return shown ? labelConditions(label, shown.reasoned, facts.citations, policy) : []
  })
  const tally = tallyOf(facts, policy)
  return [...voteConditions(leading, tally, policy), ...inTheWay(leading, facts, policy), ...given]
}

/** The label with the most complete annotations; of labels that tie, one that somebody gave and that asks for fewest. */
function leadingOf(facts: ClaimFacts, policy: Policy): Label {
  const { votes } = tallyOf(facts, policy)
  const isGiven = (label: Label) => (facts.annotations.some(annotation => annotation.label === label) ? 1 : 0)
  const better = (a: Label, b: Label) =>
    votes[b] - votes[a] || isGiven(b) - isGiven(a) || policy[a].annotations - policy[b].annotations
  return [...labels].sort(better)[0] ?? "documented"
}

function voteConditions(label: Label, tally: Tally, policy: Policy): readonly Condition[] {
  const enough = hasEnough(tally, label, policy)
  const list = [condition("enough-agree", enough, enoughSentence(enough, label, tally, policy), { kind: "annotate" })]
  if (tally.people > 0 && !hasAgreement(tally, label, policy))
    list.push(condition("dissent", false, dissentSentence(label, tally, policy), { kind: "adjudicate" }))
  else if (tally.votes[label] < tally.people)
    list.push({ code: "dissent", met: true, sentence: `Dissent is kept: ${tallyWords(tally, label)}.` })
  return list
}

function enoughSentence(enough: boolean, label: Label, { votes }: Tally, policy: Policy): string {
  const has = votes[label]
  if (enough) return `${capital(people(has))} ${has === 1 ? "says" : "agree on"} ${label}.`
  const said = has === 0 ? "no complete annotation counts" : `${people(has)} ${has === 1 ? "says" : "say"} ${label}`
  return `${capital(people(policy[label].annotations))} must agree; so far ${said}.`
}

const dissentSentence = (label: Label, tally: Tally, policy: Policy) =>
  isSplit(tally)
    ? `Reviewers disagree: ${tallyWords(tally)}.${twoThirds(label, policy)} An editor can decide.`
    : `Nobody whose label counts says ${label}: ${tallyWords(tally)}.`

const twoThirds = (label: Label, policy: Policy) =>
  policy[label].agreement === "two-thirds" ? " Two thirds have to agree." : ""

function flagCondition(many: number): Condition {
  if (many === 0) return { code: "flag-open", met: true, sentence: "No blocking flag is open." }
  const open =
    many === 1 ? "A blocking flag is open on this passage." : `${many} blocking flags are open on this passage.`
  return condition("flag-open", false, `${open} Answer it, or have it withdrawn.`, { kind: "answer-flag" })
}

const people = (n: number) => (n === 1 ? "one reviewer" : n === 2 ? "two reviewers" : `${n} reviewers`)

const tallyWords = ({ votes }: Tally, except?: Label) =>
  labels
    .filter(label => votes[label] > 0 && label !== except)
    .map(label => `${votes[label]} ${label}`)
    .join(", ")

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
