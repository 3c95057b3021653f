import { xmlText } from "./xml-text.ts"
import { openZip, type ZippedFile } from "./zip-pieces.ts"

/** A column of a sheet: its heading and how many characters wide it is shown. */
export interface SheetColumn {
  readonly heading: string
  readonly width: number
}

export interface SheetPlan {
  readonly name: string
  readonly columns: readonly SheetColumn[]
}

/** A sheet that is being written. */
export interface SheetPieces {
  /** Adds a row, unless the sheet is full. */
  readonly add: (row: readonly (string | number)[]) => void
  readonly end: () => void
  readonly counts: SheetCounts
}

export interface SheetCounts {
  /** Cells whose text was longer than a cell can be. */
  cut: number
  /** Rows that the sheet had no room for. */
  dropped: number
}

/** Excel's own limits. */
export const longestCell = 32_767
export const longestSheet = 1_048_576

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const packaged = "http://schemas.openxmlformats.org/package/2006"
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"

/** The style of a heading: bold on grey; and of every other cell: at the top, its lines wrapped. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEAE2"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

const contentTypes = (sheets: readonly SheetPlan[]) =>
  `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`).join("")}</Types>`

const relationships = (targets: readonly (readonly [type: string, target: string])[]) =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`).join("")}</Relationships>`

const workbook = (sheets: readonly SheetPlan[]) =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`

/** "A" to "Z", "AA" and on. */
const letters = (at: number): string =>
  (at >= 26 ? letters(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26))

/**
 * Words as a cell holds them: line breaks as spreadsheets have them, and what they would take for the code of a
 * character, "_x000D_", as the letters that it is.
 */
const cellText = (words: string) =>
  xmlText(words.replaceAll(/\r\n?/g, "\n").replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"))

function cell(value: string | number, place: string, style: number, counts: SheetCounts): string {
  if (typeof value === "number") return `<c r="${place}" s="${style}"><v>${value}</v></c>`
  if (value === "") return ""
  let words = value
  if (words.length > longestCell) {
    counts.cut++
    words = `${words.slice(0, longestCell - 1).replace(/[\uD800-\uDBFF]$/, "")}…`
  }
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(words)}</t></is></c>`
}

function sheet(file: ZippedFile, { columns }: SheetPlan, shown: boolean): SheetPieces {
  const counts = { cut: 0, dropped: 0 }
  const places = columns.map((_, at) => letters(at))
  let rows = 0
  const add = (row: readonly (string | number)[], style: number) => {
    if (rows === longestSheet) {
      counts.dropped++
      return
    }
    rows++
    const cells = row.map((value, at) => cell(value, `${places[at]!}${rows}`, style, counts)).join("")
    file.add(`<row r="${rows}">${cells}</row>`)
  }
  const selected = shown ? ' tabSelected="1"' : ""
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  file.add(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView${selected} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join("")}</cols><sheetData>`,
  )
  add(
    columns.map(({ heading }) => heading),
    1,
  )
  return {
    counts,
    add: row => add(row, 2),
    end() {
      file.add("</sheetData></worksheet>")
      file.end()
    },
  }
}

/**
 * A workbook for spreadsheets (XLSX) that is written in pieces. Strings are kept as strings, in their cells, so that
 * none of them is a formula. The first sheet goes out as it is written, the others wait in compressed form.
 */
export function openWorkbook(plans: readonly SheetPlan[]) {
  const zip = openZip()
  zip.whole("[Content_Types].xml", contentTypes(plans))
  zip.whole("_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]]))
  zip.whole("xl/workbook.xml", workbook(plans))
  const parts = plans.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`] as const)
  zip.whole("xl/_rels/workbook.xml.rels", relationships([...parts, ["styles", "styles.xml"]]))
  zip.whole("xl/styles.xml", styles)
  const sheets = plans.map((plan, at) => sheet(zip.file(`xl/worksheets/sheet${at + 1}.xml`), plan, at === 0))
  return { sheets, take: zip.take, end: zip.end }
}
