// What a spreadsheet skips before it looks for a formula, and the characters that begin one, their full-width, small,
// superscript and subscript forms included. An apostrophe is among what is skipped, so that undoing is exact.
const formula = /^['"`´‘’“”«»\p{Cc}\p{Cf}\p{Z}]*[=+\-@\t\r\0＝﹦⁼₌＋﹢⁺₊﬩－﹣⁻₋−＠﹫]/u

/** The cell with an apostrophe before it when a spreadsheet could take it for a formula. */
export const safeCell = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

/** The cell as it was before `safeCell`. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell

/** The byte order mark, by which spreadsheets know UTF-8. */
export const byteOrderMark = "\uFEFF"

/** A row of CSV as it stands: no cell is changed. It needs at least one cell. */
export const csvRow = (row: readonly string[]): string => `${row.map(cell => quoted(cell, row.length)).join(",")}\r\n`

/**
 * Rows as CSV after RFC 4180, with a byte order mark, by which spreadsheets know UTF-8. No cell can start a formula
 * (OWASP "CSV injection"). `readCsv` gives the rows back as they were; every row needs at least one cell.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map(row => csvRow(row.map(safeCell))).join("")

const quoted = (cell: string, cells: number) =>
  (cell === "" && cells === 1) || /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** The cells of a CSV text as they stand, without the apostrophes taken off. Lone line feeds end a row too. */
export function csvCells(csv: string): string[][] {
  const text = csv.startsWith(byteOrderMark) ? csv.slice(1) : csv
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at)
    row.push(cell)
    at = end
    if (text[at] === ",") {
      at += 1
      if (at < text.length) continue
      row.push("")
    }
    at += text.startsWith("\r\n", at) ? 2 : 1
    rows.push(row)
    row = []
  }
  return rows
}

/** The rows that `writeCsv` was given. */
export const readCsv = (csv: string): string[][] => csvCells(csv).map(row => row.map(plainCell))

function quotedCell(text: string, start: number): [string, number] {
  let end = start + 1
  while (end < text.length) {
    if (text[end] !== '"') end += 1
    else if (text[end + 1] === '"') end += 2
    else break
  }
  return [text.slice(start + 1, end).replaceAll('""', '"'), end + 1]
}

function bareCell(text: string, start: number): [string, number] {
  let end = start
  while (end < text.length && !",\r\n".includes(text[end]!)) end += 1
  return [text.slice(start, end), end]
}
