import fc from "fast-check"
import { expect, test } from "vitest"
import { csvCells, readCsv, writeCsv } from "../../lib/formats/csv.ts"
import { words } from "./vetted.ts"

const rows = fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
/** What a spreadsheet would still take for a formula; an apostrophe is what stops it. */
const live = /^["\s\p{Cc}\p{Cf}]*[=+\-@\t\r\0＝＋－＠]/u

test("what is written is read back as it was", () => {
  fc.assert(
    fc.property(rows, given => void expect(readCsv(writeCsv(given))).toEqual(given)),
    { numRuns: 2_000 },
  )
})

test("no cell starts a formula", () => {
  const property = fc.property(rows, given => {
    for (const cell of csvCells(writeCsv(given)).flat()) expect(cell).not.toMatch(live)
  })
  fc.assert(property, { numRuns: 2_000 })
})

test.each(["=1+1", "+7", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", '"=1', "＝1", "\uFEFF=1"])(
  "%j gets an apostrophe",
  cell => {
    expect(csvCells(writeCsv([[cell]]))).toEqual([[`'${cell}`]])
  },
)

test.each(["Stalin = Koba", "a-b", "'tis", "1930–1937", "", "12"])("%j stays as it is", cell => {
  expect(csvCells(writeCsv([[cell, "x"]]))).toEqual([[cell, "x"]])
})

test("the file begins with a byte order mark, rows end with CRLF, quotes are doubled", () => {
  expect(
    writeCsv([
      ["a", 'b "c", d'],
      ["e\nf", ""],
    ]),
  ).toBe('\uFEFFa,"b ""c"", d"\r\n"e\nf",\r\n')
})
