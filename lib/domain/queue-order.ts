import type { Policy } from "./policy.ts"
import { counted } from "./sentence-words.ts"
import type { ClaimState } from "./verdict.ts"

/** By which rule the queue chooses the next claim; an owner picks one. */
export const queueOrders = ["document", "fewest", "contested", "flagged", "assigned"] as const
export type QueueOrder = (typeof queueOrders)[number]

export const queueOrderWords: Readonly<Record<QueueOrder, string>> = {
  document: "In the order of the texts",
  fewest: "Fewest people first",
  contested: "Contested claims first",
  flagged: "Flagged claims first",
  assigned: "Assigned claims first",
}

/** Minutes for which the queue keeps a claim for the person it gave it to; work on it renews them. */
export const leaseMinutes = 10

/** A claim as the queue sees it for one person. "Others" are all but that person. */
export interface QueuedClaim {
  /** Its document's place in the project and where it begins there. */
  readonly place: number
  readonly start: number
  readonly state: ClaimState
  /** How many others labelled it. */
  readonly labelled: number
  /** How many others labelled it, are at work on it, or have it assigned; each person counts once. */
  readonly people: number
  /** Whether the queue gave it to somebody else who is at work on it now. */
  readonly held: boolean
  readonly flagged: boolean
  /** Whether it is assigned to the person. */
  readonly assigned: boolean
  /** Whether the person labelled it. */
  readonly mine: boolean
  /** Whether the person skipped it. */
  readonly skipped: boolean
  /** Whether the person must not learn what others did, because the document is reviewed blind. */
  readonly veiled: boolean
}

/** How many people the policy wants on a claim: as many as its most demanding label takes. */
export const peopleWanted = ({ documented, disputed, speculative }: Policy): number =>
  Math.max(documented.annotations, disputed.annotations, speculative.annotations)

/**
 * Whether the queue may give the claim to the person: never one that they labelled, and one that they skipped only when
 * they ask for those. What an editor assigned to them by name comes in every case. Anything else comes while it has no
 * verdict and fewer people than the policy wants; a contested claim comes beyond that, to one person at a time.
 */
export function fits(claim: QueuedClaim, wanted: number, skipped: boolean): boolean {
  if (claim.mine || claim.skipped !== skipped) return false
  if (claim.assigned) return true
  if (claim.state === "contested") return claim.people < wanted || !claim.held
  return (claim.state === "open" || claim.state === "in-review") && claim.people < wanted
}

/** Where a rule puts the claim; what is veiled stands where nothing can be told from it. */
function rank(order: QueueOrder, claim: QueuedClaim): number {
  if (order === "fewest") return claim.veiled ? 0 : claim.labelled
  if (order === "contested") return !claim.veiled && claim.state === "contested" ? 0 : 1
  if (order === "flagged") return claim.flagged ? 0 : 1
  return order === "assigned" && claim.assigned ? 0 : 1
}

/**
 * Which of two claims comes first: one that nobody else is at work on, then the one that the rule puts first, then the
 * one that stands first in the texts. `lib/db/queue-rows.ts` says the same in SQL.
 */
export function compareQueued(order: QueueOrder): (a: QueuedClaim, b: QueuedClaim) => number {
  return (a, b) =>
    Number(a.held) - Number(b.held) || rank(order, a) - rank(order, b) || a.place - b.place || a.start - b.start
}

/** The claim that the queue gives next, or undefined when none is left. */
export function nextQueued<C extends QueuedClaim>(
  claims: readonly C[],
  order: QueueOrder,
  wanted: number,
  skipped = false,
): C | undefined {
  return claims.filter(claim => fits(claim, wanted, skipped)).sort(compareQueued(order))[0]
}

/** Why this claim comes now, in a sentence that tells nothing of others' work where it is veiled. */
export function queueReason(order: QueueOrder, claim: Omit<QueuedClaim, "people">): string {
  if (claim.skipped) return "You skipped it before, and asked for such claims again."
  if (claim.veiled && (order === "fewest" || order === "contested"))
    return "It comes next in the text. The document is reviewed blind, so the order tells nothing of what others did."
  if (order === "fewest")
    return claim.labelled === 0
      ? "It comes now because claims that the fewest people labelled come first, and nobody labelled this one yet."
      : `It comes now because claims that the fewest people labelled come first; this one has ${counted(claim.labelled, "label")}.`
  if (order === "contested")
    return claim.state === "contested"
      ? "It comes now because contested claims come first, and this one is contested."
      : "No contested claim is left for you, so the queue goes on in the order of the texts."
  if (order === "flagged")
    return claim.flagged
      ? "It comes now because flagged claims come first, and this one has an open flag."
      : "No flagged claim is left for you, so the queue goes on in the order of the texts."
  if (claim.assigned) return "It comes now because it is assigned to you and is the next such claim in the texts."
  if (order === "assigned") return "No claim assigned to you is left, so the queue goes on in the order of the texts."
  return "It comes now because it is the next claim in the texts that needs you."
}

/** How many people said something of the claim, of how many the policy wants; null where that must not be told. */
export function standingWords(claim: Omit<QueuedClaim, "people">, wanted: number): string | null {
  if (claim.veiled) return null
  const said =
    claim.labelled === 0
      ? "Nobody else has"
      : claim.labelled === 1
        ? "One other person has"
        : `${claim.labelled} others have`
  const held = claim.held ? " Somebody else is at work on it too." : ""
  return `${said} labelled it; the policy wants ${counted(wanted, "person").replace("persons", "people")}.${held}`
}
