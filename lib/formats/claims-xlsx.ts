import { locatorLine } from "../domain/citation-line.ts"
import { leftOutChoiceSentences } from "../domain/left-out-passages.ts"
import { logHeadSentence } from "../domain/log-head.ts"
import { claimColumns } from "./claims-csv.ts"
import type { ExportFormat, ExportHead } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { longestCell, openWorkbook, type SheetColumn, type SheetPieces, type SheetPlan } from "./xlsx-pieces.ts"

const wide = new Set(["quote", "dissent", "rationales", "citations", "notes", "decision_reason"])
const narrow = new Set(["start", "end", "language", "text_version", "policy_version", "annotations", "dissenting"])
const widthOf = (name: string) => (wide.has(name) ? 60 : narrow.has(name) ? 11 : 20)
const columns = (widths: Readonly<Record<string, number>>): SheetColumn[] =>
  Object.entries(widths).map(([heading, width]) => ({ heading, width }))

const plans: readonly SheetPlan[] = [
  { name: "Claims", columns: Object.keys(claimColumns).map(heading => ({ heading, width: widthOf(heading) })) },
  {
    name: "Citations",
    columns: columns({
      unit_id: 20,
      document: 30,
      quote: 50,
      citation_id: 20,
      stance: 12,
      bears_on: 10,
      source_id: 20,
      source: 50,
      where: 16,
      quotation: 60,
      remark: 40,
      rank: 12,
      directness: 22,
      credibility: 11,
      cited_by: 22,
      seen_in: 50,
      snapshot_sha256: 24,
      taken_on: 12,
      note: 60,
    }),
  },
  {
    name: "Sources",
    columns: columns({
      source_id: 20,
      kind: 16,
      entry: 80,
      created: 14,
      tells_of: 14,
      reliability: 11,
      doi: 24,
      url: 40,
    }),
  },
  { name: "Left out", columns: columns({ unit_id: 20, document: 30, start: 11, end: 11, state: 12, why: 70 }) },
  { name: "About", columns: columns({ about: 30, this_file: 100 }) },
]

const addSources = ({ sources }: ExportHead, sheet: SheetPieces) => {
  for (const { id, kind, set, created, tells, reliability, csl } of sources.values())
    sheet.add([id, kind, set, created, tells, reliability ?? "", csl.DOI ?? "", csl.URL ?? ""])
}

const addAbout = (head: ExportHead, about: SheetPieces, others: readonly SheetPieces[]) => {
  const sum = (count: "cut" | "dropped") => others.reduce((total, { counts }) => total + counts[count], 0)
  about.add(["Project", head.project])
  about.add(["Made at", head.exportedAt.toISOString()])
  about.add(["Policy", `Version ${head.policyVersion}`])
  about.add(["Log", logHeadSentence(head.logHead)])
  about.add(["Positions", "start and end count UTF-16 code units of the text's version; the end is not included."])
  const { leaveOut } = head.chosen
  if (leaveOut) about.add(["Flagged passages", leftOutChoiceSentences[leaveOut]])
  if (!head.quotes) about.add(["Quotes", "Left out, because the words of the texts may not be passed on."])
  if (sum("cut") > 0)
    about.add([
      "Cut",
      `${sum("cut")} cells were longer than the ${longestCell} characters that a cell can hold; they are cut and end in “…”. The other formats have them in full.`,
    ])
  if (sum("dropped") > 0)
    about.add([
      "Left off",
      `${sum("dropped")} rows are missing, because a sheet can hold no more. The other formats have them.`,
    ])
  for (const { title, author, licence, foundAt, foundOn, number, sha256 } of head.documents)
    about.add([
      `Text: ${title}`,
      [author, licence, foundAt, foundOn, `version ${number}`, `SHA-256 ${sha256}`].filter(Boolean).join(" · "),
    ])
}

/**
 * The claims as a workbook: claims as in the CSV, citations, sources, what is left out, and what the file is.
 * Claims go out as they come; of the other sheets the compressed form is held until the claims have ended.
 */
export const claimsXlsx: ExportFormat = {
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  notes: true,
  write: pieceByPiece(head => {
    const { sheets, take, end } = openWorkbook(plans)
    const [claimSheet, citationSheet, sourceSheet, leftOutSheet, about] = sheets as [
      SheetPieces,
      SheetPieces,
      SheetPieces,
      SheetPieces,
      SheetPieces,
    ]
    const lineOf = (id: string | null) => (id === null ? "" : (head.sources.get(id)?.line ?? ""))
    addSources(head, sourceSheet)
    sourceSheet.end()
    return {
      begin: take(),
      part({ document, claims, leftOut, trouble, notes }) {
        for (const claim of claims) {
          claimSheet.add(Object.values(claimColumns).map(({ cell }) => cell(claim, { head, document, notes })))
          for (const c of claim.citations)
            citationSheet.add([
              claim.unitId,
              document.title,
              claim.quote,
              c.id,
              c.stance,
              c.bearsOn,
              c.sourceId,
              lineOf(c.sourceId),
              locatorLine(c.locatorLabel, c.locator),
              c.quotation,
              c.note,
              c.rank ?? "",
              c.directness ?? "",
              c.credibility ?? "",
              c.author,
              lineOf(c.throughId),
              c.snapshotSha256 ?? "",
              c.takenOn ?? "",
              notes.get(c.id) ?? "",
            ])
        }
        for (const { unitId, start, end: to, state, why } of leftOut)
          leftOutSheet.add([unitId, document.title, start, to, state, why])
        if (trouble) leftOutSheet.add(["", document.title, "", "", "", trouble])
        return take()
      },
      end() {
        for (const sheet of [claimSheet, citationSheet, leftOutSheet]) sheet.end()
        addAbout(head, about, [claimSheet, citationSheet, sourceSheet, leftOutSheet])
        about.end()
        return end()
      },
    }
  }),
}
