import fc from "fast-check"
import { expect, test } from "vitest"
import { csvCells, readCsv } from "../../lib/formats/csv.ts"
import { matrixCsv } from "../../lib/formats/matrix-csv.ts"
import { anyMatrix, matrixOf } from "../domain/matrix.ts"

test("one row a claim and one column a source, in the order wanted", () => {
  const matrix = matrixOf(["+.", "-+"])
  const [heading, ...rows] = readCsv(matrixCsv(matrix, { claims: [1, 0], sources: [1, 0] }, "7-head"))
  expect(heading?.slice(-3)).toEqual(["Source b", "Source a", "log_head"])
  expect(rows.map(row => row.slice(1))).toEqual([
    ["2", "1", "Claim 2 says so.", "open", "1", "1", "1", "supports", "disputes", "7-head"],
    ["1", "0", "Claim 1 says so.", "open", "1", "1", "0", "", "supports", "7-head"],
  ])
})

test("sources of the same line keep a column each, told apart by their short names", () => {
  const { sources, ...rest } = matrixOf(["++"])
  const same = sources.map(source => ({ ...source, line: "Stalin" }))
  const [heading] = readCsv(matrixCsv({ ...rest, sources: same }, { claims: [0], sources: [0, 1] }, "7-head"))
  expect(heading?.slice(-3, -1)).toEqual(["Stalin [Source a]", "Stalin [Source b]"])
})

test("no cell starts a formula, and every row is as long as the heading", () => {
  const property = fc.property(anyMatrix, matrix => {
    const layout = { claims: matrix.claims.map((_, at) => at), sources: matrix.sources.map((_, at) => at) }
    const rows = csvCells(matrixCsv(matrix, layout, "7-head"))
    expect(rows).toHaveLength(matrix.claims.length + 1)
    for (const row of rows) expect(row).toHaveLength(rows[0]!.length)
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^["\s\p{Cc}\p{Cf}]*[=+\-@\t\r\0＝＋－＠]/u)
  })
  fc.assert(property)
})
