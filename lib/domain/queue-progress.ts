import type { SkipReason } from "./skip.ts"

/** How far the work is, for one person. */
export interface QueueProgress {
  readonly claims: number
  readonly mine: number
  /** Skipped, and not labelled since. */
  readonly skipped: number
  readonly assigned: number
  readonly assignedDone: number
  /** How far all are; null where it could tell what others did. */
  readonly project: {
    readonly vetted: number
    readonly contested: number
    /** Without a verdict, though as many people as the policy wants labelled them, are at work on them or have them. */
    readonly full: number
  } | null
}

/** A claim as the queue gives it. */
export interface ClaimGiven {
  readonly unitId: string
  readonly documentId: string
  /** Tells this lease from a later one on the same claim. */
  readonly takenAt: string
  /** Why it comes now. */
  readonly why: string
  /** How many people labelled it, of how many; null where that must not be told. */
  readonly standing: string | null
  readonly assigned: boolean
  /** Why the person skipped it before. */
  readonly skip: { readonly reason: SkipReason; readonly note: string } | null
}

/** What the queue answers: a claim, or that none is left for the person, and how far the work is. */
export interface QueueAnswer {
  readonly claim: ClaimGiven | null
  readonly progress: QueueProgress
}
