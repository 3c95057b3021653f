import { isUpperAt } from "./characters.ts"
import type { UnitWords } from "./unit-words.ts"
import { ADVERB, ARTICLE, BASE, DOUBTFUL_BASE, FINITE, PREPOSITION, SUBJECT, SUBORDINATOR } from "./word-class.ts"

/** Words that may stand before the imperative. */
const openers = new Set(
  `so and but also now then pray just first again well ok okay simply always kindly next finally please therefore instead anyway
   и а но ну так вот сначала потом также просто пожалуйста лучше теперь никогда обязательно еще`.split(/\s+/),
)
/** Base forms at the head that leave out "I" more often than they tell the reader: "Think so." */
const subjectless = new Set(
  `think guess hope suppose believe know suspect doubt agree disagree love like wish mean want need fear seem hate appear feel
   said met last`.split(/\s+/),
)
/** Base forms that are nouns as well but head instructions before any word. */
const commands = new Set(
  `look click check go try watch listen ask stop start turn help wait walk call note see use keep make take give put let set
   get find hold switch press push pull open close point compare change fix add insert scroll tap enter sign log contact
   notice mind mark scan search send share show tell print download upload copy paste cite quote be have do`.split(
    /\s+/,
  ),
)
const afterSubjectless = new Set("of about again how what before twice why that".split(" "))
const objects = new Set(
  `the a an this that these those it them him her me us your my his its their our yourself each every all any what how why
   who whether no both`.split(/\s+/),
)
const russianImperative = /(?:[йи]те(?:сь)?|ьте(?:сь)?)$/
const noRussianImperative = new Set("здравствуйте простите извините скажите-ка житие дите сюите элите".split(" "))
/** Russian imperatives in the singular, and abbreviations for "see" and "compare". */
const russianSingular = new Set(
  `см ср смотри читай прочитай прочти почитай напиши пиши скажи расскажи покажи посмотри глянь проверь оставь добавь забудь
   будь поставь представь вспомни заметь учти подумай помни запомни поищи найди возьми дай давай помоги иди пойди попробуй
   укажи объясни поясни приведи сравни ссылайся цитируй выложи выкладывай пришли кинь скинь спроси ответь ищи бери бросай
   береги хватит перестань прекрати удали исправь уточни приезжай приходи слушай послушай поверь верь считай обрати допустим
   предположим вспомним рассмотрим отметим заметим`.split(/\s+/),
)

/**
 * Whether a unit begins with an imperative to the reader or to another poster, past such openers as "so" and "please",
 * a name that is called, or a purpose ("To subscribe, copy …").
 */
export function isInstruction(text: string, unit: UnitWords): boolean {
  const { words } = unit
  if (words[0] === "for" && offers(unit)) return true
  if (text[(unit.starts[0] as number) - 1] === "@") return isCommand(text, unit, afterHandle(text, unit), false)
  if (thanks.has(words[0] ?? "")) {
    const then = commaAfter(text, unit)
    if (then > 0 && isCommand(text, unit, then, false)) return true
  }
  let at = 0
  while (at < 3 && openers.has(words[at] ?? "")) {
    if (words[at] === "please" || words[at] === "пожалуйста") return isCommand(text, unit, at + 1, true)
    at++
  }
  if (isCommand(text, unit, at, false)) return true
  if (at > 0) return false
  const comma = commaAfter(text, unit)
  if (comma === 0) return false
  const asked = words[comma] === "please" || words[comma] === "пожалуйста"
  if (asked) return isCommand(text, unit, comma + 1, true)
  const purpose = words[0] === "to" || words[0] === "чтобы" || words[0] === "if" || words[0] === "если"
  if ((unit.classes[0] as number) & PREPOSITION && !purpose) {
    return (unit.classes[comma] as number) !== 0 && unit.firstFinite < 0
      ? isCommand(text, unit, comma, false)
      : /^(?:see|cf|compare|consult|click|contact|visit|см|смотрите|смотри)$/.test(words[comma] as string)
  }
  const called = comma <= 2 && isUpperAt(text, unit.starts[0] as number) && !openers.has(words[0] as string)
  if (!purpose && !called) return false
  if (called && !purpose && ((unit.classes[0] as number) & (PREPOSITION | SUBORDINATOR | ADVERB)) !== 0) return false
  return isCommand(text, unit, comma, purpose)
}

const thanks = new Set("thank thanks sorry спасибо благодарю извините простите".split(" "))
const offered = new Set(
  "particulars details information terms prices tickets catalogues catalogue estimates plans samples".split(" "),
)
const turning = new Set(
  "see apply inquire enquire address write call ring phone telephone consult contact visit send".split(" "),
)

/** "For further particulars of the sale see our first page", without a subject. */
function offers({ words, classes }: UnitWords): boolean {
  if (!offered.has(words[1] as string) && !offered.has(words[2] ?? "")) return false
  const at = words.findIndex(word => turning.has(word))
  return at > 1 && at < 14 && !classes.slice(0, at).some(bits => bits & (SUBJECT | FINITE) && !(bits & ARTICLE))
}

/** The first word after the name of the poster whom the unit addresses. */
function afterHandle(text: string, { words, starts, ends }: UnitWords): number {
  let at = 1
  while (at < words.length && !/\s/.test(text.slice(ends[at - 1], starts[at]))) at++
  return at
}

/** The word after the first comma or semicolon, 0 if there is none among the first twelve words. */
function commaAfter(text: string, unit: UnitWords): number {
  for (let at = 1; at < Math.min(unit.words.length, 12); at++) {
    for (let index = unit.ends[at - 1] as number; index < (unit.starts[at] as number); index++) {
      const code = text.charCodeAt(index)
      if (code === 0x2c || code === 0x3b) return at
    }
  }
  return 0
}

function isCommand(text: string, unit: UnitWords, at: number, asked: boolean): boolean {
  const { words, classes, starts, ends } = unit
  const word = words[at]
  if (word === undefined) return false
  const bits = classes[at] as number
  const next = words[at + 1]
  const gap = next === undefined ? "" : text.slice(ends[at], starts[at + 1])
  if (word === "не" || word === "never" || word === "don't" || word === "dont") {
    if (word === "never" && next !== undefined && !((classes[at + 1] as number) & BASE)) return next === "mind"
    return next !== undefined && isCommand(text, unit, at + 1, true)
  }
  if (word === "do")
    return next === "not" ? isCommand(text, unit, at + 2, true) : isVerb(classes[at + 1]) && next !== "you"
  // "Mind you, he left.": a filler and no command.
  if (/^(?:mind|believe|trust|mark)$/.test(word) && /^(?:you|me)$/.test(next ?? "") && unit.lastFinite > at + 1)
    return false
  if (word === "let's" || word === "lets") return true
  if (word === "let") return next !== "me"
  if (russianSingular.has(word)) return next !== undefined || words.length <= 2
  if (russianImperative.test(word) && word.length > 4 && !noRussianImperative.has(word)) {
    return !words.includes("вы") || words.indexOf("вы") > at + 4
  }
  if (asked) return isVerb(bits) || word === "be" || word === "have"
  if (word === "be") return next !== undefined && !/^(?:it|that)$/.test(next)
  if (word === "have") return next === "a" && words[at + 2] === "look"
  if (!isVerb(bits) || bits & FINITE) return false
  if (next === undefined)
    return at === 0 && bits & BASE ? !subjectless.has(word) : commands.has(word) && word !== "note"
  if (/[,:;—–]/.test(gap)) return bits & BASE ? !subjectless.has(word) && !laterSubject(unit, at) : false
  if (unit.finite[at + 1] && !isVerb(classes[at + 1])) return false
  if (subjectless.has(word)) return afterSubjectless.has(next) && !(next === "that" && !/^(?:know|suppose)$/.test(word))
  if (/^(?:or|and)$/.test(next) && bits & DOUBTFUL_BASE) return false
  if (next === "or") return false
  if (commands.has(word) && next !== "of") return !unit.finite[at + 1] && !unit.finite[at + 2]
  const names = isUpperAt(text, starts[at + 1] as number) && !isUpperAt(text, (starts[at] as number) + 1)
  if (bits & BASE) return !names || !unit.finite[at + 2]
  return objects.has(next) || (asked && names)
}

function isVerb(bits: number | undefined): boolean {
  return bits !== undefined && (bits & (BASE | DOUBTFUL_BASE)) !== 0
}

/** Whether a subject with its verb follows the word at `at`: "Look, he was there." */
function laterSubject(unit: UnitWords, at: number): boolean {
  const next = (unit.classes[at + 1] ?? 0) as number
  return (next & (SUBJECT | ARTICLE)) !== 0 && unit.lastFinite > at
}
