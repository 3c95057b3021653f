import type { ProposedUnit } from "../domain/unit.ts"
import { boundarySteps } from "./boundaries.ts"
import { findCues } from "./cues.ts"
import { vocabularyOf } from "./damage.ts"
import { unitKind } from "./unit-kind.ts"
import { wordsOf } from "./unit-words.ts"

/** Units described between two reports of progress. */
const stride = 200

/**
 * Splits a text into units in steps, so that a caller can show progress and let others run between them. Each step
 * yields how much of the work is done, in UTF-16 code units of the text; the generator returns what {@link splitText}
 * returns.
 */
export function* splitSteps(text: string): Generator<{ done: number }, ProposedUnit[]> {
  const boundaries = boundarySteps(text)
  let step = boundaries.next()
  while (!step.done) {
    yield { done: Math.floor(step.value.done / 4) }
    step = boundaries.next()
  }
  const extents = step.value
  const vocabulary = vocabularyOf(text)
  const first = Math.floor(text.length / 4)
  const units: ProposedUnit[] = []
  for (const { start, end, rule } of extents) {
    const words = wordsOf(text, start, end)
    const cues = findCues(text, start, end, words, vocabulary)
    const kind = unitKind(text, start, end, rule, words, cues)
    units.push({ start, end, kind: kind.kind, rules: [kind.rule, rule], cues })
    if (units.length % stride === 0) yield { done: first + Math.floor((end * 3) / 4) }
  }
  return units
}

/**
 * Splits a text into units: contiguous UTF-16 spans without outer white space, in order, that together cover every
 * character that is not white space. A text of nothing but white space has no units. The time is linear in the length.
 */
export function splitText(text: string): ProposedUnit[] {
  const steps = splitSteps(text)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
