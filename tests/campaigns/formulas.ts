import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { byteOrderMark, csvRow, writeCsv } from "../../lib/formats/csv.ts"
import { openWorkbook } from "../../lib/formats/xlsx-pieces.ts"

/** What a spreadsheet computes, fetches or runs when it takes the words of a cell for a formula. */
const commands = [
  "1+1",
  'HYPERLINK("http://127.0.0.1:9/","a")',
  'WEBSERVICE("http://127.0.0.1:9/")',
  "cmd|' /C calc'!A0",
  'DDE("soffice";"/etc/passwd";"a")',
  "SUM(1;2)",
]
const beginnings = [
  "=",
  "+",
  "-",
  "@",
  "＝",
  "＋",
  "－",
  "＠",
  "\t=",
  "\r=",
  "\n=",
  " =",
  "\u00A0=",
  "\u200B=",
  "\uFEFF=",
  '"=',
  "'=",
  "=+",
  "-+@=",
]

/** Cells that begin as formulas do, and some that only hold the same characters. */
export const formulaCells: readonly string[] = [
  ...beginnings.flatMap(start => commands.map(command => start + command)),
  ...["{=1+1}", "=1+1\n=2+2", "a;=1+1", 'a",=1+1', "a\r\n=1+1", "Stalin = Koba", "1937–1938", "'tis"],
]

/** The cells as a CSV file and as a workbook of ours, one a row behind another. */
export function formulaFiles(): { readonly csv: string; readonly xlsx: Uint8Array } {
  const { sheets, end } = openWorkbook([
    {
      name: "Claims",
      columns: [
        { heading: "a", width: 10 },
        { heading: "b", width: 10 },
      ],
    },
  ])
  for (const cell of formulaCells) sheets[0]!.add(["x", cell])
  sheets[0]!.end()
  return { csv: writeCsv(formulaCells.map(cell => ["x", cell])), xlsx: end() }
}

/**
 * Opens files in LibreOffice and answers how many cells of each are formulas there: of what we write none may be, and
 * of the same cells as they stand some have to be. Null when there is no LibreOffice.
 */
export function formulasInLibreOffice(): {
  readonly csv: number
  readonly xlsx: number
  readonly control: number
} | null {
  const { csv, xlsx } = formulaFiles()
  const control = byteOrderMark + formulaCells.map(cell => csvRow(["x", cell])).join("")
  const folder = mkdtempSync(join(tmpdir(), "apparatus-formulas-"))
  try {
    const formulas = (name: string, file: string | Uint8Array) => {
      writeFileSync(join(folder, name), file)
      // Comma, quotes, UTF-8, from the first line, numbers found out, and formulas computed.
      const filter = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1,true"
      const how = name.endsWith(".csv") ? [`--infilter=${filter}`] : []
      const { error, status } = spawnSync(
        "soffice",
        [
          "--headless",
          `-env:UserInstallation=file://${folder}/profile`,
          ...how,
          "--convert-to",
          "fods",
          "--outdir",
          folder,
          join(folder, name),
        ],
        { timeout: 180_000, stdio: "ignore" },
      )
      if (error && "code" in error && error.code === "ENOENT") return null
      if (status !== 0) throw new Error(`LibreOffice ended with ${status}.`)
      return readFileSync(join(folder, name.replace(/\.\w+$/, ".fods")), "utf8").match(/table:formula=/g)?.length ?? 0
    }
    const counts = [formulas("ours.csv", csv), formulas("book.xlsx", xlsx), formulas("control.csv", control)] as const
    const [ours, book, other] = counts
    return ours === null || book === null || other === null ? null : { csv: ours, xlsx: book, control: other }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
