import type { Cue } from "../domain/unit.ts"
import { nominal, viewFrom } from "./attribution-nouns.ts"
import {
  contentNouns,
  convictions,
  introductions,
  introductionVerbs,
  needsVerb,
  viewNouns,
} from "./attribution-phrases.ts"
import { bareFrame, opensBareFrame, whatSomebodySays } from "./bare-frame.ts"
import type { LexicalWord } from "./lexicon.ts"
import { isNobody } from "./nobody.ts"
import { SOURCE } from "./openings.ts"
import { reportingParticiples } from "./reporting-verbs.ts"
import { sideWords } from "./side-words.ts"
import { sourceAfter } from "./source-after.ts"
import { gapBefore, headOf, isCapital, subjectBefore, type WordRange } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { type AddFrame, opensFrame, verbChain, verbFrame } from "./verb-frame.ts"
import { ARTICLE, CONJUNCTION, FINITE, PREPOSITION, SUBJECT } from "./word-class.ts"

/** What somebody may be inclined to: "is inclined to think". */
const inclinations = new Set("think believe suspect suppose say agree doubt".split(" "))

/** Whether a word may begin what {@link attributionCues} finds, or be the verb or noun of it. */
export const opensSource = (word: string): boolean =>
  introductions.opens(word) ||
  viewNouns.has(word) ||
  contentNouns.has(word) ||
  convictions.has(word) ||
  reportingParticiples.has(word) ||
  word === "по" ||
  word === "на" ||
  inclinations.has(word) ||
  places.has(word) ||
  opensBareFrame(word) ||
  opensFrame(word)

/**
 * Finds who the content of a unit is ascribed to. The reading is the source as written; the writer ("I", "we"), the
 * impersonal ("it is said") and speaker labels are no sources. The strength is 2 when the main content is what is
 * reported and 1 when only a side remark is.
 */
export function attributionCues(text: string, unit: UnitWords, start: number, end: number): Cue[] {
  const found: Cue[] = []
  const { words, starts, ends } = unit
  let side: Uint8Array | null = null
  const isSide = (at: number) => {
    side ??= sideWords(text, unit, start, end)
    return side[at] === 1
  }
  const add: AddFrame = (rule, from, to, source, comment = false) => {
    const reading =
      source && bare(text.slice(starts[source[0]], ends[source[1] - 1]), text, ends[source[1] - 1] as number)
    found.push({
      kind: "attribution",
      rule,
      strength:
        (!comment && isSide(from) && isSide(to - 1)) || isLater(text, unit, source ? Math.min(source[0], from) : from)
          ? 1
          : 2,
      start: starts[from] as number,
      end: Math.max(ends[to - 1] as number, source ? (ends[source[1] - 1] as number) : 0),
      ...(reading ? { reading } : {}),
    })
  }
  const colon = namedBeforeColon(text, unit, end)
  if (colon) add("source-colon", 0, colon[1], colon)
  if ((unit.opening & SOURCE) === 0) return found
  for (let at = 0; at < words.length; at++) {
    if (((unit.lexical[at] as LexicalWord).opens & SOURCE) === 0) continue
    const word = words[at] as string
    const bare = bareFrame(text, unit, at, end)
    if (bare) {
      add("in-the-view-of", bare.from, bare.to, bare.source, /^(?:if|the)$/.test(word))
      at = bare.to - 1
      continue
    }
    const introduced = introductions.at(words, at)
    if (introduced) {
      const from = at + introduced.length
      const said = whatSomebodySays(unit, at, from)
      if (said) {
        add("according-to", at, said.to, said.source)
        at = said.to - 1
        continue
      }
      if (
        needsVerb.test(word) &&
        introduced.length === 2 &&
        !standsAlone(text, unit, at) &&
        writtenAt(text, unit, from, end) < 0
      )
        continue
      const source = sourceAfter(text, unit, from, end)
      if (source[1] > source[0]) {
        add("according-to", at, source[1], source, /^(?:if|as|как|если)$/.test(word))
        at = source[1] - 1
      } else if (needsVerb.test(word) && introduced.length === 2) add("according-to", at, from, [from - 1, from])
      continue
    }
    if (places.has(word) && (at === 0 || (at < 3 && leadIn.test(words[at - 1] as string)))) {
      const verb = writtenAt(text, unit, at + 1, end)
      if (verb >= 0) {
        const whole = sourceAfter(text, unit, at + 1, end)
        const source: WordRange = [whole[0], Math.min(whole[1], Math.max(verb, whole[0]))]
        if (isWhen(unit, source)) {
          if (opensWritten(text, unit, verb, end)) add("source-left-out", verb, verb + 1, null)
        } else if (source[1] > source[0]) add("according-to", at, source[1], source)
        continue
      }
    }
    if (
      word === "по" &&
      /^(?:его|ее|их|собственному|собственным)$/.test(words[at + 1] ?? "") &&
      introductions.at(["по", words[at + 2] ?? ""], 0)
    ) {
      add("in-the-view-of", at, at + 3, [at + 1, at + 2])
      at += 2
      continue
    }
    if (word === "на" && words[at + 2] === "взгляд" && /^(?:его|ее|их)$/.test(words[at + 1] ?? "")) {
      add("in-the-view-of", at, at + 3, [at + 1, at + 2])
      continue
    }
    if (viewNouns.has(word)) {
      const from = viewFrom(text, unit, at)
      if (from >= 0) {
        add("in-the-view-of", from, at + 1, [from + 1, at])
        continue
      }
    }
    if (contentNouns.has(word) && words[at + 1] === "that" && at > 0 && !isVerbHere(unit, at)) {
      nominal(text, unit, at, end, add)
      continue
    }
    if (inclinations.has(word) && words[at - 1] === "to" && at > 3) {
      const tends = /^(?:inclined|disposed|tempted|apt|ready|prone|tended|tends|led|prepared|came|come)$/.test(
        words[at - 2] as string,
      )
      const subject = tends ? subjectBefore(text, unit, verbChain(unit, at - 2)) : null
      if (subject && !isNobody(unit, subject)) {
        add("reporting-verb", subject[0], at + 1, subject)
        continue
      }
    }
    if (convictions.has(word) && words[at + 1] === "that" && at > 1) {
      const subject = subjectBefore(text, unit, verbChain(unit, at))
      if (subject && !isNobody(unit, subject)) add("reporting-verb", subject[0], at + 2, subject)
      continue
    }
    if (
      reportingParticiples.has(word) &&
      at > 0 &&
      !/^(?:is|are|was|were|be|been|am|keep|kept)$/.test(words[at - 1] as string)
    ) {
      const next = words[at + 1] ?? ""
      const gap = gapBefore(text, unit, at + 1, end)
      if (
        /^(?:that|что|как|she|he|they|how|it|there)$/.test(next) ||
        /^\s*[,:]?\s*["“«„]|^:/.test(gap) ||
        /^(?:telling|assuring|informing|reminding)$/.test(word)
      ) {
        const head = /^(?:as)$/.test(words[at - 1] as string) ? null : headOf(text, unit, at)
        if (head) add("reporting-participle", at, at + 1, head)
      }
      continue
    }
    verbFrame(text, unit, at, end, add)
  }
  return settled(found)
}

/** «в версии Лисина», «в пересказе вдовы»: a telling that needs no verb, unlike a letter. */
function standsAlone(text: string, unit: UnitWords, at: number): boolean {
  const noun = unit.words[at + 1] as string
  if (/^(?:глазах|пересказе|изложении|версии|трактовке|интерпретации)$/.test(noun)) return true
  if (!/^(?:передаче|толковании|представлении|понимании|описании)$/.test(noun) || at + 2 >= unit.words.length)
    return false
  return isCapital(text, unit, at + 2)
}

/** Prepositions of the place where something stands written. */
const places = new Set("в во у из на под за".split(" "))
const tells =
  /^(?:ответили|сказали|сообщили|объяснили|подтвердили|рассказали|рассказывали|говорили|заявили|пояснили|отвечают|отвечали)$/
const leadIn = /^(?:а|и|но|вот|же|да|кстати|зато|однако)$/

/**
 * The next word that says that something stands written: "в журнале полка отмечено"; -1 when there is none. On a stone
 * or under a date, and after "стоит", only what has its content right behind it.
 */
function writtenAt(text: string, unit: UnitWords, from: number, end: number): number {
  const { words } = unit
  const close = /^(?:на|под|за)$/.test(words[from - 1] ?? "")
  for (let at = from; at < Math.min(words.length, from + 10); at++) {
    // «Из письма Громова: „…“», «В архиве мне сказали, что».
    if (at > from && /^:\s*["“«„]/.test(gapBefore(text, unit, at, end))) return at - 1
    if (
      /^(?:мне|нам)$/.test(words[at - 1] as string) &&
      tells.test(words[at] as string) &&
      opensWritten(text, unit, at, end)
    )
      return at - 1
    const stands = words[at] === "стоит" || words[at] === "стояло"
    if (!stands && !introductionVerbs.has(words[at] as string)) continue
    if (!close && !stands) return at
    if (opensWritten(text, unit, at, end)) return at
  }
  return -1
}

/** Whether what is written begins right behind word `at`. */
function opensWritten(text: string, unit: UnitWords, at: number, end: number): boolean {
  const gap = gapBefore(text, unit, at + 1, end)
  return /^\s*[:"“«„]/.test(gap) || (/^,?\s*$/.test(gap) && unit.words[at + 1] === "что")
}

/** Whether the words are a date or a page, where something stands written but that says nothing itself. */
function isWhen(unit: UnitWords, [from, to]: WordRange): boolean {
  return unit.words
    .slice(from, to)
    .some(
      word =>
        /^(?:январ|феврал|март|апрел|ма[яйе]$|июн|июл|август|сентябр|октябр|ноябр|декабр)/.test(word) ||
        /^(?:год[уае]?|годах|странице|стр|л|листе|дате|датой|числом)$/.test(word),
    )
}

/** "The Customs report that", "union minutes note that": a noun of saying that is a verb here, behind a plural. */
function isVerbHere(unit: UnitWords, at: number): boolean {
  const before = unit.words[at - 1] as string
  if (/^(?:they|we|you|who|people|police|men|women)$/.test(before)) return true
  return (
    /[^s']s$/.test(before) &&
    ((unit.classes[at - 1] as number) & (ARTICLE | PREPOSITION | FINITE)) === 0 &&
    (unit.firstFinite < 0 || unit.firstFinite >= at)
  )
}

/** "Lee: “The mill closed.”": a name and a colon before a quotation. */
function namedBeforeColon(text: string, unit: UnitWords, end: number): WordRange | null {
  for (let at = 1; at <= 4 && at < unit.words.length; at++) {
    const gap = gapBefore(text, unit, at, end)
    if (/^:\s*["“«„]$/.test(gap)) {
      if (unit.firstFinite >= 0 && unit.firstFinite < at) return null
      if (
        !/\p{Lu}/u.test(text[unit.starts[0] as number] as string) ||
        (unit.classes[0] as number) & (ARTICLE | PREPOSITION | SUBJECT)
      )
        return null
      return [0, at]
    }
    if (gap !== " " && gap !== ". ") return null
  }
  return null
}

/**
 * Whether the frame that begins at word `at` belongs to a later clause, after a semicolon or "and", so that the first
 * stands outside it: "The mill burned, and Lee says he saw it."
 */
function isLater(text: string, unit: UnitWords, at: number): boolean {
  if (unit.firstFinite < 0 || unit.firstFinite >= at) return false
  if (at > 2 && (unit.classes[at - 1] as number) & CONJUNCTION && unit.firstFinite < at - 1) return true
  for (let index = at; index > 0 && index > at - 30; index--) {
    const gap = text.slice(unit.ends[index - 1], unit.starts[index])
    if (gap.includes(";")) return true
  }
  return false
}

/** A source without its possessive ending. */
function bare(source: string, text: string, after: number): string {
  return source.replace(/['’]s$/u, "") + (/s$/.test(source) && /^['’]/.test(text.slice(after, after + 1)) ? "" : "")
}

/** When one cue comments on another's frame ("X, as their minutes show, admitted that"), the frame that governs wins. */
function settled(cues: readonly Cue[]): Cue[] {
  const kept: Cue[] = []
  for (const cue of cues) {
    if (!kept.some(other => other.start === cue.start && other.end === cue.end)) kept.push(cue)
  }
  return kept
}
