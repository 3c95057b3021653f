import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { claimsAskedFor } from "../domain/export-state.ts"
import type { ExportFormat, ExportHead } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { type ReportBlock, ReportParts, reportBeginning, reportEnd } from "./report-blocks.ts"
import type { ReportRun } from "./report-rationale.ts"

/**
 * The same report as a document of Word, with real footnotes, headings, styles and page numbers. The library holds the
 * whole document and its XML at once, so it cannot be written in pieces: 1,000 claims with three annotations and three
 * citations each take 7 seconds and 0.4 GB at their peak, 5,000 take 19 seconds and 1.6 GB. `mostClaims` says how many may be; more belong in Markdown.
 */
export const reportDocx: ExportFormat = {
  extension: "docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  notes: true,
  write: pieceByPiece(head => {
    const report = new ReportParts(head)
    const blocks: ReportBlock[] = [...reportBeginning(head)]
    return {
      part(part) {
        for (const block of report.blocks(part)) blocks.push(block)
        return ""
      },
      end: () =>
        Packer.toArrayBuffer(documentOf(head, [...blocks, ...reportEnd(head)])).then(file => dated(file, head)),
    }
  }),
}

const headings = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const

function documentOf({ project, chosen }: ExportHead, blocks: readonly ReportBlock[]): Document {
  const footnotes: Record<string, { children: Paragraph[] }> = {}
  const children: Paragraph[] = []
  for (const block of blocks) {
    if (block.kind === "footnote") footnotes[block.number] = { children: [new Paragraph({ children: runs([block]) })] }
    else children.push(paragraphOf(block))
  }
  const name = held(`${project}: ${claimsAskedFor[chosen.state]}`)
  return new Document({
    title: name,
    creator: "Apparatus",
    lastModifiedBy: "Apparatus",
    description: "Claims with their labels, reasons, dissent and evidence.",
    footnotes,
    styles: { default: defaults, paragraphStyles },
    numbering: { config: [{ reference: "items", levels: [bullet] }] },
    sections: [{ properties: {}, footers: { default: new Footer({ children: [pageNumber] }) }, children }],
  })
}

const font = "Cambria"
const defaults = {
  document: { run: { font, size: 22, language: { value: "en-GB" } }, paragraph: { spacing: { after: 120 } } },
  title: { run: { font, size: 40 }, paragraph: { spacing: { after: 240 } } },
  heading1: {
    run: { font, size: 30, bold: true },
    paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
  },
  heading2: {
    run: { font, size: 25, bold: true },
    paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
  },
  footnoteText: { run: { font, size: 18 } },
}
const paragraphStyles = [
  {
    id: "Quote",
    name: "Quote",
    basedOn: "Normal",
    next: "Normal",
    quickFormat: true,
    run: { size: 23 },
    paragraph: { indent: { left: 480, right: 480 }, spacing: { before: 80, after: 160 } },
  },
]
const bullet = {
  level: 0,
  format: LevelFormat.BULLET,
  text: "•",
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 480, hanging: 240 } } },
}
const pageNumber = new Paragraph({
  alignment: AlignmentType.CENTER,
  children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })],
})

function paragraphOf(block: Exclude<ReportBlock, { kind: "footnote" }>): Paragraph {
  switch (block.kind) {
    case "heading":
      return new Paragraph({
        heading: headings[block.level],
        children: runs([block]),
      })
    case "quote":
      return new Paragraph({ style: "Quote", children: runs([block], block.language) })
    case "item":
      return new Paragraph({ numbering: { reference: "items", level: 0 }, children: runs(block.runs) })
    case "paragraph":
      return new Paragraph({ children: runs(block.runs) })
  }
}

/** Runs of Word: every line of its own after a break, every footnote's mark after the words it belongs to. */
const runs = (from: readonly ReportRun[], language = "und"): (TextRun | FootnoteReferenceRun)[] =>
  from.flatMap(({ text, bold = false, italic = false, note }) => [
    ...held(text)
      .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
      .map(
        (line, at) =>
          new TextRun({
            text: line,
            bold,
            italics: italic,
            ...(at > 0 && { break: 1 }),
            ...(language !== "und" && { language: { value: language } }),
          }),
      ),
    ...(note === undefined ? [] : [new FootnoteReferenceRun(note)]),
  ])

/** Without what XML cannot hold. */
const held = (words: string): string =>
  words.toWellFormed().replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")

/** With the moment of the export in it instead of the library's clock, so that the same export is the same file. */
function dated(file: ArrayBuffer, { exportedAt }: ExportHead): Uint8Array {
  const moment = exportedAt.toISOString().replace(/\.\d+Z$/, "Z")
  const entries = unzipSync(new Uint8Array(file))
  const core = "docProps/core.xml"
  if (entries[core])
    entries[core] = strToU8(
      strFromU8(entries[core]).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`),
    )
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 })
}
