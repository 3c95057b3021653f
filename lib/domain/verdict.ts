import type { Stance } from "./citation.ts"
import type { Confidence, Label } from "./label.ts"
import { labels } from "./label.ts"
import type { Policy } from "./policy.ts"

/** Where a claim stands. "blocked" has a verdict and an open flag that blocks it; "vetted" has one and none. */
export const claimStates = ["open", "in-review", "contested", "blocked", "vetted"] as const
export type ClaimState = (typeof claimStates)[number]

/** What a verdict rests on; the rows of one claim, whoever may see them. */
export interface ClaimFacts {
  readonly annotations: readonly { reviewerId: string; label: Label; confidence: Confidence; reasoned: boolean }[]
  /** Citations that were not withdrawn. */
  readonly citations: readonly { stance: Stance; sourceId: string }[]
  readonly blockingFlags: number
  /** What an editor decided; the decision has a reason of its own. */
  readonly adjudication: Label | null
}

export interface Verdict {
  readonly state: ClaimState
  readonly label: Label | null
  readonly by: "policy" | "adjudication" | null
}

/** A condition of a label or a verdict, with the sentence that the card shows. */
export interface Condition {
  readonly code: string
  readonly met: boolean
  readonly sentence: string
}

/** What a label needs before it counts, under `policy` (product rule: a label needs a reason). `reason` is what it has. */
export function labelConditions(
  label: Label,
  reasoned: boolean,
  citations: ClaimFacts["citations"],
  policy: Policy,
  reason = "rationale",
): readonly Condition[] {
  const supports = citations.filter(citation => citation.stance === "supports").length
  const disputes = citations.filter(citation => citation.stance === "disputes").length
  if (label === "documented") {
    const met = supports >= policy.supporting
    return [{ code: "support-cited", met, sentence: supportSentence(met, supports, policy.supporting) }]
  }
  if (label === "disputed") {
    const both = supports > 0 && disputes > 0
    const met = both || (policy.disputed === "reasoned" && reasoned)
    return [{ code: "both-sides", met, sentence: bothSidesSentence(met, both, supports, disputes, policy, reason) }]
  }
  return [
    {
      code: "gap-named",
      met: reasoned,
      sentence: reasoned
        ? `A ${reason} is given; it has to say what evidence is missing.`
        : "“Speculative” needs a rationale that says what evidence is missing.",
    },
  ]
}

/** What a decision on `label` needs before it counts: the evidence of its label. Its reason stands for a rationale. */
const decisionConditions = (label: Label, citations: ClaimFacts["citations"], policy: Policy): readonly Condition[] =>
  labelConditions(label, true, citations, policy, "reason")

/** The sentence of the condition that a decision on `label` does not meet; null when it meets all. */
export const decisionLacks = (label: Label, citations: ClaimFacts["citations"], policy: Policy): string | null =>
  decisionConditions(label, citations, policy).find(condition => !condition.met)?.sentence ?? null

/** Whether an annotation counts towards the verdict. */
export const counts = (
  annotation: ClaimFacts["annotations"][number],
  citations: ClaimFacts["citations"],
  policy: Policy,
): boolean =>
  labelConditions(annotation.label, annotation.reasoned, citations, policy).every(condition => condition.met)

/**
 * The project's answer for a claim. An adjudication overrides the count while its label has the evidence that it
 * needs, and is in review while it has not; otherwise the label wins that enough people gave with its conditions met,
 * if the policy's agreement holds. The order of reviewers does not matter.
 */
export function verdictOf(facts: ClaimFacts, policy: Policy): Verdict {
  const decided = facts.adjudication
  if (decided && !decisionLacks(decided, facts.citations, policy)) return standing(decided, "adjudication", facts)
  if (decided) return { state: "in-review", label: null, by: null }
  if (facts.annotations.length === 0) return { state: "open", label: null, by: null }
  const complete = facts.annotations.filter(annotation => counts(annotation, facts.citations, policy))
  const winner = labels.find(label => {
    const votes = votesFor(complete, label)
    return votes >= policy.annotations && agreed(votes, peopleIn(complete), policy)
  })
  if (winner) return standing(winner, "policy", facts)
  const contested = new Set(complete.map(annotation => annotation.label)).size > 1
  return { state: contested ? "contested" : "in-review", label: null, by: null }
}

/** What a claim's verdict has and still lacks, in words, in the order in which the work goes. */
export function verdictConditions(facts: ClaimFacts, policy: Policy): readonly Condition[] {
  const list: Condition[] = []
  if (facts.adjudication) {
    const decided = facts.adjudication
    const evidence = decisionConditions(decided, facts.citations, policy)
    const stands = evidence.every(condition => condition.met)
    const counting = stands ? "." : "; the decision counts again when its label has what it needs."
    list.push({ code: "decided", met: true, sentence: `An editor decided: ${decided}${counting}` }, ...evidence)
  } else {
    const complete = facts.annotations.filter(annotation => counts(annotation, facts.citations, policy))
    const tally = labels.map(label => ({ label, votes: votesFor(complete, label) }))
    const leading = tally.reduce((best, next) => (next.votes > best.votes ? next : best))
    const enough = leading.votes >= policy.annotations
    list.push({ code: "enough-agree", met: enough, sentence: enoughSentence(enough, leading, policy) })
    const holds = !complete.length || agreed(leading.votes, peopleIn(complete), policy)
    if (!holds) list.push({ code: "dissent", met: false, sentence: dissentSentence(tally) })
    else if (leading.votes < peopleIn(complete))
      list.push({ code: "dissent", met: true, sentence: `Dissent is kept: ${tallyWords(tally, leading.label)}.` })
    for (const given of new Set(facts.annotations.map(annotation => annotation.label))) {
      const failing = facts.annotations.filter(a => a.label === given && !counts(a, facts.citations, policy))
      const sample = failing[0]
      const shown = sample ?? facts.annotations.find(a => a.label === given)!
      list.push(...labelConditions(given, shown.reasoned, facts.citations, policy))
    }
  }
  if (facts.blockingFlags > 0) {
    const many = facts.blockingFlags
    const sentence =
      many === 1 ? "A blocking flag is open on this passage." : `${many} blocking flags are open on this passage.`
    list.push({ code: "flag-open", met: false, sentence: `${sentence} Answer it, or have it withdrawn.` })
  } else list.push({ code: "flag-open", met: true, sentence: "No blocking flag is open." })
  return list
}

const standing = (label: Label, by: "policy" | "adjudication", facts: ClaimFacts): Verdict => ({
  state: facts.blockingFlags > 0 ? "blocked" : "vetted",
  label,
  by,
})

const peopleIn = (annotations: ClaimFacts["annotations"]) => new Set(annotations.map(a => a.reviewerId)).size

// Concurring annotations are those of different people.
const votesFor = (complete: ClaimFacts["annotations"], label: Label) =>
  peopleIn(complete.filter(annotation => annotation.label === label))

const agreed = (votes: number, all: number, policy: Policy) =>
  policy.agreement === "all" ? votes === all : votes * 2 > all

const people = (n: number) => (n === 1 ? "one reviewer" : n === 2 ? "two reviewers" : `${n} reviewers`)

const supportSentence = (met: boolean, has: number, needs: number) =>
  met
    ? `${has === 1 ? "One citation supports" : `${has} citations support`} it.`
    : `“Documented” needs ${needs === 1 ? "a supporting citation" : `${needs} supporting citations`}; it has ${has === 0 ? "none" : has}.`

function bothSidesSentence(
  met: boolean,
  both: boolean,
  supports: number,
  disputes: number,
  policy: Policy,
  reason: string,
): string {
  if (both) return "There is evidence on both sides."
  if (met) return `A ${reason} is given; it has to name the reasons on both sides.`
  const lacks =
    supports === 0 && disputes === 0 ? "either side" : supports === 0 ? "the side for it" : "the side against it"
  const way =
    policy.disputed === "reasoned"
      ? "Cite a source there, or write a rationale that gives both sides"
      : "Cite a source there"
  return `“Disputed” needs evidence on both sides; nothing is cited for ${lacks}. ${way}.`
}

const enoughSentence = (enough: boolean, leading: { label: Label; votes: number }, policy: Policy) =>
  enough
    ? `${capital(people(leading.votes))} ${leading.votes === 1 ? "says" : "agree on"} ${leading.label}.`
    : `${capital(people(policy.annotations))} must agree; so far ${leading.votes === 0 ? "no complete annotation counts" : `${people(leading.votes)} ${leading.votes === 1 ? "says" : "say"} ${leading.label}`}.`

const dissentSentence = (tally: readonly { label: Label; votes: number }[]) =>
  `Reviewers disagree: ${tallyWords(tally)}. An editor can decide.`

const tallyWords = (tally: readonly { label: Label; votes: number }[], except?: Label) =>
  tally
    .filter(({ label, votes }) => votes > 0 && label !== except)
    .map(({ label, votes }) => `${votes} ${label}`)
    .join(", ")

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
