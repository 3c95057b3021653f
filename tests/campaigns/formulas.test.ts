import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import { csvCells, readCsv } from "../../lib/formats/csv.ts"
import { formulaCells, formulaFiles } from "./formulas.ts"

// What `npm run campaign -- formulas` opens in LibreOffice, as it stands in the files.

test("no cell of a workbook is a formula: each is words, and nothing in the file leads out of it", () => {
  const files = unzipSync(formulaFiles().xlsx)
  const sheet = strFromU8(files["xl/worksheets/sheet1.xml"]!)
  const cells = [...sheet.matchAll(/<c\b([^>]*)>/g)].map(([, attributes]) => attributes!)
  expect(cells).toHaveLength(2 * formulaCells.length + 2)
  for (const attributes of cells) expect(attributes).toMatch(/\bt="(?:inlineStr|s)"/)
  expect(sheet).not.toMatch(/<f[\s>]/)
  for (const [name, bytes] of Object.entries(files)) {
    expect(name).not.toMatch(/externalLink|connection|vba|macro/i)
    expect(strFromU8(bytes), name).not.toMatch(/TargetMode="External"|<dde|<definedName/i)
  }
})

test("every cell of a table that begins as a formula has an apostrophe before it, and is read back as it was", () => {
  const { csv } = formulaFiles()
  expect(readCsv(csv).map(([, cell]) => cell)).toEqual(formulaCells)
  const bare = csvCells(csv).filter(([, cell]) => !cell!.startsWith("'"))
  expect(bare.map(([, cell]) => cell)).toEqual([
    "{=1+1}",
    "a;=1+1",
    'a",=1+1',
    "a\r\n=1+1",
    "Stalin = Koba",
    "1937–1938",
  ])
})
