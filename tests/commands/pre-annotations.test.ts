import { strToU8, zipSync } from "fflate"
import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addPreAnnotations } from "../../lib/commands/add-pre-annotations.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { dismissPreAnnotation } from "../../lib/commands/dismiss-pre-annotation.ts"
import { redoChange, undoChange } from "../../lib/commands/undo-change.ts"
import { database } from "../../lib/db/client.ts"
import { documentHistory } from "../../lib/queries/document-history.ts"
import { readMarkings } from "../../lib/queries/read-pre-annotations.ts"
import { watchedLoop } from "../campaigns/stretches.ts"
import { code, type Person, sampleText, value } from "../queries/project.ts"
import { room } from "./room.ts"

const at = (quote: string) => {
  const start = sampleText.indexOf(quote)
  return { start, end: start + quote.length, quote }
}
const file = (content: unknown) => [
  { name: "file.json", base64: Buffer.from(JSON.stringify(content)).toString("base64") },
]

/** A document, and short words for what files do to it. */
async function marked() {
  const here = await room()
  const { editor, documentId, asked } = here
  const add = (passages: readonly object[], more: object = {}, who: Person = editor) =>
    addPreAnnotations(who, { ...asked(), number: 1, file: "tasks.json", passages, ...more })
  const shown = async (who: Person, unitId: string) =>
    (await here.card(who, unitId)).suggestions.map(({ label, words, text, author }) => [label, words, text, author])
  const dismiss = async (who: Person, unitId: string) => {
    const one = await database().preAnnotation.findFirstOrThrow({ where: { unitId, status: "open" } })
    return dismissPreAnnotation(who, { ...asked(), unitId, preAnnotationId: one.id })
  }
  return { ...here, documentId, add, shown, dismiss }
}

test("a label becomes a suggestion on the claims under it, counts nowhere, and is taken back in one step", async () => {
  const { ann, editor, first, second, add, shown, card, asked, documentId } = await marked()
  const sentence = at("The ship sank in 1912.")
  const before = await card(ann, first)
  const done = value(
    await add([
      { ...sentence, becomes: "disputed", fileLabel: "CONTRADICTED", text: "Who says so?", author: "ner-2" },
      { ...at("sank in 1912. It was raised in"), becomes: "documented" },
      { ...at("raised in"), becomes: "needs-source", text: "Where?", author: "pat" },
    ]),
  )
  expect(done).toMatchObject({ suggestions: 3, flags: 1, skipped: 0 })
  expect(await shown(ann, first)).toEqual([
    ["disputed", null, "Who says so?", "ner-2"],
    ["documented", "sank in 1912. It was raised in", "", ""],
  ])
  expect(await shown(ann, second)).toEqual([["documented", "sank in 1912. It was raised in", "", ""]])
  const { state, verdict, others, conditions } = await card(ann, first)
  expect({ state, verdict, others, conditions }).toEqual({
    ...{ state: before.state, verdict: before.verdict, others: before.others, conditions: before.conditions },
  })
  expect((await card(ann, second)).flags).toMatchObject([
    { reason: "needs-source", blocking: false, note: "Where?\nFrom tasks.json, by pat.", raisedBy: editor.id },
  ])
  expect(value(await documentHistory(ann, documentId, {})).changes[0]!.sentence).toBe(
    "brought in three suggestions and one flag from “tasks.json”.",
  )

  value(await undoChange(editor, { ...asked(), told: [] }))
  expect([await shown(ann, first), await shown(ann, second)]).toEqual([[], []])
  expect((await card(ann, second)).flags).toMatchObject([{ status: "withdrawn" }])
  value(await redoChange(editor, { ...asked(), told: [] }))
  expect(await shown(ann, first)).toHaveLength(2)
})

test("a dismissed suggestion is gone for everybody until undo brings it back; the import can't be taken back meanwhile", async () => {
  const { ann, ben, editor, first, add, shown, dismiss, asked, owner, documentId } = await marked()
  value(await add([{ ...at("The ship"), becomes: "speculative" }]))
  value(await dismiss(ann, first))
  expect(await shown(ben, first)).toEqual([])
  expect(await undoChange(editor, { ...asked(), told: [] })).toMatchObject({ failure: { code: "undo-blocked" } })
  value(await undoChange(ann, { ...asked(), told: [] }))
  expect(await shown(ben, first)).toHaveLength(1)
  value(await undoChange(editor, { ...asked(), told: [] }))
  const [one] = await database().preAnnotation.findMany({ where: { documentId } })
  const again = { ...asked(), unitId: first, preAnnotationId: one!.id }
  expect(code(await dismissPreAnnotation(owner, again))).toBe("not-found")
})

test("words that are not the text's, a text that was overtaken and passages on no claim are refused", async () => {
  const { add, documentId } = await marked()
  const wrong = await add([
    { ...at("The ship"), becomes: "disputed" },
    { start: 1, end: 9, quote: "The ship", becomes: "disputed" },
    { start: 0, end: 999, quote: "The ship", becomes: "disputed" },
    { ...at("raised"), becomes: "doubtful" },
  ])
  expect(wrong).toMatchObject({
    failure: {
      code: "invalid",
      issues: [
        { path: "passages.1", message: "Passage 2: Its words are not those of the text at its positions." },
        { path: "passages.2", message: "Passage 3: Its positions are outside of the text." },
        { path: "passages.3", message: "Passage 4: Choose what the label becomes." },
      ],
    },
  })
  expect(code(await add([{ ...at("The ship"), becomes: "disputed" }], { number: 2 }))).toBe("version-overtaken")
  await database().unit.updateMany({ where: { documentId }, data: { kind: "meta" } })
  expect(code(await add([{ ...at("The ship"), becomes: "disputed" }]))).toBe("no-claim-under")
  expect(await database().preAnnotation.count({ where: { documentId } })).toBe(0)
})

test("what may not be seen can't be dismissed, and opens with one's own label", async () => {
  const { owner, projectId, ben, first, add, shown, dismiss, label } = await marked()
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: true, pseudonyms: false, seen, requestId: uuidv7() }))
  value(await add([{ ...at("The ship"), becomes: "speculative" }]))
  expect(await shown(ben, first)).toEqual([])
  expect(code(await dismiss(ben, first))).toBe("not-found")
  value(await label(ben, first, "disputed"))
  expect(await shown(ben, first)).toHaveLength(1)
  value(await dismiss(ben, first))
})

test("a file is read against the document: what fits, on how many claims, and what does not and why", async () => {
  const { editor, documentId, first } = await marked()
  const item = (exact: string) => ({
    type: "Annotation",
    body: { type: "TextualBody", purpose: "tagging", value: "Disputed" },
    target: {
      source: `https://apparatus.example/projects/p/documents/${documentId}/versions/1`,
      selector: { type: "TextQuoteSelector", exact },
    },
  })
  const other = {
    ...item("The ship"),
    target: { source: "https://example.org/other", selector: { type: "TextQuoteSelector", exact: "The ship" } },
  }
  const items = [
    item("The ship sank in 1912."),
    item("in 1912. It was raised in 1920."),
    item("The boat"),
    item("in 19"),
    other,
  ]
  const read = value(await readMarkings(editor, { documentId, files: file({ type: "AnnotationPage", items }) }))
  expect(read.format).toBe("web-annotation")
  expect(read.passages.map(({ quote, how, claims, label }) => [quote, how, claims, label])).toEqual([
    ["The ship sank in 1912.", "the-claim", 1, "Disputed"],
    ["in 1912. It was raised in 1920.", "within", 1, "Disputed"],
  ])
  expect(read.texts.map(({ passages, ours }) => [passages, ours])).toEqual([
    [4, true],
    [1, false],
  ])
  expect(read.troubles.map(({ at: place, why }) => `${place}: ${why}`)).toEqual([
    "annotation 3: Its words are not in the text: “The boat”.",
    "annotation 4: Its words stand in 2 places and not where it says, and nothing tells which is meant: “in 19”.",
  ])
  await database().unit.update({ where: { id: first }, data: { kind: "meta" } })
  const now = value(await readMarkings(editor, { documentId, files: file([item("The ship sank in 1912.")]) }))
  expect(now.troubles).toEqual([{ at: "annotation 1", why: expect.stringContaining("of the kind “meta”") }])
  expect(await readMarkings(editor, { documentId, files: file({ hello: 1 }) })).toMatchObject({
    failure: { code: "invalid", issues: [{ path: "files", message: expect.stringContaining("none of the formats") }] },
  })
})

test("others get their turn while files are read that unpack to much", async () => {
  const { editor, documentId } = await marked()
  const parts = Array.from({ length: 60 }, (_, at) => [`${at}.txt`, new Uint8Array(1_048_576).fill(97)] as const)
  const zip = zipSync({ "a.ann": strToU8("T1\tX 0 3\tThe\n"), ...Object.fromEntries(parts) }, { level: 1 })
  const files = [{ name: "a.zip", base64: Buffer.from(zip).toString("base64") }]
  const stood = watchedLoop()
  expect(await readMarkings(editor, { documentId, files, counted: null, of: null })).toMatchObject({ ok: true })
  expect(stood()).toBeLessThan(200)
}, 120_000)
