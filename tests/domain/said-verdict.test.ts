import fc from "fast-check"
import { expect, test } from "vitest"
import type { AnnotationFact } from "../../lib/domain/claim-facts.ts"
import { labels } from "../../lib/domain/label.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { factsOf as factsFor, saidVerdicts } from "../../lib/domain/said-verdict.ts"
import { verdictOf } from "../../lib/domain/verdict.ts"
import { claimFacts, factsOf, votes } from "./facts.ts"
import { policies } from "./policies.ts"

/** `apart("documented/disputed documented")`: said and so of one person each; without a stroke the label is of the whole. */
const apart = (words: string): readonly AnnotationFact[] =>
  words.split(" ").map((word, at) => {
    const [said, so] = word.split("/")
    const own = votes(Array.from({ length: at + 1 }, () => so ?? said!).join(" "))[at]!
    return so === undefined ? own : { ...own, said: own.label && votes(said!)[0]!.label, so: own.label }
  })

test.each([
  ["documented", "supports", null, null],
  ["documented/disputed documented/disputed", "supports", "documented", "disputed"],
  ["documented/disputed documented/disputed", "", null, "disputed"],
  ["documented/disputed disputed", "supports", null, "disputed"],
  ["documented/disputed documented/speculative", "supports", "documented", null],
  ["speculative/speculative speculative/speculative", "", "speculative", "speculative"],
])("“%s” with “%s”: said is %s, so is %s", (words, citations, said, so) => {
  const both = saidVerdicts(factsOf("", citations, { annotations: apart(words) }), defaultPolicy)
  if (!words.includes("/")) expect(both).toBeNull()
  else expect([both?.said.label, both?.so.label]).toEqual([said, so])
})

test("a decision and a contradiction are about whether it is so", () => {
  const annotations = apart("documented/disputed documented/disputed")
  const facts = factsOf("", "supports", { annotations, adjudication: "speculative", contradictions: 1 })
  const both = saidVerdicts(facts, defaultPolicy)
  expect(both?.said).toEqual({ state: "vetted", label: "documented", by: "policy" })
  expect(both?.so).toEqual({ state: "vetted", label: "speculative", by: "adjudication" })
})

test("where the label answers whether it is so, the claim's verdict is the one on that, and said changes nothing", () => {
  const said = fc.option(fc.constantFrom(...labels))
  fc.assert(
    fc.property(claimFacts, fc.array(said, { minLength: 6, maxLength: 6 }), policies, (given, list, policy) => {
      const annotations = given.annotations.map((one, at) => ({ ...one, said: list[at] ?? null, so: one.label }))
      const facts = { ...given, annotations }
      const both = saidVerdicts(facts, policy)
      if (both) expect(both.so).toEqual(verdictOf(given, policy))
      expect(factsFor("said", facts).annotations).toHaveLength(annotations.filter(one => one.said).length)
    }),
  )
})
