import { cellsByClaim, cellWords, claimNumber, claimStateWords, type Matrix } from "../domain/evidence-matrix.ts"
import { standings } from "../domain/matrix-order.ts"
import { writeCsv } from "./csv.ts"

/** Which claims and sources to write, as places in the matrix, in the order wanted. */
export interface MatrixLayout {
  readonly claims: readonly number[]
  readonly sources: readonly number[]
}

/** The columns before those of the sources, behind which the last one is `log_head`; one is never renamed or moved. */
const heading = [
  "document",
  "claim",
  "unit_id",
  "quote",
  "state",
  "witnesses",
  "supporting_sources",
  "disputing_sources",
]

/**
 * The matrix as CSV: one row a claim, one column a source under its line, each cell in words and empty where there is no
 * citation. Two sources of the same line are told apart by their short names; `logHead` is the head of the project's log.
 * No cell can start a formula.
 */
export function matrixCsv(matrix: Matrix, layout: MatrixLayout, logHead: string): string {
  const titles = new Map(matrix.documents.map(({ id, title }) => [id, title]))
  const known = standings(matrix)
  const cells = cellsByClaim(matrix)
  const rows = layout.claims.flatMap(place => {
    const [claim, standing, row] = [matrix.claims[place], known[place], cells[place]]
    if (!claim || !standing || !row) return []
    const { supports, disputes, witnesses } = standing
    const facts = [titles.get(claim.documentId) ?? "", claimNumber(matrix, claim), claim.id, claim.quote]
    const counts = [claimStateWords(claim), ...[witnesses, supports, disputes].map(String)]
    const said = layout.sources.map(source => (row.has(source) ? cellWords(row.get(source)) : ""))
    return [[...facts, ...counts, ...said, logHead]]
  })
  return writeCsv([[...heading, ...sourceHeadings(matrix, layout.sources), "log_head"], ...rows])
}

function sourceHeadings({ sources }: Matrix, places: readonly number[]): readonly string[] {
  const lines = sources.map(({ line }) => line)
  return places.map(place => {
    const { line = "", short = "" } = sources[place] ?? {}
    return lines.indexOf(line) === lines.lastIndexOf(line) ? line : `${line} [${short}]`
  })
}
