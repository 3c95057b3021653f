import type { Permission } from "./access.ts"
import type { DocumentChange, DocumentChangeKind } from "./change.ts"
import {
  type Effect,
  type EffectPart,
  effectParts,
  type InVersion,
  keyOf,
  reversed,
  type Step,
  versionOf,
} from "./effect.ts"
import { fail, ok, type Result } from "./failure.ts"
import type { NewVersion } from "./new-version.ts"
import type { Resplit } from "./resplit-effect.ts"

/** A change of the document's stream as undo sees it. */
export interface Done {
  readonly revision: number
  readonly kind: DocumentChangeKind
  readonly effect: Effect
  /** The revision that it takes back, when it is itself an undo or a redo. */
  readonly undoes: number | null
  /** For an undo or a redo: the kind of the change that it takes back or brings back. */
  readonly of?: DocumentChangeKind
  readonly resplit?: Resplit
  readonly added?: NewVersion
}

/**
 * Changes of discussions, which undo and redo pass over: a comment is answered and read by others as soon as it stands,
 * so that a key that takes back labels must not take it back by surprise. It is deleted on purpose, with a trace.
 */
const talk: ReadonlySet<DocumentChangeKind> = new Set([
  "question-asked",
  "comment-given",
  "comment-changed",
  "comment-deleted",
  "thread-resolved",
  "thread-reopened",
])

/** Whether a change can be next: "end" when nothing older can. Asked of one person's changes, the newest first. */
export type Asking = (mine: Pick<Done, "revision" | "kind" | "undoes">) => "next" | "not" | "end"

/** Picks the changes that still stand and can be taken back, undo after undo. */
export function asksToUndo(): Asking {
  const [redone, gone] = [new Set<number | null>(), new Set<number | null>()]
  return ({ revision, kind, undoes }) => {
    if (talk.has(kind)) return "not"
    if (kind === "change-redone") redone.add(undoes)
    else if (kind !== "change-undone") return gone.has(revision) ? "not" : "next"
    // A change is taken back when an undo names it that was not itself redone.
    else if (!redone.has(revision)) gone.add(undoes)
    return "not"
  }
}

/** Picks the undos that were not redone; none once the person did something new after them. */
export function asksToRedo(): Asking {
  const redone = new Set<number | null>()
  return ({ revision, kind, undoes }) => {
    if (talk.has(kind)) return "not"
    if (kind === "change-undone") return redone.has(revision) ? "not" : "next"
    if (kind !== "change-redone") return "end"
    redone.add(undoes)
    return "not"
  }
}

/** What taking back a change of each kind needs: the same as making it. */
export const undoNeeds: Record<DocumentChangeKind, Permission> = {
  "annotation-given": "annotation.give",
  "annotation-withdrawn": "annotation.give",
  "citation-given": "citation.give",
  "citation-changed": "citation.give",
  "citation-withdrawn": "citation.give",
  "citation-restored": "citation.give",
  "unit-split": "unit.edit",
  "units-merged": "unit.edit",
  "boundary-moved": "unit.edit",
  "kind-changed": "unit.edit",
  "units-restored": "unit.edit",
  "document-resplit": "unit.edit",
  "version-added": "document.edit",
  "claim-placed": "unit.edit",
  "claim-given-up": "unit.edit",
  "flag-placed": "flag.answer",
  "preannotations-added": "preannotation.add",
  "preannotation-dismissed": "annotation.give",
  "flag-raised": "flag.raise",
  "flag-answered": "flag.answer",
  "flag-withdrawn": "flag.raise",
  "flags-answered": "flag.answer",
  "flags-assigned": "flag.raise",
  "flags-dated": "flag.raise",
  "flags-withdrawn": "flag.raise",
  "flags-reopened": "flag.raise",
  "flag-restored": "flag.raise",
  "claim-adjudicated": "claim.adjudicate",
  "adjudication-reopened": "claim.adjudicate",
  "question-asked": "claim.adjudicate",
  "comment-given": "comment.give",
  "comment-changed": "comment.give",
  "comment-deleted": "comment.give",
  "thread-resolved": "comment.give",
  "thread-reopened": "comment.give",
  "change-undone": "annotation.give",
  "change-redone": "annotation.give",
}

/** Rows as they are now, under the keys of `keyOf`; a row that is missing or not current is null. */
export type Standing = (part: EffectPart, key: string) => unknown

/**
 * The change that takes `done` back, if every row that it made still stands as it left it. `blocked` says in words
 * what came in between.
 */
export function takeBack(
  done: Done,
  standing: Standing,
  kind: "change-undone" | "change-redone",
  unitId?: string,
): Result<DocumentChange> {
  const effect = reversed(done.effect)
  for (const part of effectParts)
    for (const step of (effect[part] ?? []) as readonly Step<never>[]) {
      const named = step.before ?? step.after
      const now = named && standing(part, keyOf[part](named))
      if (canonical(now ?? null) !== canonical(step.before ?? null))
        return fail({
          code: "undo-blocked",
          why: inAnotherVersion(part, now, step.before) ? versionCame : blocked[part],
          revision: done.revision,
        })
    }
  const { resplit, added, of = done.kind } = done
  const told = { ...(unitId && { unitId }), ...(resplit && { resplit }), ...(added && { added }) }
  return ok({ kind, effect, undoes: done.revision, of, ...told })
}

/** Whether a row stands in another version of the text than the step left it in. */
function inAnotherVersion(part: EffectPart, now: unknown, left: unknown): boolean {
  if (part === "versions") return true
  if ((part !== "units" && part !== "flags") || !now || !left) return false
  return versionOf(now as InVersion) !== versionOf(left as InVersion)
}

const versionCame =
  "A new version of the text came in the meantime, and the passage stands in it at its new place. The step before can't be undone there; change what you want to change as it stands now."

const blocked: Record<EffectPart, string> = {
  units:
    "The passage was changed again in the meantime, so this step can't be undone. Restore the passage from its card instead.",
  annotations: "This label was changed again in the meantime. Choose the label you want on the claim's card.",
  citations: "This citation was changed again in the meantime. Edit or withdraw it on the claim's card.",
  flags: "This flag was answered or changed in the meantime. Raise a new flag if the passage still needs work.",
  adjudications: "This decision was changed again in the meantime. Decide again on the claim's card.",
  proposals: "The text was split again in the meantime, so this step can't be undone. Re-split it instead.",
  splitter: "The text was split again in the meantime, so this step can't be undone. Re-split it instead.",
  versions: versionCame,
  threads: "The discussion went on in the meantime. Resolve or reopen it where it stands.",
  comments: "The comment was changed again in the meantime. Edit or delete it where it stands.",
  preAnnotations:
    "A suggestion of that file was dismissed in the meantime, so the import can't be taken back. Dismiss the suggestions that are not wanted on their claims' cards.",
}

/** JSON with sorted keys, so that the order in which the database returns them does not matter. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
