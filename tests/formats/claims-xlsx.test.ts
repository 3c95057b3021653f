import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import readWorkbook from "read-excel-file/node"
import { expect, test } from "vitest"
import { claimsCsvData } from "../../lib/formats/claims-csv.ts"
import { claimsXlsx } from "../../lib/formats/claims-xlsx.ts"
import { csvCells } from "../../lib/formats/csv.ts"
import { longestCell, openWorkbook } from "../../lib/formats/xlsx-pieces.ts"
import { type Exported, exported, fileOf, textOf, wholeOf } from "./exported.ts"

type Rows = readonly (readonly (string | number | boolean | Date | null)[])[]

const read = async (file: Uint8Array): Promise<Map<string, Rows>> =>
  new Map((await readWorkbook(Buffer.from(file))).map(({ sheet, data }) => [sheet, data as Rows]))
const workbook = async (all: Exported, size = 100) => read(await fileOf(claimsXlsx, all, size))

/** Words as a reader gets them that does not know the codes of characters: without what XML cannot hold. */
const plain = (words: string) =>
  words
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")

test("the sheets say the same, however the claims are cut", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const contents = async (size: number) =>
      Object.entries(unzipSync(await fileOf(claimsXlsx, all, size))).map(([name, file]) => [name, strFromU8(file)])
    expect(await contents(1)).toEqual(await contents(100))
  })
  await fc.assert(property, { numRuns: 50 })
})

test("a reader of spreadsheets finds every cell of the table, and each citation, source and left-out claim", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const sheets = await workbook(all)
    expect([...sheets.keys()]).toEqual(["Claims", "Citations", "Sources", "Left out", "About"])
    const table = csvCells(await textOf(claimsCsvData, all))
    const cells = (rows: Rows) => rows.map(row => table[0]!.map((_, at) => String(row[at] ?? "")))
    const trimmed = (rows: readonly (readonly string[])[]) => rows.map(row => row.map(cell => plain(cell).trim()))
    expect(trimmed(cells(sheets.get("Claims")!))).toEqual(trimmed(table))
    const documents = wholeOf(all).documents
    const claims = documents.flatMap(document => document.claims)
    const firsts = (name: string) =>
      sheets
        .get(name)!
        .slice(1)
        .map(([first]) => first)
    expect(firsts("Citations")).toEqual(claims.flatMap(({ unitId, citations }) => citations.map(() => unitId)))
    expect(firsts("Sources")).toEqual([...all.head.sources.keys()])
    expect(firsts("Left out")).toEqual(documents.flatMap(({ leftOut }) => leftOut.map(({ unitId }) => unitId)))
    expect(firsts("About").slice(0, 3)).toEqual(["Project", "Made at", "Policy"])
    expect(firsts("About").includes("Quotes")).toBe(!all.head.quotes)
  })
  await fc.assert(property, { numRuns: 50 })
})

const written = (...words: string[]) => {
  const { sheets, end } = openWorkbook([{ name: "A & B", columns: [{ heading: "a", width: 10 }] }])
  for (const cell of words) sheets[0]!.add([cell])
  sheets[0]!.end()
  return { file: end(), counts: sheets[0]!.counts }
}

test("words stay words: no formula, no name that means something to a program, no code of a character", async () => {
  const words = ["=1+1", "+7", "@SUM(A1)", "constructor", "__proto__", "1937", "<b>&amp;</b>", "a\nb", "true", "\uFFFD"]
  const { file } = written(...words)
  expect((await read(file)).get("A & B")).toEqual([["a"], ...words.map(cell => [cell])])
  const xml = strFromU8(unzipSync(written("=1+1", "a_x000D_b", "  a ").file)["xl/worksheets/sheet1.xml"]!)
  expect(xml).not.toContain("<f>")
  expect(xml).toContain("a_x005F_x000D_b")
  expect(xml).toContain('<t xml:space="preserve">  a </t>')
})

test("a cell that is too long is cut between characters, and counted", async () => {
  const long = `${"a".repeat(longestCell - 2)}😊😊`
  const { file, counts } = written(long, "a".repeat(longestCell))
  expect(counts).toEqual({ cut: 1, dropped: 0 })
  const [, [first], [second]] = (await read(file)).get("A & B") as [unknown, [string], [string]]
  expect(first).toBe(`${"a".repeat(longestCell - 2)}…`)
  expect(second).toHaveLength(longestCell)
})

test("the sheet About tells of cells that are cut", async () => {
  const [all] = fc.sample(
    exported.filter(one => one.head.documents.length > 0 && one.parts(100).some(({ claims }) => claims.length > 0)),
    1,
  ) as [Exported]
  const documents = all.head.documents.map(document => ({ ...document, title: "a".repeat(longestCell + 1) }))
  const parts = (size: number) => all.parts(size).map(part => ({ ...part, document: documents[0]! }))
  const about = (await workbook({ head: { ...all.head, documents }, parts })).get("About")!
  expect(about.find(([what]) => what === "Cut")?.[1]).toMatch(/^\d+ cells were longer than the 32767 characters/)
})
