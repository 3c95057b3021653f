import fc from "fast-check"
import { type Stance, stances } from "../../lib/domain/citation.ts"
import type { AnnotationFact, CitationFact, ClaimFacts } from "../../lib/domain/claim-facts.ts"
import { type Credibility, credibilities, type Reliability, reliabilities } from "../../lib/domain/grade.ts"
import { confidences, type Label, labels } from "../../lib/domain/label.ts"
import { lineageOf, rootsOf } from "../../lib/domain/lineage.ts"
import { type SourceKind, sourceKinds } from "../../lib/domain/source.ts"
import { derivations, names } from "./graph.ts"

const people = ["ann", "ben", "cleo", "dan", "eve", "finn"]

/** `votes("documented disputed! disputed")`: one person each; "!" is a label without a rationale. */
export const votes = (words: string): readonly AnnotationFact[] =>
  words
    .split(" ")
    .filter(Boolean)
    .map((word, i) => ({
      reviewerId: people[i]!,
      label: word.replace("!", "") as Label,
      confidence: "moderate",
      reasoned: !word.endsWith("!"),
      said: null,
    }))

/**
 * `cited("supports disputes:file supports:copy<file@B2/press")`: a citation each, of a source (the memoir when none is
 * named) that derives from another, with reliability, credibility and kind where they matter.
 */
export const cited = (words: string): readonly CitationFact[] =>
  words
    .split(" ")
    .filter(Boolean)
    .map((word, i) => {
      const [, stance, source = "memoir", roots, grade, credibility, kind] =
        /^(\w+)(?::(\w+))?(?:<([\w,]+))?(?:@([A-F])?([1-6])?)?(?:\/([\w-]+))?$/.exec(word)!
      return {
        id: `c${i}`,
        authorId: "ann",
        stance: stance as Stance,
        sourceId: source,
        rootIds: roots?.split(",") ?? [source],
        grade: (grade ?? null) as Reliability | null,
        credibility: (credibility ? Number(credibility) : null) as Credibility | null,
        kind: (kind ?? "memoir") as SourceKind,
        bearsOn: "so",
      }
    })

/** The facts of a claim in the two notations; no flag, no contradiction and no decision unless said. */
export const factsOf = (labels = "", citations = "", more: Partial<ClaimFacts> = {}): ClaimFacts => ({
  annotations: votes(labels),
  citations: cited(citations),
  blockingFlags: 0,
  contradictions: 0,
  adjudication: null,
  ...more,
})

interface SourceFact {
  readonly kind: SourceKind
  readonly grade: Reliability | null
}
const sourceFact: fc.Arbitrary<SourceFact> = fc.record({
  kind: fc.constantFrom(...sourceKinds),
  grade: fc.option(fc.constantFrom(...reliabilities)),
})

/** Citations of sources that each have one kind, one grade and one lineage, however often they are cited. */
export const citationFacts: fc.Arbitrary<readonly CitationFact[]> = fc
  .record({
    list: derivations,
    sources: fc.tuple(...names.map(() => sourceFact)),
    uses: fc.array(
      fc.record({
        at: fc.nat(names.length - 1),
        stance: fc.constantFrom(...stances),
        credibility: fc.option(fc.constantFrom(...credibilities)),
      }),
      { maxLength: 7 },
    ),
  })
  .map(({ list, sources, uses }) =>
    uses.map(({ at, stance, credibility }, i) => {
      const sourceId = names[at]!
      const rootIds = rootsOf(lineageOf(list), sourceId)
      return {
        id: `c${i}`,
        authorId: "ann",
        stance,
        credibility,
        sourceId,
        rootIds,
        bearsOn: "so" as const,
        ...sources[at]!,
      }
    }),
  )

/** What a claim can rest on: at most one current annotation a person. */
export const claimFacts: fc.Arbitrary<ClaimFacts> = fc.record({
  annotations: fc.uniqueArray(
    fc.record({
      reviewerId: fc.constantFrom(...people),
      label: fc.constantFrom(...labels),
      confidence: fc.constantFrom(...confidences),
      reasoned: fc.boolean(),
      said: fc.constant(null),
    }),
    { selector: annotation => annotation.reviewerId, maxLength: people.length },
  ),
  citations: citationFacts,
  blockingFlags: fc.nat(2),
  contradictions: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(2)),
  adjudication: fc.option(fc.constantFrom(...labels), { freq: 5 }),
})
