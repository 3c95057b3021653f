import type { ClaimFacts } from "./claim-facts.ts"
import type { Condition, ConditionCode } from "./condition.ts"
import type { Policy } from "./policy.ts"
import type { ClaimState } from "./verdict.ts"
import { verdictConditions } from "./verdict-conditions.ts"

/** What can stand between a claim and being vetted, in the order in which the work goes. */
export const lackKinds = [
  "label",
  "enough-agree",
  "dissent",
  "evidence-conflict",
  "contradiction",
  "support-cited",
  "support-kind",
  "source-ungraded",
  "support-graded",
  "citation-unrated",
  "support-credible",
  "support-independent",
  "both-sides",
  "gap-named",
  "flag-open",
] as const
export type LackKind = (typeof lackKinds)[number]

/** What a claim of which it is said waits for. */
export const lackWords: Readonly<Record<LackKind, string>> = {
  label: "Nobody has labelled it",
  "enough-agree": "Needs another reviewer",
  dissent: "Reviewers disagree",
  "evidence-conflict": "Evidence is in conflict",
  contradiction: "Another claim contradicts it",
  "support-cited": "Too little is cited for it",
  "support-kind": "No citation of the kinds asked for",
  "source-ungraded": "A cited source is not graded",
  "support-graded": "Its sources are not graded high enough",
  "citation-unrated": "A citation is not rated",
  "support-credible": "Its citations are not rated high enough",
  "support-independent": "One witness only, or too few",
  "both-sides": "One side has no evidence",
  "gap-named": "What is missing is not said",
  "flag-open": "A blocking flag is open",
}

/**
 * What stands between a claim and being vetted: every condition that it fails, as the card has them; nothing for a vetted
 * one, and its flags alone for one that has its verdict. Of what reviewers have not begun, that nobody labelled it.
 */
export function lacksOf(state: ClaimState, facts: ClaimFacts, policy: Policy): readonly LackKind[] {
  if (state === "vetted") return []
  if (state === "open") return facts.blockingFlags > 0 ? ["label", "flag-open"] : ["label"]
  if (state === "blocked") return ["flag-open"]
  const failed = new Set(
    verdictConditions(facts, policy)
      .filter(({ met }) => !met)
      .map(kindOf),
  )
  return lackKinds.filter(kind => failed.has(kind))
}

/**
 * `lacksOf` under one policy, for many claims: claims that rest on the same are worked out once. Who said it and which
 * citation it is make no difference; the source and its origins do.
 */
export function lacksUnder(policy: Policy): (state: ClaimState, facts: ClaimFacts) => readonly LackKind[] {
  const known = new Map<string, readonly LackKind[]>()
  return (state, facts) => {
    const key = [state, facts.blockingFlags, facts.contradictions, facts.adjudication, ...signs(facts)].join("|")
    const found = known.get(key) ?? lacksOf(state, facts, policy)
    known.set(key, found)
    return found
  }
}

function signs({ annotations, citations }: ClaimFacts): readonly string[] {
  const said = annotations.map(({ label, reasoned }) => `${label}${reasoned ? "" : "!"}`).sort()
  const cited = citations.map(({ stance, kind, grade, credibility, sourceId, rootIds }) =>
    [stance, kind, grade, credibility, sourceId, ...[...rootIds].sort()].join(" "),
  )
  return [said.join(), cited.sort().join()]
}

function kindOf({ code, mend }: Condition): LackKind {
  if (mend?.kind === "grade-source") return "source-ungraded"
  if (mend?.kind === "rate-citation") return "citation-unrated"
  return failing[code]
}

// A decision that counts, or counts again, is always met.
const failing: Readonly<Record<ConditionCode, LackKind>> = {
  decided: "enough-agree",
  "enough-agree": "enough-agree",
  dissent: "dissent",
  "support-cited": "support-cited",
  "support-kind": "support-kind",
  "support-graded": "support-graded",
  "support-credible": "support-credible",
  "support-independent": "support-independent",
  "both-sides": "both-sides",
  "gap-named": "gap-named",
  "evidence-conflict": "evidence-conflict",
  contradiction: "contradiction",
  "flag-open": "flag-open",
}

/** How many claims lack something, and how many of them lack nothing else. */
export interface LackCount {
  readonly kind: LackKind
  readonly claims: number
  readonly alone: number
}

/** Counts what claims lack, what most of them lack first. */
export function countLacks(claims: Iterable<readonly LackKind[]>): readonly LackCount[] {
  const counts = new Map<LackKind, { claims: number; alone: number }>()
  for (const lacks of claims)
    for (const kind of lacks) {
      const count = counts.get(kind) ?? { claims: 0, alone: 0 }
      count.claims += 1
      if (lacks.length === 1) count.alone += 1
      counts.set(kind, count)
    }
  return lackKinds
    .flatMap(kind => {
      const count = counts.get(kind)
      return count ? [{ kind, ...count }] : []
    })
    .sort((a, b) => b.claims - a.claims)
}
