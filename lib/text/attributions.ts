import type { Cue } from "../domain/unit.ts"
import {
  contentNouns,
  convictions,
  idioms,
  introductions,
  introductionVerbs,
  needsVerb,
  viewNouns,
  viewPrepositions,
} from "./attribution-phrases.ts"
import { isUpperAt } from "./characters.ts"
import { opensContent } from "./reported-content.ts"
import { BASE_FORM, PARTICIPLE, reportingBits, reportingParticiples } from "./reporting-verbs.ts"
import type { RuleId } from "./rules.ts"
import { sideWords } from "./side-words.ts"
import {
  gapBefore,
  headOf,
  isNobody,
  sourceAfter,
  subjectAfter,
  subjectBefore,
  type WordRange,
} from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { ADVERB, ARTICLE, CYRILLIC, FINITE, PREPOSITION, SUBJECT, SUBORDINATOR } from "./word-class.ts"

/** Words before a reporting verb whose source was named in an earlier sentence: "And later told her sister that". */
const elided = new Set(
  "and then but also later so still thus and once again и потом но затем позже также еще далее там тут же".split(" "),
)
const chain = new Set(
  `has have had did does do is was were are would will used to be been being could may might must can never not didn't doesn't
   hadn't hasn't stated`.split(/\s+/),
)
const negations = new Set(
  "not never didn't doesn't don't hadn't hasn't wouldn't couldn't cannot can't didnt doesnt не".split(" "),
)
const possessives = new Set("his her their".split(" "))
const firstPersons = new Set(
  "my our your the a an this these such some general public other many most plain any every one's short fact".split(
    " ",
  ),
)

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
  const add = (rule: RuleId, from: number, to: number, source: WordRange | null, aside = false) => {
    const reading =
      source && bare(text.slice(starts[source[0]], ends[source[1] - 1]), text, ends[source[1] - 1] as number)
    found.push({
      kind: "attribution",
      rule,
      strength: aside || isSide(from) ? 1 : 2,
      start: starts[from] as number,
      end: Math.max(ends[to - 1] as number, source ? (ends[source[1] - 1] as number) : 0),
      ...(reading ? { reading } : {}),
    })
  }
  const colon = namedBeforeColon(text, unit, end)
  if (colon) add("source-colon", 0, colon[1], colon)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const introduced = introductions.at(words, at)
    if (introduced) {
      const from = at + introduced.length
      if (needsVerb.test(word) && !words.slice(from, from + 8).some(other => introductionVerbs.has(other))) continue
      const source = sourceAfter(text, unit, from, end)
      if (source[1] > source[0]) {
        add("according-to", at, source[1], source)
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
    if (reportingParticiples.has(word) && at > 0 && !chain.has(words[at - 1] as string)) {
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

type Add = (rule: RuleId, from: number, to: number, source: WordRange | null, aside?: boolean) => void

/** The frame of a reporting verb at word `at`, if it is one: "Lee said that", ", Lee said,", "said Lee", "as Lee put it". */
function verbFrame(text: string, unit: UnitWords, at: number, end: number, add: Add) {
  const { words, classes } = unit
  const word = words[at] as string
  const idiom = idioms.at(words, at)
  const bits = reportingBits(word)
  if (bits === 0 && !idiom) return
  const last = idiom ? at + idiom.length - 1 : at
  const from = verbChain(unit, at)
  const cyrillic = ((classes[at] as number) & CYRILLIC) !== 0 || isCyrillic(word)
  const passive = !cyrillic && bits & PARTICIPLE && /^(?:is|was|were|are|been|being|as)$/.test(words[at - 1] ?? "")
  if (bits & PARTICIPLE && words[at + 1] === "by" && !cyrillic) {
    if (!passive && !/^["”,]/.test(gapBefore(text, unit, at, end)) && at > 0) return
    const source = sourceAfter(text, unit, at + 2, end)
    if (source[1] > source[0]) add("reporting-verb", at, source[1], source)
    return
  }
  if (passive && !idiom) {
    if (
      /^(?:told|informed|assured|given)$/.test(word) &&
      /^(?:that|there|they|he|she|it|to)$/.test(words[at + 1] ?? "")
    ) {
      if (words[at + 1] !== "to" || words[at + 2] === "understand") add("source-left-out", at, at + 1, null)
    }
    return
  }
  if (!cyrillic && bits & BASE_FORM && from === at && !isPluralFinite(unit, at)) return
  if (!cyrillic && isNegated(unit, from, at) && !/^(?:believe|think)$/.test(word)) return
  if (cyrillic && words[at - 1] === "не") return
  const asFrame = opensWithAs(text, unit, from)
  const content = opensContent(text, unit, last, bits, end, idiom !== null)
  const subject = from > 0 ? subjectBefore(text, unit, from) : null
  if (subject) {
    if (content) return add("reporting-verb", subject[0], last + 1, subject)
    if (asFrame >= 0 && subject[0] === asFrame + 1) return add("reporting-verb", asFrame, last + 1, subject)
    if (isComment(text, unit, subject[0], last, end)) return add("reporting-verb", subject[0], last + 1, subject)
    if (!cyrillic) return
  } else if (content && from > 0 && from < 6 && words.slice(0, from).every(other => elided.has(other))) {
    return add("source-left-out", at, last + 1, null)
  }
  if (!followsContent(text, unit, at, end) && !cyrillic && at > 0) return
  const inverted = cyrillic ? subjectAfter(text, unit, at, end) : sourceAfter(text, unit, last + 1, end)
  if (!inverted || inverted[1] <= inverted[0]) return
  const starting = at === 0 || /^(?:как|и|а|но|позже|потом|впоследствии|об|этом)$/.test(words[at - 1] as string)
  const opens = opensContent(text, unit, inverted[1] - 1, bits, end, true)
  if (
    followsContent(text, unit, at, end) ||
    (starting && opens) ||
    (words[at - 1] === "как" && /^[,.:;—]|^\s+[—–-]/.test(gapBefore(text, unit, inverted[1], end))) ||
    (cyrillic && opens)
  ) {
    add("reporting-verb", at, inverted[1], inverted)
  }
}

function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x400 && code <= 0x4ff
}

/** Where the auxiliaries and adverbs before the verb at `at` begin: "used to tell", "had once written". */
function verbChain(unit: UnitWords, at: number): number {
  let from = at
  while (from > 0 && at - from < 6) {
    const word = unit.words[from - 1] as string
    if (
      !chain.has(word) &&
      !(
        (unit.classes[from - 1] as number) & ADVERB &&
        unit.classes[from - 1] !== 0 &&
        !((unit.classes[from - 1] as number) & FINITE)
      )
    )
      break
    from--
  }
  while (from < at && (unit.classes[from] as number) & ADVERB && !chain.has(unit.words[from] as string)) from++
  return from
}

/** "historians say", "they claim": a base form after a plural. */
function isPluralFinite(unit: UnitWords, at: number): boolean {
  const before = unit.words[at - 1] ?? ""
  return unit.finite[at] === 1 || /^(?:they|who)$/.test(before) || (before.endsWith("s") && !before.endsWith("ss"))
}

function isNegated(unit: UnitWords, from: number, at: number): boolean {
  for (let index = from; index < at; index++) if (negations.has(unit.words[index] as string)) return true
  return false
}

/** Index of "as" or "как" when it opens the frame whose verb chain begins at `from`; -1 if none does. */
function opensWithAs(text: string, unit: UnitWords, from: number): number {
  for (let at = from - 1; at >= 0 && at > from - 9; at--) {
    if (unit.words[at] === "as" || unit.words[at] === "как") return at
    if (at < from - 1 && /[,;:]/.test(text.slice(unit.ends[at], unit.starts[at + 1]))) return -1
  }
  return -1
}

/** Whether the frame is a comment inside the sentence: ", he realized," or at its end: ", the manager wrote back." */
function isComment(text: string, unit: UnitWords, from: number, verb: number, end: number): boolean {
  if (from === 0) return false
  if (!/[,"”»…!?]|[—–]/.test(text.slice(unit.ends[from - 1], unit.starts[from]))) return false
  if (/[;:]/.test(text.slice(unit.ends[from - 1], unit.starts[from]))) return false
  let at = verb + 1
  while (at < unit.words.length && at < verb + 8 && !/[,;:—–"“.!?]/.test(gapBefore(text, unit, at, end))) {
    if (unit.finite[at] || (unit.classes[at] as number) & (SUBORDINATOR | SUBJECT)) return false
    at++
  }
  const opens = gapBefore(text, unit, at, end)
  if (!/[,;:—–"“.!?]/.test(opens)) return false
  const quoted = /["”»]/.test(text.slice(unit.ends[from - 1], unit.starts[from]))
  const next = unit.classes[verb + 1] ?? 0
  const hearer = (reportingBits(unit.words[verb] as string) & 2) !== 0
  if (
    at > verb + 1 &&
    !quoted &&
    !hearer &&
    !((next as number) & (PREPOSITION | ADVERB)) &&
    !isCyrillic(unit.words[verb] as string)
  )
    return false
  const before = unit.firstFinite
  return quoted || (before >= 0 && before < from) || unit.lastFinite >= at
}

/** Whether what was said stands right before the verb: "…," said Ann; «…», — писал он; "…, wrote Lee". */
function followsContent(text: string, unit: UnitWords, verb: number, end: number): boolean {
  if (verb === 0) return false
  const gap = gapBefore(text, unit, verb, end)
  if (/["”»’'][,.]?\s*[—–-]*\s*$/.test(gap) && gap.trim() !== "") return true
  if (!/^[,!?…]+["”»]?\s*[—–-]*\s*$/.test(gap)) return false
  const first = unit.firstFinite
  return first >= 0 && first < verb && !((unit.classes[verb + 1] ?? 0) & SUBORDINATOR)
}

/** "Lee's claim that", "expressed the view that", "there is a claim by Lee that". */
function nominal(text: string, unit: UnitWords, noun: number, end: number, add: Add) {
  const { words } = unit
  for (let at = noun; at > Math.max(0, noun - 4); at--) {
    const before = words[at - 1] as string
    if (
      /['’]s$|s['’]$/.test(text.slice(unit.starts[at - 1], (unit.ends[at - 1] as number) + 1)) &&
      !/^(?:it|that|there|what|here)'s$/.test(before)
    ) {
      let from = at - 1
      while (
        from > 0 &&
        from > at - 6 &&
        gapBefore(text, unit, from, end) === " " &&
        !unit.finite[from - 1] &&
        !((unit.classes[from - 1] as number) & (PREPOSITION | SUBORDINATOR))
      )
        from--
      if (!isNobody(unit, [from, at])) add("in-the-view-of", from, noun + 2, [from, at])
      return
    }
    if (possessives.has(before) && at - 1 === (unit.finite[0] ? -1 : at - 1)) {
      if (at - 1 === 0) add("in-the-view-of", 0, noun + 2, [0, 1])
      else break
      return
    }
  }
  for (let at = noun - 1; at > Math.max(-1, noun - 6); at--) {
    if (at < 0 || !unit.finite[at]) continue
    const from = verbChain(unit, at)
    const subject = from > 0 ? subjectBefore(text, unit, from) : null
    if (subject && !isNobody(unit, subject) && !contentNouns.has(words[subject[1] - 1] as string))
      add("reporting-verb", subject[0], noun + 2, subject)
    return
  }
}

/** "In Orlovas view": a name whose apostrophe was lost. */
function isLostPossessive(text: string, unit: UnitWords, at: number): boolean {
  return /s$/.test(unit.words[at] as string) && isUpperAt(text, unit.starts[at] as number)
}

/** Index of "in" in "in Trotsky's view", "in his own words"; -1 if the noun at `noun` is not so used. */
function viewFrom(text: string, unit: UnitWords, noun: number): number {
  const { words } = unit
  for (let at = noun - 2; at >= Math.max(0, noun - 6); at--) {
    const word = words[at] as string
    if (!viewPrepositions.has(word)) {
      if (/[,;:]/.test(text.slice(unit.ends[at], unit.starts[at + 1]))) return -1
      continue
    }
    const whose = words[at + 1] as string
    const owned =
      possessives.has(whose) ||
      /['’]s$|s['’]?$/.test(text.slice(unit.starts[noun - 1], (unit.ends[noun - 1] as number) + 1)) ||
      words.slice(at + 1, noun).some(other => /'s$/.test(other)) ||
      isLostPossessive(text, unit, noun - 1)
    if (!owned || (firstPersons.has(whose) && noun - at <= 2)) return -1
    if (
      /^(?:my|our|your)$/.test(whose) &&
      noun - at <= 3 &&
      !words.slice(at + 1, noun).some(other => /'s$/.test(other))
    )
      return -1
    if ((word === "to" && words[noun] !== "mind") || (words[noun] === "mind" && word !== "to")) return -1
    if (
      /^(?:diary|memoirs|letters|notes|evidence|figures|report|narrative|sermon|analysis)$/.test(words[noun] as string)
    ) {
      return at === 0 && /^,/.test(text.slice(unit.ends[noun])) ? at : -1
    }
    return at
  }
  return -1
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
