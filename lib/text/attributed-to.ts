import type { Cue, UnitKind } from "../domain/unit.ts"

/** The cue that gives the main content of a claim or opinion to a source, or null. Other kinds assert nothing. */
export function mainAttribution(kind: UnitKind, cues: readonly Cue[]): Cue | null {
  if (kind !== "claim" && kind !== "opinion") return null
  return cues.find(cue => cue.kind === "attribution" && cue.strength === 2) ?? null
}

/** The source of a unit's main content as written, or null when there is none or it is left out. */
export function attributedTo(kind: UnitKind, cues: readonly Cue[]): string | null {
  return mainAttribution(kind, cues)?.reading ?? null
}
