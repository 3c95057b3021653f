import { citationLine } from "../domain/citation-line.ts"
import type { OutgoingAnnotation, OutgoingClaim } from "../domain/outgoing-claims.ts"
import { byteOrderMark, csvRow, safeCell } from "./csv.ts"
import type { ExportedDocument, ExportFormat, ExportHead } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { flagSentences } from "./report-extras.ts"

/** What a row is made from beside its claim. */
export interface RowSource {
  readonly head: Pick<ExportHead, "project" | "policyVersion" | "sources" | "logHead">
  readonly document: ExportedDocument
  readonly notes: ReadonlyMap<string, string>
}

/** A column: its cell, what it holds by a name of XML Schema, and a sentence about it. */
export interface ClaimColumn {
  readonly cell: (claim: OutgoingClaim, row: RowSource) => string | number
  readonly holds: "string" | "anyURI" | "integer" | "dateTime" | "label" | "state" | "verdict-by"
  readonly says: string
}

const column = (holds: ClaimColumn["holds"], says: string, cell: ClaimColumn["cell"]) => ({ holds, says, cell })
const ofDocument = (says: string, cell: (document: ExportedDocument) => string) =>
  column("string", says, (_claim, { document }) => cell(document))
const stance = (wanted: string, says: string) =>
  column("integer", says, claim => claim.citations.filter(c => c.stance === wanted).length)
const annotationsThat = (agree: boolean) => (claim: OutgoingClaim) =>
  claim.annotations.filter(({ agrees }) => (agrees ?? true) === agree)
const dissent = annotationsThat(false)
const assent = annotationsThat(true)

/** The columns of the table in their order; a column is never renamed or moved, new ones come last. */
export const claimColumns: Readonly<Record<string, ClaimColumn>> = {
  project: column("string", "The project.", (_claim, { head }) => head.project),
  document_id: ofDocument("The document's id.", document => document.documentId),
  document: ofDocument("The document's title.", document => document.title),
  document_author: ofDocument("Who wrote the document.", document => document.author),
  found_at: ofDocument("Where its text was found: an address or a description.", document => document.foundAt),
  found_on: ofDocument("When it was found, as the person wrote it.", document => document.foundOn),
  licence: ofDocument("The licence of the text.", document => document.licence),
  language: ofDocument("The text's language as a BCP 47 tag.", document => document.language),
  text_version: column(
    "integer",
    "The version of the text that the positions count in.",
    (_claim, { document }) => document.number,
  ),
  text_sha256: ofDocument("SHA-256 of that text in UTF-8.", document => document.sha256),
  unit_id: column("string", "The claim's id.", claim => claim.unitId),
  start: column("integer", "Where it begins in the text, in UTF-16 code units.", claim => claim.start),
  end: column("integer", "Where it ends; the character there is not part of it.", claim => claim.end),
  quote: column("string", "The text of the claim; empty when it may not be passed on.", claim => claim.quote),
  label: column("label", "The verdict; empty while there is none.", claim => claim.label ?? ""),
  verdict_by: column(
    "verdict-by",
    "Whether the policy or an editor's decision gave it.",
    claim => claim.verdictBy ?? "",
  ),
  policy_version: column("integer", "Version of the policy.", (_claim, { head }) => head.policyVersion),
  decided_by: column("string", "The editor who decided, if one did.", claim => claim.decision?.editor ?? ""),
  decision_reason: column("string", "Why they decided so.", claim => claim.decision?.reason ?? ""),
  decided_at: column("dateTime", "When they decided.", claim => claim.decision?.at.toISOString() ?? ""),
  annotations: column("integer", "How many reviewers labelled it.", claim => claim.annotations.length),
  dissenting: column("integer", "How many of them disagree with the verdict.", claim => dissent(claim).length),
  dissent: column("string", "Their labels and reasons, a line each.", claim => lines(dissent(claim))),
  rationales: column(
    "string",
    "Labels and reasons of those who agree, or of all where there is no verdict, a line each.",
    claim => lines(assent(claim)),
  ),
  supports: stance("supports", "How many citations support it."),
  disputes: stance("disputes", "How many dispute it."),
  mentions: stance("mentions", "How many mention it."),
  repeats: stance("repeats", "How many merely repeat it."),
  citations: column("string", "The citations, a line each.", (claim, { head }) =>
    claim.citations.map(citation => citationLine(citation, head.sources.get(citation.sourceId)?.line ?? "")).join("\n"),
  ),
  said: column("label", "Whether the one it is ascribed to said it, judged apart.", claim => claim.said ?? ""),
  notes: column("string", "The same citations as notes in the project's style, a line each.", (claim, { notes }) =>
    claim.citations.map(({ id }) => (notes.get(id) ?? "").replaceAll(/\s+/g, " ")).join("\n"),
  ),
  decision_how: column("string", "How the editor decided.", claim => claim.decision?.how ?? ""),
  decision_follows: column("string", "Whose labels the decision takes or combines, a line each.", claim =>
    (claim.decision?.follows ?? []).map(({ name }) => name.replaceAll(/\s+/g, " ")).join("\n"),
  ),
  flags: column("string", "The flags that touch it, with their answers, a line each.", claim =>
    claim.flags.map(flag => flagSentences(flag).replaceAll(/\s+/g, " ")).join("\n"),
  ),
  state: column("state", "Where the claim stands.", claim => claim.state),
  log_head: column(
    "string",
    "The head of the project's log when the table was made.",
    (_claim, { head }) => head.logHead,
  ),
}

const lines = (annotations: readonly OutgoingAnnotation[]) => annotations.map(annotationLine).join("\n")

/** "Vera Lindqvist: disputed, moderate confidence. Two memoirs contradict each other." */
const annotationLine = ({ reviewer, label, confidence, said, rationaleText }: OutgoingAnnotation) =>
  `${reviewer}: ${label}, ${confidence} confidence${said ? `; that it was said: ${said}` : ""}.${rationaleText && ` ${rationaleText.replaceAll("\n", " ")}`}`

const heading = Object.keys(claimColumns)
const rowOf = (claim: OutgoingClaim, row: RowSource) =>
  Object.values(claimColumns).map(({ cell }) => String(cell(claim, row)))

const csvFormat = (begin: string, cellOf: (cell: string) => string): ExportFormat => ({
  extension: "csv",
  mediaType: "text/csv; charset=utf-8; header=present",
  notes: true,
  write: pieceByPiece(head => ({
    begin: begin + csvRow(heading),
    part: ({ document, claims, notes }) =>
      claims.map(claim => csvRow(rowOf(claim, { head, document, notes }).map(cellOf))).join(""),
  })),
})

/** The table for a spreadsheet: no cell can start a formula, and a byte order mark says that it is UTF-8. */
export const claimsCsvSafe: ExportFormat = csvFormat(byteOrderMark, safeCell)

/** The table for programs: every cell as it is, and no byte order mark. lib/formats/csvw.ts describes it. */
export const claimsCsvData: ExportFormat = csvFormat("", cell => cell)
