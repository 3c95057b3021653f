import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addSource } from "../../lib/commands/add-source.ts"
import { deriveSource } from "../../lib/commands/derive-source.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { gradeSource } from "../../lib/commands/grade-source.ts"
import { mergeSources } from "../../lib/commands/merge-sources.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawMerge } from "../../lib/commands/withdraw-merge.ts"
import { standings } from "../../lib/domain/matrix-order.ts"
import { readCsv } from "../../lib/formats/csv.ts"
import { activity } from "../../lib/queries/activity.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { matrixFile } from "../../lib/queries/matrix-file.ts"
import { citationWords, room } from "../commands/room.ts"
import { code, document, value } from "./project.ts"

/** A room with three sources: a memoir, a biography that retells it, and a log nobody else knows. */
async function shelf() {
  const here = await room()
  const { owner, projectId } = here
  const add = async (family: string, year: number, title: string) => {
    const id = uuidv7()
    const csl = { type: "book", title, author: [{ family }], issued: { "date-parts": [[year]] } }
    value(await addSource(owner, { projectId, id, kind: "memoir", csl, archive: null, requestId: uuidv7() }))
    return id
  }
  const memoir = await add("Beck", 1960, "Recollections")
  const biography = await add("Ferrand", 1994, "A Life")
  const log = await add("Anker", 1912, "Log")
  const derived = { sourceId: biography, originId: memoir, id: uuidv7(), how: "retells", note: "" }
  value(await deriveSource(owner, { projectId, ...derived, requestId: uuidv7() }))
  const cite = async (unitId: string, sourceId: string, stance = "supports", words: object = {}) => {
    const id = uuidv7()
    const given = { ...here.asked(), unitId, id, ...citationWords(sourceId, stance), ...words }
    value(await giveCitation(owner, given))
    return id
  }
  const matrix = async (input: object = {}) => value(await evidenceMatrix(owner, projectId, input))
  /** Cells as "number of the claim, short name of the source, stances, citations, credibility". */
  const cells = async (input: object = {}) => {
    const { claims, sources, cells } = (await matrix(input)).matrix
    return cells
      .map(({ claim, source, stances, citations, credibility }) =>
        [claims[claim]!.number, sources[source]!.short, stances.join("+"), citations, credibility ?? "-"].join(" "),
      )
      .sort()
  }
  return { ...here, memoir, biography, log, cite, matrix, cells }
}

test("all that a source says about a claim is one cell, with every stance, its citations and the best credibility", async () => {
  const { first, second, memoir, log, cite, cells, matrix } = await shelf()
  await cite(first, memoir, "disputes", { credibility: 4 })
  await cite(first, memoir, "supports", { credibility: 2 })
  await cite(first, memoir, "supports")
  await cite(second, log, "mentions", { credibility: 6 })
  expect(await cells()).toEqual(["1 Beck 1960 supports+disputes 3 2", "2 Anker 1912 mentions 1 6"])
  const { claims, sources } = (await matrix()).matrix
  expect(claims.map(({ quote }) => quote)).toEqual(["The ship sank in 1912.", "It was raised in 1920."])
  expect(sources.map(({ line }) => line)).toEqual(["Anker. Log. 1912", "Beck. Recollections. 1960"])
})

test("a source brings its grade and where its word comes from, cited or not", async () => {
  const { owner, projectId, first, memoir, biography, log, cite, matrix } = await shelf()
  await cite(first, biography)
  await cite(first, log)
  const grading = { sourceId: biography, id: uuidv7(), seen: null, reliability: "C", reason: "It errs in dates." }
  value(await gradeSource(owner, { projectId, ...grading, requestId: uuidv7() }))
  const { sources, origins, ...rest } = (await matrix()).matrix
  expect(sources).toMatchObject([
    { id: log, reliability: null, rootIds: [log] },
    { id: biography, reliability: "C", rootIds: [memoir] },
  ])
  expect(origins).toEqual({ [memoir]: "Beck. Recollections. 1960" })
  expect(standings({ sources, origins, ...rest })[0]).toMatchObject({ supports: 2, witnesses: 2 })
  await cite(first, memoir)
  expect(standings((await matrix()).matrix)[0]).toMatchObject({ supports: 3, witnesses: 2 })
})

test("a record that was merged into another counts as that one, and no longer when it is taken out", async () => {
  const { owner, projectId, first, biography, log, cite, cells } = await shelf()
  await cite(first, log)
  await cite(first, biography, "disputes")
  const merge = { projectId, sourceId: biography, version: 1, intoId: log, requestId: uuidv7() }
  value(await mergeSources(owner, merge))
  expect(await cells()).toEqual(["1 Anker 1912 supports+disputes 2 -"])
  value(await withdrawMerge(owner, { projectId, sourceId: biography, requestId: uuidv7() }))
  expect(await cells()).toEqual(["1 Anker 1912 supports 1 -", "1 Ferrand 1994 disputes 1 -"])
})

test("withdrawn citations and what is no claim any more are left out", async () => {
  const { owner, first, second, memoir, log, cite, cells, kind, asked } = await shelf()
  const citationId = await cite(first, memoir)
  await cite(second, log)
  value(await withdrawCitation(owner, { ...asked(), citationId, version: 1 }))
  expect(await cells()).toEqual(["2 Anker 1912 supports 1 -"])
  value(await kind(owner, second, "opinion"))
  expect(await cells()).toEqual([])
})

test("claims without a citation come when they are asked for, with the numbers that they have in the text", async () => {
  const { second, memoir, cite, matrix } = await shelf()
  await cite(second, memoir)
  const numbers = async (input: object) => (await matrix(input)).matrix.claims.map(({ number }) => number)
  expect(await numbers({})).toEqual([2])
  expect((await numbers({ all: "1" })).slice(0, 2)).toEqual([1, 2])
  expect(await numbers({ all: "1", stance: "supports" })).toEqual([2])
})

test("filters: one document, a state, a stance, what citations bear on", async () => {
  const { owner, projectId, ann, documentId, first, second, memoir, log, cite, cells, matrix, label } = await shelf()
  const { id: other } = await document(owner, projectId, "Another log")
  await cite(first, memoir)
  await cite(second, memoir, "disputes")
  await cite(second, log)
  await cite(second, log, "supports", { bearsOn: "said" })
  value(await label(ann, first, "documented"))
  expect(await cells({ document: documentId })).toHaveLength(3)
  expect(await cells({ document: other })).toEqual([])
  expect(await cells({ state: "in-review" })).toEqual(["1 Beck 1960 supports 1 -"])
  expect(await cells({ stance: "disputes" })).toEqual(["2 Anker 1912 supports 1 -", "2 Beck 1960 disputes 1 -"])
  expect(await cells({ bearsOn: "said" })).toEqual(["2 Anker 1912 supports 1 -"])
  expect((await matrix()).elsewhere).toBe(1)
  expect((await matrix({ bearsOn: "said" })).elsewhere).toBe(3)
  expect((await matrix()).matrix.documents.map(({ title }) => title)).toEqual(["Log book", "Another log"])
})

test("what an address cannot mean is refused", async () => {
  const { owner, projectId, stranger } = await shelf()
  for (const input of [{ stance: "likes" }, { state: "vetted" }, { claims: "age" }, { document: "x" }])
    expect(code(await evidenceMatrix(owner, projectId, input))).toBe("invalid")
  expect(code(await evidenceMatrix(owner, projectId, { document: uuidv7() }))).toBe("not-found")
  expect(code(await evidenceMatrix(stranger, projectId, {}))).toBe("not-found")
  expect(code(await matrixFile(owner, projectId, { format: "pdf" }))).toBe("invalid")
})

test("the files hold what the screen shows, in its order", async () => {
  const { owner, projectId, first, second, memoir, log, cite } = await shelf()
  await cite(first, memoir, "disputes")
  await cite(second, log)
  await cite(second, memoir)
  const file = async (format: string) => value(await matrixFile(owner, projectId, { format, claims: "weight" }))
  const csv = await file("csv")
  expect(csv.name).toMatch(/^Seminar, evidence matrix \d{4}-\d{2}-\d{2}\.csv$/)
  expect(readCsv(csv.text).map(row => row.slice(3, 4))).toEqual([
    ["quote"],
    ["It was raised in 1920."],
    ["The ship sank in 1912."],
  ])
  const { head } = value(await activity(owner, projectId, {}))
  expect(readCsv(csv.text).map(row => row.at(-1))).toEqual(["log_head", head, head])
  const svg = await file("svg")
  expect(svg.text).toContain(head)
  expect(svg.mediaType).toBe("image/svg+xml; charset=utf-8")
  expect(svg.text).toContain("<title>Claim 2, Anker 1912: supports</title>")
})
