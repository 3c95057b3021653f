import type { Cue } from "../domain/unit.ts"
import { attributionCues } from "./attributions.ts"
import { damageCues, type Vocabulary } from "./damage.ts"
import { dateCues } from "./dates.ts"
import { hedgeCues } from "./hedges.ts"
import type { UnitWords } from "./unit-words.ts"

/**
 * Finds everything the splitter notices in the unit `[start, end)`: uncertainty, sources, dates and damage, in the
 * order of the text. Every cue lies inside the unit.
 */
export function findCues(text: string, start: number, end: number, unit: UnitWords, vocabulary: Vocabulary): Cue[] {
  const damage = damageCues(text, start, end, unit, vocabulary)
  const cues = [
    ...hedgeCues(text, start, end, unit),
    ...attributionCues(text, unit, start, end).map(cue => mended(cue, damage)),
    ...(unit.digits || unit.words.some(word => word.startsWith("век")) ? dateCues(text, start, end) : []),
    ...damage,
  ]
  return cues.sort((left, right) => left.start - right.start || left.end - right.end)
}

/** A source as it reads undamaged: "in Trotskys view" names Trotsky when "Trotskys" is known to have lost a sign. */
function mended(cue: Cue, damage: readonly Cue[]): Cue {
  const lost = damage.find(
    other => other.rule === "lost-apostrophe" && other.start >= cue.start && other.end <= cue.end && other.reading,
  )
  const name = lost?.reading?.replace(/'s$/, "")
  return name && cue.reading === `${name}s` ? { ...cue, reading: name } : cue
}
