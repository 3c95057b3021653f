import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { labels } from "../../lib/domain/label.ts"
import { defaultPolicy, type Policy } from "../../lib/domain/policy.ts"
import {
  type ClaimFacts,
  counts,
  decisionLacks,
  labelConditions,
  verdictConditions,
  verdictOf,
} from "../../lib/domain/verdict.ts"
import { cited, claimFacts, policies, votes } from "./facts.ts"

const facts = (annotations: ClaimFacts["annotations"], citations = "", more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  annotations,
  citations: cited(citations),
  blockingFlags: 0,
  adjudication: null,
  ...more,
})
const verdict = (words: string, citations = "", policy: Partial<Policy> = {}, more: Partial<ClaimFacts> = {}) => {
  const { state, label } = verdictOf(facts(words ? votes(words) : [], citations, more), { ...defaultPolicy, ...policy })
  return label ? `${state} ${label}` : state
}
const unmet = (given: ClaimFacts, policy: Policy) => verdictConditions(given, policy).filter(({ met }) => !met)

describe("by the default policy", () => {
  test.each([
    ["", "", "open"],
    ["documented", "supports", "in-review"],
    ["documented documented", "supports", "vetted documented"],
    ["documented documented", "", "in-review"],
    ["documented documented", "disputes mentions repeats", "in-review"],
    ["documented documented speculative", "supports", "vetted documented"],
    ["documented documented speculative speculative", "supports", "contested"],
    ["documented speculative", "supports", "contested"],
    ["documented speculative", "", "in-review"],
    ["documented speculative!", "supports", "in-review"],
    ["disputed disputed", "", "vetted disputed"],
    ["disputed disputed!", "", "in-review"],
    ["disputed! disputed!", "supports", "in-review"],
    ["disputed! disputed!", "supports disputes", "vetted disputed"],
    ["speculative speculative", "", "vetted speculative"],
    ["speculative! speculative", "", "in-review"],
  ])("“%s” with “%s” is %s", (words, citations, expected) => {
    expect(verdict(words, citations)).toBe(expected)
  })
})

describe("every value of a policy", () => {
  test.each([
    ["one annotation", { annotations: 1 }, "documented", "supports", "vetted documented"],
    ["three annotations", { annotations: 3 }, "documented documented", "supports", "in-review"],
    ["three of four", { annotations: 3 }, "documented documented documented disputed", "supports", "vetted documented"],
    ["nobody may dissent", { agreement: "all" }, "documented documented disputed", "supports", "contested"],
    ["all agree", { agreement: "all" }, "documented documented", "supports", "vetted documented"],
    ["an incomplete dissent", { agreement: "all" }, "documented documented disputed!", "supports", "vetted documented"],
    ["two supports", { supporting: 2 }, "documented documented", "supports disputes", "in-review"],
    ["two supports", { supporting: 2 }, "documented documented", "supports supports", "vetted documented"],
    ["both sides cited", { disputed: "cited" }, "disputed disputed", "supports", "in-review"],
    ["both sides cited", { disputed: "cited" }, "disputed disputed", "supports disputes", "vetted disputed"],
    ["reasons will do", { disputed: "reasoned" }, "disputed disputed", "", "vetted disputed"],
    ["a lenient policy", { annotations: 1 }, "speculative!", "", "in-review"],
    ["a lenient policy", { annotations: 1 }, "documented", "", "in-review"],
  ] as const)("%s", (_name, policy, words, citations, expected) => {
    expect(verdict(words, citations, policy)).toBe(expected)
  })
})

describe("a decision needs the evidence of its label, and its reason stands for a rationale", () => {
  test.each([
    ["documented", "", {}, "in-review"],
    ["documented", "disputes mentions repeats", {}, "in-review"],
    ["documented", "supports", {}, "vetted documented"],
    ["documented", "supports", { supporting: 2 }, "in-review"],
    ["disputed", "", {}, "vetted disputed"],
    ["disputed", "supports", { disputed: "cited" }, "in-review"],
    ["disputed", "supports disputes", { disputed: "cited" }, "vetted disputed"],
    ["speculative", "", {}, "vetted speculative"],
  ] as const)("%s with “%s” under %o is %s", (adjudication, citations, policy, expected) => {
    expect(verdict("", citations, policy, { adjudication })).toBe(expected)
    expect(verdict("speculative speculative", citations, policy, { adjudication })).toBe(expected)
    const lacks = decisionLacks(adjudication, cited(citations), { ...defaultPolicy, ...policy })
    expect(lacks === null).toBe(expected !== "in-review")
  })
})

test("a decision overrides the count, whatever was said, and a flag blocks it as well", () => {
  expect(verdict("documented documented", "supports", {}, { adjudication: "speculative" })).toBe("vetted speculative")
  expect(verdict("", "", {}, { adjudication: "disputed" })).toBe("vetted disputed")
  expect(verdict("", "", {}, { adjudication: "disputed", blockingFlags: 1 })).toBe("blocked disputed")
  expect(verdictOf(facts([], "", { adjudication: "disputed" }), defaultPolicy).by).toBe("adjudication")
})

test("two annotations of one person are one voice", () => {
  const [said] = votes("speculative")
  expect(verdictOf(facts([said!, said!]), defaultPolicy).state).toBe("in-review")
  expect(verdictConditions(facts([said!, said!]), defaultPolicy)[0]!.sentence).toBe(
    "Two reviewers must agree; so far one reviewer says speculative.",
  )
})

const law = (name: string, holds: (facts: ClaimFacts, policy: Policy) => void) =>
  test(name, () => fc.assert(fc.property(claimFacts, policies, holds), { numRuns: 2_000 }))

test("the order of reviewers and citations does not matter", () => {
  const shuffled = claimFacts.chain(given =>
    fc.record({
      given: fc.constant(given),
      annotations: fc.shuffledSubarray([...given.annotations], { minLength: given.annotations.length }),
      citations: fc.shuffledSubarray([...given.citations], { minLength: given.citations.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, policies, ({ given, annotations, citations }, policy) => {
      const other = { ...given, annotations, citations }
      expect(verdictOf(other, policy)).toEqual(verdictOf(given, policy))
      const sorted = (f: ClaimFacts) => [...verdictConditions(f, policy)].map(c => `${c.code} ${c.met}`).sort()
      expect(sorted(other)).toEqual(sorted(given))
    }),
    { numRuns: 2_000 },
  )
})

law("one more blocking flag never makes a claim vetted, and changes neither label nor who gave it", (given, policy) => {
  const [before, after] = [given, { ...given, blockingFlags: given.blockingFlags + 1 }].map(f => verdictOf(f, policy))
  expect(after!.state).not.toBe("vetted")
  expect({ label: after!.label, by: after!.by }).toEqual({ label: before!.label, by: before!.by })
})

law("documented is never the verdict, nor decided, without the support that the policy demands", (given, policy) => {
  const { label } = verdictOf(given, policy)
  const supports = given.citations.filter(({ stance }) => stance === "supports").length
  if (label === "documented") expect(supports).toBeGreaterThanOrEqual(Math.max(1, policy.supporting))
})

law(
  "who wins by the policy has enough people with complete annotations behind it, and more than dissent",
  (f, policy) => {
    const { label, by } = verdictOf(f, policy)
    if (by !== "policy") return
    const complete = f.annotations.filter(annotation => counts(annotation, f.citations, policy))
    const [own, others] = [complete.filter(a => a.label === label), complete.filter(a => a.label !== label)]
    expect(own.length).toBeGreaterThanOrEqual(policy.annotations)
    expect(own.length).toBeGreaterThan(others.length)
    if (policy.agreement === "all") expect(others).toEqual([])
  },
)

law("a claim is vetted or blocked exactly when the conditions of a verdict are met", (given, policy) => {
  const { state } = verdictOf(given, policy)
  const lacks = unmet(given, policy).map(({ code }) => code)
  const decided = given.adjudication
    ? lacks.every(code => code === "flag-open")
    : !lacks.includes("enough-agree") && !lacks.includes("dissent")
  expect(state === "vetted" || state === "blocked").toBe(decided)
  expect(state === "vetted").toBe(decided && !lacks.includes("flag-open"))
  if (state === "contested") expect(lacks.some(code => code === "dissent" || code === "enough-agree")).toBe(true)
})

law("whoever gave a label that does not count yet is told what it lacks", (given, policy) => {
  if (given.adjudication) return
  const shown = unmet(given, policy).map(({ sentence }) => sentence)
  for (const annotation of given.annotations.filter(a => !counts(a, given.citations, policy)))
    for (const { met, sentence } of labelConditions(annotation.label, annotation.reasoned, given.citations, policy))
      if (!met) expect(shown).toContain(sentence)
})

law("every condition is a sentence", (given, policy) => {
  for (const { sentence } of verdictConditions(given, policy)) expect(sentence).toMatch(/^[“A-Z0-9].*\.$/s)
})

test("what a label lacks is said in words that name the side", () => {
  const [first] = labelConditions("disputed", false, cited("supports"), { ...defaultPolicy, disputed: "cited" })
  expect(first!.sentence).toBe(
    "“Disputed” needs evidence on both sides; nothing is cited for the side against it. Cite a source there.",
  )
  const sentence = (words: string, citations: string) =>
    unmet(facts(votes(words), citations), { ...defaultPolicy, supporting: 2 }).map(c => c.sentence)
  expect(sentence("documented", "supports")).toContain("“Documented” needs 2 supporting citations; it has 1.")
  expect(sentence("speculative!", "")).toContain("“Speculative” needs a rationale that says what evidence is missing.")
})

test("a decision's reason is called a reason", () => {
  const sentences = (adjudication: "disputed" | "speculative") =>
    verdictConditions(facts([], "", { adjudication }), defaultPolicy).map(({ sentence }) => sentence)
  expect(sentences("disputed")[1]).toBe("A reason is given; it has to name the reasons on both sides.")
  expect(sentences("speculative")[1]).toBe("A reason is given; it has to say what evidence is missing.")
})

test("a rationale is never said to do what no machine can see", () => {
  for (const label of labels)
    for (const { sentence } of labelConditions(label, true, [], defaultPolicy))
      expect(sentence).not.toMatch(/rationale (says|gives|names)/)
})
