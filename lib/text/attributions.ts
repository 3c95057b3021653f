import type { Cue } from "../domain/unit.ts"
import { reportingVerbs } from "./reporting-verbs.ts"
import { headName, sourceEnd, subjectBefore } from "./source-words.ts"
import type { UnitWords } from "./unit-words.ts"

/** Words before a reporting verb whose source was named in an earlier sentence: "And later told her sister that". */
const elided = new Set(`and then but also later so и потом но затем позже`.split(" "))

const participles = new Set(
  `saying claiming arguing stating insisting adding asserting recalling explaining noting утверждая заявляя вспоминая говоря`.split(
    " ",
  ),
)

/** Introduces the source after it: "according to Sudoplatov", "по словам Судоплатова". */
const introductions: readonly (readonly string[])[] = [
  ["according", "to"],
  ["in", "the", "words", "of"],
  ["in", "the", "opinion", "of"],
  ["in", "the", "view", "of"],
  ["on", "the", "testimony", "of"],
  ["по", "словам"],
  ["по", "мнению"],
  ["по", "свидетельству"],
  ["по", "воспоминаниям"],
  ["по", "утверждению"],
  ["по", "версии"],
  ["по", "сообщению"],
  ["по", "рассказам"],
  ["по", "показаниям"],
  ["согласно"],
  ...["его", "ее", "их"].flatMap(whose => ["словам", "мнению", "воспоминаниям"].map(noun => ["по", whose, noun])),
]

const introducers = new Set(introductions.map(([first]) => first as string))

const vagueWords = new Set(
  "some many most several certain various other rumours rumors legend hearsay некоторым многим разным другим".split(
    " ",
  ),
)
const viewNouns = new Set(
  "view opinion words account eyes memoirs recollection telling estimation judgment judgement memory".split(" "),
)

function slice(text: string, unit: UnitWords, from: number, to: number): string {
  return text.slice(unit.starts[from] as number, unit.ends[to - 1] as number)
}

/** A source without its possessive ending. */
function bare(source: string): string {
  return source.replace(/['’]s?$/u, "")
}

/** Whether the words after the verb at `verb` are what was said: "that", a quotation, or a clause of their own. */
function opensContent(text: string, unit: UnitWords, verb: number, end: number): boolean {
  const after = unit.ends[verb] as number
  const next = unit.words[verb + 1]
  const nextStart = unit.starts[verb + 1] ?? end
  const gap = text.slice(after, nextStart)
  if (/^\s*[,:]?\s*["“«„']/.test(gap) || /^\s*:/.test(gap)) return true
  if (next === undefined) return false
  if (gap.trim() === ",") return /^(?:that|what|how|что|как|будто|чтобы)$/.test(next)
  if (gap.trim() !== "") return false
  if (/^(?:that|how|why|whether|he|she|they|it|there|его|что)$/.test(next)) return true
  if (unit.words[verb] === "told") return isTold(text, unit, verb)
  const content = unit.words.slice(verb + 1, verb + 12)
  return content.slice(1).some(word => finite.has(word)) && !/^(?:to|of|in|about|his|her|against|for)$/.test(next)
}

const finite = new Set("is was are were had has have would will could should must did does do can may might".split(" "))

/** "told X that …", "told X, that …". */
function isTold(text: string, unit: UnitWords, verb: number): boolean {
  for (let at = verb + 2; at < Math.min(verb + 6, unit.words.length); at++) {
    if (/^(?:that|how|about)$/.test(unit.words[at] as string)) return true
  }
  return text.slice(unit.ends[verb] as number, (unit.ends[verb] as number) + 40).includes(":")
}

/** Whether the frame is a comment inside the sentence: ", he realized," or at its end: ", he recalled." */
function isComment(text: string, unit: UnitWords, from: number, verb: number, end: number): boolean {
  if (from === 0) return false
  const before = text.slice(unit.ends[from - 1] as number, unit.starts[from] as number)
  const after = text.slice(unit.ends[verb] as number, unit.starts[verb + 1] ?? end).trim()
  return /[,"”»—–]/.test(before) && (/^[,—–]/.test(after) || (verb === unit.words.length - 1 && /^[.!?]/.test(after)))
}

/**
 * Finds who the content of a unit is ascribed to. The reading is the source as written; the writer ("I", "we") and
 * impersonal phrases are no sources.
 */
export function attributionCues(text: string, unit: UnitWords, end: number): Cue[] {
  const cues: Cue[] = []
  const { words, starts, ends } = unit
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string
    const introduced = introductionAt(words, index)
    if (introduced === 3 && word === "по") {
      const reading = slice(text, unit, index + 1, index + 2)
      const end = ends[index + 2] as number
      cues.push({
        kind: "attribution",
        rule: "in-the-view-of",
        strength: 2,
        start: starts[index] as number,
        end,
        reading,
      })
      continue
    }
    if (introduced > 0) {
      const from = index + introduced
      const to = vagueWords.has(words[from] ?? "") ? from : sourceEnd(text, unit, from)
      if (to > from) {
        const reading = bare(slice(text, unit, from, to))
        cues.push({
          kind: "attribution",
          rule: "according-to",
          strength: 2,
          start: starts[index] as number,
          end: ends[to - 1] as number,
          reading,
        })
        index = to - 1
      }
      continue
    }
    if (viewNouns.has(word) && index >= 2) {
      const from = viewFrom(words, index)
      if (from >= 0) {
        const reading = bare(slice(text, unit, from + 1, index))
        cues.push({
          kind: "attribution",
          rule: "in-the-view-of",
          strength: 2,
          start: starts[from] as number,
          end: ends[index] as number,
          reading,
        })
        continue
      }
    }
    if (participles.has(word) && /^(?:that|что)$/.test(words[index + 1] ?? "")) {
      const head = headName(text, unit, index)
      if (head) {
        const reading = bare(slice(text, unit, head[0], head[1]))
        cues.push({
          kind: "attribution",
          rule: "reporting-participle",
          strength: 2,
          start: starts[index] as number,
          end: ends[index] as number,
          reading,
        })
      }
      continue
    }
    if (!reportingVerbs.has(word)) continue
    if (index > 0 && leavesSourceOut(words, index) && opensContent(text, unit, index, end)) {
      cues.push({
        kind: "attribution",
        rule: "source-left-out",
        strength: 2,
        start: starts[index] as number,
        end: ends[index] as number,
      })
      continue
    }
    const subject = subjectBefore(text, unit, index)
    if (!subject) {
      const to = followsQuotation(text, unit, index) ? sourceEnd(text, unit, index + 1) : 0
      if (to > index + 1) {
        const reading = bare(slice(text, unit, index + 1, to))
        cues.push({
          kind: "attribution",
          rule: "reporting-verb",
          strength: 2,
          start: starts[index] as number,
          end: ends[to - 1] as number,
          reading,
        })
      }
      continue
    }
    const [from, to] = subject
    if (!opensContent(text, unit, index, end) && !isComment(text, unit, from, index, end)) continue
    const cue = { kind: "attribution", rule: "reporting-verb", strength: 2 } as const
    const reading = bare(slice(text, unit, from, to))
    cues.push({ ...cue, start: starts[from] as number, end: ends[index] as number, reading })
  }
  return cues
}

/** Whether the verb at `verb` comes right after a quotation: "…," said Ann; «…», — писал он. */
function followsQuotation(text: string, unit: UnitWords, verb: number): boolean {
  if (verb === 0) return false
  return /[,?!…]?["”»'’][,.]?\s*[—–-]?\s*$/.test(text.slice(unit.ends[verb - 1], unit.starts[verb]))
}

/** Whether nothing but words such as "and then" comes before the verb at `index`. */
function leavesSourceOut(words: readonly string[], index: number): boolean {
  return index > 0 && index < 5 && words.slice(0, index).every(word => elided.has(word))
}

/** Words that the introduction at `index` takes; 0 if none stands there. */
function introductionAt(words: readonly string[], index: number): number {
  if (!introducers.has(words[index] as string)) return 0
  const found = introductions.find(list => list.every((word, offset) => words[index + offset] === word))
  return found ? found.length : 0
}

/** Index of "in" in "in Trotsky's view", "in his own words"; -1 if the noun at `noun` is not so used. */
function viewFrom(words: readonly string[], noun: number): number {
  for (let at = noun - 2; at >= Math.max(0, noun - 4); at--) {
    if (words[at] !== "in") continue
    return /^(?:my|our|the|a|this|these|such|some|general|public|other|many|most|plain)$/.test(words[at + 1] as string)
      ? -1
      : at
  }
  return -1
}
