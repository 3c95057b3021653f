import { type Label, labels } from "./label.ts"
import type { Agreement, ContestedRule, DisputedRule, DocumentedRule, Policy, VoteRule } from "./policy.ts"
import { agreementWords, kindsInWords, orBetter } from "./policy-words.ts"

/**
 * What a policy demands, one sentence a rule, in the order in which a claim meets them; what "speculative" needs and
 * what a contradiction means is the same under every policy and said all the same.
 */
export const policySentences = (policy: Policy): readonly string[] => [
  ...reviewersSentences(policy),
  ...agreementSentences(policy),
  ...documentedSentences(policy.documented),
  disputedSentence(policy.disputed),
  "“Speculative” needs a rationale that says what evidence is missing.",
  ...contestedSentences(policy.contested),
  "A claim that is confirmed to contradict another is documented only by an editor’s decision.",
  policy.adjudicateOwn
    ? "An editor may decide on a claim that they labelled themselves."
    : "An editor may not decide on a claim that they labelled themselves.",
]

/** One sentence when every label asks for as many, else one a label. */
function reviewersSentences(policy: Policy): readonly string[] {
  const { annotations } = policy.documented
  if (labels.every(label => policy[label].annotations === annotations))
    return [
      annotations === 1
        ? "One reviewer's label is enough for a verdict."
        : `${capital(counted(annotations))} reviewers must give a claim the same label.`,
    ]
  return labels.map(label => {
    const n = policy[label].annotations
    return n === 1
      ? `One reviewer is enough for ${quoted(label)}.`
      : `${capital(counted(n))} reviewers must agree on ${quoted(label)}.`
  })
}

function agreementSentences(policy: Policy): readonly string[] {
  const { agreement } = policy.documented
  if (labels.every(label => policy[label].agreement === agreement)) return [everyLabel[agreement]]
  return [
    ...labels.map(label => oneLabel[policy[label].agreement](quoted(label, capital))),
    "Dissent is kept and goes into the export.",
  ]
}

const everyLabel: Readonly<Record<Agreement, string>> = {
  majority: "More than half of the labels must agree. Dissent is kept and goes into the export.",
  "two-thirds": "At least two thirds of the labels must agree. Dissent is kept and goes into the export.",
  all: "Nobody may disagree: a different label keeps the claim from having a verdict.",
}

const oneLabel: Readonly<Record<Agreement, (label: string) => string>> = {
  majority: label => `${label} wins with more than half of the labels.`,
  "two-thirds": label => `${label} wins with at least two thirds of the labels.`,
  all: label => `${label} wins only when nobody disagrees.`,
}

function documentedSentences(rule: DocumentedRule): readonly string[] {
  const { supporting, independent, kinds, grade, credibility } = rule
  const list = [
    `“Documented” needs at least ${counted(supporting)} supporting ${supporting === 1 ? "citation" : "citations"}.`,
  ]
  if (kinds.length > 0) list.push(`For “documented” only citations from ${kindsInWords(kinds)} count.`)
  if (grade) list.push(`For “documented” only sources count whose reliability is graded ${orBetter(grade)}.`)
  if (credibility)
    list.push(`For “documented” only citations count whose credibility is rated ${orBetter(credibility)}.`)
  if (grade || credibility) list.push("What nobody has graded, or cannot be judged, satisfies no minimum.")
  if (independent > 1)
    list.push(
      `“Documented” needs ${counted(independent)} sources that are independent: none derives from another, and no two share an origin.`,
    )
  return list
}

function disputedSentence({ evidence, independent }: DisputedRule): string {
  const against = independent === 1 ? "one against it" : `${counted(independent)} independent sources against it`
  return evidence === "cited"
    ? `“Disputed” needs a citation for the claim and ${against}.`
    : `“Disputed” needs a citation for the claim and ${against}, or a rationale that gives the reasons on both sides.`
}

function contestedSentences({ votes, evidence, independent, grade }: ContestedRule): readonly string[] {
  const split = votes
    ? "When reviewers give different labels and none wins, the claim is contested."
    : "When reviewers give different labels and none wins, the claim stays in review."
  const graded = grade ? ` graded ${orBetter(grade)}` : ""
  const sources =
    independent === 1 ? `a source${graded} disputes` : `${counted(independent)} independent sources${graded} dispute`
  return evidence
    ? [split, `When ${sources} a claim that has support, it is contested unless the reviewers label it disputed.`]
    : [split, "Sources on both sides do not make a claim contested by themselves."]
}

/** One rule of a policy that is different now: its name, what it was and what it is. */
export interface PolicyDifference {
  readonly name: string
  readonly was: string
  readonly is: string
}

/** What is different in `after`, one sentence a rule, with what it was before. Empty when nothing is. */
export const policyChanges = (before: Policy, after: Policy): readonly string[] =>
  policyDifferences(before, after).map(({ name, was, is }) => `${name}: ${is} (before: ${was}).`)

/** The rules that are different in `after`. */
export const policyDifferences = (before: Policy, after: Policy): readonly PolicyDifference[] => [
  ...voteChanges("Reviewers who must agree", before, after, rule => String(rule.annotations)),
  ...voteChanges("Agreement", before, after, rule => agreementWords[rule.agreement]),
  ...terms.flatMap(([name, says]) => changed(name, says(before), says(after))),
]

const changed = (name: string, was: string, is: string): readonly PolicyDifference[] =>
  was === is ? [] : [{ name, was, is }]

/** What is different in a rule that each label has: one when it is the same of all, else one a label. */
function voteChanges(
  name: string,
  before: Policy,
  after: Policy,
  says: (rule: VoteRule) => string,
): readonly PolicyDifference[] {
  const of = (policy: Policy) => [...new Set(labels.map(label => says(policy[label])))]
  const [was, is] = [of(before), of(after)]
  if (was.length === 1 && is.length === 1) return changed(name, was.join(), is.join())
  return labels.flatMap(label => changed(`${name} on ${quoted(label)}`, says(before[label]), says(after[label])))
}

type Term = readonly [name: string, says: (policy: Policy) => string]

const terms: readonly Term[] = [
  ["Supporting citations for “documented”", ({ documented }) => String(documented.supporting)],
  ["Independent sources for “documented”", ({ documented }) => String(documented.independent)],
  ["Kinds of source for “documented”", ({ documented }) => kindsInWords(documented.kinds)],
  ["Reliability for “documented”", ({ documented }) => minimum(documented.grade)],
  ["Credibility for “documented”", ({ documented }) => minimum(documented.credibility)],
  [
    "“Disputed” needs",
    ({ disputed }) =>
      disputed.evidence === "cited" ? "citations on both sides" : "citations or reasons on both sides",
  ],
  ["Independent sources against a “disputed” claim", ({ disputed }) => String(disputed.independent)],
  ["Different labels of which none wins", ({ contested }) => (contested.votes ? "contested" : "in review")],
  [
    "Sources that dispute a claim with support",
    ({ contested }) =>
      contested.evidence
        ? `contested from ${contested.independent} on, reliability ${minimum(contested.grade)}`
        : "not contested",
  ],
  ["Deciding on a claim one labelled oneself", ({ adjudicateOwn }) => (adjudicateOwn ? "allowed" : "not allowed")],
]

const minimum = (grade: string | number | null) => (grade === null ? "any" : orBetter(grade))
const quoted = (label: Label, shown = (words: string) => words) => `“${shown(label)}”`
const counted = (n: number) =>
  ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][n] ?? String(n)
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
