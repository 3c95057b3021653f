import type { Cue } from "../domain/unit.ts"

/** The cue that gives a unit's main content to a source, or null. */
export function mainAttribution(cues: readonly Cue[]): Cue | null {
  return cues.find(cue => cue.kind === "attribution" && cue.strength === 2) ?? null
}

/** The source of a unit's main content as written, or null when there is none or it is left out. */
export function attributedTo(cues: readonly Cue[]): string | null {
  return mainAttribution(cues)?.reading ?? null
}
