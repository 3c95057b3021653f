import fc from "fast-check"
import { expect, test } from "vitest"
import { locatorLabels, stances } from "../../lib/domain/citation.ts"
import { citationLine, locatorLine } from "../../lib/domain/citation-line.ts"
import type { Failure, FailureCode } from "../../lib/domain/failure.ts"
import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { policyChanges, policySentences } from "../../lib/domain/policy-sentences.ts"
import { policies, policyOf } from "./policies.ts"

/** One failure of every code, with what it carries; a new code does not compile without a line here. */
const failures: { readonly [C in FailureCode]: Omit<Extract<Failure, { code: C }>, "code"> } = {
  "second-step-needed": {},
  "signed-out": {},
  "other-person": {},
  "not-found": {},
  forbidden: { needs: "unit.edit" },
  invalid: { issues: [] },
  "token-invalid": {},
  "scope-missing": { scope: "write" },
  "token-refused": {},
  "tokens-full": { most: 50 },
  "passkeys-full": { most: 20 },
  "webhooks-full": { most: 20 },
  "delivery-not-ended": {},
  "too-large": { limit: 5 * 1_048_576 },
  "wrong-type": {},
  "foreign-origin": {},
  "database-away": {},
  "disk-full": {},
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
  "file-unreadable": { why: "damaged" },
  "fetch-refused": { why: "inside" },
  "version-same": {},
  "version-overtaken": { by: "Nora Beck" },
  "passage-lost": {},
  "not-lost": {},
  "no-claim-under": {},
  "resplit-overtaken": { stretches: [{ start: 0, end: 9 }], by: "Ann Okafor" },
  "nothing-to-undo": {},
  "undo-blocked": { why: "This label was changed again in the meantime. Choose the label you want.", revision: 7 },
  "span-outside": {},
  "quote-differs": {},
  "rationale-malformed": { why: "an unknown part “image”" },
  "annotation-missing": {},
  "only-your-own": {},
  "citation-withdrawn": {},
  "discussion-veiled": {},
  "comment-deleted": {},
  "source-discussed": {},
  "flag-closed": { standing: "answered" },
  "flags-unchanged": { outcomes: {} },
  "flags-halted": { changes: [], why: { code: "database-away" } },
  "views-full": { most: 100 },
  "exports-full": { most: 5 },
  "export-too-big": { most: 2_000 },
  "export-not-ready": {},
  "export-expired": {},
  "export-veiled": {},
  "archive-veiled": {},
  "archive-refused": { why: "This file is not an archive of a project." },
  "archive-known": {},
  "archive-people": { names: ["Ann", "Ben"] },
  "adjudication-own": {},
  "adjudication-missing": {},
  "evidence-missing": { why: "“Documented” needs a supporting citation; it has none." },
  "source-cited": { citations: 2 },
  "source-snapshots": { snapshots: 2 },
  "lineage-circle": { circle: ["My Life", "The handbook", "My Life"] },
  "source-in-lineage": {},
  "source-merged": {},
  "source-holds-merged": {},
  "merge-in-lineage": {},
  "link-known": { kind: "same" },
  "link-at-odds": {},
  "lineage-known": { how: "quotes" },
  "style-unusable": {},
  "style-in-use": {},
  "text-empty": {},
  "text-binary": {},
  "text-undecodable": { encoding: "koi8-r" },
  "text-known": { documentId: "x", documentTitle: "Log book" },
  "last-owner": {},
  "only-owner": { projects: ["Log books", "Letters"] },
  "invitation-spent": {},
  "round-moved-on": {},
  "claims-too-few": { there: 3 },
  "already-member": {},
  "password-wrong": {},
  "password-common": {},
  "password-none": {},
  "email-taken": {},
  "setup-spent": {},
  "setup-first": {},
  "sign-in-wrong": {},
  "sign-in-failed": {},
  "code-needed": { by: "either" },
  "code-wrong": {},
  "passkey-wrong": {},
  "passkey-copied": {},
  "passkey-known": {},
  "passkey-none": {},
  "proof-needed": {},
  "second-factor-on": {},
  "second-factor-none": {},
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

test("no failure calls something of its own as RFC 9457 calls a member of every problem", () => {
  const own = Object.values(failures).flatMap(Object.keys)
  expect(own.filter(name => ["type", "title", "status", "detail", "instance"].includes(name))).toEqual([])
})

test("sentences carry what they know", () => {
  expect(failureSentence({ code: "too-large", limit: 5 * 1_048_576 })).toContain("5 MB")
  expect(failureSentence({ code: "conflict", current: null, by: "Nora Beck" })).toMatch(/^Nora Beck saved a change/)
  expect(failureSentence({ code: "source-cited", citations: 1 })).toContain("was cited once")
  expect(failureSentence({ code: "source-cited", citations: 3 })).toContain("cited 3 times")
  expect(failureSentence({ code: "invalid", issues: [{ path: "name", message: "Fill this in." }] })).toBe(
    "Fill this in.",
  )
  expect(failureSentence({ code: "text-known", documentId: "x", documentTitle: "Log book" })).toContain("“Log book”")
})

test("every rule of a policy is a sentence, and two policies that differ say so in some sentence", () => {
  fc.assert(
    fc.property(policies, policies, (one, other) => {
      const sentences = policySentences(one)
      expect(new Set(sentences).size).toBe(sentences.length)
      for (const sentence of sentences) expect(sentence).toMatch(/^[“A-Z].*\.$/)
      const same = JSON.stringify(policySentences(one)) === JSON.stringify(policySentences(other))
      const changes = policyChanges(one, other)
      expect(same).toBe(changes.length === 0)
      for (const change of changes) expect(change).toMatch(/^.+: .+ \(before: .+\)\.$/)
    }),
  )
})

test("the default policy in words", () => {
  expect(policySentences(defaultPolicy)).toEqual([
    "Two reviewers must give a claim the same label.",
    "More than half of the labels must agree. Dissent is kept and goes into the export.",
    "“Documented” needs at least one supporting citation.",
    "“Disputed” needs a citation for the claim and one against it, or a rationale that gives the reasons on both sides.",
    "“Speculative” needs a rationale that says what evidence is missing.",
    "When reviewers give different labels and none wins, the claim is contested.",
    "Sources on both sides do not make a claim contested by themselves.",
    "A claim that is confirmed to contradict another is documented only by an editor’s decision.",
    "An editor may decide on a claim that they labelled themselves.",
  ])
})

test("a policy that weighs evidence in words", () => {
  const policy = policyOf({
    documented: { annotations: 3, supporting: 2, independent: 2, kinds: ["press", "archival-record"], grade: "B" },
    speculative: { annotations: 1, agreement: "all" },
    disputed: { evidence: "cited", independent: 2 },
    contested: { votes: false, evidence: true, independent: 2, grade: "A" },
    adjudicateOwn: false,
  })
  expect(policySentences(policy)).toEqual([
    "Three reviewers must agree on “documented”.",
    "Two reviewers must agree on “disputed”.",
    "One reviewer is enough for “speculative”.",
    "“Documented” wins with more than half of the labels.",
    "“Disputed” wins with more than half of the labels.",
    "“Speculative” wins only when nobody disagrees.",
    "Dissent is kept and goes into the export.",
    "“Documented” needs at least two supporting citations.",
    "For “documented” only citations from archival records or the press count.",
    "For “documented” only sources count whose reliability is graded B or better.",
    "What nobody has graded, or cannot be judged, satisfies no minimum.",
    "“Documented” needs two sources that are independent: none derives from another, and no two share an origin.",
    "“Disputed” needs a citation for the claim and two independent sources against it.",
    "“Speculative” needs a rationale that says what evidence is missing.",
    "When reviewers give different labels and none wins, the claim stays in review.",
    "When two independent sources graded A dispute a claim that has support, it is contested unless the reviewers label it disputed.",
    "A claim that is confirmed to contradict another is documented only by an editor’s decision.",
    "An editor may not decide on a claim that they labelled themselves.",
  ])
  expect(policyChanges(defaultPolicy, policy)).toEqual([
    "Reviewers who must agree on “documented”: 3 (before: 2).",
    "Reviewers who must agree on “speculative”: 1 (before: 2).",
    "Agreement on “speculative”: nobody may disagree (before: a majority is enough).",
    "Supporting citations for “documented”: 2 (before: 1).",
    "Independent sources for “documented”: 2 (before: 1).",
    "Kinds of source for “documented”: archival records or the press (before: sources of any kind).",
    "Reliability for “documented”: B or better (before: any).",
    "“Disputed” needs: citations on both sides (before: citations or reasons on both sides).",
    "Independent sources against a “disputed” claim: 2 (before: 1).",
    "Different labels of which none wins: in review (before: contested).",
    "Sources that dispute a claim with support: contested from 2 on, reliability A (before: not contested).",
    "Deciding on a claim one labelled oneself: not allowed (before: allowed).",
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
