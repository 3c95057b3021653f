import { contentNouns, viewPrepositions } from "./attribution-phrases.ts"
import { isUpperAt } from "./characters.ts"
import { isNobody } from "./nobody.ts"
import { gapBefore, subjectBefore } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { type AddFrame, verbChain } from "./verb-frame.ts"
import { PREPOSITION, SUBORDINATOR } from "./word-class.ts"

const possessives = new Set("his her their".split(" "))
const firstPersons = new Set(
  "my our your the a an this these such some general public other many most plain any every one's short fact".split(
    " ",
  ),
)

/** "Lee's claim that", "expressed the view that", "there is a claim by Lee that". */
export function nominal(text: string, unit: UnitWords, noun: number, end: number, add: AddFrame) {
  const { words } = unit
  for (let at = noun; at > Math.max(0, noun - 4); at--) {
    const before = words[at - 1] as string
    if (
      /['’]s$|s['’]$/.test(text.slice(unit.starts[at - 1], (unit.ends[at - 1] as number) + 1).trimEnd()) &&
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
export function viewFrom(text: string, unit: UnitWords, noun: number): number {
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
      /['’]s$|s['’]?$/.test(text.slice(unit.starts[noun - 1], (unit.ends[noun - 1] as number) + 1).trimEnd()) ||
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
