import type { Room } from "../../../../../../lib/queries/reading-room.ts"

export interface ClaimCounts {
  readonly documentId: string
  readonly claims: number
  readonly vetted: number
  readonly documented: number
  readonly disputed: number
  readonly speculative: number
}

/** How far the work on a document is. */
export function claimCounts(documentId: string, units: Room["units"]): ClaimCounts {
  const counts = { claims: 0, vetted: 0, documented: 0, disputed: 0, speculative: 0 }
  for (const { kind, state, verdict } of units) {
    if (kind !== "claim") continue
    counts.claims++
    if (state !== "vetted" || !verdict) continue
    counts.vetted++
    counts[verdict]++
  }
  return { documentId, ...counts }
}
