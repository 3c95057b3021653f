import type { Bearing, Stance } from "./citation.ts"
import type { Credibility, Reliability } from "./grade.ts"
import type { Witness } from "./independence.ts"
import type { Confidence, Label } from "./label.ts"
import type { SourceKind } from "./source.ts"

/** One reviewer's current label on a claim. */
export interface AnnotationFact {
  readonly reviewerId: string
  readonly label: Label
  readonly confidence: Confidence
  /** Whether it has a rationale with words of its own. */
  readonly reasoned: boolean
  /** Of a claim that tells what somebody said: whether it was said, when the reviewer judged that apart from the label. */
  readonly said: Label | null
}

/** One citation of a claim that was not withdrawn, with what is known of its source. */
export interface CitationFact extends Witness {
  readonly id: string
  readonly authorId: string
  readonly stance: Stance
  readonly kind: SourceKind
  /** The source's reliability; null while nobody graded it. */
  readonly grade: Reliability | null
  /** How credible what the source says of this claim is; null while nobody rated it. */
  readonly credibility: Credibility | null
  /** Which of the two questions it is evidence on. */
  readonly bearsOn: Bearing
}

/** What a verdict rests on; the rows of one claim, whoever may see them. Their order says nothing. */
export interface ClaimFacts {
  readonly annotations: readonly AnnotationFact[]
  readonly citations: readonly CitationFact[]
  readonly blockingFlags: number
  /** How many claims a person confirmed to contradict this one. */
  readonly contradictions: number
  /** What an editor decided; the decision has a reason of its own. */
  readonly adjudication: Label | null
}
