import * as fc from "fast-check"
import { expect, test } from "vitest"
import { type Change, changeKinds, type DocumentChange, type DocumentChangeKind } from "../../lib/domain/change.ts"
import { changeSentence } from "../../lib/domain/change-sentence.ts"
import {
  type AnnotationState,
  type CitationState,
  type Effect,
  type FlagState,
  reversed,
  type UnitState,
} from "../../lib/domain/effect.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { shortened } from "../../lib/domain/sentence-words.ts"
import { mergeUnits, moveBoundary, splitUnit } from "../../lib/domain/unit-edit.ts"
import { policyOf } from "./policies.ts"

const names = { person: (id: string) => `person ${id}`, source: (id: string) => `Source ${id}` }
const said = (change: Change) => changeSentence(change, names)
const doing = (kind: DocumentChangeKind, effect: Effect) => said({ kind, effect })

const text = "The ship sank. It was raised in 1912."
const unit = (id: string, start: number, end: number): UnitState => ({
  id,
  start,
  end,
  kind: "claim",
  rules: [],
  cues: [],
  origin: "splitter",
  retired: false,
})
const whole = unit("w", 0, text.length)
const [left, right] = [unit("l", 0, 14), unit("r", 15, text.length)]
const annotation: AnnotationState = {
  id: "a",
  unitId: "w",
  reviewerId: "p",
  start: 0,
  end: 14,
  label: "documented",
  confidence: "low",
  rationale: plainRationale("It is in the log."),
  said: null,
}
const citation: CitationState = {
  id: "c",
  unitId: "w",
  sourceId: "1",
  authorId: "p",
  stance: "supports",
  locatorLabel: "page",
  locator: "12",
  quotation: "",
  note: "",
  rank: null,
  directness: null,
  credibility: null,
  bearsOn: "so",
  throughId: null,
  snapshotId: null,
  withdrawn: false,
}
const flag: FlagState = {
  id: "f",
  start: 0,
  end: 14,
  quote: text.slice(0, 14),
  prefix: "",
  suffix: "",
  reason: "needs-source",
  note: "Who says so?",
  blocking: true,
  status: "open",
  raisedBy: "p",
  answer: "",
  answeredBy: null,
}
const decision = { id: "d", unitId: "w", editorId: "p", label: "disputed", reason: "Both memoirs are late." } as const
const effectOf = (result: { ok: boolean; value?: Effect }) => {
  if (!result.ok) throw new Error("no effect")
  return result.value!
}
const split = effectOf(splitUnit(text, whole, 14, ["l", "r"]))

test("a label is told with its confidence, and a new one with what is different", () => {
  expect(doing("annotation-given", { annotations: [{ before: null, after: annotation }] })).toBe(
    "labelled a claim documented, with low confidence.",
  )
  const after = { ...annotation, label: "disputed", rationale: plainRationale("It is not.") } as const
  expect(doing("annotation-given", { annotations: [{ before: annotation, after }] })).toBe(
    "changed their label of a claim: label disputed instead of documented, a new rationale.",
  )
  expect(doing("annotation-withdrawn", { annotations: [{ before: annotation, after: null }] })).toBe(
    "withdrew their label of a claim, which was documented.",
  )
})

test("a citation is told with its source, its place and how it bears on the claim", () => {
  expect(doing("citation-given", { citations: [{ before: null, after: citation }] })).toBe(
    "cited “Source 1”, page 12, in support of a claim.",
  )
  const after = { ...citation, stance: "disputes", locator: "" } as const
  expect(doing("citation-changed", { citations: [{ before: citation, after }] })).toBe(
    "changed a citation of “Source 1”: stance disputes instead of supports, place none instead of page 12.",
  )
  expect(doing("citation-withdrawn", { citations: [{ before: after, after: { ...after, withdrawn: true } }] })).toBe(
    "withdrew a citation of “Source 1” against a claim.",
  )
})

test("edits of the splitting say how many passages there were and are", () => {
  expect(doing("unit-split", split)).toBe("split a passage into two passages.")
  expect(doing("units-merged", effectOf(mergeUnits(left, right, "w")))).toBe("merged two passages into one.")
  expect(doing("boundary-moved", effectOf(moveBoundary(text, left, right, 8)))).toBe(
    "moved the boundary between two passages six characters back.",
  )
  expect(doing("kind-changed", { units: [{ before: whole, after: { ...whole, kind: "question" } }] })).toBe(
    "changed the kind of a passage from claim to question.",
  )
  expect(doing("units-restored", reversed(split))).toBe(
    "restored what the splitter had proposed: one passage instead of 2.",
  )
})

test("flags and decisions are told with what the person wrote", () => {
  expect(doing("flag-raised", { flags: [{ before: null, after: flag }] })).toBe(
    "flagged a passage (needs a source), which blocks its verdict: Who says so?",
  )
  const after = { ...flag, status: "answered", answer: "The log does", answeredBy: "e" } as const
  expect(doing("flag-answered", { flags: [{ before: flag, after }] })).toBe(
    "answered a flag (needs a source): The log does.",
  )
  expect(doing("claim-adjudicated", { adjudications: [{ before: null, after: decision }] })).toBe(
    "decided that a claim is disputed: Both memoirs are late.",
  )
  expect(doing("adjudication-reopened", { adjudications: [{ before: decision, after: null }] })).toBe(
    "reopened a claim that was decided as disputed.",
  )
})

const steps: readonly (readonly [DocumentChangeKind, Effect])[] = [
  ["annotation-given", { annotations: [{ before: null, after: annotation }] }],
  ["annotation-given", { annotations: [{ before: annotation, after: { ...annotation, label: "disputed" } }] }],
  ["annotation-withdrawn", { annotations: [{ before: annotation, after: null }] }],
  ["citation-given", { citations: [{ before: null, after: citation }] }],
  ["citation-withdrawn", { citations: [{ before: citation, after: { ...citation, withdrawn: true } }] }],
  ["unit-split", split],
  ["boundary-moved", effectOf(moveBoundary(text, left, right, 8))],
  ["units-restored", reversed(split)],
  ["flag-raised", { flags: [{ before: null, after: flag }] }],
  ["flag-withdrawn", { flags: [{ before: flag, after: { ...flag, status: "withdrawn" } }] }],
  ["claim-adjudicated", { adjudications: [{ before: null, after: decision }] }],
]

test.each(steps)("an undo or redo of %s says what the step had done", (kind, effect) => {
  const undo: DocumentChange = { kind: "change-undone", of: kind, undoes: 1, effect: reversed(effect) }
  const redo: DocumentChange = { kind: "change-redone", of: kind, undoes: 2, effect: reversed(undo.effect) }
  expect(said(undo)).toBe(`took back a step of their own: ${doing(kind, effect)}`)
  expect(said(redo)).toBe(`brought back a step of their own: ${doing(kind, effect)}`)
})

test("a re-splitting, also one that is taken back, is told in numbers", () => {
  const resplit = { from: 1, to: 2, retired: 1, made: 2, rekinded: 3 }
  const told =
    "split the text again by version 2 of the splitter instead of 1: two passages instead of 1, another kind for three passages."
  expect(said({ kind: "document-resplit", effect: {}, resplit })).toBe(told)
  expect(said({ kind: "change-undone", of: "document-resplit", undoes: 1, effect: {}, resplit })).toBe(
    `took back a step of their own: ${told}`,
  )
  const hints = { from: 2, to: 2, retired: 0, made: 0, rekinded: 0 }
  expect(said({ kind: "document-resplit", effect: {}, resplit: hints })).toBe(
    "split the text again by version 2 of the splitter: only its hints changed.",
  )
})

test("changes of the project name people and say what is different", () => {
  expect(said({ kind: "role-changed", userId: "7", before: "editor", after: "reader" })).toBe(
    "made person 7 a reader instead of an editor.",
  )
  expect(said({ kind: "member-removed", userId: "7", role: "editor", accountDeleted: true })).toBe(
    "left the project, in which they were an editor, since their account was deleted.",
  )
  expect(said({ kind: "member-removed", userId: "7", role: "owner" })).toBe(
    "removed person 7, an owner, from the project.",
  )
  const after = policyOf({ annotations: 3, agreement: "all" })
  expect(said({ kind: "policy-changed", version: 2, before: defaultPolicy, after })).toBe(
    "made version 2 of the policy. Reviewers who must agree: 3 (before: 2). Agreement: nobody may disagree (before: a majority is enough).",
  )
  const earlier = {
    annotations: 2,
    agreement: "majority",
    supporting: 1,
    disputed: "cited",
    adjudicateOwn: true,
  } as const
  expect(said({ kind: "policy-changed", version: 2, before: earlier, after: policyOf({}) })).toBe(
    "made version 2 of the policy. “Disputed” needs: citations or reasons on both sides (before: citations on both sides).",
  )
  const source = {
    id: "1",
    kind: "memoir",
    csl: { type: "book", title: "Diary" },
    archive: null,
    created: "",
    tells: "1937",
  } as const
  const better = { ...source, csl: { ...source.csl, author: [{ family: "Orlov", given: "A." }] } }
  expect(said({ kind: "source-changed", before: source, after: better })).toBe(
    "changed the source “Diary”: author “A. Orlov” instead of nothing.",
  )
})

test("an invitation's note is not told, since the activity is for every member", () => {
  expect(said({ kind: "member-invited", invitationId: "i", role: "editor", note: "for nora@example.org" })).toBe(
    "made an invitation for an editor.",
  )
})

test("every document change without its rows still has a sentence, with one full stop at its end", () => {
  for (const kind of changeKinds.filter(kind => steps.some(([known]) => known === kind)))
    expect(doing(kind as DocumentChangeKind, {})).toMatch(/^[a-z].*[^.]\.$/)
})

test("what a person wrote is cut to one line without parting a character", () => {
  const words = fc.string({ unit: fc.constantFrom("🚢", "a", " ", "\n"), minLength: 100, maxLength: 400, size: "max" })
  fc.assert(
    fc.property(words, written => {
      const short = shortened(written)
      expect(short.length).toBeLessThanOrEqual(241)
      expect(short.isWellFormed()).toBe(true)
      expect(short).not.toContain("\n")
    }),
  )
})

test.each([
  [1, 0, ["A"], "imported one source: “A”."],
  [3, 1, ["A", "B", "C"], "imported three sources: “A”, “B”, “C”; one other was there already."],
  [4, 2, ["A", "B", "C", "D"], "imported four sources: “A”, “B”, “C” and more; two others were there already."],
  [0, 1, [], "imported nothing: one source was there already."],
  [0, 5, [], "imported nothing: five sources were there already."],
])("an import of %i sources that passed over %i says so", (count, skipped, lines, sentence) => {
  expect(said({ kind: "sources-imported", count, skipped, lines })).toBe(sentence)
})
