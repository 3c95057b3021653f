import type { Cue } from "../domain/unit.ts"
import { isUpperAt } from "./characters.ts"
import type { LexicalWord } from "./lexicon.ts"
import { isMostlyCapitals } from "./physical-line.ts"
import { smallWords, thinWords } from "./same-words.ts"
import { sideWords } from "./side-words.ts"
import type { UnitWords } from "./unit-words.ts"

/** Words in small letters that stand inside a name: "Ludwig van Beethoven", "Chambers of Commerce". */
const particles = new Set("von van der den de di da del della du la le el al bin ibn of фон де ван дер ибн".split(" "))

/**
 * The names and numbers of a unit, in the order of the text, outside its dates, which are among `cues`. A name is a run of words with
 * capitals where a capital tells something: not in a line of capitals, and not of a word that merely opens the sentence.
 * The reading of a number is the number without its grouping signs. They are read when somebody looks at a unit: most
 * claims hold several, and nothing is decided by them.
 */
export function mentionCues(
  text: string,
  start: number,
  end: number,
  unit: UnitWords,
  cues: readonly Pick<Cue, "kind" | "start" | "end">[],
): Cue[] {
  const found: Cue[] = []
  const dates = cues.filter(({ kind }) => kind === "date")
  const side = sideWords(text, unit, start, end)
  const shouted = isMostlyCapitals(text, start, end)
  const { lexical, starts, ends } = unit
  const dated = (at: number) =>
    dates.some(date => date.start < (ends[at] as number) && date.end > (starts[at] as number))
  for (let at = 0; at < lexical.length; at++) {
    if (dated(at)) continue
    if (isNumber(lexical[at] as LexicalWord)) {
      const last = lastOfNumber(text, unit, at)
      const span = { start: starts[at] as number, end: ends[last] as number }
      const figures = text.slice(span.start, span.end).replace(/[\s\u00a0\u202f,](?=\d{3})/g, "")
      const reading = figures !== text.slice(span.start, span.end) && /^\d+$/.test(figures) ? { reading: figures } : {}
      found.push({ kind: "number", rule: "number", strength: side[at] ? 1 : 2, ...span, ...reading })
      at = last
    } else if (!shouted && isName(text, unit, at)) {
      let last = at
      for (let next = at + 1; next < lexical.length && goesOn(text, unit, next - 1); next++) {
        if (!dated(next) && isName(text, unit, next)) last = next
        else if (!particles.has((lexical[next] as LexicalWord).form)) break
      }
      const span = { start: starts[at] as number, end: ends[last] as number }
      found.push({ kind: "name", rule: "name", strength: side[at] ? 1 : 2, ...span })
      at = last
    }
  }
  return found
}

const isNumber = ({ reading }: LexicalWord) => reading.role === "number" || /^\d{4}$/.test(reading.form)

/** The last word of a number that is written in groups: "1 200", "12,500". */
function lastOfNumber(text: string, { starts, ends, lexical }: UnitWords, at: number): number {
  let last = at
  if (!/^\d{1,3}$/.test((lexical[at] as LexicalWord).form)) return at
  while (
    last + 1 < lexical.length &&
    starts[last + 1] === (ends[last] as number) + 1 &&
    /[ ,\u00a0\u202f]/.test(text.charAt(ends[last] as number)) &&
    /^\d{3}$/.test((lexical[last + 1] as LexicalWord).form)
  )
    last++
  return last
}

/** Whether the word at `at` is a name, or a part of one. */
function isName(text: string, { lexical, starts, ends }: UnitWords, at: number): boolean {
  const start = starts[at] as number
  if (!isUpperAt(text, start)) return false
  const { form, reading } = lexical[at] as LexicalWord
  if (form.length === 1) return text.charAt(ends[at] as number) === "." && form !== "i"
  if (thinWords.has(form) || smallWords.has(form)) return false
  return (at === 0 ? reading.asFirst : reading.asCapital) === "name"
}

/** Whether nothing but a blank, or the stop of an initial and a blank, stands after the word at `at`. */
function goesOn(text: string, { lexical, starts, ends }: UnitWords, at: number): boolean {
  const gap = text.slice(ends[at], starts[at + 1])
  const short = (lexical[at] as LexicalWord).form.length <= 3
  return gap === " " || gap === "\u00a0" || (short && /^\.[ \u00a0]?$/.test(gap))
}
