import fc from "fast-check"
import { bearings, directnesses, locatorLabels, ranks, stances } from "../../lib/domain/citation.ts"
import { decisionWays } from "../../lib/domain/decision-way.ts"
import { flagReasons, flagRules } from "../../lib/domain/flag.ts"
import { credibilities, reliabilities } from "../../lib/domain/grade.ts"
import { confidences, labels } from "../../lib/domain/label.ts"
import { derivationKinds } from "../../lib/domain/lineage.ts"
import type { OutgoingClaim, OutgoingDerivation, OutgoingDocument } from "../../lib/domain/outgoing-claims.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { sourceKinds } from "../../lib/domain/source.ts"
import type { ExportedSource } from "../../lib/formats/export-format.ts"

/** Words as people write them, and what a spreadsheet could take for a formula. */
export const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc
    .tuple(
      fc.constantFrom("", " ", "'", '"', "\t", "\n", "''", '" ', "\uFEFF", "\u00A0", "“"),
      fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠", "−", "﹣"),
      fc.string({ maxLength: 10 }),
    )
    .map(parts => parts.join("")),
)

const id = fc.uuid()
const at = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
const span = fc
  .tuple(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }))
  .map(([start, more]) => ({ start, end: start + more }))

const orcid = fc.constantFrom("https://orcid.org/0000-0002-1825-0097", "https://orcid.org/0000-0002-1694-233X")
const person = fc.record({ id, name: words, orcid }, { requiredKeys: ["id", "name"] })
const decision = fc.record({
  editorId: id,
  editor: words,
  label: fc.constantFrom(...labels),
  reason: words,
  how: fc.option(fc.constantFrom(...decisionWays)),
  follows: fc.array(person, { maxLength: 3 }),
  at,
  stands: fc.boolean(),
  endedBy: fc.option(person),
  endedAt: fc.option(at),
})

const flag = fc
  .record({
    id,
    span,
    reason: fc.constantFrom(...flagReasons, ...flagRules),
    note: words,
    raisedBy: fc.option(person),
    raisedAt: at,
    answered: fc.option(fc.record({ answer: words, answeredBy: person, answeredAt: at })),
  })
  .map(({ span: place, answered, ...rest }) => ({
    ...rest,
    ...place,
    status: answered ? ("answered" as const) : ("open" as const),
    ...(answered ?? { answer: "", answeredBy: null, answeredAt: null }),
  }))

const claim: fc.Arbitrary<OutgoingClaim> = fc
  .record({
    unitId: id,
    span,
    quote: words,
    standing: fc.oneof(
      fc.record({ state: fc.constantFrom("vetted", "blocked"), label: fc.constantFrom(...labels) }),
      fc.record({ state: fc.constantFrom("open", "in-review", "contested"), label: fc.constant(null) }),
    ),
    said: fc.option(fc.constantFrom(...labels)),
    sameAs: fc.array(id, { maxLength: 2 }),
    contradicts: fc.array(id, { maxLength: 2 }),
    flags: fc.array(flag, { maxLength: 2 }),
    decision: fc.option(decision),
    decisions: fc.array(decision, { maxLength: 2 }),
    annotations: fc.array(
      fc.record({
        id,
        reviewerId: id,
        blind: fc.boolean(),
        reviewer: words,
        orcid: fc.option(orcid),
        label: fc.constantFrom(...labels),
        confidence: fc.constantFrom(...confidences),
        rationaleText: words,
        said: fc.option(fc.constantFrom(...labels)),
        textVersion: fc.integer({ min: 1, max: 9 }),
        at,
        span,
      }),
      { maxLength: 3 },
    ),
    citations: fc.array(
      fc.record({
        id,
        citedOn: id,
        sourceId: id,
        authorId: id,
        author: words,
        orcid: fc.option(orcid),
        stance: fc.constantFrom(...stances),
        locatorLabel: fc.constantFrom(...locatorLabels),
        locator: words,
        quotation: words,
        note: words,
        rank: fc.option(fc.constantFrom(...ranks)),
        directness: fc.option(fc.constantFrom(...directnesses)),
        credibility: fc.option(fc.constantFrom(...credibilities)),
        bearsOn: fc.constantFrom(...bearings),
        throughId: fc.option(id),
        snapshot: fc.option(fc.record({ snapshotId: id, takenOn: fc.constant("2026-11-28") })),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ span: place, standing, annotations, citations, ...rest }) => ({
    ...rest,
    ...standing,
    citations: citations.map(({ snapshot, orcid: by, ...citation }) => ({
      ...citation,
      ...(by && { authorOrcid: by }),
      snapshotId: snapshot?.snapshotId ?? null,
      snapshotSha256: snapshot ? "ab".repeat(32) : null,
      takenOn: snapshot?.takenOn ?? null,
    })),
    ...place,
    verdictBy: standing.label === null ? null : rest.decision ? ("adjudication" as const) : ("policy" as const),
    annotations: annotations.map(({ span: judged, orcid: by, ...said }) => ({
      ...said,
      ...(by && { reviewerOrcid: by }),
      ...judged,
      agrees: standing.label === null ? null : said.label === standing.label,
      rationale: plainRationale(said.rationaleText),
    })),
  }))

const document: fc.Arbitrary<OutgoingDocument> = fc
  .record({
    documentId: id,
    number: fc.integer({ min: 1, max: 9 }),
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    words: fc.nat(),
    revision: fc.nat(),
    title: words,
    author: words,
    foundAt: words,
    foundOn: words,
    licence: words,
    language: fc.constantFrom("und", "en", "ru"),
    claims: fc.array(claim, { maxLength: 4 }),
    leftOut: fc.array(
      fc.record({
        unitId: id,
        span,
        quote: words,
        state: fc.constantFrom("open", "in-review", "contested", "blocked"),
        why: fc.constantFrom("Nobody has labelled it yet.", "Reviewers disagree."),
      }),
      { maxLength: 4 },
    ),
    notClaims: fc.record({ opinion: fc.integer({ min: 1 }), fragment: fc.integer({ min: 1 }) }, { requiredKeys: [] }),
  })
  .map(({ leftOut, ...rest }) => ({
    ...rest,
    leftOut: leftOut.map(({ span: place, ...left }) => ({ ...left, ...place })),
  }))

const derivation: fc.Arbitrary<OutgoingDerivation> = fc.record({
  derivedId: id,
  derived: words,
  originId: id,
  origin: words,
  how: fc.constantFrom(...derivationKinds),
  note: words,
})

/** All of an export at once. */
export interface WholeExport {
  readonly projectId: string
  readonly project: string
  readonly policyVersion: number
  readonly exportedAt: Date
  readonly documents: readonly OutgoingDocument[]
  readonly sources: readonly ExportedSource[]
  readonly lineage: readonly OutgoingDerivation[]
  /** The note of each citation by its id. */
  readonly notes: ReadonlyMap<string, string>
}

/** Any export; the note of a citation is "note" and its id. */
export const vetted: fc.Arbitrary<WholeExport> = fc
  .record({
    projectId: id,
    project: words,
    policyVersion: fc.integer({ min: 1, max: 99 }),
    exportedAt: at,
    documents: fc.array(document, { maxLength: 3 }),
    sources: fc.array(
      fc.record({
        id,
        kind: fc.constantFrom(...sourceKinds),
        line: words,
        csl: fc.record({ type: fc.constant("book"), title: words }),
        archive: fc.option(fc.record({ archive: words, fond: words }, { requiredKeys: ["archive"] })),
        created: fc.constantFrom("", "1937~"),
        tells: fc.constantFrom("", "1936/1938"),
        reliability: fc.option(fc.constantFrom(...reliabilities)),
        set: words,
      }),
      { maxLength: 3 },
    ),
    lineage: fc.array(derivation, { maxLength: 2 }),
  })
  .map(all => {
    const citations = all.documents.flatMap(({ claims }) => claims.flatMap(claim => claim.citations))
    return { ...all, notes: new Map(citations.map(({ id: one }) => [one, `note ${one}`])) }
  })
