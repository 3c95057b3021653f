import { isNobody } from "./nobody.ts"
import { reportingBits } from "./reporting-verbs.ts"
import { sourceAfter } from "./source-after.ts"
import { gapBefore, isCapital, type WordRange } from "./source-phrase.ts"
import type { UnitWords } from "./unit-words.ts"
import { ADJECTIVE, ARTICLE, BEFORE_BASE, FINITE, PREPOSITION, SUBJECT } from "./word-class.ts"

/** A frame that gives the content to a source without a verb of saying: words `[from, to)`. */
export interface BareFrame {
  readonly from: number
  readonly to: number
  readonly source: WordRange
}

/** Papers that are quoted by the mere preposition: "by the roster he was late". */
export const papers: ReadonlySet<string> = new Set(
  `roster log logbook log-book diary register registers ledger ledgers minutes minute-book record records chart timetable rota list
   lists roll rolls almanac calendar inventory catalogue catalog tide-table manifest schedule census certificate deed deeds
   survey accounts receipts archives newspapers papers tombstone headstone inscription report article map story account edition guidebook handbook gazetteer directory encyclopedia encyclopaedia dictionary`.split(
    /\s+/,
  ),
)
const linking = new Set(
  "is was are were seemed seems looked looks remained remains meant means sounded had has".split(" "),
)

/** What is done to somebody: "To Cook the island was given". */
const given =
  /^(?:given|granted|sold|left|paid|sent|entrusted|assigned|awarded|offered|shown|handed|due|owed|owing|ascribed|attributed|dedicated|added|brought|returned|lost|allotted|addressed|presented)$/

export const opensBareFrame = (word: string): boolean => /^(?:from|by|to|per|if|the|по)$/.test(word)

/** The frame that begins at word `at`, or null. Each looks at a bounded number of words. */
export function bareFrame(text: string, unit: UnitWords, at: number, end: number): BareFrame | null {
  switch (unit.words[at]) {
    case "from":
    case "by":
      return whatSomebodySays(unit, at, at + 1) ?? (unit.words[at] === "by" ? byPapers(text, unit, at, end) : null)
    case "to":
      return toSomebody(text, unit, at, end)
    case "per":
      return perSource(text, unit, at, end)
    case "if":
      return ifBelieved(unit, at)
    case "the":
      return theWayTold(unit, at)
    case "по":
      return inHisView(unit, at)
    default:
      return null
  }
}

/** "from what the cabman relates", "according to what she told us": what stands between "what" and a verb of saying. */
export function whatSomebodySays(unit: UnitWords, from: number, what: number): BareFrame | null {
  if (unit.words[what] !== "what") return null
  for (let at = what + 2; at < Math.min(unit.words.length, what + 9); at++) {
    if (reportingBits(unit.words[at] as string) === 0 || /^(?:has|had)$/.test(unit.words[at] as string)) continue
    let to = at
    while (to > what + 1 && /^(?:has|had|have|later|always|once|used|to|would)$/.test(unit.words[to - 1] as string))
      to--
    const source: WordRange = [what + 1, to]
    return isNobody(unit, source) ? null : { from, to: at + 1, source }
  }
  return null
}

/** "By the roster he was late." */
function byPapers(text: string, unit: UnitWords, at: number, end: number): BareFrame | null {
  const { words, classes } = unit
  if (at > 0 && !/,/.test(gapBefore(text, unit, at, end))) return null
  if (((classes[at + 1] ?? 0) & ARTICLE) === 0) return null
  for (let noun = at + 2; noun < Math.min(words.length, at + 5); noun++) {
    if (!papers.has(words[noun] as string)) continue
    const [source, after] = [sourceAfter(text, unit, at + 1, end), classes[noun + 1] ?? 0]
    const closed = /^,/.test(gapBefore(text, unit, noun + 1, end)) || (after & (SUBJECT | ARTICLE)) !== 0
    const of = words[noun + 1] === "of" || words[noun + 1] === "for"
    if (!closed && !of) return null
    return { from: at, to: of ? source[1] : noun + 1, source: of ? source : [at + 1, noun + 1] }
  }
  return null
}

/** "To Editor Hall the whole business was a disgrace", "To him, the ruling is a mistake". */
function toSomebody(text: string, unit: UnitWords, at: number, end: number): BareFrame | null {
  const { words, classes } = unit
  if (at !== 0 || words.length < 5) return null
  const pronoun =
    /^(?:him|her|them)$/.test(words[1] as string) && !(words[1] === "her" && !opensSubject(text, unit, 2, end))
  if (!pronoun && !isCapital(text, unit, 1)) return null
  let to = 2
  if (!pronoun) {
    while (to < Math.min(words.length, 12) && gapBefore(text, unit, to, end).trim().replace(".", "") === "") {
      const bits = classes[to] as number
      if (bits & (ARTICLE | SUBJECT) && words[to - 1] !== "of") break
      if (bits & (FINITE | BEFORE_BASE) && !isCapital(text, unit, to)) return null
      if (!isCapital(text, unit, to) && !/^(?:of|the|de|von|van)$/.test(words[to] as string)) break
      to++
    }
    if (to < 3) return null
  }
  let next = to
  // "To Jan Hall, professor of botany, the": past an apposition.
  if (/^,/.test(gapBefore(text, unit, to, end)))
    for (let other = to; other < Math.min(words.length, to + 14); other++) {
      if (other > to && /^,/.test(gapBefore(text, unit, other, end))) {
        next = other
        break
      }
      if (unit.finite[other]) break
    }
  if (!opensSubject(text, unit, next, end)) return null
  for (let verb = next + 1; verb < Math.min(words.length, next + 10); verb++) {
    if (!unit.finite[verb]) continue
    return linking.has(words[verb] as string) && !given.test(words[verb + 1] ?? "")
      ? { from: 0, to, source: [1, to] }
      : null
  }
  return null
}

function opensSubject(text: string, unit: UnitWords, at: number, end: number): boolean {
  if (at >= unit.words.length) return false
  const bits = unit.classes[at] as number
  return (bits & (ARTICLE | SUBJECT)) !== 0 || (isCapital(text, unit, at) && /^,/.test(gapBefore(text, unit, at, end)))
}

/** "per the log", "as per Hall": no rate, which has a bare noun behind it. */
function perSource(text: string, unit: UnitWords, at: number, end: number): BareFrame | null {
  if (at + 1 >= unit.words.length) return null
  if (!/^(?:the|his|her|their)$/.test(unit.words[at + 1] as string) && !isCapital(text, unit, at + 1)) return null
  if (
    /^(?:usual|capita|annum|diem|cent|procurationem)$/.test(unit.words[at + 1] as string) ||
    unit.words[at + 2] === "usual"
  )
    return null
  const as = unit.words[at - 1] === "as"
  if (at > 0 && !as && !/[,;(—–]/.test(gapBefore(text, unit, at, end))) return null
  const source = sourceAfter(text, unit, at + 1, end)
  return source[1] > source[0] ? { from: as ? at - 1 : at, to: source[1], source } : null
}

/** "The way my father told it, the ship was dark." */
function theWayTold(unit: UnitWords, at: number): BareFrame | null {
  const { words } = unit
  if (words[at + 1] !== "way") return null
  for (let it = at + 4; it < Math.min(words.length, at + 10); it++) {
    if (
      words[it] !== "it" ||
      !/^(?:t[eo]lls?|told|remember(?:s|ed)?|saw|sees|heard|hears|puts?|explain(?:s|ed)|recalls?)$/.test(
        words[it - 1] as string,
      )
    )
      continue
    const source: WordRange = [at + 2, it - 1]
    return isNobody(unit, source) ? null : { from: at, to: it + 1, source }
  }
  return null
}

/** "if Hall is to be believed". */
function ifBelieved(unit: UnitWords, at: number): BareFrame | null {
  const { words } = unit
  for (let verb = at + 2; verb < Math.min(words.length, at + 9); verb++) {
    if (words[verb + 1] !== "to" || words[verb + 2] !== "be") continue
    if (!/^(?:believed|trusted|credited|relied)$/.test(words[verb + 3] ?? "")) return null
    const source: WordRange = [at + 1, verb]
    return isNobody(unit, source) ? null : { from: at, to: verb + 4, source }
  }
  return null
}

const views =
  /^(?:словам|мнению|убеждению|утверждению|утверждениям|свидетельству|воспоминаниям|рассказам|рассказу|признанию|заявлению|данным|сведениям|подсчетам|оценке|оценкам|расчетам|версии|замечанию|выражению|показаниям|предположению|наблюдениям|уверениям|заверениям|определению|записям|заключению|донесению|прикидкам)$/

/** «по его твёрдому убеждению»: a possessive, adjectives and a noun of saying. */
function inHisView(unit: UnitWords, at: number): BareFrame | null {
  if (!/^(?:его|ее|их|твоему|твоим|вашему|вашим)$/.test(unit.words[at + 1] ?? "")) return null
  for (let noun = at + 2; noun < Math.min(unit.words.length, at + 5); noun++) {
    if (views.test(unit.words[noun] as string)) return { from: at, to: noun + 1, source: [at + 1, at + 2] }
    if (!((unit.classes[noun] as number) & (ADJECTIVE | PREPOSITION)) || (unit.classes[noun] as number) & PREPOSITION)
      return null
  }
  return null
}
