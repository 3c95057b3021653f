import type { ClaimFacts } from "./claim-facts.ts"
import { type Condition, condition } from "./condition.ts"
import { atLeastReliable } from "./grade.ts"
import { independentAmong } from "./independence.ts"
import type { Label } from "./label.ts"
import type { Policy } from "./policy.ts"

/**
 * What keeps `label` from standing by the reviewers' count, although enough of them agree; an editor's decision stands
 * all the same. Sources that dispute a supported claim are in the way of every label but "disputed", where the policy
 * says so; a confirmed contradiction is in the way of "documented" under every policy.
 */
export function inTheWay(label: Label, facts: ClaimFacts, policy: Policy): readonly Condition[] {
  const list: Condition[] = []
  const disputing = disputingSources(facts, policy)
  if (label !== "disputed" && disputing > 0)
    list.push(condition("evidence-conflict", false, conflictSentence(disputing), { kind: "adjudicate" }))
  if (label === "documented" && facts.contradictions > 0)
    list.push(condition("contradiction", false, contradictionSentence(facts.contradictions), { kind: "adjudicate" }))
  return list
}

/**
 * How many independent sources make a supported claim contested, 0 when the policy does not ask, nothing supports the
 * claim, or too few that are reliable enough dispute it. More support never takes a conflict away, nor makes one of a
 * claim that has support.
 */
export function disputingSources({ citations }: ClaimFacts, { contested }: Policy): number {
  if (!contested.evidence || !citations.some(({ stance }) => stance === "supports")) return 0
  const count = independentAmong(
    citations.filter(({ stance, grade }) => stance === "disputes" && atLeastReliable(grade, contested.grade)),
  )
  return count >= contested.independent ? count : 0
}

const conflictSentence = (disputing: number) =>
  `${disputing === 1 ? "A source that counts disputes it" : `${disputing} independent sources that count dispute it`}; other evidence supports it. Reviewers can agree that it is disputed, or an editor can decide.`

const contradictionSentence = (n: number) =>
  `${n === 1 ? "Another claim is" : `${n} other claims are`} confirmed to contradict it, and both cannot be documented. An editor can decide.`
