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
import type { LexicalWord } from "./lexicon.ts"
import { SOURCE } from "./openings.ts"
import { reportingParticiples } from "./reporting-verbs.ts"
import { sideWords } from "./side-words.ts"
import { sourceAfter } from "./source-after.ts"
import { gapBefore, headOf, isNobody, subjectBefore, type WordRange } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { type AddFrame, opensFrame, verbChain, verbFrame } from "./verb-frame.ts"
import { ARTICLE, PREPOSITION, SUBJECT } from "./word-class.ts"

/** Whether a word may begin what {@link attributionCues} finds, or be the verb or noun of it. */
export const opensSource = (word: string): boolean =>
  introductions.opens(word) ||
  viewNouns.has(word) ||
  contentNouns.has(word) ||
  convictions.has(word) ||
  reportingParticiples.has(word) ||
  /^(?:по|на|в|во|у|из)$/.test(word) ||
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
    const introduced = introductions.at(words, at)
    if (introduced) {
      const from = at + introduced.length
      if (needsVerb.test(word) && !leadsToVerb(words, from)) continue
      const source = sourceAfter(text, unit, from, end)
      if (source[1] > source[0]) {
        add("according-to", at, source[1], source, /^(?:if|as|как|если)$/.test(word))
        at = source[1] - 1
      } else if (needsVerb.test(word)) add("according-to", at, from, [from - 1, from])
      else if (
        /^по$|^согласно$/.test(word) &&
        word === "по" &&
        from - at === 2 &&
        /^(?:данным|сведениям)$/.test(words[at + 1] as string)
      )
        continue
      continue
    }
    if (at === 0 && /^(?:в|во|у|из)$/.test(word) && leadsToVerb(words, 1)) {
      const source = sourceAfter(text, unit, 1, end)
      if (source[1] > source[0]) add("according-to", 0, source[1], source)
      continue
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
    if (contentNouns.has(word) && words[at + 1] === "that" && at > 0) {
      nominal(text, unit, at, end, add)
      continue
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

/** Whether one of the next words says that something stands written: "в журнале полка отмечено". */
function leadsToVerb(words: readonly string[], from: number): boolean {
  return words.slice(from, from + 10).some(other => introductionVerbs.has(other))
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

/** Whether the frame that begins at word `at` belongs to a clause after a semicolon, so that others stand outside it. */
function isLater(text: string, unit: UnitWords, at: number): boolean {
  if (unit.firstFinite < 0 || unit.firstFinite >= at) return false
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
