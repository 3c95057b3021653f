/** The formats of exports as an address asks for them. */
export const exportFormatNames = ["json", "jsonl", "csv", "csv-data", "csvw", "web-annotation", "markdown"] as const

export type ExportFormatName = (typeof exportFormatNames)[number]

interface FormatWords {
  readonly title: string
  /** What it holds and whom it is for, in a sentence. */
  readonly holds: string
}

export const exportFormatWords: Readonly<Record<ExportFormatName, FormatWords>> = {
  markdown: { title: "Report in Markdown", holds: "Every claim with its reasons, dissent and evidence in footnotes." },
  csv: {
    title: "CSV for spreadsheets",
    holds: "A row for each claim; a cell that could be taken for a formula begins with an apostrophe.",
  },
  "csv-data": { title: "CSV as data", holds: "The same rows with every cell as it is, for programs." },
  csvw: { title: "CSVW metadata", holds: "What each column of the CSV means, for the W3C’s readers of tables." },
  json: { title: "JSON", holds: "Everything, in one object that its published schema describes." },
  jsonl: { title: "JSON Lines", holds: "The same with a line for each thing, for files of any length." },
  "web-annotation": {
    title: "W3C Web Annotations",
    holds: "An annotation for each verdict, as linked data with quotes and positions in code points.",
  },
}

interface FormatGroup {
  readonly title: string
  readonly formats: readonly ExportFormatName[]
}

/** The formats by whom they are for, as they are offered. */
export const exportFormatGroups: readonly FormatGroup[] = [
  { title: "To read", formats: ["markdown"] },
  { title: "For tables", formats: ["csv", "csv-data", "csvw"] },
  { title: "For programs", formats: ["json", "jsonl", "web-annotation"] },
]
