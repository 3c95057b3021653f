/** The formats of exports: how an address asks for them, in the order in which they are offered. */
export const exportFormatNames = ["json", "jsonl"] as const

export type ExportFormatName = (typeof exportFormatNames)[number]

interface FormatWords {
  readonly title: string
  /** What it holds and whom it is for, in a sentence. */
  readonly holds: string
}

export const exportFormatWords: Readonly<Record<ExportFormatName, FormatWords>> = {
  json: { title: "JSON", holds: "Everything, in one object that its published schema describes." },
  jsonl: { title: "JSON Lines", holds: "The same with a line for each thing, for files of any length." },
}

interface FormatGroup {
  readonly title: string
  readonly formats: readonly ExportFormatName[]
}

export const exportFormatGroups: readonly FormatGroup[] = [{ title: "For programs", formats: ["json", "jsonl"] }]
