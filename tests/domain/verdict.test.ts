import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { CitationFact, ClaimFacts } from "../../lib/domain/claim-facts.ts"
import { areMet } from "../../lib/domain/condition.ts"
import { labels } from "../../lib/domain/label.ts"
import { decisionLacks, labelConditions } from "../../lib/domain/label-conditions.ts"
import { defaultPolicy, type Policy } from "../../lib/domain/policy.ts"
import { completeAnnotations } from "../../lib/domain/tally.ts"
import { verdictOf } from "../../lib/domain/verdict.ts"
import { conditionsByLabel, verdictConditions } from "../../lib/domain/verdict-conditions.ts"
import { cited, claimFacts, factsOf, votes } from "./facts.ts"
import { type PolicyWords, policies, policyOf } from "./policies.ts"

const verdict = (words: string, citations = "", policy: PolicyWords = {}, more: Partial<ClaimFacts> = {}) => {
  const { state, label } = verdictOf(factsOf(words, citations, more), policyOf(policy))
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

describe("each label has its own rule for votes", () => {
  test.each([
    [{ speculative: { annotations: 1 } }, "speculative", "", "vetted speculative"],
    [{ speculative: { annotations: 1 } }, "documented", "supports", "in-review"],
    [{ documented: { annotations: 3 } }, "documented documented", "supports", "in-review"],
    [{ documented: { annotations: 3 } }, "disputed disputed", "", "vetted disputed"],
    [{ agreement: "two-thirds" }, "documented documented disputed", "supports", "vetted documented"],
    [{ agreement: "two-thirds" }, "documented documented documented disputed disputed", "supports", "contested"],
    [{ documented: { agreement: "all" } }, "documented documented disputed", "supports", "contested"],
    [{ documented: { agreement: "all" } }, "disputed disputed documented", "supports", "vetted disputed"],
  ] as const)("%o with “%s” and “%s” is %s", (policy, words, citations, expected) => {
    expect(verdict(words, citations, policy)).toBe(expected)
  })
})

describe("what makes a claim contested", () => {
  const sources = { contested: { evidence: true } }
  const two = { contested: { evidence: true, independent: 2, grade: "B" } } as const
  test.each([
    ["votes", {}, "documented speculative", "supports", "contested"],
    ["votes do not", { contested: { votes: false } }, "documented speculative", "supports", "in-review"],
    ["sources do not", {}, "documented documented", "supports disputes", "vetted documented"],
    ["sources", sources, "documented documented", "supports disputes", "contested"],
    ["sources of one side do not", sources, "documented documented", "supports", "vetted documented"],
    ["sources without support do not", sources, "speculative speculative", "disputes", "vetted speculative"],
    ["sources before enough agree", sources, "documented", "supports disputes", "contested"],
    ["sources before anybody labels do not", sources, "", "supports disputes", "open"],
    ["sources of a disputed claim do not", sources, "disputed disputed", "supports disputes", "vetted disputed"],
    ["one source where two are asked", two, "documented documented", "supports disputes:a@A", "vetted documented"],
    ["two sources", two, "documented documented", "supports disputes:a@A disputes:b@B", "contested"],
    ["two of one origin", two, "documented documented", "supports disputes:a<c@A disputes:b<c@A", "vetted documented"],
    ["one too bad", two, "documented documented", "supports disputes:a@A disputes:b@C", "vetted documented"],
    ["one unknown", two, "documented documented", "supports disputes:a@A disputes:b@F", "vetted documented"],
  ] as const)("%s: %o, “%s”, “%s” is %s", (_name, policy, words, citations, expected) => {
    expect(verdict(words, citations, policy)).toBe(expected)
  })

  test("an editor decides in spite of it", () => {
    const decided = { adjudication: "documented", contradictions: 1 } as const
    expect(verdict("disputed", "supports disputes", sources, decided)).toBe("vetted documented")
  })
})

test("a confirmed contradiction keeps the count from making a claim documented, and nothing else", () => {
  const contradicted = { contradictions: 1 }
  expect(verdict("documented documented", "supports", {}, contradicted)).toBe("contested")
  expect(verdict("disputed disputed", "", {}, contradicted)).toBe("vetted disputed")
  expect(verdict("speculative speculative", "", {}, contradicted)).toBe("vetted speculative")
  expect(unmet(factsOf("documented documented", "supports", contradicted), defaultPolicy)).toEqual([
    {
      code: "contradiction",
      met: false,
      sentence: "Another claim is confirmed to contradict it, and both cannot be documented. An editor can decide.",
      mend: { kind: "adjudicate" },
    },
  ])
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
    const lacks = decisionLacks(adjudication, cited(citations), policyOf(policy))
    expect(lacks === null).toBe(expected !== "in-review")
  })
})

test("a decision overrides the count, whatever was said, and a flag blocks it as well", () => {
  expect(verdict("documented documented", "supports", {}, { adjudication: "speculative" })).toBe("vetted speculative")
  expect(verdict("", "", {}, { adjudication: "disputed" })).toBe("vetted disputed")
  expect(verdict("", "", {}, { adjudication: "disputed", blockingFlags: 1 })).toBe("blocked disputed")
  expect(verdictOf(factsOf("", "", { adjudication: "disputed" }), defaultPolicy).by).toBe("adjudication")
})

test("two annotations of one person are one voice", () => {
  const [said] = votes("speculative")
  const twice = factsOf("", "", { annotations: [said!, said!] })
  expect(verdictOf(twice, defaultPolicy).state).toBe("in-review")
  expect(verdictConditions(twice, defaultPolicy)[0]!.sentence).toBe(
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
  if (label === "documented") expect(supports).toBeGreaterThanOrEqual(Math.max(1, policy.documented.supporting))
})

law(
  "who wins by the policy has enough people with complete annotations behind it, and more than dissent",
  (f, policy) => {
    const { label, by } = verdictOf(f, policy)
    if (by !== "policy" || !label) return
    const complete = completeAnnotations(f, policy)
    const [own, others] = [complete.filter(a => a.label === label), complete.filter(a => a.label !== label)]
    expect(own.length).toBeGreaterThanOrEqual(policy[label].annotations)
    expect(own.length).toBeGreaterThan(others.length)
    if (policy[label].agreement === "two-thirds") expect(own.length).toBeGreaterThanOrEqual(2 * others.length)
    if (policy[label].agreement === "all") expect(others).toEqual([])
  },
)

const hindrances = ["enough-agree", "dissent", "evidence-conflict", "contradiction"]

law("a claim is vetted or blocked exactly when the conditions of a verdict are met", (given, policy) => {
  const { state } = verdictOf(given, policy)
  const lacks = unmet(given, policy).map(({ code }) => code)
  const decided = given.adjudication
    ? lacks.every(code => code === "flag-open")
    : lacks.every(code => !hindrances.includes(code))
  expect(state === "vetted" || state === "blocked").toBe(decided)
  expect(state === "vetted").toBe(decided && !lacks.includes("flag-open"))
  if (state === "contested") expect(lacks.some(code => hindrances.includes(code))).toBe(true)
})

law(
  "the verdict by the policy is the label whose conditions are all met, and there is one at most",
  (given, policy) => {
    const counted = { ...given, adjudication: null }
    const complete = Object.entries(conditionsByLabel(counted, policy)).filter(([, conditions]) => areMet(conditions))
    const { label } = verdictOf(counted, policy)
    expect(complete.map(([name]) => name)).toEqual(label ? [label] : [])
  },
)

law("whoever gave a label that does not count yet is told what it lacks", (given, policy) => {
  if (given.adjudication) return
  const shown = unmet(given, policy).map(({ sentence }) => sentence)
  const complete = completeAnnotations(given, policy)
  for (const annotation of given.annotations.filter(one => !complete.includes(one)))
    for (const { met, sentence } of labelConditions(annotation.label, annotation.reasoned, given.citations, policy))
      if (!met) expect(shown).toContain(sentence)
})

law("every condition is a sentence, and one that is not met says what would mend it", (given, policy) => {
  const all = [...verdictConditions(given, policy), ...Object.values(conditionsByLabel(given, policy)).flat()]
  for (const { met, sentence, mend } of all) {
    expect(sentence).toMatch(/^[“A-Z0-9].*\.$/s)
    expect(mend === undefined).toBe(met)
  }
})

/** A supporting citation of a source that has nothing to do with the others, as good as can be or as bad. */
const newSupport = fc
  .constantFrom("supports:new@A1", "supports:new@F6", "supports:new", "supports:new@E5/other", "supports:new@B2/press")
  .map(words => ({ ...(cited(words)[0] as CitationFact), id: "new" }))

test("one more independent source that supports a claim never takes “documented” from it, nor a condition", () => {
  fc.assert(
    fc.property(claimFacts, policies, newSupport, (given, policy, support) => {
      const more = { ...given, citations: [...given.citations, support] }
      if (verdictOf(given, policy).label === "documented")
        expect(verdictOf(more, policy)).toEqual(verdictOf(given, policy))
      const met = (facts: ClaimFacts) =>
        labelConditions("documented", false, facts.citations, policy).flatMap(({ code, met }) => (met ? [code] : []))
      expect(met(more)).toEqual(expect.arrayContaining(met(given)))
    }),
    { numRuns: 2_000 },
  )
})

test("a source cannot be its own witness: cited again, it is no second one", () => {
  fc.assert(
    fc.property(claimFacts, fc.nat(6), policies, ({ citations }, at, policy) => {
      const again = citations[at % Math.max(1, citations.length)]
      if (!again) return
      const independent = (list: readonly CitationFact[]) =>
        labelConditions("documented", false, list, policy).find(({ code }) => code === "support-independent")?.sentence
      const before = independent(citations)
      const after = independent([...citations, { ...again, id: "again", stance: "supports" }])
      const cites = citations.some(
        ({ sourceId, stance, credibility }) =>
          sourceId === again.sourceId && stance === "supports" && credibility === again.credibility,
      )
      if (cites) expect(after).toBe(before)
    }),
    { numRuns: 2_000 },
  )
})

test("what a label lacks is said in words that name the side", () => {
  const [first] = labelConditions("disputed", false, cited("supports"), policyOf({ disputed: "cited" }))
  expect(first!.sentence).toBe(
    "“Disputed” needs evidence on both sides; nothing is cited for the side against it. Cite a source there.",
  )
  const sentence = (words: string, citations: string) =>
    unmet(factsOf(words, citations), policyOf({ supporting: 2 })).map(c => c.sentence)
  expect(sentence("documented", "supports")).toContain("“Documented” needs 2 supporting citations; it has 1.")
  expect(sentence("speculative!", "")).toContain("“Speculative” needs a rationale that says what evidence is missing.")
})

test("a decision's reason is called a reason", () => {
  const sentences = (adjudication: "disputed" | "speculative") =>
    verdictConditions(factsOf("", "", { adjudication }), defaultPolicy).map(({ sentence }) => sentence)
  expect(sentences("disputed")[1]).toBe("A reason is given; it has to name the reasons on both sides.")
  expect(sentences("speculative")[1]).toBe("A reason is given; it has to say what evidence is missing.")
})

test("a rationale is never said to do what no machine can see", () => {
  for (const label of labels)
    for (const { sentence } of labelConditions(label, true, [], defaultPolicy))
      expect(sentence).not.toMatch(/rationale (says|gives|names)/)
})
