import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { raiseFlag } from "../../lib/commands/raise-flag.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import { exportFormatNames } from "../../lib/domain/export-format-name.ts"
import type { FlagReason } from "../../lib/domain/flag.ts"
import { flaggedSentence } from "../../lib/domain/left-out-passages.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { exportPreview } from "../../lib/queries/export-preview.ts"
import { matrixFile } from "../../lib/queries/matrix-file.ts"
import { room } from "../commands/room.ts"
import { sampleText, value } from "./project.ts"
import { exportText } from "./whole-export.ts"

/** The sample's first claim is flagged at "1912" alone; its other words must not go out either. */
async function flagged(reason: FlagReason = "living-person") {
  const here = await room()
  const { ann, ben, owner, projectId, documentId, units } = here
  for (const { id } of units) {
    value(await here.label(ann, id, "speculative"))
    value(await here.label(ben, id, "speculative"))
  }
  const start = sampleText.indexOf("1912")
  const span = { start, end: start + 4, quote: "1912" }
  const flag = { documentId, id: uuidv7(), ...span, reason, note: "", blocking: false, requestId: uuidv7() }
  value(await raiseFlag(ann, flag))
  const file = async (format: string, choice: object) =>
    value(await exportText(owner, { projectId, format, state: "every", ...choice })).text
  return { ...here, flagId: flag.id, file }
}

const shown = /The ship|\bsank\b|\b1912\b/
/** Sources, or what describes a table: these hold no words of texts anyway. */
const wordless = ["csvw", "bibtex", "ris", "csl-json"]
let place: ReturnType<typeof flagged> | undefined
const here = () => (place ??= flagged())

test("of a passage that is left out no word stands in a file of any format, and files that have room for it say so", async () => {
  const { file } = await here()
  const telling: string[] = []
  for (const format of exportFormatNames) {
    const text = await file(format, { leaveOut: "open" })
    expect(text, format).not.toMatch(shown)
    if (!wordless.includes(format)) expect(text, format).toMatch(/Nobody wrote/)
    if (/leaveOut|flag for privacy/.test(text)) telling.push(format)
  }
  const roomy = ["json", "jsonl", "csvw", "markdown", "docx", "wikitext", "tei", "web-annotation", "ro-crate", "xlsx"]
  expect(telling).toEqual(expect.arrayContaining([...roomy, "prov", "brat"]))
})

test("when nothing is left out, each of these formats tells those words", async () => {
  const { file } = await here()
  for (const format of exportFormatNames)
    if (!wordless.includes(format)) expect(await file(format, {}), format).toMatch(shown)
})

test("the evidence matrix leaves the same claims out, on the page and in its files, with what only they cite", async () => {
  const { owner, projectId, documentId } = await here()
  const shownIn = async (choice: object) => {
    const { claims } = value(await evidenceMatrix(owner, projectId, { all: "1", ...choice })).matrix
    const files = ["csv", "svg"].map(async format =>
      value(await matrixFile(owner, projectId, { all: "1", format, ...choice })),
    )
    const written = await Promise.all(files)
    const says = written.map(({ name, text }) => name.includes("without flagged passages") || text.includes("left out"))
    expect(says).toEqual(written.map(() => "leaveOut" in choice))
    return { claims: claims.map(({ quote }) => shown.test(quote)), told: written.map(({ text }) => shown.test(text)) }
  }
  const whole = await shownIn({})
  expect(whole.claims).toContain(true)
  expect(whole.told).toEqual([true, true])
  for (const choice of [{ leaveOut: "open" }, { leaveOut: "any", document: documentId }])
    expect(await shownIn(choice)).toEqual({ claims: whole.claims.filter(tells => !tells), told: [false, false] })
})

test("an answered flag counts when it is asked for, a withdrawn one or another reason never", async () => {
  const { ann, owner, file, flag, flagId, documentId } = await flagged("sensitive")
  await flag(ann, "raised in 1920")
  const start = sampleText.indexOf("Nobody")
  const words = { id: uuidv7(), start, end: start + 6, quote: "Nobody", reason: "privacy", note: "", blocking: false }
  value(await raiseFlag(ann, { documentId, ...words, requestId: uuidv7() }))
  value(await withdrawFlag(ann, { documentId, flagId: words.id, version: 1, requestId: uuidv7() }))
  const told = async (leaveOut: string) => {
    const text = await file("json", { leaveOut })
    return ["ship sank", "raised in 1920", "Nobody wrote"].filter(quote => text.includes(quote))
  }
  expect([await told("open"), await told("any")]).toEqual([
    ["raised in 1920", "Nobody wrote"],
    ["raised in 1920", "Nobody wrote"],
  ])
  value(await answerFlag(owner, { documentId, flagId, version: 1, answer: "It is known.", requestId: uuidv7() }))
  expect([await told("open"), await told("any")]).toEqual([
    ["ship sank", "raised in 1920", "Nobody wrote"],
    ["raised in 1920", "Nobody wrote"],
  ])
})

test("the page says beforehand how many claims are left out, and why, and shows no word of them", async () => {
  const { owner, projectId } = await flagged()
  const asked = async (choice: object) => value(await exportPreview(owner, projectId, { state: "every", ...choice }))
  const [all, less] = [await asked({}), await asked({ leaveOut: "open" })]
  expect(less.chosen).toBe(all.chosen - 1)
  expect(less.leftOut.find(({ why }) => why === flaggedSentence)).toMatchObject({ count: 1, claims: [{ quote: "" }] })
  expect(JSON.stringify(less.claims)).not.toContain("ship")
})

test("a flag that lost its place in a new version still counts where its words stand", async () => {
  const { owner, flagId, renew, file } = await flagged("privacy")
  value(await renew(owner, "By 1912 they left. Of 1912 little is told. Summers were mild."))
  expect(await database().flag.findUniqueOrThrow({ where: { id: flagId } })).toMatchObject({
    number: 1,
    status: "open",
  })
  const told = await file("tei", { leaveOut: "open" })
  expect(told).not.toMatch(/\b1912\b|they left|little/)
  expect(told).toContain("Summers were mild")
})
