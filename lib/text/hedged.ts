import type { Cue, UnitKind } from "../domain/unit.ts"

/** Whether the main assertion of a claim or opinion carries an uncertainty or leans on a source without a name. */
export function isHedged(kind: UnitKind, cues: readonly Cue[]): boolean {
  if (kind !== "claim" && kind !== "opinion") return false
  return cues.some(cue => (cue.kind === "hedge" || cue.kind === "vague-source") && cue.strength === 2)
}
