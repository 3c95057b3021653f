import type { Blindness, DocumentBlindness } from "./blindness.ts"
import type { CitationSetting } from "./citation-setting.ts"
import type { LinkedPair } from "./claim-link.ts"
import type { CommentState, Effect, Step, ThreadState } from "./effect.ts"
import type { NameLimit } from "./export-names.ts"
import type { Reliability } from "./grade.ts"
import type { DerivationKind } from "./lineage.ts"
import type { MemberChange } from "./member-change.ts"
import type { NewVersion } from "./new-version.ts"
import type { StoredPolicy } from "./policy.ts"
import type { QueueOrder } from "./queue-order.ts"
import type { Resplit } from "./resplit-effect.ts"
import type { ArchiveReference, CslItem, SourceKind } from "./source.ts"
import type { WebhookChange } from "./webhook-change.ts"

/** Changes of a document's stream. What they did is in the effect; the kind says what it was. */
export const documentChangeKinds = [
  "annotation-given",
  "annotation-withdrawn",
  "citation-given",
  "citation-changed",
  "citation-withdrawn",
  "citation-restored",
  "unit-split",
  "units-merged",
  "boundary-moved",
  "kind-changed",
  "units-restored",
  "document-resplit",
  "version-added",
  "claim-placed",
  "claim-given-up",
  "flag-placed",
  "preannotations-added",
  "preannotation-dismissed",
  "flag-raised",
  "flag-answered",
  "flag-withdrawn",
  "flags-answered",
  "flags-assigned",
  "flags-dated",
  "flags-withdrawn",
  "flags-reopened",
  "flag-restored",
  "claim-adjudicated",
  "adjudication-reopened",
  "question-asked",
  "comment-given",
  "comment-changed",
  "comment-deleted",
  "thread-resolved",
  "thread-reopened",
  "change-undone",
  "change-redone",
] as const
export type DocumentChangeKind = (typeof documentChangeKinds)[number]

/** Changes that tell what somebody said of a claim, or that somebody said something. A blind document hides them. */
export const tellingKinds = [
  "annotation-given",
  "annotation-withdrawn",
  "citation-given",
  "citation-changed",
  "citation-withdrawn",
  "citation-restored",
  "claim-adjudicated",
  "adjudication-reopened",
  "preannotation-dismissed",
  "question-asked",
  "comment-given",
  "comment-changed",
  "comment-deleted",
  "thread-resolved",
  "thread-reopened",
  "change-undone",
  "change-redone",
] as const satisfies readonly DocumentChangeKind[]

export interface DocumentChange {
  readonly kind: DocumentChangeKind
  readonly effect: Effect
  /** The claim that it is about, when it is about one. */
  readonly unitId?: string
  /** For an undo or redo: the revision that it takes back, and its kind. */
  readonly undoes?: number
  readonly of?: DocumentChangeKind
  /** For a re-splitting, also one that is taken or brought back: what it came to. */
  readonly resplit?: Resplit
  /** For a new version, also one that is taken or brought back: what it is and what it came to. */
  readonly added?: NewVersion
  /** For a claim that was given up: why. */
  readonly reason?: string
}

export interface Provenance {
  readonly title: string
  readonly author: string
  readonly foundAt: string
  readonly foundOn: string
  readonly licence: string
  readonly language: string
}

export interface SourceState {
  readonly id: string
  readonly kind: SourceKind
  readonly csl: CslItem
  readonly archive: ArchiveReference | null
  /** When it was made, and the time that it tells of, both in EDTF; empty when nothing is said. */
  readonly created: string
  readonly tells: string
}

/** Changes of a project's own stream. They are kept for ever: a variant may gain optional fields, never lose one. */
export type ProjectChange =
  | WebhookChange
  | MemberChange
  | { readonly kind: "project-created"; readonly name: string; readonly policy: StoredPolicy }
  | { readonly kind: "project-described"; readonly before: ProjectWords; readonly after: ProjectWords }
  | {
      readonly kind: "document-added"
      readonly documentId: string
      readonly title: string
      readonly sha256: string
      readonly units: number
    }
  | {
      readonly kind: "document-described"
      readonly documentId: string
      readonly before: Provenance
      readonly after: Provenance
    }
  | {
      readonly kind: "policy-changed"
      readonly version: number
      readonly before: StoredPolicy
      readonly after: StoredPolicy
    }
  | { readonly kind: "source-added"; readonly source: SourceState }
  | { readonly kind: "source-changed"; readonly before: SourceState; readonly after: SourceState }
  /** `snapshots` counts those that were deleted with it; it is left out when there were none. */
  | { readonly kind: "source-deleted"; readonly source: SourceState; readonly snapshots?: number }
  | {
      readonly kind: "source-graded"
      readonly sourceId: string
      readonly before: Reliability | null
      readonly after: Reliability
      readonly reason: string
    }
  | { readonly kind: "blindness-chosen"; readonly before: Blindness; readonly after: Blindness }
  | {
      readonly kind: "document-blindness-chosen"
      readonly documentId: string
      readonly title: string
      readonly before: DocumentBlindness
      readonly after: DocumentBlindness
    }
  | { readonly kind: "export-names-limited"; readonly before: NameLimit; readonly after: NameLimit }
  | { readonly kind: "round-begun"; readonly roundId: string; readonly name: string; readonly claims: number }
  | { readonly kind: "round-revealed"; readonly roundId: string; readonly name: string }
  | { readonly kind: "round-ended"; readonly roundId: string; readonly name: string }
  | { readonly kind: "style-chosen"; readonly before: CitationSetting; readonly after: CitationSetting }
  | { readonly kind: "style-uploaded"; readonly styleId: string; readonly title: string }
  | { readonly kind: "style-retired"; readonly styleId: string; readonly title: string }
  | {
      readonly kind: "sources-imported"
      readonly count: number
      /** How many the bibliography had already. */
      readonly skipped: number
      /** The first of them. */
      readonly lines: readonly string[]
    }
  | {
      readonly kind: "snapshot-added"
      readonly sourceId: string
      readonly snapshotId: string
      readonly takenOn: string
      readonly fileName: string
      readonly sha256: string
      readonly bytes: number
    }
  | { readonly kind: "sources-merged"; readonly sourceId: string; readonly intoId: string }
  | { readonly kind: "merge-withdrawn"; readonly sourceId: string; readonly intoId: string }
  | { readonly kind: "source-derived"; readonly derivation: DerivationState }
  | { readonly kind: "claims-linked"; readonly link: LinkState }
  | { readonly kind: "link-withdrawn"; readonly link: LinkState; readonly why: string }
  | (SourceTalk & { readonly kind: "source-comment-given" })
  | (SourceTalk & { readonly kind: "source-comment-changed" })
  | (SourceTalk & { readonly kind: "source-comment-deleted" })
  | (SourceTalk & { readonly kind: "source-thread-resolved" })
  | (SourceTalk & { readonly kind: "source-thread-reopened" })
  | { readonly kind: "derivation-withdrawn"; readonly derivation: DerivationState; readonly reason: string }
  | { readonly kind: "queue-changed"; readonly before: QueueOrder; readonly after: QueueOrder }
  | {
      readonly kind: "claims-assigned"
      readonly batchId: string
      /** How many claims it was about, and to how many people each was to go. */
      readonly claims: number
      readonly overlap: number
      readonly to: readonly AssignedCount[]
    }
  | {
      readonly kind: "assignments-ended"
      readonly userId: string
      readonly count: number
      /** Who got them instead. */
      readonly to: readonly AssignedCount[]
    }

/** How many claims somebody was assigned. */
export interface AssignedCount {
  readonly userId: string
  readonly count: number
}

/** What a change of a source's discussion did to its rows. */
export interface SourceTalk {
  readonly sourceId: string
  readonly threads: readonly Step<ThreadState>[]
  readonly comments: readonly Step<CommentState>[]
}

/** That one source derives from another: how, and a remark. */
export interface DerivationState {
  readonly id: string
  readonly derivedId: string
  readonly originId: string
  readonly how: DerivationKind
  readonly note: string
}

/** What a person said of two claims, in the order of their ids. */
export interface LinkState extends LinkedPair {
  readonly id: string
  readonly documentAId: string
  readonly documentBId: string
  readonly reason: string
}

export interface ProjectWords {
  readonly name: string
  readonly description: string
}

export const projectChangeKinds = [
  "project-created",
  "project-described",
  "document-added",
  "document-described",
  "policy-changed",
  "member-invited",
  "invitation-withdrawn",
  "member-joined",
  "role-changed",
  "member-removed",
  "source-added",
  "source-changed",
  "source-deleted",
  "source-graded",
  "blindness-chosen",
  "document-blindness-chosen",
  "export-names-limited",
  "round-begun",
  "round-revealed",
  "round-ended",
  "style-chosen",
  "style-uploaded",
  "style-retired",
  "sources-imported",
  "snapshot-added",
  "sources-merged",
  "merge-withdrawn",
  "source-derived",
  "derivation-withdrawn",
  "claims-linked",
  "link-withdrawn",
  "queue-changed",
  "claims-assigned",
  "assignments-ended",
  "source-comment-given",
  "source-comment-changed",
  "source-comment-deleted",
  "source-thread-resolved",
  "source-thread-reopened",
  "webhook-added",
  "webhook-changed",
  "webhook-secret-renewed",
  "webhook-removed",
] as const satisfies readonly ProjectChange["kind"][]

export type Change = DocumentChange | ProjectChange
export const changeKinds = [...documentChangeKinds, ...projectChangeKinds]
export type ChangeKind = Change["kind"]
