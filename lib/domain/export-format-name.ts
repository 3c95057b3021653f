/** The formats of exports as an address asks for them. */
export const exportFormatNames = [
  "json",
  "jsonl",
  "csv",
  "csv-data",
  "csvw",
  "xlsx",
  "web-annotation",
  "markdown",
  "hypothesis",
  "doccano",
  "label-studio",
  "brat",
  "docx",
  "wikitext",
  "bibtex",
  "ris",
  "csl-json",
  "tei",
  "claim-review",
  "prov",
  "ro-crate",
] as const

export type ExportFormatName = (typeof exportFormatNames)[number]

interface FormatWords {
  readonly title: string
  /** What it holds and whom it is for, in a sentence. */
  readonly holds: string
}

export const exportFormatWords: Readonly<Record<ExportFormatName, FormatWords>> = {
  markdown: { title: "Report in Markdown", holds: "Every claim with its reasons, dissent and evidence in footnotes." },
  docx: { title: "Report for Word", holds: "The same as a document with real footnotes and page numbers." },
  wikitext: {
    title: "Wikitext",
    holds: "The claims with references and inline templates, for editors of encyclopedias.",
  },
  csv: {
    title: "CSV for spreadsheets",
    holds: "A row for each claim; a cell that could be taken for a formula begins with an apostrophe.",
  },
  "csv-data": { title: "CSV as data", holds: "The same rows with every cell as it is, for programs." },
  csvw: { title: "CSVW metadata", holds: "What each column of the CSV means, for the W3C’s readers of tables." },
  xlsx: {
    title: "Workbook",
    holds: "Sheets of claims, citations, sources and what is left out, for Excel and others.",
  },
  json: { title: "JSON", holds: "Everything, in one object that its published schema describes." },
  jsonl: { title: "JSON Lines", holds: "The same with a line for each thing, for files of any length." },
  "web-annotation": {
    title: "W3C Web Annotations",
    holds: "An annotation for each verdict, as linked data with quotes and positions in code points.",
  },
  tei: { title: "TEI P5", holds: "The texts with a standoff annotation for each claim, for digital editions." },
  "claim-review": { title: "ClaimReview", holds: "The verdicts as schema.org has them, for fact-check finders." },
  prov: { title: "PROV-JSON", holds: "Where everything comes from: who did what, when, with what." },
  bibtex: { title: "BibTeX", holds: "The cited sources, archives and Cyrillic included." },
  ris: { title: "RIS", holds: "The cited sources, for reference managers." },
  "csl-json": { title: "CSL-JSON", holds: "The cited sources, for Zotero, pandoc and citation processors." },
  "ro-crate": {
    title: "RO-Crate",
    holds: "All of it for an archive: texts, claims, report, sources, provenance and checksums in a ZIP.",
  },
  hypothesis: { title: "Hypothesis", holds: "The annotations as its programming interface takes them." },
  doccano: { title: "doccano", holds: "A line of JSON for each document, with the labels on its text." },
  "label-studio": { title: "Label Studio", holds: "Tasks with regions and their labels." },
  brat: { title: "brat", holds: "A text and its standoff annotations for each document, in a ZIP." },
}

interface FormatGroup {
  readonly title: string
  readonly formats: readonly ExportFormatName[]
}

/** The formats by whom they are for, as they are offered. */
export const exportFormatGroups: readonly FormatGroup[] = [
  { title: "To read", formats: ["markdown", "docx", "wikitext"] },
  { title: "For tables", formats: ["csv", "xlsx", "csv-data", "csvw"] },
  { title: "For programs", formats: ["json", "jsonl", "web-annotation", "tei", "claim-review", "prov"] },
  { title: "For archives", formats: ["ro-crate"] },
  { title: "The sources alone", formats: ["bibtex", "ris", "csl-json"] },
  { title: "For other annotation tools", formats: ["hypothesis", "doccano", "label-studio", "brat"] },
]

/** The most claims that a format holds, where its file has to be held as a whole while it is written. */
export const mostClaims: Readonly<Partial<Record<ExportFormatName, number>>> = { docx: 2_000 }
