import { expect, test } from "vitest"
import { type Change, type ChangeKind, changeKinds, type LinkState, type SourceState } from "../../lib/domain/change.ts"
import { changeDetails } from "../../lib/domain/change-details.ts"
import { changeGroupOf, changeGroups, kindsOfGroup } from "../../lib/domain/change-groups.ts"
import type { ChangeOf } from "../../lib/domain/change-names.ts"
import type { DetailPassages, Known } from "../../lib/domain/detail.ts"
import { earlierStates } from "../../lib/domain/earlier-state.ts"
import {
  type AnnotationState,
  type CitationState,
  type CommentState,
  type Effect,
  type FlagState,
  type PreAnnotationState,
  reversed,
  type ThreadState,
  type UnitState,
} from "../../lib/domain/effect.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { mergeUnits, moveBoundary, splitUnit } from "../../lib/domain/unit-edit.ts"

const text = "The ship sank. It was raised in 1912."
const known: Known = {
  person: id => `person ${id}`,
  source: id => `Source ${id}`,
  quote: ({ start, end, number = 1 }) => (number === 1 ? text : `${text} `).slice(start, end),
  unit: id => `words of ${id}`,
  style: style => `style ${style}`,
  snapshot: id => `snapshot ${id}`,
  comment: ({ text }) => (text.startsWith("secret") ? null : text),
}

const sideOf = ({ listed, more }: DetailPassages) => [
  ...listed.map(({ kind, quote }) => `${kind} “${quote}”`),
  ...(more > 0 ? [`${more} more`] : []),
]

/** The details in lines: "label: before → after", with a dash where there is nothing. */
function lines(change: Change): readonly string[] {
  const { groups, more, passages } = changeDetails(change, known)
  return [
    ...groups.flatMap(({ title, fields }) => [
      ...(title ? [title] : []),
      ...fields.map(({ label, before, after }) => `${label}: ${before ?? "–"} → ${after ?? "–"}`),
    ]),
    ...(more > 0 ? [`${more} more`] : []),
    ...(passages ? [`${sideOf(passages.before).join(", ")} → ${sideOf(passages.after).join(", ")}`] : []),
  ]
}

const unit = (id: string, start: number, end: number): UnitState => ({
  ...{ id, start, end, kind: "claim", rules: [], cues: [], origin: "splitter", retired: false },
})
const hook = { server: "https://hooks.example.org", events: ["flag.raised"] as const, paused: false }
const whole = unit("w", 0, text.length)
const [left, right] = [unit("l", 0, 14), unit("r", 15, text.length)]
const said: AnnotationState = {
  ...{ id: "a", unitId: "w", reviewerId: "p", start: 0, end: 14, label: "documented", confidence: "low" },
  ...{ rationale: plainRationale("It is in the log."), said: null },
}
const cited: CitationState = {
  ...{ id: "c", unitId: "w", sourceId: "1", authorId: "p", stance: "supports", locatorLabel: "page", locator: "12" },
  ...{ quotation: "", note: "", rank: "primary", directness: "later-analysis", credibility: 2, bearsOn: "so" },
  ...{ throughId: "2", snapshotId: "s", withdrawn: false },
}
const flagged: FlagState = {
  ...{ id: "f", start: 0, end: 14, quote: "The ship sank.", prefix: "", suffix: "", reason: "needs-source" },
  ...{ note: "Who says so?", blocking: true, status: "open", raisedBy: "p", answer: "", answeredBy: null },
}
const decided = { id: "d", unitId: "w", editorId: "e", label: "disputed", reason: "Both memoirs are late." } as const
const suggested: PreAnnotationState = {
  ...{ id: "s", unitId: "w", start: 0, end: 14, label: "disputed", text: "Who says so?", author: "ner-2" },
  ...{ fileLabel: "Odd", file: "tasks.json", importedBy: "e", status: "open", dismissedBy: null },
}
const thread: ThreadState = {
  ...{ id: "t", unitId: "w", flagId: null, sourceId: null, createdBy: "p", resolvedBy: null },
}
const comment: CommentState = { id: "m", threadId: "t", authorId: "p", text: "Look at page 3.", deleted: false }
const memoir: SourceState = {
  ...{ id: "1", kind: "memoir", csl: { type: "book", title: "My Life" }, archive: null, created: "", tells: "" },
}
const effectOf = (result: { ok: boolean; value?: Effect }) => result.value!
const split = effectOf(splitUnit(text, whole, 14, ["l", "r"]))
const provenance = { title: "Log", author: "", foundAt: "", foundOn: "", licence: "", language: "und" }
const derivation = { id: "v", derivedId: "1", originId: "2", how: "retells", note: "" } as const
const link: LinkState = {
  ...{ id: "k", kind: "same", unitAId: "x", unitBId: "y", documentAId: "d", documentBId: "d", reason: "" },
}
const talk = { sourceId: "1", threads: [], comments: [{ before: null, after: { ...comment } }] }
const resolution = (by: string | null) => ({ before: thread, after: { ...thread, resolvedBy: by } })
const counts = { from: 1, to: 2, retired: 1, made: 2, rekinded: 0 }

type Example<K extends ChangeKind> = readonly [change: Omit<ChangeOf<K>, "kind">, ...lines: string[]]

/** Every kind of change with its details: a kind that is not here does not compile. */
const examples: { readonly [K in ChangeKind]: Example<K> } = {
  "annotation-given": [
    {
      effect: {
        annotations: [
          {
            before: said,
            after: {
              ...said,
              label: "disputed",
              rationale: plainRationale("It is not in the log."),
              start: 0,
              end: 12,
            },
          },
        ],
      },
    },
    "Label: documented → disputed",
    "Rationale: It is in the log. → It is not in the log.",
    "Passage that was judged: The ship sank. → The ship san",
  ],
  "annotation-withdrawn": [
    { effect: { annotations: [{ before: { ...said, blind: true }, after: null }] } },
    "Label: documented → –",
    "Confidence: low → –",
    "Rationale: It is in the log. → –",
    "Passage that was judged: The ship sank. → –",
    "Given blind: yes, before what others said could be seen → –",
  ],
  "citation-given": [
    { effect: { citations: [{ before: null, after: cited }] } },
    "Source: – → Source 1",
    "Stance: – → supports",
    "Place: – → page 12",
    "Rank: – → primary",
    "Directness: – → later analysis",
    "Credibility: – → 2, Probably true",
    "Bears on: – → whether it is so",
    "Seen: – → in Source 2",
    "Snapshot: – → snapshot s",
    "Counts: – → yes",
  ],
  "citation-changed": [
    { effect: { citations: [{ before: cited, after: { ...cited, stance: "repeats", locator: "", note: "Late." } }] } },
    "Stance: supports → merely repeats another's word",
    "Place: page 12 → –",
    "Note: – → Late.",
  ],
  "citation-withdrawn": [
    { effect: { citations: [{ before: cited, after: { ...cited, withdrawn: true } }] } },
    "Counts: yes → no, it is withdrawn",
  ],
  "citation-restored": [
    { effect: { citations: [{ before: { ...cited, withdrawn: true }, after: cited }] } },
    "Counts: no, it is withdrawn → yes",
  ],
  "unit-split": [
    { effect: split },
    "claim “The ship sank. It was raised in 1912.” → claim “The ship sank.”, claim “It was raised in 1912.”",
  ],
  "units-merged": [
    { effect: effectOf(mergeUnits(left, right, "w")) },
    "claim “The ship sank.”, claim “It was raised in 1912.” → claim “The ship sank. It was raised in 1912.”",
  ],
  "boundary-moved": [
    { effect: effectOf(moveBoundary(text, left, right, 8)) },
    "Passage 1",
    "Passage: The ship sank. → The ship",
    "Passage 2",
    "Passage: It was raised in 1912. → sank. It was raised in 1912.",
  ],
  "kind-changed": [
    { effect: { units: [{ before: whole, after: { ...whole, kind: "question" } }] } },
    "Kind: claim → question",
  ],
  "units-restored": [
    { effect: reversed(split) },
    "claim “The ship sank.”, claim “It was raised in 1912.” → claim “The ship sank. It was raised in 1912.”",
  ],
  "document-resplit": [
    { effect: { ...split, splitter: [{ before: { version: 1 }, after: { version: 2 } }] }, resplit: counts },
    "Version of the splitter: 1 → 2",
    "claim “The ship sank. It was raised in 1912.” → claim “The ship sank.”, claim “It was raised in 1912.”",
  ],
  "flag-raised": [
    { effect: { flags: [{ before: null, after: flagged }] } },
    "Flagged words: – → The ship sank.",
    "Reason: – → needs a source",
    "Note: – → Who says so?",
    "Blocks the verdict: – → yes",
    "Status: – → open",
  ],
  "flag-answered": [
    {
      effect: {
        flags: [{ before: flagged, after: { ...flagged, status: "answered", answer: "The log.", answeredBy: "e" } }],
      },
    },
    "Status: open → answered",
    "Answer: – → The log.",
    "Answered by: – → person e",
  ],
  "flag-withdrawn": [
    { effect: { flags: [{ before: flagged, after: { ...flagged, status: "withdrawn" } }] } },
    "Status: open → withdrawn",
  ],
  "version-added": [
    {
      effect: {
        versions: [{ before: { number: 1 }, after: { number: 2 } }],
        units: [{ before: whole, after: { ...whole, number: 2 } }],
      },
    },
    "Version of the text: 1 → 2",
    "Passages that went along: – → 1",
  ],
  "claim-placed": [
    { effect: { units: [{ before: whole, after: { ...whole, number: 2 } }] } },
    "Version of the text: 1 → 2",
  ],
  "claim-given-up": [
    { effect: { units: [{ before: whole, after: { ...whole, retired: true } }] }, reason: "The passage was dropped." },
    "Reason: – → The passage was dropped.",
    "claim “The ship sank. It was raised in 1912.” → ",
  ],
  "flag-placed": [
    { effect: { flags: [{ before: flagged, after: { ...flagged, start: 15, end: 23, quote: "He wept." } }] } },
    "Flagged words: The ship sank. → He wept.",
  ],
  // What is suggested for which claim is not told, since it is nobody's to see before they judged for themselves.
  "preannotations-added": [
    { effect: { preAnnotations: [{ before: null, after: suggested }] } },
    "Suggestions that stand: – → 1",
  ],
  "preannotation-dismissed": [
    {
      effect: {
        preAnnotations: [{ before: suggested, after: { ...suggested, status: "dismissed", dismissedBy: "p" } }],
      },
    },
    "Suggestions that stand: 1 → –",
  ],
  "flags-answered": [
    {
      effect: {
        flags: [
          { before: flagged, after: { ...flagged, status: "answered", answer: "It is in the log.", answeredBy: "e" } },
        ],
      },
    },
    "Status: open → answered",
    "Answer: – → It is in the log.",
    "Answered by: – → person e",
  ],
  "flags-assigned": [
    { effect: { flags: [{ before: flagged, after: { ...flagged, assigneeId: "p" } }] } },
    "Assigned to: – → person p",
  ],
  "flags-dated": [
    { effect: { flags: [{ before: flagged, after: { ...flagged, dueOn: "2026-12-01" } }] } },
    "Due on: – → 2026-12-01",
  ],
  "flags-withdrawn": [
    { effect: { flags: [{ before: flagged, after: { ...flagged, status: "withdrawn" } }] } },
    "Status: open → withdrawn",
  ],
  "flags-reopened": [
    { effect: { flags: [{ before: { ...flagged, status: "withdrawn" }, after: flagged }] } },
    "Status: withdrawn → open",
  ],
  "question-asked": [
    { effect: { threads: [{ before: null, after: { ...thread, asks: ["p", "e"] } }] } },
    "Discussion of: – → the passage “words of w”",
    "Asked: – → person p, person e",
  ],
  "flag-restored": [
    { effect: { flags: [{ before: { ...flagged, status: "withdrawn" }, after: flagged }] } },
    "Status: withdrawn → open",
  ],
  "claim-adjudicated": [
    { effect: { adjudications: [{ before: null, after: decided }] } },
    "Decision: – → disputed",
    "Reason: – → Both memoirs are late.",
    "Decided by: – → person e",
  ],
  "adjudication-reopened": [
    { effect: { adjudications: [{ before: decided, after: null }] } },
    "Decision: disputed → –",
    "Reason: Both memoirs are late. → –",
    "Decided by: person e → –",
  ],
  "comment-given": [
    { effect: { threads: [{ before: null, after: thread }], comments: [{ before: null, after: comment }] } },
    "Discussion",
    "Discussion of: – → the passage “words of w”",
    "Comment",
    "Comment: – → Look at page 3.",
  ],
  "comment-changed": [
    { effect: { comments: [{ before: { ...comment, text: "secret" }, after: comment }] } },
    "Comment: words that are not shown here: they were changed or deleted since, or are hidden from you → Look at page 3.",
  ],
  "comment-deleted": [
    { effect: { comments: [{ before: comment, after: { ...comment, text: "", deleted: true } }] } },
    "Comment: Look at page 3. → –",
  ],
  "thread-resolved": [{ effect: { threads: [resolution("e")] } }, "Resolved by: – → person e"],
  "thread-reopened": [
    { effect: { threads: [{ before: resolution("e").after, after: thread }] } },
    "Resolved by: person e → –",
  ],
  "change-undone": [
    { effect: reversed({ annotations: [{ before: null, after: said }] }), undoes: 1, of: "annotation-given" },
    "Label: documented → –",
    "Confidence: low → –",
    "Rationale: It is in the log. → –",
    "Passage that was judged: The ship sank. → –",
  ],
  "change-redone": [
    { effect: { citations: [{ before: cited, after: { ...cited, stance: "mentions" } }] }, undoes: 2 },
    "Stance: supports → mentions only",
  ],
  "project-created": [
    { name: "Seminar", policy: { ...defaultPolicy, adjudicateOwn: true } },
    "Name: – → Seminar",
    expect.stringContaining("Policy: – → Two reviewers must give a claim the same label.\n"),
  ],
  "project-described": [
    { before: { name: "A", description: "" }, after: { name: "B", description: "Ships" } },
    "Name: A → B",
    "Description: – → Ships",
  ],
  "document-added": [
    { documentId: "d", title: "Log", sha256: "ff", units: 3 },
    "Title: – → Log",
    "Passages: – → 3",
    "SHA-256 of the text: – → ff",
  ],
  "document-described": [
    { documentId: "d", before: provenance, after: { ...provenance, author: "Orlov", language: "ru" } },
    "Author: – → Orlov",
    "Language: – → ru",
  ],
  "policy-changed": [
    { version: 2, before: defaultPolicy, after: { ...defaultPolicy, adjudicateOwn: false } },
    "Version: 1 → 2",
    "Deciding on a claim one labelled oneself: allowed → not allowed",
  ],
  "member-invited": [
    { invitationId: "i", role: "editor", note: "for nora@example.org" },
    "Invitation for the role: – → editor",
  ],
  "invitation-withdrawn": [{ invitationId: "i", role: "editor" }, "Invitation for the role: editor → –"],
  "member-joined": [{ userId: "7", role: "reader", invitationId: "i" }, "Person: – → person 7", "Role: – → reader"],
  "role-changed": [{ userId: "7", before: "reader", after: "owner" }, "Role of person 7: reader → owner"],
  "member-removed": [{ userId: "7", role: "reader" }, "Person: person 7 → –", "Role: reader → –"],
  "source-added": [{ source: memoir }, "Kind: – → Memoir", "Form: – → Book", "Title: – → My Life"],
  "source-changed": [
    {
      before: { ...memoir, csl: { ...memoir.csl, note: "A copy." } },
      after: { ...memoir, tells: "1937", csl: { ...memoir.csl, author: [{ family: "Orlov", given: "A." }] } },
    },
    "Authors: – → Orlov, A.",
    "Tells of: – → 1937",
    "Field note: A copy. → –",
  ],
  "source-deleted": [
    { source: memoir, snapshots: 2 },
    "Kind: Memoir → –",
    "Form: Book → –",
    "Title: My Life → –",
    "Snapshots: 2 → –",
  ],
  "source-graded": [
    { sourceId: "1", before: "A", after: "C", reason: "Written late." },
    "Reliability of Source 1: A, Completely reliable → C, Fairly reliable",
    "Reason: – → Written late.",
  ],
  "blindness-chosen": [
    { before: { blind: false, pseudonyms: false }, after: { blind: true, pseudonyms: true } },
    "Review: open → blind",
    "Reviewers see each other by: names → pseudonyms",
  ],
  "document-blindness-chosen": [
    { documentId: "d", title: "Log", before: null, after: true },
    "Review of Log: as the project is → blind",
  ],
  "export-names-limited": [{ before: "name", after: "none" }, "Exports may name people: By name → Not at all"],
  "round-begun": [
    { roundId: "o", name: "First", claims: 12 },
    "Norming round: – → First",
    "Claims: – → 12",
    "Labels: – → hidden from everybody",
  ],
  "round-revealed": [
    { roundId: "o", name: "First" },
    "Labels of the round First: hidden from everybody → shown to everybody",
  ],
  "round-ended": [{ roundId: "o", name: "First" }, "Norming round First: under way → over"],
  "style-chosen": [
    {
      before: { style: "apa", locale: "en-GB", archives: "latin" },
      after: { style: "mla", locale: "ru-RU", archives: "latin" },
    },
    "Citation style: style apa → style mla",
    "Language of the notes: English, British → Russian",
  ],
  "style-uploaded": [{ styleId: "y", title: "House style" }, "Citation style: – → House style"],
  "style-retired": [{ styleId: "y", title: "House style" }, "Citation style: House style → –"],
  "sources-imported": [
    { count: 2, skipped: 1, lines: ["A", "B"] },
    "Sources added: – → 2",
    "Passed over, since they were there already: – → 1",
    "They are: – → A\nB",
  ],
  "snapshot-added": [
    { sourceId: "1", snapshotId: "s", takenOn: "2026-11-28", fileName: "page.html", sha256: "ff", bytes: 12 },
    "Source: – → Source 1",
    "File: – → page.html",
    "As it stood on: – → 2026-11-28",
    "Size: – → 12 bytes",
    "SHA-256: – → ff",
  ],
  "sources-merged": [{ sourceId: "1", intoId: "2" }, "What cites Source 1 counts: for itself → for Source 2"],
  "merge-withdrawn": [{ sourceId: "1", intoId: "2" }, "What cites Source 1 counts: for Source 2 → for itself"],
  "source-derived": [{ derivation }, "Lineage: – → Source 1 retells Source 2"],
  "derivation-withdrawn": [
    { derivation: { ...derivation, note: "Page by page." }, reason: "It is the other way round." },
    "Lineage: Source 1 retells Source 2 → –",
    "Remark: Page by page. → –",
    "Why it was taken back: – → It is the other way round.",
  ],
  "claims-linked": [
    { link },
    "Of the two claims: – → they say the same",
    "The one: – → words of x",
    "The other: – → words of y",
  ],
  "link-withdrawn": [
    { link, why: "Another ship." },
    "Of the two claims: they say the same → –",
    "The one: words of x → –",
    "The other: words of y → –",
    "Why it was taken back: – → Another ship.",
  ],
  "queue-changed": [{ before: "document", after: "fewest" }, expect.stringMatching(/^Order of the queue: .+ → .+$/)],
  "claims-assigned": [
    { batchId: "b", claims: 3, overlap: 2, to: [{ userId: "7", count: 3 }] },
    "Claims: – → 3",
    "People for each: – → 2",
    "Claims for person 7: – → 3",
  ],
  "assignments-ended": [
    { userId: "7", count: 3, to: [{ userId: "8", count: 3 }] },
    "Assignments of person 7: 3 → –",
    "Claims for person 8: – → 3",
  ],
  "source-comment-given": [talk, "Comment: – → Look at page 3."],
  "source-comment-changed": [
    { ...talk, comments: [{ before: comment, after: { ...comment, text: "Look at page 4." } }] },
    "Comment: Look at page 3. → Look at page 4.",
  ],
  "source-comment-deleted": [
    { ...talk, comments: [{ before: comment, after: { ...comment, text: "", deleted: true } }] },
    "Comment: Look at page 3. → –",
  ],
  "source-thread-resolved": [{ ...talk, comments: [], threads: [resolution("e")] }, "Resolved by: – → person e"],
  "source-thread-reopened": [
    { ...talk, comments: [], threads: [{ before: resolution("e").after, after: thread }] },
    "Resolved by: person e → –",
  ],
  "webhook-added": [
    { webhookId: "h", webhook: hook },
    "Webhook to: – → https://hooks.example.org",
    "Told of: – → flag.raised",
    "Messages: – → sent",
  ],
  "webhook-changed": [
    { webhookId: "h", before: hook, after: { ...hook, paused: true }, moved: true },
    "Messages: sent → paused",
    "Address: as it was → another one",
  ],
  "webhook-secret-renewed": [
    { webhookId: "h", server: "https://hooks.example.org" },
    "Secret of the webhook to https://hooks.example.org: as it was → a new one",
  ],
  "webhook-removed": [
    { webhookId: "h", webhook: hook },
    "Webhook to: https://hooks.example.org → –",
    "Told of: flag.raised → –",
    "Messages: sent → –",
  ],
}

test.each(changeKinds)("%s is told with what was before and what is since", kind => {
  const [change, ...told] = examples[kind]
  expect(lines({ kind, ...change } as Change)).toEqual(told)
})

test("a change of many rows is cut, and says by how much", () => {
  const many = (n: number) => Array.from({ length: n }, (_, at) => unit(`u${at}`, at, at + 1))
  const flags = many(30).map(({ id }) => ({ before: null, after: { ...flagged, id } }))
  const { groups, more } = changeDetails({ kind: "flag-raised", effect: { flags } }, known)
  expect([groups.length, groups[19]?.title, more]).toEqual([20, "Flag 20", 10])
  const units = many(30).map(after => ({ before: null, after }))
  const { passages } = changeDetails({ kind: "document-resplit", effect: { units }, resplit: counts }, known)
  expect(passages).toMatchObject({ before: { listed: [], more: 0 }, after: { more: 10 } })
})

test("a rationale that only changed its form says so", () => {
  const bold = { type: "text", text: "It is in the log.", marks: [{ type: "bold" as const }] }
  const after = { ...said, rationale: { type: "doc", content: [{ type: "paragraph", content: [bold] }] } }
  expect(lines({ kind: "annotation-given", effect: { annotations: [{ before: said, after }] } })).toEqual([
    "Form and citations of the rationale: as they were → changed, with the same words",
  ])
})

test("every kind stands in one group of the filter", () => {
  expect(changeGroups.flatMap(kindsOfGroup).sort()).toEqual([...changeKinds].sort())
  expect(Object.keys(changeGroupOf).sort()).toEqual([...changeKinds].sort())
})

test("what can be brought back is each side of a change of one row", () => {
  const of = (change: Change) => earlierStates(change).map(({ what, side }) => `${what} ${side}`)
  const steps = [{ before: said, after: { ...said, id: "b" } }]
  expect(of({ kind: "annotation-given", effect: { annotations: steps } })).toEqual(["label before", "label after"])
  expect(of({ kind: "annotation-given", effect: { annotations: [...steps, ...steps] } })).toEqual([])
  expect(of({ kind: "unit-split", effect: split })).toEqual(["passages before"])
  expect(of({ kind: "policy-changed", ...examples["policy-changed"][0] })).toEqual(["policy before", "policy after"])
  expect(of({ kind: "member-joined", userId: "7", role: "reader", invitationId: "i" })).toEqual([])
})
