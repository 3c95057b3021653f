import { citationLine } from "../domain/citation-line.ts"
import type { SetClaims, VettedAnnotation, VettedClaim, VettedDocument } from "../domain/vetted-claims.ts"
import { writeCsv } from "./csv.ts"

type Cell = (claim: VettedClaim, document: VettedDocument, all: SetClaims) => string | number

const stance = (wanted: string) => (claim: VettedClaim) => claim.citations.filter(c => c.stance === wanted).length
const dissent = (claim: VettedClaim) => claim.annotations.filter(annotation => !annotation.agrees)

/** The columns of the table in their order; a column is never renamed or moved, new ones come last. */
const columns: Readonly<Record<string, Cell>> = {
  project: (_claim, _document, all) => all.project,
  document_id: (_claim, document) => document.documentId,
  document: (_claim, document) => document.title,
  document_author: (_claim, document) => document.author,
  found_at: (_claim, document) => document.foundAt,
  found_on: (_claim, document) => document.foundOn,
  licence: (_claim, document) => document.licence,
  language: (_claim, document) => document.language,
  text_version: (_claim, document) => document.number,
  text_sha256: (_claim, document) => document.sha256,
  unit_id: claim => claim.unitId,
  start: claim => claim.start,
  end: claim => claim.end,
  quote: claim => claim.quote,
  label: claim => claim.label,
  verdict_by: claim => claim.verdictBy,
  policy_version: (_claim, _document, all) => all.policyVersion,
  decided_by: claim => claim.decision?.editor ?? "",
  decision_reason: claim => claim.decision?.reason ?? "",
  decided_at: claim => claim.decision?.at.toISOString() ?? "",
  annotations: claim => claim.annotations.length,
  dissenting: claim => dissent(claim).length,
  dissent: claim => dissent(claim).map(annotationLine).join("\n"),
  rationales: claim =>
    claim.annotations
      .filter(annotation => annotation.agrees)
      .map(annotationLine)
      .join("\n"),
  supports: stance("supports"),
  disputes: stance("disputes"),
  mentions: stance("mentions"),
  repeats: stance("repeats"),
  citations: (claim, _document, { sources }) =>
    claim.citations
      .map(citation => citationLine(citation, sources.find(source => source.id === citation.sourceId)?.line ?? ""))
      .join("\n"),
  said: claim => claim.said ?? "",
  notes: (claim, _document, { notes }) =>
    claim.citations.map(({ id }) => (notes.get(id) ?? "").replaceAll(/\s+/g, " ")).join("\n"),
  decision_how: claim => claim.decision?.how ?? "",
  decision_follows: claim => claim.decision?.follows.map(({ name }) => name.replaceAll(/\s+/g, " ")).join("\n") ?? "",
}

/** "Vera Lindqvist: disputed, moderate confidence. Two memoirs contradict each other." */
const annotationLine = ({ reviewer, label, confidence, said, rationaleText }: VettedAnnotation) =>
  `${reviewer}: ${label}, ${confidence} confidence${said ? `; that it was said: ${said}` : ""}.${rationaleText && ` ${rationaleText.replaceAll("\n", " ")}`}`

/** The vetted claims as a table of one row each, in CSV. Cells that could start a formula begin with an apostrophe. */
export const claimsCsv = (all: SetClaims): string =>
  writeCsv([
    Object.keys(columns),
    ...all.documents.flatMap(document =>
      document.claims.map(claim => Object.values(columns).map(cell => String(cell(claim, document, all)))),
    ),
  ])
