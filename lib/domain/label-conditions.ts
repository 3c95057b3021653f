import type { CitationFact } from "./claim-facts.ts"
import { type Condition, condition, type Mend } from "./condition.ts"
import { independentAmong } from "./independence.ts"
import type { Label } from "./label.ts"
import type { DisputedRule, Policy } from "./policy.ts"
import { supportConditions } from "./support-conditions.ts"

/** What a label needs before it counts, under `policy` (product rule: a label needs a reason). `reason` is what it has. */
export function labelConditions(
  label: Label,
  reasoned: boolean,
  citations: readonly CitationFact[],
  policy: Policy,
  reason = "rationale",
): readonly Condition[] {
  if (label === "documented") return supportConditions(citations, policy.documented)
  if (label === "disputed") return [bothSides(reasoned, citations, policy.disputed, reason)]
  const sentence = reasoned
    ? `A ${reason} is given; it has to say what evidence is missing.`
    : "“Speculative” needs a rationale that says what evidence is missing."
  return [condition("gap-named", reasoned, sentence, { kind: "give-reason" })]
}

/** What a decision on `label` needs before it counts: the evidence of its label. Its reason stands for a rationale. */
export const decisionConditions = (
  label: Label,
  citations: readonly CitationFact[],
  policy: Policy,
): readonly Condition[] => labelConditions(label, true, citations, policy, "reason")

/** The sentence of the condition that a decision on `label` does not meet; null when it meets all. */
export const decisionLacks = (label: Label, citations: readonly CitationFact[], policy: Policy): string | null =>
  decisionConditions(label, citations, policy).find(({ met }) => !met)?.sentence ?? null

function bothSides(
  reasoned: boolean,
  citations: readonly CitationFact[],
  rule: DisputedRule,
  reason: string,
): Condition {
  const supported = citations.some(({ stance }) => stance === "supports")
  const disputes = independentAmong(citations.filter(({ stance }) => stance === "disputes"))
  const both = supported && disputes >= rule.independent
  const met = both || (rule.evidence === "reasoned" && reasoned)
  const sentence = both
    ? "There is evidence on both sides."
    : met
      ? `A ${reason} is given; it has to name the reasons on both sides.`
      : lackSentence(supported, disputes, rule)
  const mend: Mend = { kind: "cite", stance: supported ? "disputes" : "supports" }
  return condition("both-sides", met, sentence, mend)
}

function lackSentence(supported: boolean, disputes: number, { evidence, independent }: DisputedRule): string {
  const way =
    evidence === "reasoned" ? "Cite a source there, or write a rationale that gives both sides" : "Cite a source there"
  const against = disputes >= independent
  if (disputes > 0 && !against)
    return `“Disputed” needs ${independent} independent sources against it; it has ${disputes}${supported ? "" : ", and nothing is cited for it"}. ${way}.`
  const side = supported ? "the side against it" : against ? "the side for it" : "either side"
  return `“Disputed” needs evidence on both sides; nothing is cited for ${side}. ${way}.`
}
