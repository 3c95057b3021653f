import { gap, type Lead, type Verbs } from "./clause-chunk.ts"
import type { Gaps } from "./clause-gaps.ts"
import { reading } from "./clause-reading.ts"
import { readRussian } from "./clause-russian-verbs.ts"
import { isReporting } from "./reporting-verbs.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

const coordinators = set("и а но или либо да зато однако")
const subordinators = set("когда пока хотя если поскольку ибо едва раз словно коли дабы покуда хоть")
const relative = /^котор(?:ый|ая|ое|ые|ого|ой|ому|ым|ом|ую|ых|ыми)$|^чь(?:я|е|и|ю|его|ему|ей|их|им|ими)$/
/** Words that a relative clause completes: which one is meant. */
const pointing =
  /^(?:т(?:от|а|о|е|ого|ой|ому|ем|ех|еми|у)|так(?:ой|ая|ое|ие|ого|их|им|ими|ую)|люб(?:ой|ая|ое|ые|ого|ых|ому)|кажд(?:ый|ая|ое|ого|ому|ой|ым)|все|всех|всем|единственн(?:ый|ая|ое|ые|ого|ой|ым|ую)|перв(?:ый|ая|ое|ые|ого|ым)|последн(?:ий|яя|ее|ие|его|им)|те|многие|некоторые|один|одна|одним|одного|люди|людей|людям|человек|человека|никто|ничего)$/
const inner = set("где куда откуда")
const questions = set(
  "как чем почему зачем сколько кто кого кому кем что чего чему каков какой какая какие каким каком каких чей чья ли",
)
const comment = set(
  "вероятно видимо кажется говорят пишут похоже возможно конечно наверное очевидно впрочем думаю помню считаю полагаю знаю помнится",
)
/** Verbs and other words beside those of reporting that a clause with «что» or «чтобы» completes. */
const completing =
  /^(?:зна|дума|счита|полага|понима|понял|вид|слыш|чувств|увер|ясно|известн|очевидн|вер[июя]|помн|утвержд|сообщ|пис|сказ|говор|рассказ|вспомина|вспомн|заяв|отмеч|отмет|указ|показ|доказ|призна|объясн|пояс|напомн|подчерк|добав|настаив|хоте|хоч|прос|попрос|треб|потреб|прика|веле|узна|оказал|означа|следу|сомнева|опаса|боял|надея|реш|счел|счита|предпол|пола|факт|мнени|слух|верси|мысл|уверен|убежд|жал|кажется|казал|выясн|обнаруж|замет|вывод|говорят|пишут|обещ|поклял|чтоб|полаг|свидетел|подтвер|подозр|запис|догад|отвеча|ответ|стоя|чита|значит|извест|сведен|мечта|добива|свед|стара|жела|рассчит|согла|гляд|смотр|интерес|спрос|спраш|выясн|провер)/

/** What the chunk at word `index` begins with, or null when none begins there; `length` counts the words it takes. */
export function russianLead(
  words: readonly string[],
  index: number,
  { signs }: Gaps,
  from: number,
): { lead: Lead; length: number; back: number } | null {
  const word = words[index] as string
  const sign = signs[index] as number
  const next = words[index + 1] ?? ""
  const before = words[index - 1] ?? ""
  const fresh = index === from || (sign & ~(gap.close | gap.stop)) !== 0
  if (coordinators.has(word)) {
    if (word === "и" && before === "хотя") return null
    if (word === "да" && !(sign & gap.comma) && index > from) return { lead: "coordinator", length: 1, back: 0 }
    return word === "однако" && !fresh ? null : { lead: "coordinator", length: 1, back: 0 }
  }
  const joined = index > from && coordinators.has(before)
  const second = words[index + 2] ?? ""
  const third = words[index + 3] ?? ""
  const lead = (kind: Lead, length: number) => ({ lead: kind, length, back: 0 }) as const
  const many = compound(word, next, second, third)
  if (many > 0) return lead("subordinator", many)
  if (!fresh && !joined) return null
  if (subordinators.has(word)) {
    if (word === "раз" && !(sign & gap.comma) && index > from) return null
    return lead("subordinator", 1)
  }
  if (word === "чтобы") return lead(completes(words, index, from) ? "complement" : "subordinator", 1)
  if (word === "что") {
    if (index === from) return lead("embedded", 1)
    if (/^(?:потому|так|затем|оттого)$/.test(before)) return lead("subordinator", 1)
    const far = words[index - 2] ?? ""
    if (before === "того" && /^(?:из-за|ввиду)$/.test(far)) return lead("subordinator", 1)
    if (before === "тому" && far === "благодаря") return lead("subordinator", 1)
    if (before === "то" && far === "на") return lead("subordinator", 1)
    return lead(
      /^(?:то|тем|того|том|тому|все|всем|всего)$/.test(before) && !completes(words, index - 1, from)
        ? "embedded"
        : "complement",
      1,
    )
  }
  if (word === "будто" || word === "якобы") return lead("complement", 1)
  if (relative.test(word)) return relativeAfter(words, index, signs, from, 1)
  if (inner.has(word)) {
    if (index === from) return lead("embedded", 1)
    if (pointing.test(before) || /^(?:там|туда|оттуда)$/.test(before)) return lead("embedded", 1)
    return lead(completes(words, index, from) ? "complement" : "relative", 1)
  }
  if (sign & gap.comma && index > from) {
    // «, в котором», «, один из которых», «, имя которого».
    for (let at = index + 1; at < Math.min(words.length, index + 4) && !signs[at]; at++) {
      if (relative.test(words[at] as string)) return relativeAfter(words, index, signs, from, at - index + 1)
    }
    if (/^(?:после|в|из|от|на|о|за|с|к|по|при|из-за)$/.test(word) && /^(?:чего|чем|что|чему)$/.test(next))
      return lead("relative", 2)
  }
  if (word === "как") {
    if (reportsNear(words, index)) return lead("comment", 1)
    return lead(completes(words, index, from) ? "complement" : "embedded", 1)
  }
  if (questions.has(word) && index > from) return lead(completes(words, index, from) ? "complement" : "embedded", 1)
  return null
}

/** How many words a conjunction of several takes: «потому что», «после того, как»; 0 when none begins here. */
function compound(word: string, next: string, second: string, third: string): number {
  switch (word) {
    case "потому":
    case "оттого":
    case "затем":
      return next === "что" ? 2 : 0
    case "так":
      return next === "как" || next === "что" ? 2 : 0
    case "как":
      return next === "только" || next === "если" || next === "будто" ? 2 : 0
    case "тогда":
      return next === "как" ? 2 : 0
    case "прежде":
      return next === "чем" ? 2 : 0
    case "тем":
      return next === "более" && second === "что" ? 3 : 0
    case "в":
      return (next === "то" && second === "время" && third === "как") ||
        (next === "связи" && second === "с" && third === "тем")
        ? 4
        : 0
    case "с":
      return next === "тех" && second === "пор" && third === "как" ? 4 : 0
    case "после":
    case "до":
      return next === "того" && second === "как" ? 3 : 0
    case "перед":
      return next === "тем" && second === "как" ? 3 : 0
    case "из-за":
    case "ввиду":
    case "вследствие":
      return next === "того" && second === "что" ? 3 : 0
    case "благодаря":
      return next === "тому" && second === "что" ? 3 : 0
    case "несмотря":
      return next === "на" && second === "то" && third === "что" ? 4 : 0
    case "даже":
      return next === "если" ? 2 : 0
    case "лишь":
      return next === "только" || next === "когда" ? 2 : 0
    default:
      return 0
  }
}

function relativeAfter(
  words: readonly string[],
  index: number,
  signs: Uint8Array,
  from: number,
  length: number,
): { lead: Lead; length: number; back: number } {
  let at = index - 1
  let meant = false
  for (; at >= from && index - at < 5; at--) {
    if (pointing.test(words[at] as string)) meant = true
    if (signs[at]) break
  }
  return { lead: meant ? "embedded" : "relative", length, back: 0 }
}

function completes(words: readonly string[], index: number, from: number): boolean {
  for (let at = index - 1; at >= from && index - at < 5; at--) {
    const word = words[at] as string
    if (isReporting(word) || completing.test(word)) return true
  }
  return false
}

/** «как он вспоминал», «как известно». */
function reportsNear(words: readonly string[], index: number): boolean {
  for (let at = index + 1; at < Math.min(words.length, index + 4); at++) {
    const word = words[at] as string
    if (
      isReporting(word) ||
      /^(?:известно|говорят|пишут|видно|сказано|помню|вспоминают|утверждают|принято|правило)$/.test(word)
    )
      return true
  }
  return false
}

/** The verbs among the words `[from, to)`, which hold no place where a clause could begin. */
export function russianVerbs(
  words: readonly string[],
  from: number,
  to: number,
  { signs, quoted, capitals }: Gaps,
): Verbs {
  let first = -1
  let last = -1
  let count = 0
  let bare = false
  let pronoun = false
  let shares: Verbs["shares"] = ""
  let head = true
  let be = false
  let subject = false
  for (let index = from; index < to; index++) {
    if (quoted[index]) {
      head = false
      continue
    }
    const word = words[index] as string
    const read = readRussian(word)
    if (read === reading.adverb) continue
    if (read === reading.subject) subject = true
    if (capitals[index] === 1 && index > 0) {
      head = false
      continue
    }
    const finite =
      read === reading.past || read === reading.present || read === reading.be || read === reading.participle
    const dashed = !finite && index > from && first < 0 && ((signs[index] as number) & gap.dash) !== 0
    if (word === "должно" && words[index + 1] === "быть") continue
    if (comment.has(word) && signs[index] && (index + 1 >= to || signs[index + 1])) continue
    if (finite || dashed) {
      if (read === reading.participle && be) shares = "passive"
      else {
        count++
        if (first < 0) {
          first = index
          bare = head
          pronoun = subject
          shares = read === reading.participle ? "passive" : ""
        }
      }
      last = index
      be = read === reading.be
    }
    head = false
  }
  const reports = last >= 0 && (isReporting(words[last] as string) || completing.test(words[last] as string))
  return { first, count, weak: false, bare, pronoun, opens: false, reports, contact: false, shares }
}

/** Whether the verb at `index` is a short participle, which may share an auxiliary: «был арестован и сослан». */
export function isShortParticiple(words: readonly string[], index: number): boolean {
  return (
    readRussian(words[index] as string) === reading.participle || readRussian(words[index] as string) === reading.to
  )
}
