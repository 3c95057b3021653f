import type { Cue } from "../domain/unit.ts"

/** The cue that gives a unit's main content to a source, or null. */
export function mainAttribution(cues: readonly Cue[]): Cue | null {
  const found = cues.filter(cue => cue.kind === "attribution")
  return found.find(cue => cue.strength === 2) ?? found[0] ?? null
}

/** The source of a unit's main content as written, or null when there is none or it is left out. */
export function attributedTo(cues: readonly Cue[]): string | null {
  return mainAttribution(cues)?.reading ?? null
}
