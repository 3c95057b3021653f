import fc from "fast-check"
import { expect, test } from "vitest"
import { claimsCsvData, claimsCsvSafe } from "../../lib/formats/claims-csv.ts"
import { csvCells, readCsv } from "../../lib/formats/csv.ts"
import { csvwMetadata } from "../../lib/formats/csvw.ts"
import type { ExportedDocument } from "../../lib/formats/export-format.ts"
import { type Exported, exported, textOf } from "./exported.ts"
import { statements } from "./offline.ts"
import { sameHoweverCut } from "./same-however-cut.ts"

const live = /^["\s\p{Cc}\p{Cf}]*[=+\-@\t\r\0＝＋－＠]/u

test("every claim is one row that gives back its words, its place and its counts", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const file = await textOf(claimsCsvSafe, all, 2)
    expect(file.startsWith("\uFEFF")).toBe(true)
    const [heading = [], ...rows] = readCsv(file)
    const claims = all.parts(100).flatMap(({ document, claims: run }) => run.map(claim => ({ document, claim })))
    expect(rows).toHaveLength(claims.length)
    rows.forEach((row, i) => {
      const cell = (name: string) => row[heading.indexOf(name)]
      const { document, claim } = claims[i]!
      expect(row).toHaveLength(heading.length)
      expect(cell("quote")).toBe(claim.quote)
      expect(cell("document")).toBe(document.title)
      expect(cell("project")).toBe(all.head.project)
      expect(cell("decision_reason")).toBe(claim.decision?.reason ?? "")
      expect([cell("unit_id"), cell("label"), cell("verdict_by")]).toEqual([
        claim.unitId,
        claim.label ?? "",
        claim.verdictBy ?? "",
      ])
      expect(cell("state")).toBe(claim.state)
      expect([cell("start"), cell("end")].map(Number)).toEqual([claim.start, claim.end])
      expect(Number(cell("dissenting"))).toBe(claim.annotations.filter(({ agrees }) => agrees === false).length)
      const stances = ["supports", "disputes", "mentions", "repeats"].map(name => Number(cell(name)))
      expect(stances.reduce((sum, n) => sum + n, 0)).toBe(claim.citations.length)
      expect(cell("notes")).toBe(claim.citations.map(({ id }) => `note ${id}`).join("\n"))
      expect(cell("decision_how")).toBe(claim.decision?.how ?? "")
      const follows = claim.decision?.follows.map(({ name }) => name.replaceAll(/\s+/g, " ")) ?? []
      expect(cell("decision_follows")).toBe(follows.join("\n"))
      expect((cell("flags") ?? "").split("\n").filter(Boolean)).toHaveLength(claim.flags.length)
      for (const { answer } of claim.flags) expect(cell("flags")).toContain(answer.replaceAll(/\s+/g, " ").trim())
      expect(cell("log_head")).toBe(all.head.logHead)
      expect(heading.slice(-5)).toEqual(["decision_how", "decision_follows", "flags", "state", "log_head"])
    })
  })
  await fc.assert(property, { numRuns: 300 })
})

test("no cell starts a formula, whatever people wrote", async () => {
  const property = fc.asyncProperty(exported, async all => {
    for (const cell of csvCells(await textOf(claimsCsvSafe, all)).flat()) expect(cell).not.toMatch(live)
  })
  await fc.assert(property, { numRuns: 300 })
})

test("the tables are the same bytes, however the claims are cut", async () => {
  await sameHoweverCut(claimsCsvSafe)
  await sameHoweverCut(claimsCsvData)
})

test("the table for programs has every cell as it is, and the safe one gives the same cells back", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const data = await textOf(claimsCsvData, all)
    expect(data.startsWith("project,document_id,")).toBe(true)
    const [heading = [], ...rows] = csvCells(data)
    expect(readCsv(await textOf(claimsCsvSafe, all))).toEqual([heading, ...rows])
    const claims = all.parts(100).flatMap(({ document, text, claims: run }) => run.map(c => ({ document, text, c })))
    expect(rows).toHaveLength(claims.length)
    rows.forEach((row, at) => {
      const cell = (name: string) => row[heading.indexOf(name)]!
      const { document, text, c } = claims[at]!
      expect(cell("document")).toBe(document.title)
      expect(cell("document_author")).toBe(document.author)
      expect(cell("decided_by")).toBe(c.decision?.editor ?? "")
      const words = text.slice(Number(cell("start")), Number(cell("end")))
      expect(cell("quote")).toBe(all.head.quotes ? words : "")
    })
  })
  await fc.assert(property, { numRuns: 200 })
})

const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
const csvw = "http://www.w3.org/ns/csvw#"

test("the metadata describes the table: its columns in their order, their types, and nothing that RDF would drop", async () => {
  const property = fc.asyncProperty(exported, fc.boolean(), async (all, safe) => {
    const file = JSON.parse(csvwMetadata(all.head, { table: "Мои claims, 1.csv", safe }))
    const quads = await statements(file)
    const objects = (name: string) => quads.filter(q => q.predicate.value === csvw + name).map(q => q.object.value)
    const [heading = [], ...rows] = csvCells(await textOf(claimsCsvData, all))
    expect(objects("name").toSorted()).toEqual(heading.toSorted())
    expect(quads.filter(q => q.predicate.value === `${rdf}first`)).toHaveLength(heading.length)
    expect(file.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(heading)
    expect(decodeURIComponent(file.url)).toBe("Мои claims, 1.csv")
    expect(new Set(rows.map(row => row[heading.indexOf(file.tableSchema.primaryKey)])).size).toBe(rows.length)
    for (const row of rows)
      file.tableSchema.columns.forEach(({ name, datatype, required }: Column, at: number) => {
        const cell = row[at]!
        if (required) expect(cell, name).not.toBe("")
        if (cell !== "") expect(holds(datatype, cell), `${name}: ${cell}`).toBe(true)
      })
  })
  await fc.assert(property, { numRuns: 50 })
})

interface Column {
  readonly name: string
  readonly required: boolean
  readonly datatype: string | { readonly base: string; readonly format?: string }
}

/** Whether a cell is of a datatype, as the W3C's recommendation reads it. */
function holds(datatype: Column["datatype"], cell: string): boolean {
  const { base, format } = typeof datatype === "string" ? { base: datatype } : { format: undefined, ...datatype }
  if (base === "integer") return /^\d+$/.test(cell)
  if (base === "dateTime") return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(cell)
  return base === "string" && (format === undefined || new RegExp(`^(?:${format})$`).test(cell))
}

test("a licence that all texts share is told to programs", async () => {
  const [{ head }] = fc.sample(exported, 1) as [Exported]
  const licensed = (...licences: string[]) => ({
    ...head,
    documents: licences.map(licence => ({ licence }) as ExportedDocument),
  })
  const read = (...licences: string[]) =>
    JSON.parse(csvwMetadata(licensed(...licences), { table: "a.csv", safe: false }))
  const by = "https://creativecommons.org/licenses/by/4.0/"
  expect(read(by, by)["dc:license"]).toEqual({ "@id": by })
  expect(read(by, "Public domain")).toMatchObject({ "dc:rights": `${by}; Public domain` })
  expect(read("")["dc:rights"]).toBe(undefined)
})
