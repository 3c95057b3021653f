import type { Policy } from "./policy.ts"

/**
 * What a policy demands, one sentence a rule, in the order in which a claim meets them; what "speculative" needs is
 * the same under every policy and said all the same.
 */
export const policySentences = (policy: Policy): readonly string[] => [
  policy.annotations === 1
    ? "One reviewer's label is enough for a verdict."
    : `${capital(counted(policy.annotations))} reviewers must give a claim the same label.`,
  policy.agreement === "all"
    ? "Nobody may disagree: a different label makes the claim contested."
    : "More than half of the labels must agree. Dissent is kept and goes into the export.",
  `“Documented” needs at least ${counted(policy.supporting)} supporting ${policy.supporting === 1 ? "citation" : "citations"}.`,
  policy.disputed === "cited"
    ? "“Disputed” needs a citation for the claim and one against it."
    : "“Disputed” needs citations on both sides, or a rationale that gives the reasons on both.",
  "“Speculative” needs a rationale that says what evidence is missing.",
  policy.adjudicateOwn
    ? "An editor may decide on a claim that they labelled themselves."
    : "An editor may not decide on a claim that they labelled themselves.",
]

/** What is different in `after`, one sentence a rule, with what it was before. Empty when nothing is. */
export const policyChanges = (before: Policy, after: Policy): readonly string[] =>
  (Object.keys(terms) as (keyof Policy)[]).flatMap(key => {
    const { name, says } = terms[key] as { name: string; says: (value: Policy[typeof key]) => string }
    return before[key] === after[key] ? [] : [`${name}: ${says(after[key])} (before: ${says(before[key])}).`]
  })

const terms: { readonly [K in keyof Policy]: { readonly name: string; readonly says: (value: Policy[K]) => string } } =
  {
    annotations: { name: "Reviewers who must agree", says: String },
    agreement: { name: "Agreement", says: how => (how === "all" ? "nobody may disagree" : "a majority is enough") },
    supporting: { name: "Supporting citations for “documented”", says: String },
    disputed: {
      name: "“Disputed” needs",
      says: how => (how === "cited" ? "citations on both sides" : "citations or reasons on both sides"),
    },
    adjudicateOwn: { name: "Deciding on a claim one labelled oneself", says: may => (may ? "allowed" : "not allowed") },
  }

const counted = (n: number) =>
  ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][n] ?? String(n)
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
