import { describe, expect, test } from "vitest"
import type { ConditionCode } from "../../lib/domain/condition.ts"
import { labelConditions } from "../../lib/domain/label-conditions.ts"
import { cited } from "./facts.ts"
import { type PolicyWords, policyOf } from "./policies.ts"

const documented = (citations: string, rule: PolicyWords["documented"] = {}) =>
  labelConditions("documented", false, cited(citations), policyOf({ documented: rule }))
const lacks = (citations: string, rule: PolicyWords["documented"]) =>
  documented(citations, rule)
    .filter(({ met }) => !met)
    .map(({ code }) => code.replace("support-", ""))
    .join(" ")

const record = { kinds: ["archival-record", "press"] } as const

describe("documented", () => {
  test.each([
    ["", {}, "cited"],
    ["supports", {}, ""],
    ["supports supports", { supporting: 2 }, ""],
    ["supports/memoir", record, "kind"],
    ["supports/press", record, ""],
    ["supports/press supports/memoir", { ...record, supporting: 2 }, "kind"],
    ["supports", { grade: "B" }, "graded"],
    ["supports@F", { grade: "E" }, "graded"],
    ["supports@C", { grade: "B" }, "graded"],
    ["supports@A", { grade: "B" }, ""],
    ["supports@A3", { grade: "B", credibility: 2 }, "credible"],
    ["supports@A6", { credibility: 5 }, "credible"],
    ["supports@C2", { credibility: 2 }, ""],
    ["supports:a supports:b", { independent: 2 }, ""],
    ["supports:a supports:a", { independent: 2 }, "independent"],
    ["supports:a supports:b<a", { independent: 2 }, "independent"],
    ["supports:a<c supports:b<c", { independent: 2 }, "independent"],
    ["supports:a disputes:b", { independent: 2 }, "independent"],
    // All that is asked for has to meet in the same citations.
    ["supports:a@A/memoir supports:b@C/press", { ...record, grade: "B" }, "graded"],
    ["supports:a@A1 supports:b@C1", { grade: "B", independent: 2 }, "independent"],
    ["supports:a@A1 supports:b@A4", { credibility: 2, independent: 2 }, "independent"],
  ] as const)("“%s” under %o lacks “%s”", (citations, rule, expected) => {
    expect(lacks(citations, rule)).toBe(expected)
  })
})

describe("disputed", () => {
  test.each([
    ["", false, {}, false],
    ["", true, {}, true],
    ["", true, { evidence: "cited" }, false],
    ["supports disputes", false, {}, true],
    ["supports disputes:a", false, { independent: 2 }, false],
    ["supports disputes:a disputes:b", false, { independent: 2 }, true],
    ["disputes:a disputes:b", false, { independent: 2 }, false],
    ["supports disputes:a disputes:b<a", false, { independent: 2 }, false],
    ["supports disputes:a", true, { independent: 2 }, true],
  ] as const)("“%s” with a reason %s under %o: %s", (citations, reasoned, rule, expected) => {
    const [condition] = labelConditions("disputed", reasoned, cited(citations), policyOf({ disputed: rule }))
    expect(condition!.met).toBe(expected)
  })
})

test.each([
  ["supports", "", {}, "One citation supports it.", null],
  ["", "", {}, "“Documented” needs a supporting citation; it has none.", { kind: "cite", stance: "supports" }],
  [
    "supports/memoir",
    "support-kind",
    record,
    "“Documented” needs a supporting citation from archival records or the press; it has none.",
    { kind: "cite", stance: "supports" },
  ],
  [
    "supports:a@A supports:b",
    "support-graded",
    { grade: "B", supporting: 2 },
    "“Documented” needs 2 supporting citations, each from a source graded B or better; it has 1. The reliability of a cited source is not judged yet.",
    { kind: "grade-source", sourceId: "b" },
  ],
  [
    "supports:a@C",
    "support-graded",
    { grade: "A" },
    "“Documented” needs a supporting citation from a source graded A; it has none.",
    { kind: "cite", stance: "supports" },
  ],
  [
    "supports@A1 supports@A",
    "support-credible",
    { credibility: 2, supporting: 2 },
    "“Documented” needs 2 supporting citations rated 2 or better; it has 1. The credibility of a citation is not judged yet.",
    { kind: "rate-citation", citationId: "c1" },
  ],
  [
    "supports:b<a supports:a",
    "support-independent",
    { independent: 2 },
    "“Documented” needs 2 independent supporting sources; it has 1. Sources that derive from one another or share an origin are one witness.",
    { kind: "lineage", sourceId: "b" },
  ],
  [
    "supports:a supports:a",
    "support-independent",
    { independent: 2 },
    "“Documented” needs 2 independent supporting sources; it has 1.",
    { kind: "cite", stance: "supports" },
  ],
] as const)("“%s”, %s under %o is told: %s", (citations, code, rule, sentence, mend) => {
  const wanted: ConditionCode = code || "support-cited"
  const condition = documented(citations, rule).find(one => one.code === wanted)!
  expect(condition.sentence).toBe(sentence)
  expect(condition.mend ?? null).toEqual(mend)
})

test("what is missing on a side of “disputed” is named", () => {
  const said = (citations: string, rule: NonNullable<PolicyWords["disputed"]>) => {
    const [condition] = labelConditions("disputed", false, cited(citations), policyOf({ disputed: rule }))
    return [condition!.sentence, condition!.mend]
  }
  const cite = (stance: string) => ({ kind: "cite", stance })
  expect(said("supports disputes:a", { evidence: "cited", independent: 2 })).toEqual([
    "“Disputed” needs 2 independent sources against it; it has 1. Cite a source there.",
    cite("disputes"),
  ])
  expect(said("disputes:a", { evidence: "cited" })).toEqual([
    "“Disputed” needs evidence on both sides; nothing is cited for the side for it. Cite a source there.",
    cite("supports"),
  ])
  expect(said("", {})).toEqual([
    "“Disputed” needs evidence on both sides; nothing is cited for either side. Cite a source there, or write a rationale that gives both sides.",
    cite("supports"),
  ])
})
