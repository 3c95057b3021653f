"use client"
import { useState } from "react"
import type { Confidence, Label } from "../../../../../../lib/domain/label.ts"
import { emptyRationale, type RationaleNode } from "../../../../../../lib/domain/rationale.ts"
import type { ApiFailure } from "../../../../../_ui/api.ts"
import { dropDraft } from "./draft.ts"
import { type RoomState, trouble } from "./use-room.ts"

export interface Said {
  readonly label: Label
  readonly confidence: Confidence
  readonly rationale: RationaleNode
}

/** Two states of one's own annotation, saved from two places: the one that stands and the one that came too late. */
export interface Conflict {
  readonly unitId: string
  readonly stored: (Said & { readonly id: string }) | null
  readonly late: Said
}

export interface LabelActions {
  readonly give: (label: Label, more?: Partial<Said>) => Promise<boolean>
  readonly conflict: Conflict | null
  readonly settle: (keep: "stored" | "late") => void
}

/** Labels the claim at hand; the page shows it at once, and what the server says wins. */
export function useLabel({ card, room, send, setRoom }: RoomState): LabelActions {
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const save = async (unitId: string, said: Said, seen: string | null): Promise<boolean> => {
    const before = room.units.find(unit => unit.id === unitId)?.mine ?? null
    const paint = (mine: Label | null) =>
      setRoom(now => ({ ...now, units: now.units.map(unit => (unit.id === unitId ? { ...unit, mine } : unit)) }))
    paint(said.label)
    const body = { unitId, id: crypto.randomUUID(), seen, ...said }
    const result = await send("/annotation", body, { quiet: true, said: `Saved: ${said.label}.` })
    if (result.ok) {
      dropDraft(unitId)
      return true
    }
    paint(before)
    if (result.failure.code === "conflict") setConflict({ unitId, stored: stored(result.failure), late: said })
    else trouble(result.failure)
    return false
  }
  return {
    give: async (label, more = {}) => {
      if (!card) return false
      const { mine } = card
      const said = {
        label,
        confidence: mine?.confidence ?? ("moderate" as const),
        rationale: mine?.rationale ?? emptyRationale,
        ...more,
      }
      return save(card.unit.id, said, mine?.id ?? null)
    },
    conflict,
    settle: keep => {
      setConflict(null)
      if (conflict && keep === "late") void save(conflict.unitId, conflict.late, conflict.stored?.id ?? null)
    },
  }
}

const stored = (failure: ApiFailure) => (failure["current"] as Conflict["stored"]) ?? null
