import { labels } from "../../../../../lib/domain/label.ts"
import type { Policy } from "../../../../../lib/domain/policy.ts"
import { agreementWords, kindsInWords, orBetter } from "../../../../../lib/domain/policy-words.ts"
import type { MergeField } from "../../../../_ui/record-merge.ts"

const least = (grade: string | number | null) => (grade === null ? "any" : orBetter(grade))
const yes = (is: boolean) => (is ? "yes" : "no")

/** The rules of a policy one by one, as two versions of it are compared. */
export const policyMergeFields: readonly MergeField<Policy>[] = [
  ...labels.flatMap(label => [
    {
      path: `${label}.annotations`,
      label: `Reviewers who must agree on “${label}”`,
      say: (policy: Policy) => String(policy[label].annotations),
    },
    {
      path: `${label}.agreement`,
      label: `Agreement on “${label}”`,
      say: (policy: Policy) => agreementWords[policy[label].agreement],
    },
  ]),
  { path: "documented.supporting", label: "Supporting citations for “documented”" },
  { path: "documented.independent", label: "Independent sources for “documented”" },
  {
    path: "documented.kinds",
    label: "Kinds of source that count for “documented”",
    say: ({ documented }) => kindsInWords(documented.kinds),
  },
  {
    path: "documented.grade",
    label: "Least reliability of a source for “documented”",
    say: ({ documented }) => least(documented.grade),
  },
  {
    path: "documented.credibility",
    label: "Least credibility of a citation for “documented”",
    say: ({ documented }) => least(documented.credibility),
  },
  {
    path: "disputed.evidence",
    label: "What “disputed” needs",
    say: ({ disputed }) =>
      disputed.evidence === "cited"
        ? "citations on both sides"
        : "citations on both sides, or a rationale that gives both",
  },
  { path: "disputed.independent", label: "Independent sources against a “disputed” claim" },
  {
    path: "contested.votes",
    label: "A claim is contested when reviewers give different labels and none wins",
    say: ({ contested }) => yes(contested.votes),
  },
  {
    path: "contested.evidence",
    label: "A claim is contested when it has support and sources dispute it too",
    say: ({ contested }) => yes(contested.evidence),
  },
  { path: "contested.independent", label: "Independent sources that make a claim contested" },
  {
    path: "contested.grade",
    label: "Least reliability of sources that make a claim contested",
    say: ({ contested }) => least(contested.grade),
  },
  {
    path: "adjudicateOwn",
    label: "An editor may decide on a claim that they labelled themselves",
    say: ({ adjudicateOwn }) => yes(adjudicateOwn),
  },
]
