import fc from "fast-check"
import { expect, test } from "vitest"
import { locatorLabels, stances } from "../../lib/domain/citation.ts"
import { citationLine, locatorLine } from "../../lib/domain/citation-line.ts"
import type { Failure, FailureCode } from "../../lib/domain/failure.ts"
import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { policyChanges, policySentences } from "../../lib/domain/policy-sentences.ts"
import { policies } from "./facts.ts"

/** One failure of every code, with what it carries; a new code does not compile without a line here. */
const failures: { readonly [C in FailureCode]: Omit<Extract<Failure, { code: C }>, "code"> } = {
  "signed-out": {},
  "not-found": {},
  forbidden: { needs: "unit.edit" },
  invalid: { issues: [] },
  "too-large": { limit: 5 * 1_048_576 },
  "wrong-type": {},
  "foreign-origin": {},
  "database-away": {},
  "too-often": { retryAfter: 30 },
  conflict: { current: null, by: null },
  "request-reused": {},
  "unit-retired": {},
  "not-a-claim": {},
  "split-outside": {},
  "merge-at-end": {},
  "boundary-outside": {},
  "nothing-to-restore": {},
  "nothing-to-resplit": {},
  "resplit-outdated": {},
  "resplit-overtaken": { stretches: [{ start: 0, end: 9 }], by: "Ann Okafor" },
  "nothing-to-undo": {},
  "undo-blocked": { why: "This label was changed again in the meantime. Choose the label you want.", revision: 7 },
  "span-outside": {},
  "quote-differs": {},
  "rationale-malformed": { why: "an unknown part “image”" },
  "annotation-missing": {},
  "only-your-own": {},
  "citation-withdrawn": {},
  "flag-closed": { status: "answered" },
  "adjudication-own": {},
  "adjudication-missing": {},
  "evidence-missing": { why: "“Documented” needs a supporting citation; it has none." },
  "source-cited": { citations: 2 },
  "lineage-circle": { circle: ["My Life", "The handbook", "My Life"] },
  "source-in-lineage": {},
  "source-merged": {},
  "source-holds-merged": {},
  "merge-in-lineage": {},
  "lineage-known": { how: "quotes" },
  "text-empty": {},
  "text-binary": {},
  "text-undecodable": { encoding: "koi8-r" },
  "text-known": { documentId: "x", title: "Log book" },
  "last-owner": {},
  "invitation-spent": {},
  "already-member": {},
  "password-wrong": {},
  "password-common": {},
  "password-none": {},
  "email-taken": {},
  "setup-spent": {},
  "setup-first": {},
  "sign-in-wrong": {},
  "sign-in-failed": {},
  "identity-email-known": {},
  "identity-email-missing": {},
  "identity-taken": {},
  "last-way-in": {},
}
const told = Object.entries(failures).map(
  ([code, more]) => [code, failureSentence({ code, ...more } as Failure)] as const,
)

/** Where there is nothing to be done, the sentence says so instead of giving advice. */
const nothingToDo = ["nothing-to-restore", "nothing-to-undo", "only-your-own", "not-found", "already-member"].concat(
  "password-none",
)
const verbs =
  /\b(add|ask|cite|change|check|choose|compare|connect|correct|edit|keep|load|look|make|mark|merge|open|paste|press|raise|reload|restart|restore|save|send|sign in|simplify|split|take|try|upload|use|wait)\b/i

test.each(told)("“%s” says what happened, in whole sentences", (_code, sentence) => {
  expect(sentence).toMatch(/^[“A-Z].*\.$/)
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object|!|error/i)
})

test.each(told.filter(([code]) => !nothingToDo.includes(code)))("“%s” says what to do next", (_code, sentence) => {
  expect(sentence.split(". ").at(-1)).toMatch(verbs)
})

test("sentences carry what they know", () => {
  expect(failureSentence({ code: "too-large", limit: 5 * 1_048_576 })).toContain("5 MB")
  expect(failureSentence({ code: "conflict", current: null, by: "Nora Beck" })).toMatch(/^Nora Beck saved a change/)
  expect(failureSentence({ code: "source-cited", citations: 1 })).toContain("was cited once")
  expect(failureSentence({ code: "source-cited", citations: 3 })).toContain("cited 3 times")
  expect(failureSentence({ code: "invalid", issues: [{ path: "name", message: "Fill this in." }] })).toBe(
    "Fill this in.",
  )
  expect(failureSentence({ code: "text-known", documentId: "x", title: "Log book" })).toContain("“Log book”")
})

test("every rule of a policy is a sentence, and two policies that differ say so in some sentence", () => {
  fc.assert(
    fc.property(policies, policies, (one, other) => {
      expect(policySentences(one)).toHaveLength(Object.keys(one).length + 1)
      for (const sentence of policySentences(one)) expect(sentence).toMatch(/^[“A-Z].*\.$/)
      const same = JSON.stringify(policySentences(one)) === JSON.stringify(policySentences(other))
      const changes = policyChanges(one, other)
      expect(same).toBe(changes.length === 0)
      const differing = Object.keys(one).filter(key => one[key as keyof typeof one] !== other[key as keyof typeof one])
      expect(changes).toHaveLength(differing.length)
      for (const change of changes) expect(change).toMatch(/^.+: .+ \(before: .+\)\.$/)
    }),
  )
})

test("the default policy in words", () => {
  expect(policySentences(defaultPolicy)).toEqual([
    "Two reviewers must give a claim the same label.",
    "More than half of the labels must agree. Dissent is kept and goes into the export.",
    "“Documented” needs at least one supporting citation.",
    "“Disputed” needs citations on both sides, or a rationale that gives the reasons on both.",
    "“Speculative” needs a rationale that says what evidence is missing.",
    "An editor may decide on a claim that they labelled themselves.",
  ])
})

const citation = { stance: "supports", locatorLabel: "page", locator: "12", quotation: "", note: "" } as const

test.each([
  [{}, "supports: Volkogonov. Stalin. 1989, p. 12"],
  [{ stance: "disputes", locator: "" }, "disputes: Volkogonov. Stalin. 1989"],
  [{ locatorLabel: "folio", locator: "7v" }, "supports: Volkogonov. Stalin. 1989, fol. 7v"],
  [{ locatorLabel: "timestamp", locator: "01:20" }, "supports: Volkogonov. Stalin. 1989, at 01:20"],
  [{ locatorLabel: "url-fragment", locator: "note-3" }, "supports: Volkogonov. Stalin. 1989, #note-3"],
  [{ locatorLabel: "url-fragment", locator: "#note-3" }, "supports: Volkogonov. Stalin. 1989, #note-3"],
  [{ locatorLabel: "other", locator: "Annex" }, "supports: Volkogonov. Stalin. 1989, Annex"],
  [
    { quotation: "He said\nso.", note: "her copy" },
    "supports: Volkogonov. Stalin. 1989, p. 12: “He said so.” (her copy)",
  ],
] as const)("a citation with %o is the line “%s”", (words, line) => {
  expect(citationLine({ ...citation, ...words }, "Volkogonov. Stalin. 1989")).toBe(line)
})

test("a citation is one line, whatever was written in it, and a place without a locator is left out", () => {
  const words = fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r\n", "\u2028", "é") })
  fc.assert(
    fc.property(
      fc.constantFrom(...stances),
      fc.constantFrom(...locatorLabels),
      words,
      words,
      words,
      (stance, ...rest) => {
        const [locatorLabel, locator, quotation, note] = rest
        const line = citationLine(
          { stance, locatorLabel, locator: locator.replaceAll(/\s/g, ""), quotation, note },
          "Source",
        )
        expect(line).not.toMatch(/[\n\r\u2028\u2029]/)
        expect(line.startsWith(`${stance}: Source`)).toBe(true)
      },
    ),
  )
  for (const label of locatorLabels) expect(locatorLine(label, "")).toBe("")
})
