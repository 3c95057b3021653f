import type { Bearing, Directness, LocatorLabel, Rank, Stance } from "./citation.ts"
import type { DecisionWay } from "./decision-way.ts"
import type { FlagReason, FlagRule, FlagStatus } from "./flag.ts"
import type { Credibility } from "./grade.ts"
import type { Confidence, Label } from "./label.ts"
import type { RationaleNode } from "./rationale.ts"
import type { Cue, Span, UnitKind } from "./unit.ts"

/** That a state points into another version of the text than the first; states from before versions have no number. */
export interface InVersion {
  readonly number?: number
}

/** The version that a state points into. */
export const versionOf = ({ number = 1 }: InVersion): number => number

/** The same state with its number as a state of that version has it. */
export function inVersion<S extends object>(state: S, number: number): S & InVersion {
  const { number: _was, ...rest } = state as S & InVersion
  return (number === 1 ? rest : { ...rest, number }) as S & InVersion
}

export interface UnitState extends Span, InVersion {
  readonly id: string
  readonly kind: UnitKind
  readonly rules: readonly string[]
  readonly cues: readonly Cue[]
  readonly origin: "splitter" | "person"
  readonly retired: boolean
}

/** What the splitter proposes for a unit's row, which restoring brings back; a row that it no longer proposes has none. */
export interface ProposalState extends Span {
  readonly id: string
  readonly kind: UnitKind
  readonly cues: readonly Cue[]
}

/** Which version of the document's text is the current one. */
export interface VersionState {
  readonly number: number
}

/** Which splitter proposed the units of the document's text. */
export interface SplitterState {
  readonly version: number
}

/** One person's label on one claim; at most one of a (claim, reviewer) is current. */
export interface AnnotationState extends Span, InVersion {
  readonly id: string
  readonly unitId: string
  readonly reviewerId: string
  readonly label: Label
  readonly confidence: Confidence
  readonly rationale: RationaleNode
  /** Whether the one it is ascribed to said it, judged apart from whether it is so; null when nobody asked. */
  readonly said: Label | null
  /** Set when it was given while nothing that others said of the claim could be seen. */
  readonly blind?: true
}

export interface CitationState {
  readonly id: string
  readonly unitId: string
  readonly sourceId: string
  readonly authorId: string
  readonly stance: Stance
  readonly locatorLabel: LocatorLabel
  readonly locator: string
  readonly quotation: string
  readonly note: string
  readonly rank: Rank | null
  readonly directness: Directness | null
  readonly credibility: Credibility | null
  readonly bearsOn: Bearing
  /** The source in which it was seen; null when the cited one was. */
  readonly throughId: string | null
  /** The snapshot of the source that was cited. */
  readonly snapshotId: string | null
  readonly withdrawn: boolean
}

export interface FlagState extends Span, InVersion {
  readonly id: string
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly reason: FlagReason | FlagRule
  readonly note: string
  readonly blocking: boolean
  readonly status: FlagStatus
  /** Null for what a rule found. */
  readonly raisedBy: string | null
  readonly answer: string
  readonly answeredBy: string | null
  /** The claim in which a rule found it. */
  readonly unitId?: string
  /** Whose it is to deal with. */
  readonly assigneeId?: string
  /** The day by which it should be dealt with, as YYYY-MM-DD. */
  readonly dueOn?: string
}

export interface AdjudicationState {
  readonly id: string
  readonly unitId: string
  readonly editorId: string
  readonly label: Label
  readonly reason: string
  /** How it was made, and whose labels it takes or combines, by their ids in order; absent when nobody said. */
  readonly how?: DecisionWay
  readonly follows?: readonly string[]
}

/** A discussion of one claim, one flag or one source, whichever is named. */
export interface ThreadState {
  readonly id: string
  readonly unitId: string | null
  readonly flagId: string | null
  readonly sourceId: string | null
  /** The annotators to whom it is a question, by their ids in order; absent for any other discussion. */
  readonly asks?: readonly string[]
  readonly createdBy: string
  /** Who said that it is settled; null while it is open. */
  readonly resolvedBy: string | null
}

/** One contribution to a thread, in the words of `commentPieces`. One that was deleted has none. */
export interface CommentState {
  readonly id: string
  readonly threadId: string
  readonly authorId: string
  readonly text: string
  readonly deleted: boolean
}

/** A label that a file suggests for a claim, until a person takes it up as their own or dismisses it. It counts nowhere. */
export interface PreAnnotationState extends Span, InVersion {
  readonly id: string
  readonly unitId: string
  readonly label: Label
  /** What the file says of the passage, whom it names for it, and under which of its own labels. */
  readonly text: string
  readonly author: string
  readonly fileLabel: string
  readonly file: string
  readonly importedBy: string
  readonly status: PreAnnotationStatus
  readonly dismissedBy: string | null
}

/** "withdrawn" when whoever brought it in took that back. */
export const preAnnotationStatuses = ["open", "dismissed", "withdrawn"] as const
export type PreAnnotationStatus = (typeof preAnnotationStatuses)[number]

/** One row before and after; null is a row that was not there, or no longer counts. */
export interface Step<S> {
  readonly before: S | null
  readonly after: S | null
}

/**
 * What a change does to a document's rows. It is all there is to a change: writing applies it, undo applies it
 * backwards, replay folds it, and the history shows it.
 */
export interface Effect {
  readonly units?: readonly Step<UnitState>[]
  readonly annotations?: readonly Step<AnnotationState>[]
  readonly citations?: readonly Step<CitationState>[]
  readonly flags?: readonly Step<FlagState>[]
  readonly adjudications?: readonly Step<AdjudicationState>[]
  readonly proposals?: readonly Step<ProposalState>[]
  readonly splitter?: readonly Step<SplitterState>[]
  readonly versions?: readonly Step<VersionState>[]
  readonly threads?: readonly Step<ThreadState>[]
  readonly comments?: readonly Step<CommentState>[]
  readonly preAnnotations?: readonly Step<PreAnnotationState>[]
}

export const effectParts = [
  "units",
  "annotations",
  "citations",
  "flags",
  "adjudications",
  "proposals",
  "splitter",
  "versions",
  "threads",
  "comments",
  "preAnnotations",
] as const
export type EffectPart = (typeof effectParts)[number]

/** The effect that takes `effect` back. Rows never vanish: a unit that was made is retired, a citation or flag withdrawn. */
export function reversed(effect: Effect): Effect {
  const back = <S>(step: Step<S>, gone: (state: S) => S | null): Step<S> => ({
    before: step.after,
    after: step.before ?? (step.after && gone(step.after)),
  })
  return {
    ...(effect.units && { units: effect.units.map(step => back(step, unit => ({ ...unit, retired: true }))) }),
    ...(effect.annotations && { annotations: effect.annotations.map(step => back(step, () => null)) }),
    ...(effect.citations && { citations: effect.citations.map(step => back(step, c => ({ ...c, withdrawn: true }))) }),
    ...(effect.flags && { flags: effect.flags.map(step => back(step, f => ({ ...f, status: "withdrawn" as const }))) }),
    ...(effect.adjudications && { adjudications: effect.adjudications.map(step => back(step, () => null)) }),
    ...(effect.proposals && { proposals: effect.proposals.map(step => back(step, () => null)) }),
    ...(effect.splitter && { splitter: effect.splitter.map(step => back(step, state => state)) }),
    ...(effect.versions && { versions: effect.versions.map(step => back(step, state => state)) }),
    ...(effect.threads && { threads: effect.threads.map(step => back(step, thread => thread)) }),
    ...(effect.comments && {
      comments: effect.comments.map(step => back(step, comment => ({ ...comment, text: "", deleted: true }))),
    }),
    ...(effect.preAnnotations && {
      preAnnotations: effect.preAnnotations.map(step => back(step, one => ({ ...one, status: "withdrawn" as const }))),
    }),
  }
}

/** Under which key a row's states follow one another. */
export const keyOf = {
  units: (state: UnitState) => state.id,
  annotations: (state: AnnotationState) => `${state.unitId} ${state.reviewerId}`,
  citations: (state: CitationState) => state.id,
  flags: (state: FlagState) => state.id,
  adjudications: (state: AdjudicationState) => state.unitId,
  proposals: (state: ProposalState) => state.id,
  splitter: (_state: SplitterState) => "document",
  versions: (_state: VersionState) => "document",
  threads: (state: ThreadState) => state.id,
  comments: (state: CommentState) => state.id,
  preAnnotations: (state: PreAnnotationState) => state.id,
} as const

/** Ids of the units that an effect names itself; flags reach further units through their span. */
export const unitsNamed = (effect: Effect): readonly string[] => [
  ...new Set(
    [
      ...(effect.units ?? []).flatMap(step => [step.before?.id, step.after?.id]),
      ...(effect.annotations ?? []).flatMap(step => [step.before?.unitId, step.after?.unitId]),
      ...(effect.citations ?? []).flatMap(step => [step.before?.unitId, step.after?.unitId]),
      ...(effect.adjudications ?? []).flatMap(step => [step.before?.unitId, step.after?.unitId]),
    ].filter(id => id !== undefined),
  ),
]

/** Whether a unit came to stand in another version of the text. */
export const changesVersion = ({ units = [] }: Effect): boolean =>
  units.some(({ before, after }) => before && after && versionOf(before) !== versionOf(after))
