import { citoTerms } from "../domain/citation.ts"
import { locatorLine } from "../domain/citation-line.ts"
import { claimsAskedFor, verdictWord } from "../domain/export-state.ts"
import { leftOutNote } from "../domain/left-out-passages.ts"
import { logHeadSentence } from "../domain/log-head.ts"
import type { OutgoingAnnotation, OutgoingCitation, OutgoingClaim } from "../domain/outgoing-claims.ts"
import { claimIri, personIri, projectIri, sourceIri, termIri, textIri } from "./app-address.ts"
import { webIri } from "./ascii-iri.ts"
import { codePointsOf } from "./code-points.ts"
import type { ExportedDocument, ExportFormat, ExportHead, ExportPart } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { surroundings, wholeSpan } from "./span-text.ts"

const iri = (id: string) => ({ "@id": id, "@type": "@id" })

/**
 * What the words of a file mean that the W3C's context lacks. `assessing` is among them: copies of that context from
 * before 2021 do not know it, and would drop the motivation without a word.
 */
const contextOf = (head: ExportHead) => [
  "http://www.w3.org/ns/anno.jsonld",
  {
    assessing: "oa:assessing",
    cito: "http://purl.org/spar/cito/",
    stance: iri("cito:hasCitationCharacterization"),
    citation: "dcterms:bibliographicCitation",
    locator: "http://purl.org/ontology/bibo/locator",
    remark: "rdfs:comment",
    texts: iri("dcterms:source"),
    title: "dcterms:title",
    identifier: "dcterms:identifier",
    sha256: "schema:sha256",
    licence: iri("dcterms:license"),
    judged: iri(termIri(head, "judged")),
    confidence: iri(termIri(head, "confidence")),
    dissents: termIri(head, "dissents"),
    blind: termIri(head, "blind"),
    bearsOn: iri(termIri(head, "bears-on")),
    reliability: iri(termIri(head, "reliability")),
    credibility: iri(termIri(head, "credibility")),
    sameAs: iri(termIri(head, "says-the-same-as")),
    contradicts: iri(termIri(head, "contradicts")),
  },
]

/** Fields that say something; what is empty or unknown is left out. */
const told = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== "" && value !== null && value !== undefined),
  )

const person = (head: ExportHead, id: string, name: string, orcid: string | undefined) =>
  told({ id: orcid ?? (id === "" ? "" : personIri(head, id)), type: "Person", name })

const classified = (head: ExportHead, term: string) => ({
  type: "SpecificResource",
  source: termIri(head, term),
  purpose: "classifying",
})

/** A reviewer's reason with their label, whether it is the verdict's or not. */
const reasonOf = (head: ExportHead, annotation: OutgoingAnnotation) => ({
  type: "TextualBody",
  identifier: annotation.id,
  value: annotation.rationaleText || `Labelled ${annotation.label}, without a reason.`,
  format: "text/plain",
  purpose: "commenting",
  creator: person(head, annotation.reviewerId, annotation.reviewer, annotation.reviewerOrcid),
  created: annotation.at.toISOString(),
  judged: [annotation.label, ...(annotation.said ? [`said-${annotation.said}`] : [])].map(term => termIri(head, term)),
  confidence: termIri(head, `${annotation.confidence}-confidence`),
  dissents: annotation.agrees === false,
  blind: annotation.blind,
})

const citationOf = (head: ExportHead, citation: OutgoingCitation) => {
  const source = head.sources.get(citation.sourceId)
  return told({
    type: "SpecificResource",
    identifier: citation.id,
    source: told({
      id: sourceIri(head, citation.sourceId, source),
      citation: source?.set,
      identifier: citation.sourceId,
      reliability: source?.reliability && termIri(head, `reliability-${source.reliability}`),
    }),
    purpose: "linking",
    stance: citoTerms[citation.stance],
    bearsOn: termIri(head, citation.bearsOn),
    creator: person(head, citation.authorId, citation.author, citation.authorOrcid),
    locator: locatorLine(citation.locatorLabel, citation.locator),
    selector: citation.quotation === "" ? null : { type: "TextQuoteSelector", exact: citation.quotation },
    credibility: citation.credibility && termIri(head, `credibility-${citation.credibility}`),
    remark: citation.note,
  })
}

const textOf = (head: ExportHead, document: ExportedDocument) => ({
  id: textIri(head, document),
  format: "text/plain",
  ...(document.language === "und" ? {} : { language: document.language }),
})

/** The text with where it is from and its licence; the file says it once, the annotations refer to it. */
const provenanceOf = (head: ExportHead, document: ExportedDocument) => {
  const licence = webIri(document.licence)
  const foundAt = webIri(document.foundAt)
  return told({
    ...textOf(head, document),
    title: document.title,
    "dc:creator": document.author,
    "dc:rights": document.licence,
    licence,
    "dc:source": document.foundAt,
    via: foundAt,
    "dc:date": document.foundOn,
    sha256: document.sha256,
  })
}

const decider = (head: ExportHead, { decision }: OutgoingClaim) =>
  decision
    ? person(head, decision.editorId, decision.editor, decision.editorOrcid)
    : told({ id: projectIri(head), type: "Organization", name: head.project })

function annotationOf(
  head: ExportHead,
  { document, text }: ExportPart,
  points: (position: number) => number,
  claim: OutgoingClaim,
) {
  const span = wholeSpan(text, claim)
  const position = { type: "TextPositionSelector", start: points(span.start), end: points(span.end) }
  const quote = { type: "TextQuoteSelector", exact: text.slice(span.start, span.end), ...surroundings(text, span) }
  return told({
    id: `urn:uuid:${claim.unitId}`,
    type: "Annotation",
    via: claimIri(head, document.documentId, claim.unitId),
    motivation: ["assessing", "classifying"],
    creator: decider(head, claim),
    created: claim.decision?.at.toISOString(),
    generated: head.exportedAt.toISOString(),
    body: [
      classified(head, verdictWord(claim.label)),
      ...(claim.said ? [classified(head, `said-${claim.said}`)] : []),
      ...(claim.decision?.reason
        ? [{ type: "TextualBody", value: claim.decision.reason, format: "text/plain", purpose: "describing" }]
        : []),
      ...claim.annotations.map(annotation => reasonOf(head, annotation)),
      ...claim.citations.map(citation => citationOf(head, citation)),
    ],
    target: {
      source: textOf(head, document),
      selector: head.quotes ? [quote, position] : [position],
      state: { type: "TimeState", sourceDate: head.exportedAt.toISOString(), sha256: document.sha256 },
    },
    sameAs: claim.sameAs.length === 0 ? null : claim.sameAs.map(id => `urn:uuid:${id}`),
    contradicts: claim.contradicts.length === 0 ? null : claim.contradicts.map(id => `urn:uuid:${id}`),
  })
}

/**
 * The claims as annotations of their texts (W3C Web Annotation, JSON-LD): a collection with its one page, and an
 * annotation for each claim, with its verdict, the reasons of every reviewer, dissent included, and the citations. Positions count
 * code points; quotes are left out where words may not be passed on. How many there are stands at the end, where it is
 * known.
 */
export const webAnnotation: ExportFormat = {
  extension: "jsonld",
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  notes: false,
  write: pieceByPiece(head => {
    const id = `${projectIri(head)}/export?at=${encodeURIComponent(head.exportedAt.toISOString())}`
    const heading = told({
      "@context": contextOf(head),
      id,
      type: "AnnotationCollection",
      label: `${head.project}: ${claimsAskedFor[head.chosen.state]}`,
      "rdfs:comment": `${logHeadSentence(head.logHead)}${leftOutNote(head.chosen)}`,
      creator: told({ id: projectIri(head), type: "Organization", name: head.project }),
      generated: head.exportedAt.toISOString(),
      texts: head.documents.map(document => provenanceOf(head, document)),
    })
    const page = {
      id: `${id}#page`,
      type: "AnnotationPage",
      partOf: { id, type: "AnnotationCollection" },
      startIndex: 0,
    }
    let total = 0
    let points = codePointsOf("")
    return {
      begin: `${JSON.stringify(heading).slice(0, -1)},\n`,
      part(part) {
        if (part.first) points = codePointsOf(part.text)
        let piece = ""
        for (const claim of part.claims) {
          const opening = `"first":${JSON.stringify(page).slice(0, -1)},"items":[\n`
          piece += (total++ === 0 ? opening : ",\n") + JSON.stringify(annotationOf(head, part, points, claim))
        }
        return piece
      },
      end: () => `${total === 0 ? "" : `\n]},"last":${JSON.stringify(page.id)},`}"total":${total}}\n`,
    }
  }),
}
