"use client"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import type { Confidence, Label } from "../../../../../../lib/domain/label.ts"
import { emptyRationale, type RationaleNode } from "../../../../../../lib/domain/rationale.ts"
import type { ApiFailure } from "../../../../../_ui/api.ts"
import { dropDraft } from "./draft.ts"
import { type RoomState, trouble } from "./use-room.ts"

export interface Said {
  readonly label: Label
  readonly confidence: Confidence
  readonly rationale: RationaleNode
  /** Whether the one it is ascribed to said it, judged apart; null when it is not. */
  readonly said: Label | null
}

/** Two states of one's own annotation, saved from two places: the one that stands and the one that came too late. */
export interface Conflict {
  readonly unitId: string
  readonly stored: (Said & { readonly id: string }) | null
  readonly late: Said
}

/** What was said and could not be saved, with the ids under which it is tried again. */
export interface Unsaved {
  readonly unitId: string
  readonly failure: ApiFailure
  readonly said: Said
  readonly again: () => Promise<boolean>
}

export interface LabelActions {
  readonly give: (label: Label, more?: Partial<Said>) => Promise<boolean>
  readonly conflict: Conflict | null
  readonly settle: (keep: "stored" | "late") => void
  readonly unsaved: Unsaved | null
}

/** Labels the claim at hand; the page shows it at once, and what the server says wins. */
export function useLabel({ card, send, room, paint }: RoomState): LabelActions {
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [unsaved, setUnsaved] = useState<Unsaved | null>(null)

  const save = async (
    unitId: string,
    said: Said,
    seen: string | null,
    ids = { id: uuidv7(), requestId: uuidv7() },
  ): Promise<boolean> => {
    setUnsaved(null)
    const letGo = paint(unitId, said.label)
    const body = { unitId, seen, ...said, ...ids }
    const result = await send("/annotation", body, { quiet: true, said: `Saved: ${said.label}.` })
    letGo()
    if (result.ok) {
      dropDraft(room.me, unitId)
      return true
    }
    const { failure } = result
    if (failure.code === "conflict") setConflict({ unitId, stored: stored(failure), late: said })
    else if (lastsNot.has(failure.code))
      setUnsaved({ unitId, failure, said, again: () => save(unitId, said, seen, ids) })
    else trouble(failure)
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
        said: mine?.said ?? null,
        ...more,
      }
      return save(card.unit.id, said, mine?.id ?? null)
    },
    conflict,
    settle: keep => {
      setConflict(null)
      if (conflict && keep === "late") void save(conflict.unitId, conflict.late, conflict.stored?.id ?? null)
    },
    unsaved,
  }
}

/** Failures after which the very same words may be sent again. */
const lastsNot = new Set(["offline", "signed-out", "defect", "too-often", "abandoned"])

const stored = (failure: ApiFailure) => (failure["current"] as Conflict["stored"]) ?? null
