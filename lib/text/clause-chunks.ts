import { type Chunk, gap, type Lead, type Verbs } from "./clause-chunk.ts"
import { englishVerbs } from "./clause-english.ts"
import { englishLead } from "./clause-english-leads.ts"
import { readEnglish } from "./clause-english-verbs.ts"
import { completed } from "./clause-english-words.ts"
import { type Gaps, gapsOf } from "./clause-gaps.ts"
import { reading } from "./clause-reading.ts"
import { russianLead, russianVerbs } from "./clause-russian.ts"
import { isReporting } from "./reporting-verbs.ts"
import type { UnitWords } from "./unit-words.ts"

/** The stretches of a unit between the places where a clause could begin. */
export interface Chunks {
  readonly words: readonly string[]
  readonly chunks: readonly Chunk[]
  readonly gaps: Gaps
  readonly russian: boolean
}

/** A stretch looked at for its verbs is no longer than this many words; what follows in it is not looked at. */
const longest = 60

/** Cuts the words of the unit that begins at `start` into stretches, in order, each with its verbs. */
export function chunksOf(text: string, start: number, end: number, unit: UnitWords): Chunks {
  const { words } = unit
  const russian = isRussian(words)
  const gaps = gapsOf(text, start, end, unit)
  const leadAt = russian ? russianLead : englishLead
  const verbsIn = russian ? russianVerbs : englishVerbs
  const opened: { from: number; body: number; lead: Lead; joined: boolean }[] = [
    { from: 0, body: 0, lead: "none", joined: false },
  ]
  for (let index = 0; index < words.length; index++) {
    if (gaps.quoted[index] && (index === 0 || gaps.quoted[index - 1])) continue
    const last = opened[opened.length - 1] as (typeof opened)[number]
    const sign = (gaps.signs[index] as number) & ~gap.stop
    const found = gaps.quoted[index] ? null : leadAt(words, index, gaps, 0)
    if (!found) {
      if (!russian && isLostComma(words, index, opened, gaps))
        opened.push({ from: index, body: index, lead: "none", joined: false })
      else if (sign && index > 0 && index >= last.body)
        opened.push({ from: index, body: index, lead: "none", joined: false })
      continue
    }
    let from = Math.max(0, index - found.back)
    while (from < index && gaps.quoted[from]) from++
    const body = index + found.length
    if (last.from >= from || (last.body === from && last.from < from && last.lead === "coordinator")) {
      // What begins here begins with the words already opened: "and when", ", in which".
      if (last.body > index && last.lead !== "none") continue
      const joined = last.lead === "coordinator"
      if (last.from > from) opened.pop()
      const into = opened[opened.length - 1] as (typeof opened)[number]
      if (into.from === last.from) Object.assign(into, { body, lead: found.lead, joined })
      else opened.push({ from, body, lead: found.lead, joined })
    } else if (index >= last.body) opened.push({ from, body, lead: found.lead, joined: false })
  }
  const chunks = opened.map((chunk, index): Chunk => {
    const to = opened[index + 1]?.from ?? words.length
    const verbs: Verbs = verbsIn(words, Math.min(chunk.body, to), Math.min(to, chunk.body + longest), gaps)
    const { from, body, lead, joined } = chunk
    return { from, body, lead, joined, to, gap: chunk.from === 0 ? 0 : (gaps.signs[chunk.from] as number), verbs }
  })
  return { words, chunks, gaps, russian }
}

/**
 * Whether the comma between an adverbial clause and the main clause after it was lost before the pronoun at `index`:
 * "When the army came he fled". Only the last such place counts, where no comma follows soon.
 */
function isLostComma(
  words: readonly string[],
  index: number,
  opened: readonly { from: number; body: number; lead: Lead; joined: boolean }[],
  { signs }: Gaps,
): boolean {
  if (index < 3 || !/^(?:he|she|they|we|i|it|there)$/.test(words[index] as string)) return false
  let at = opened.length - 1
  if ((opened[at]?.body ?? index) >= index - 1) return false
  const furthest = at - 4
  while (at > 0 && at > furthest && opened[at]?.lead === "coordinator" && !signs[opened[at]?.from ?? 0]) at--
  const clause = opened[at]
  if (clause?.lead !== "subordinator" || !(at === 0 || clause.joined)) return false
  for (let next = index; next < Math.min(words.length, index + 12); next++) {
    const sign = signs[next] as number
    if (sign & (gap.open | gap.semicolon)) break
    if (sign & gap.comma) return false
  }
  const before = words[index - 1] as string
  const read = readEnglish(before)
  if (read === reading.either || read === reading.participle) return !isReporting(before) && !completed.has(before)
  return read === reading.other
}

/** Whether more words are Russian than not. */
function isRussian(words: readonly string[]): boolean {
  let cyrillic = 0
  const looked = Math.min(words.length, 40)
  for (let index = 0; index < looked; index++) {
    const code = (words[index] as string).charCodeAt(0)
    if (code >= 0x400 && code <= 0x4ff) cyrillic++
  }
  return cyrillic * 2 > looked
}
