"use client"
import { useState } from "react"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import type { RoomState } from "./use-room.ts"

interface HeldCard {
  readonly card: Card | null
  /** What stands at its place when its passage was split or merged meanwhile, once that is read. */
  readonly successor: Card | null
  /** Goes on with what stands there now. */
  readonly follow: () => void
}

/**
 * The card of the claim that a form was opened about. It stays while the claim at hand becomes another one, so that
 * nothing that is being typed is lost or lands on another claim; when it is read again, the form gets what is new.
 */
export function useHeldCard({ card, room }: RoomState): HeldCard {
  const [held, setHeld] = useState(card)
  if (card && card !== held && (!held || held.unit.id === card.unit.id)) setHeld(card)
  const gone = held && !room.units.some(unit => unit.id === held.unit.id)
  return {
    card: held,
    successor: gone && card && card.unit.id !== held.unit.id ? card : null,
    follow: () => setHeld(card),
  }
}
