import { type Chunk, gap } from "./clause-chunk.ts"
import type { Chunks } from "./clause-chunks.ts"
import { sharesAuxiliary } from "./clause-english.ts"
import { readEnglish } from "./clause-english-verbs.ts"
import { reading } from "./clause-reading.ts"
import { isShortParticiple } from "./clause-russian.ts"
import { isReporting } from "./reporting-verbs.ts"

const speech =
  /^(?:told|asked|reads?|goes|went|сказа|писа|пиш|говор|рассказ|сообщ|заяв|отвеч|ответ|вспомина|утвержд|отмеч|отмет|стоя|стоит|чита|значит|спрос|доклад|доложи|добав)/

/** A remark set into the sentence: ", it seems,", ", he recalled.". */
export function isRemark(view: Chunks, index: number): boolean {
  const { words, chunks } = view
  const { verbs, from, to, gap: sign } = chunks[index] as Chunk
  if (
    /^(?:i'm|im)$/.test(words[from] as string) &&
    /^(?:sure|certain|afraid|told|positive)$/.test(words[to - 1] as string)
  )
    return true
  if (
    words[from] === "i" &&
    /^(?:suppose|think|guess|believe|reckon|fancy|imagine|dare|should|gather|hear|mean|know)$/.test(
      words[from + 1] ?? "",
    ) &&
    to - from <= 3
  )
    return true
  if (verbs.first < 0 || !verbs.reports) return false
  if (to - from > 5 && !framesAround(view, index)) return false
  if (!(sign & (gap.comma | gap.dash))) return false
  const next = chunks[index + 1]
  if (next && !(next.gap & (gap.comma | gap.dash | gap.colon))) return false
  return verbs.first >= to - 2 || verbs.bare || to - from <= 3 || framesAround(view, index)
}

/** Whether the stretch between two commas says who speaks: ", the engineer admitted in reply,". */
export function framesAround({ words, chunks }: Chunks, index: number): boolean {
  const { verbs, from, to } = chunks[index] as Chunk
  const next = chunks[index + 1]
  if (verbs.count !== 1 || to - from > 12 || verbs.opens || verbs.pronoun) return false
  if (
    !isReporting(words[verbs.first] as string) &&
    !/^(?:told|assured|informed|reminded|warned)$/.test(words[verbs.first] as string)
  )
    return false
  return next === undefined ? index > 0 : next.lead === "none" && next.verbs.first >= 0
}

/** Whether the last verb of a stretch is one of speech, so that what follows a colon is what was said. */
export function speaks({ words }: Chunks, { verbs, from, to }: Chunk): boolean {
  if (!verbs.reports) return false
  for (let at = from; at < to; at++) {
    const word = words[at] as string
    if (isReporting(word) || speech.test(word)) return true
  }
  return false
}

/** Whether a clause with "that" is what somebody is reported to have said. */
export function isSaid({ words }: Chunks, chunk: Chunk): boolean {
  for (let at = chunk.from - 1; at >= 0 && chunk.from - at < 11; at--) {
    if (isReporting(words[at] as string) || words[at] === "told")
      return !/^(?:is|was|been|be|are|were)$/.test(words[at - 1] ?? "")
  }
  return false
}

/** Whether the verb that could be a participle is likely none: "and the families left". */
export function solid({ words }: Chunks, chunk: Chunk): boolean {
  const at = chunk.verbs.first
  if (at === chunk.to - 1) return true
  return at - chunk.body <= 4 && !/^(?:by|from)$/.test(words[at + 1] as string)
}

/** Whether the verb of `chunk` hangs on the auxiliary of the one before it. */
export function shared({ words, russian, gaps }: Chunks, before: Chunk, chunk: Chunk): boolean {
  if (russian) return before.verbs.shares !== "" && isShortParticiple(words, chunk.verbs.first)
  return (
    before.verbs.shares !== "" &&
    sharesAuxiliary(words, before.verbs.shares, chunk.verbs.first, chunk.to, gaps.capitals)
  )
}

/** Whether the word after a participle is a noun that it describes. */
export function isQuality(next: string | undefined, within: boolean): boolean {
  return within && next !== undefined && readEnglish(next) === reading.other
}

/** Whether a word before a colon announces what was said. */
export function announces(word: string): boolean {
  return /^(?:words|following|follows|such|this|thus|said|quote|reply|answer|question|message|note|letter|слова|следующее|так|словами|ответ|вопрос)$/.test(
    word,
  )
}
