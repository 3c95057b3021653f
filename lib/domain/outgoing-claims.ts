import type { Provenance } from "./change.ts"
import type { Bearing, Directness, LocatorLabel, Rank, Stance } from "./citation.ts"
import type { Condition } from "./condition.ts"
import type { DecisionWay } from "./decision-way.ts"
import type { NamedPerson } from "./export-names.ts"
import type { FlagReason, FlagRule } from "./flag.ts"
import type { Credibility, Reliability } from "./grade.ts"
import type { Confidence, Label } from "./label.ts"
import type { DerivationKind } from "./lineage.ts"
import type { RationaleNode } from "./rationale.ts"
import type { ArchiveReference, CslItem, SourceKind } from "./source.ts"
import type { Span, UnitKind } from "./unit.ts"
import type { ClaimState } from "./verdict.ts"

/** One reviewer's label on an exported claim. The span is what they judged, which a later boundary edit does not change. */
export interface OutgoingAnnotation extends Span {
  /** The number of the version that the span points into: the one that the reviewer read, which may be an older one. */
  readonly textVersion: number
  readonly id: string
  readonly reviewerId: string
  readonly reviewer: string
  /** The address of their ORCID iD, where an export shows it. */
  readonly reviewerOrcid?: string
  readonly label: Label
  readonly confidence: Confidence
  readonly rationaleText: string
  readonly rationale: RationaleNode
  readonly said: Label | null
  /** Whether it was given while nothing that others said of the claim could be seen. */
  readonly blind: boolean
  readonly at: Date
  /** Whether the label is the verdict's; where it is not, this is dissent. Null where there is no verdict. */
  readonly agrees: boolean | null
}

export interface OutgoingCitation {
  readonly id: string
  /** The claim that it was given on: another one when both say the same. */
  readonly citedOn: string
  readonly sourceId: string
  readonly authorId: string
  readonly author: string
  readonly authorOrcid?: string
  readonly stance: Stance
  readonly locatorLabel: LocatorLabel
  readonly locator: string
  readonly quotation: string
  readonly note: string
  readonly rank: Rank | null
  readonly directness: Directness | null
  readonly credibility: Credibility | null
  readonly bearsOn: Bearing
  readonly throughId: string | null
  readonly snapshotId: string | null
  /** SHA-256 of the snapshot, as hexadecimal digits, and the day on which it was taken. */
  readonly snapshotSha256: string | null
  readonly takenOn: string | null
}

export interface OutgoingDecision {
  readonly editorId: string
  readonly editor: string
  readonly editorOrcid?: string
  readonly label: Label
  readonly reason: string
  readonly how: DecisionWay | null
  /** Whose labels it takes or combines. */
  readonly follows: readonly NamedPerson[]
  readonly at: Date
  /** Whether it stands; one that does not was reopened or replaced. */
  readonly stands: boolean
  readonly endedBy: NamedPerson | null
  readonly endedAt: Date | null
}

/** A flag that touches an exported claim: one that was answered, or an open one of a person. */
export interface OutgoingFlag extends Span {
  readonly id: string
  readonly reason: FlagReason | FlagRule
  /** What its raiser wrote; of a rule's flag, what the rule found, in a sentence. */
  readonly note: string
  readonly status: "open" | "answered"
  /** Null for what a rule found. */
  readonly raisedBy: NamedPerson | null
  readonly raisedAt: Date
  readonly answer: string
  readonly answeredBy: NamedPerson | null
  readonly answeredAt: Date | null
}

/**
 * A claim that goes out: a vetted one, with a verdict and no open flag that blocks it, unless others were asked for. `quote`
 * is the text between `start` and `end`.
 */
export interface OutgoingClaim extends Span {
  readonly unitId: string
  readonly quote: string
  readonly state: ClaimState
  /** The verdict; a vetted or blocked claim has one, others have none. */
  readonly label: Label | null
  /** The verdict on whether it was said by the one that it is ascribed to; null when that was not judged, or is open. */
  readonly said: Label | null
  readonly verdictBy: "policy" | "adjudication" | null
  readonly decision: OutgoingDecision | null
  /** Every decision on it, also those that stand no longer, the newest first. */
  readonly decisions: readonly OutgoingDecision[]
  readonly annotations: readonly OutgoingAnnotation[]
  /** Its own, and those of claims that are confirmed to say the same. */
  readonly citations: readonly OutgoingCitation[]
  /** The flags that touch it, in the order in which they were raised. */
  readonly flags: readonly OutgoingFlag[]
  /** The other claims that are confirmed to say the same, and those that are confirmed to contradict it, as units' ids. */
  readonly sameAs: readonly string[]
  readonly contradicts: readonly string[]
}

/** The states that keep a claim out of an export that asks for vetted ones. */
export type LeftOutState = Exclude<ClaimState, "vetted">

/** A claim that is not exported, with the reason as a sentence. */
export interface LeftOutClaim extends Span {
  readonly unitId: string
  readonly quote: string
  /** A vetted one is left out for the flag that it bears. */
  readonly state: ClaimState
  readonly why: string
}

/** A document's claims that go out in the order of the text, and what of it is left out. */
export interface OutgoingDocument extends Provenance {
  readonly documentId: string
  /** Number of the text's version; spans point into this version's text. */
  readonly number: number
  /** SHA-256 of the text in UTF-8, as hexadecimal digits. */
  readonly sha256: string
  readonly words: number
  /** Revision of the document's history that the export shows. */
  readonly revision: number
  readonly claims: readonly OutgoingClaim[]
  readonly leftOut: readonly LeftOutClaim[]
  /** How many units are of a kind other than claim; kinds without units are absent. */
  readonly notClaims: Readonly<Partial<Record<UnitKind, number>>>
}

/** A source that an exported claim cites. */
export interface OutgoingSource {
  readonly id: string
  readonly kind: SourceKind
  readonly line: string
  readonly csl: CslItem
  readonly archive: ArchiveReference | null
  readonly created: string
  readonly tells: string
  readonly reliability: Reliability | null
}

/** That a source derives from another, with the lines of both: either may be cited by no exported claim. */
export interface OutgoingDerivation {
  readonly derivedId: string
  readonly derived: string
  readonly originId: string
  readonly origin: string
  readonly how: DerivationKind
  readonly note: string
}

/** Why a claim in `state` is not exported: the first condition that its verdict fails, in the words of the card. */
export function leftOutReason(state: LeftOutState, conditions: readonly Condition[], veiled = false): string {
  if (veiled)
    return "What others said of it is hidden from you until you label it, or until its norming round is revealed."
  if (state === "open") return "Nobody has labelled it yet."
  const unmet = conditions.filter(condition => !condition.met)
  const telling = { contested: "dissent", blocked: "flag-open", "in-review": null }[state]
  const condition = unmet.find(({ code }) => code === telling) ?? unmet[0]
  return condition?.sentence ?? "Its verdict is being worked out."
}

/** Claims left out, gathered by their reason, the most frequent reason first. */
export function leftOutGroups<C extends LeftOutClaim>(claims: readonly C[]): { why: string; claims: C[] }[] {
  const groups = new Map<string, C[]>()
  for (const claim of claims) {
    const group = groups.get(claim.why)
    if (group) group.push(claim)
    else groups.set(claim.why, [claim])
  }
  return [...groups].map(([why, group]) => ({ why, claims: group })).sort((a, b) => b.claims.length - a.claims.length)
}
