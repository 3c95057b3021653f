import type { Span } from "../domain/unit.ts"
import type { Chunk } from "./clause-chunk.ts"
import type { Chunks } from "./clause-chunks.ts"
import { readEnglish } from "./clause-english-verbs.ts"
import { reading } from "./clause-reading.ts"
import { readRussian } from "./clause-russian-verbs.ts"
import type { UnitWords } from "./unit-words.ts"

/**
 * The words of chunk `of` that stand for the subject which the clause at chunk `heir` takes from it: for a relative
 * clause what it speaks of, else what stands before the verb. Null when no words can be named.
 */
export function subjectOf(text: string, unit: UnitWords, found: Chunks, of: number, heir: number): Span | null {
  const chunk = found.chunks[of] as Chunk
  const clause = found.chunks[heir] as Chunk
  const relative = clause.lead === "relative"
  if (relative && clause.verbs.first >= 0 && !clause.verbs.bare) return null
  const to = relative || chunk.verbs.first < 0 ? chunk.to : chunk.verbs.first
  const read = found.russian ? readRussian : readEnglish
  const from = relative ? lastPhrase(unit, found, chunk, to) : firstOfSubject(unit, found, chunk, to, read)
  let end = to
  while (end > from && read(unit.words[end - 1] as string) === reading.adverb) end--
  if (end <= from) return null
  const span = { start: unit.starts[from] as number, end: unit.ends[end - 1] as number }
  return text.slice(span.start, span.end).length > 120 ? null : span
}

/** Past what a clause begins with: "In 1905 the head of the office". */
function firstOfSubject(
  { words }: UnitWords,
  { gaps: { capitals } }: Chunks,
  chunk: Chunk,
  to: number,
  read: (word: string) => number,
): number {
  let at = chunk.body
  while (at < to && read(words[at] as string) === reading.adverb) at++
  if (at >= to || read(words[at] as string) !== reading.preposition) return at
  for (let next = at + 1; next < to; next++) {
    const here = read(words[next] as string)
    const before = read(words[next - 1] as string)
    if (before === reading.preposition || before === reading.determiner) continue
    if (here === reading.determiner || here === reading.subject) return next
    if (capitals[next] === 1 && capitals[next - 1] !== 1) return next
  }
  return to
}

/** The last noun phrase before a relative: its capitals, or from its article on. */
function lastPhrase({ words }: UnitWords, { gaps }: Chunks, chunk: Chunk, to: number): number {
  let at = to - 1
  if (at < chunk.body) return to
  if (gaps.capitals[at]) {
    while (at > chunk.body && gaps.capitals[at - 1] && !gaps.signs[at]) at--
    return at
  }
  while (at > chunk.body && to - at < 6 && !gaps.signs[at] && readEnglish(words[at] as string) !== reading.determiner)
    at--
  return at
}
