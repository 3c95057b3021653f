import { citoTerms } from "../domain/citation.ts"
import { leftOutGroups, type SetClaims, type VettedDocument } from "../domain/vetted-claims.ts"

/** Version of the format; another number means that a reader of this one may misread the file. */
export const claimsJsonVersion = 1

/** The vetted claims as a JSON text. lib/formats/claims-json-schema.ts says what each field means. */
export const claimsJson = (all: SetClaims): string => `${JSON.stringify(shape(all), null, 2)}\n`

const shape = ({ projectId, project, policyVersion, exportedAt, documents, sources }: SetClaims) => ({
  schemaVersion: claimsJsonVersion,
  exportedAt,
  project: { id: projectId, name: project, policyVersion },
  documents: documents.map(documentShape),
  sources: sources.map(({ csl, ...source }) => ({ ...source, csl: { ...csl, id: source.id } })),
})

const documentShape = (document: VettedDocument) => ({
  id: document.documentId,
  title: document.title,
  author: document.author,
  foundAt: document.foundAt,
  foundOn: document.foundOn,
  licence: document.licence,
  language: document.language,
  text: { version: document.number, sha256: document.sha256, words: document.words },
  revision: document.revision,
  claims: document.claims.map(claim => ({
    id: claim.unitId,
    start: claim.start,
    end: claim.end,
    quote: claim.quote,
    label: claim.label,
    said: claim.said,
    verdictBy: claim.verdictBy,
    decision: claim.decision && {
      editor: { id: claim.decision.editorId, name: claim.decision.editor },
      reason: claim.decision.reason,
      how: claim.decision.how,
      follows: claim.decision.follows,
      at: claim.decision.at,
    },
    decisions: claim.decisions.map(decision => ({
      editor: { id: decision.editorId, name: decision.editor },
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
      reviewer: { id: annotation.reviewerId, name: annotation.reviewer },
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
      author: { id: citation.authorId, name: citation.author },
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
    sameAs: claim.sameAs,
    contradicts: claim.contradicts,
  })),
  leftOut: {
    claims: document.leftOut.map(({ unitId, start, end, state, why }) => ({ id: unitId, start, end, state, why })),
    reasons: leftOutGroups(document.leftOut).map(({ why, claims }) => ({ why, count: claims.length })),
    states: {
      open: inState(document, "open"),
      "in-review": inState(document, "in-review"),
      contested: inState(document, "contested"),
      blocked: inState(document, "blocked"),
    },
    notClaims: document.notClaims,
  },
})

const inState = ({ leftOut }: VettedDocument, state: string) => leftOut.filter(claim => claim.state === state).length
