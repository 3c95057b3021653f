import type { Label } from "../domain/label.ts"
import type { OutgoingClaim } from "../domain/outgoing-claims.ts"
import type { CslName } from "../domain/source.ts"
import { webAddress } from "../domain/web-address.ts"
import { codePointsOf } from "./code-points.ts"
import type { ExportedSource, ExportFormat, ExportHead, ExportPart } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { labelMeanings } from "./report-words.ts"
import { dateOf, nameParts, oneLine, shelfOf } from "./source-reference.ts"

/**
 * Each vetted claim as a ClaimReview of schema.org, for fact-check indexes; offered to those who ask for it. The rating is the
 * label in words alone: a number would put the labels in an order that they do not have. What it is based on is the
 * project's log, in the version that the head of the log names.
 */
export const claimReview: ExportFormat = {
  extension: "claimreview.jsonld",
  mediaType: "application/ld+json",
  notes: false,
  write: pieceByPiece(head => {
    let reviews = 0
    let points = codePointsOf("")
    return {
      begin: '{"@context":"https://schema.org","@graph":[',
      part(part) {
        if (part.first) points = codePointsOf(part.text)
        return part.claims
          .filter(isVetted)
          .map(claim => `${reviews++ === 0 ? "\n" : ",\n"}${JSON.stringify(review(claim, part, head, points))}`)
          .join("")
      },
      end: () => `${reviews === 0 ? "" : "\n"}]}\n`,
    }
  }),
}

/** Nothing is published as reviewed that is not. */
const isVetted = (claim: OutgoingClaim): claim is ReviewedClaim => claim.state === "vetted" && claim.label !== null

type ReviewedClaim = OutgoingClaim & { readonly label: Label }

function review(claim: ReviewedClaim, { document }: ExportPart, head: ExportHead, points: (at: number) => number) {
  const page = `${head.origin}/projects/${head.projectId}/documents/${document.documentId}`
  const url = `${page}?unit=${claim.unitId}`
  const place = `Characters ${points(claim.start)} to ${points(claim.end)} of “${document.title}”, version ${document.number}`
  const words = head.quotes ? claim.quote : place
  const reasons = claim.decision?.reason || claim.annotations.find(({ agrees }) => agrees)?.rationaleText || ""
  const latest = [claim.decision?.at, ...claim.annotations.map(({ at }) => at)].flatMap(at =>
    at ? [at.getTime()] : [],
  )
  const found = webAddress(document.foundAt.toWellFormed())
  const licence = webAddress(document.licence.toWellFormed())
  const cited = [...new Set(claim.citations.map(({ sourceId }) => sourceId))].flatMap(id => head.sources.get(id) ?? [])
  const project = oneLine(head.project)
  const log = { "@type": "CreativeWork", name: `${project}: log of changes`, version: head.logHead }
  return {
    "@type": "ClaimReview",
    "@id": `${url}#review`,
    url,
    datePublished: new Date(latest.length > 0 ? Math.max(...latest) : head.exportedAt).toISOString(),
    author: { "@type": "Organization", name: project, url: `${head.origin}/projects/${head.projectId}` },
    isBasedOn: log,
    claimReviewed: oneLine(words),
    reviewRating: {
      "@type": "Rating",
      alternateName: claim.label.charAt(0).toUpperCase() + claim.label.slice(1),
      ratingExplanation: [labelMeanings[claim.label], oneLine(reasons)].filter(Boolean).join(" "),
    },
    itemReviewed: {
      "@type": "Claim",
      "@id": url,
      ...(head.quotes && { text: oneLine(words) }),
      appearance: {
        "@type": "CreativeWork",
        "@id": page,
        name: oneLine(document.title),
        ...(document.author && { author: { "@type": "Person", name: oneLine(document.author) } }),
        ...(found && { url: new URL(found).href }),
        ...(document.licence && {
          license: licence ? new URL(licence).href : { "@type": "CreativeWork", name: oneLine(document.licence) },
        }),
        ...(document.language !== "und" && { inLanguage: document.language }),
      },
    },
    ...(cited.length > 0 && { citation: cited.map(work) }),
  }
}

function work(source: ExportedSource) {
  const { csl } = source
  const url = webAddress((csl.URL ?? "").toWellFormed())
  const shelf = shelfOf(source)
  const authors = (csl.author ?? []).flatMap(person)
  return {
    "@type": shelf ? "ArchiveComponent" : "CreativeWork",
    name: oneLine(csl.title),
    ...(authors.length > 0 && { author: authors }),
    ...(dateOf(csl) && { datePublished: dateOf(csl) }),
    ...(url && { url: new URL(url).href }),
    ...(shelf && {
      identifier: shelf.line,
      holdingArchive: { "@type": "ArchiveOrganization", name: shelf.name },
    }),
  }
}

function person(name: CslName) {
  const parts = nameParts(name)
  if (parts === null) return []
  return typeof parts === "string"
    ? [{ "@type": "Organization", name: parts }]
    : [{ "@type": "Person", name: `${parts.given} ${parts.family}`, givenName: parts.given, familyName: parts.family }]
}
