import { citoTerms } from "../domain/citation.ts"
import {
  type LeftOutClaim,
  leftOutGroups,
  type OutgoingClaim,
  type OutgoingDerivation,
} from "../domain/outgoing-claims.ts"
import type { ExportedDocument, ExportedSource, ExportFormat, ExportHead } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"

/** Version of the format; another number means that a reader of this one may misread the file. */
export const claimsJsonVersion = 1

/** The claims as one JSON object. lib/formats/claims-json-schema.ts says what each field means. */
export const claimsJsonFormat: ExportFormat = {
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  notes: false,
  write: pieceByPiece(head => {
    let documents = 0
    let claims = 0
    return {
      begin: `${inner(exportShape(head), 0)},\n  "documents": [`,
      part({ document, first, last, claims: run, leftOut, trouble }) {
        let piece = ""
        if (first) {
          piece += `${documents++ === 0 ? "" : ","}\n    ${inner(documentShape(document), 4)},\n      "claims": [`
          claims = 0
        }
        for (const claim of run) piece += `${claims++ === 0 ? "" : ","}\n        ${indented(claimShape(claim), 8)}`
        if (!last) return piece
        const left = indented(leftOutShape(document, leftOut, trouble), 6)
        return `${piece}${claims === 0 ? "" : "\n      "}],\n      "leftOut": ${left}\n    }`
      },
      end() {
        const sources = indented([...head.sources.values()].map(sourceShape), 2)
        const lineage = indented(head.lineage.map(derivationShape), 2)
        return `${documents === 0 ? "" : "\n  "}],\n  "sources": ${sources},\n  "lineage": ${lineage}\n}\n`
      },
    }
  }),
}

/** A value as JSON whose lines stand `depth` columns in. No string of JSON has a line break in it. */
const indented = (value: unknown, depth: number) =>
  JSON.stringify(value, null, 2).replaceAll("\n", `\n${" ".repeat(depth)}`)

/** An object left open after its last field. */
const inner = (value: object, depth: number) => indented(value, depth).slice(0, -2 - depth)

/** What the file says of itself. */
export const exportShape = ({
  projectId,
  project,
  policyVersion,
  exportedAt,
  logHead,
  quotes,
  names,
  chosen,
}: Pick<
  ExportHead,
  "projectId" | "project" | "policyVersion" | "exportedAt" | "logHead" | "quotes" | "names" | "chosen"
>) => ({
  schemaVersion: claimsJsonVersion,
  exportedAt,
  project: { id: projectId, name: project, policyVersion, head: logHead },
  chosen: { ...chosen, quotes, names },
})

/** A source as it stands in the file. */
export const sourceShape = ({ csl, ...source }: ExportedSource) => ({ ...source, csl: { ...csl, id: source.id } })

/** That a source derives from another. */
export const derivationShape = ({ derivedId, derived, originId, origin, how, note }: OutgoingDerivation) => ({
  derived: { id: derivedId, line: derived },
  origin: { id: originId, line: origin },
  how,
  note,
})

/** A document without its claims. */
export const documentShape = (document: ExportedDocument) => ({
  id: document.documentId,
  title: document.title,
  author: document.author,
  foundAt: document.foundAt,
  foundOn: document.foundOn,
  licence: document.licence,
  language: document.language,
  text: { version: document.number, sha256: document.sha256, words: document.words },
  revision: document.revision,
})

const person = (id: string, name: string, orcid: string | undefined) => ({ id, name, ...(orcid && { orcid }) })

/** A claim with its verdict and what it rests on. */
export const claimShape = (claim: OutgoingClaim) => ({
  id: claim.unitId,
  start: claim.start,
  end: claim.end,
  quote: claim.quote,
  state: claim.state,
  label: claim.label,
  said: claim.said,
  verdictBy: claim.verdictBy,
  decision: claim.decision && {
    editor: person(claim.decision.editorId, claim.decision.editor, claim.decision.editorOrcid),
    reason: claim.decision.reason,
    how: claim.decision.how,
    follows: claim.decision.follows,
    at: claim.decision.at,
  },
  decisions: claim.decisions.map(decision => ({
    editor: person(decision.editorId, decision.editor, decision.editorOrcid),
    label: decision.label,
    reason: decision.reason,
    how: decision.how,
    follows: decision.follows,
    at: decision.at,
    stands: decision.stands,
    endedBy: decision.endedBy,
    endedAt: decision.endedAt,
  })),
  annotations: claim.annotations.map(annotation => ({
    id: annotation.id,
    reviewer: person(annotation.reviewerId, annotation.reviewer, annotation.reviewerOrcid),
    label: annotation.label,
    said: annotation.said,
    blind: annotation.blind,
    agrees: annotation.agrees,
    confidence: annotation.confidence,
    rationale: { text: annotation.rationaleText, json: annotation.rationale },
    start: annotation.start,
    end: annotation.end,
    textVersion: annotation.textVersion,
    at: annotation.at,
  })),
  citations: claim.citations.map(citation => ({
    id: citation.id,
    citedOn: citation.citedOn,
    sourceId: citation.sourceId,
    author: person(citation.authorId, citation.author, citation.authorOrcid),
    stance: citation.stance,
    cito: citoTerms[citation.stance],
    bearsOn: citation.bearsOn,
    locatorLabel: citation.locatorLabel,
    locator: citation.locator,
    quotation: citation.quotation,
    note: citation.note,
    rank: citation.rank,
    directness: citation.directness,
    credibility: citation.credibility,
    throughId: citation.throughId,
    snapshot: citation.snapshotId && {
      id: citation.snapshotId,
      sha256: citation.snapshotSha256,
      takenOn: citation.takenOn,
    },
  })),
  flags: claim.flags.map(flag => ({
    id: flag.id,
    start: flag.start,
    end: flag.end,
    reason: flag.reason,
    note: flag.note,
    status: flag.status,
    raisedBy: flag.raisedBy,
    raisedAt: flag.raisedAt,
    answer: flag.answer,
    answeredBy: flag.answeredBy,
    answeredAt: flag.answeredAt,
  })),
  sameAs: claim.sameAs,
  contradicts: claim.contradicts,
})

/** What of a document is not among its claims, and why. */
export const leftOutShape = (
  { notClaims }: Pick<ExportedDocument, "notClaims">,
  leftOut: readonly LeftOutClaim[],
  trouble: string | null = null,
) => ({
  claims: leftOut.map(({ unitId, start, end, state, why }) => ({ id: unitId, start, end, state, why })),
  reasons: leftOutGroups(leftOut).map(({ why, claims }) => ({ why, count: claims.length })),
  states: {
    open: inState(leftOut, "open"),
    "in-review": inState(leftOut, "in-review"),
    contested: inState(leftOut, "contested"),
    blocked: inState(leftOut, "blocked"),
    vetted: inState(leftOut, "vetted"),
  },
  notClaims,
  trouble,
})

const inState = (leftOut: readonly LeftOutClaim[], state: string) =>
  leftOut.filter(claim => claim.state === state).length
