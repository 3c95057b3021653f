import type { Cue, Span, UnitKind } from "../domain/unit.ts"
import { classAt, SPACE } from "./characters.ts"
import type { Clause } from "./clause.ts"
import type { Chunk } from "./clause-chunk.ts"
import { chunksOf } from "./clause-chunks.ts"
import { cutsOf } from "./clause-cuts.ts"
import type { Gaps } from "./clause-gaps.ts"
import { subjectOf } from "./clause-subject.ts"
import type { UnitWords } from "./unit-words.ts"

/**
 * Proposes the sub-claims of a claim or an opinion: contiguous spans without outer white space, in order, that together
 * cover the unit; the first begins with it. Empty when the unit is one clause or asserts nothing. No clause begins
 * inside a quotation, or inside what somebody is reported to have said. The time is linear in the length of the unit.
 */
export function findClauses(
  text: string,
  unit: Span & { readonly kind: UnitKind },
  words: UnitWords,
  _cues: readonly Cue[],
): Clause[] {
  if ((unit.kind !== "claim" && unit.kind !== "opinion") || words.words.length < 4) return []
  const found = chunksOf(text, unit.start, unit.end, words)
  if (found.chunks.length < 2) return []
  const starts: { at: number; rule: Clause["rule"]; subject: Span | null }[] = [
    { at: unit.start, rule: "clause-opening", subject: null },
  ]
  for (const { chunk, rule, subjectOf: of } of cutsOf(found)) {
    const at = clauseStart(text, words, found.gaps, (found.chunks[chunk] as Chunk).from)
    const last = starts[starts.length - 1] as (typeof starts)[number]
    if (at <= last.at || at >= unit.end) continue
    starts.push({ at, rule, subject: of < 0 ? null : subjectOf(text, words, found, of, chunk) })
  }
  if (starts.length < 2) return []
  return starts.map(({ at, rule, subject }, index): Clause => {
    let end = starts[index + 1]?.at ?? unit.end
    while (end > at && classAt(text, end - 1) & SPACE) end--
    const own = { start: at, end }
    return { ...own, spans: subject ? [subject, own] : [own], rule }
  })
}

/** Where the clause begins whose first word is `index`: at the bracket or quotation mark that opens before it. */
function clauseStart(text: string, { starts, ends }: UnitWords, { quoted, openings }: Gaps, index: number): number {
  if (quoted[index]) return openings[index] as number
  const start = starts[index] as number
  let found = start
  for (let at = index === 0 ? start : (ends[index - 1] as number) + 1; at < start; at++) {
    const sign = text[at] as string
    if (found === start && (sign === "(" || sign === "[") && classAt(text, at - 1) & SPACE) found = at
    else if (/[)\]»”"›]/.test(sign)) found = start
  }
  return found
}
