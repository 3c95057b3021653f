import {
  auxiliaries,
  contracted,
  doubtfulPasts,
  firmPasts,
  noPasts,
  nounVerbs,
  pastTenses,
  plainThirds,
  plainVerbs,
  rareVerbs,
  thirdPerson,
} from "./english-verbs.ts"
import { reportingForms } from "./reporting-verbs.ts"
import { participleStems, predicates, russianNouns } from "./russian-verbs.ts"

/** What a word may be, as bits: a word can be several things at once. */
export const ARTICLE = 1
export const PREPOSITION = 2
export const SUBJECT = 4
/** Finite wherever it stands. */
export const FINITE = 8
/** A past tense or a participle. */
export const PAST = 16
/** Third person, or a plural noun. */
export const THIRD = 32
/** Third person and nothing else. */
export const PLAIN_THIRD = 64
/** The base form of a verb that is no noun. */
export const BASE = 128
/** The base form of a verb, or a noun. */
export const DOUBTFUL_BASE = 256
export const CONJUNCTION = 512
/** Opens a clause that is not the main one. */
export const SUBORDINATOR = 1024
export const ADVERB = 2048
/** Finite by its Russian ending, unless a preposition or an adjective stands before it. */
export const RUSSIAN = 4096
export const CYRILLIC = 8192
/** Ends as Russian adjectives do. */
export const ADJECTIVE = 16_384
/** No finite verb comes right after it: "to", a modal, "do". */
export const BEFORE_BASE = 32_768

/** A form of a reporting verb. */
export const REPORTING = 65_536

const known = new Map<string, number>()

function mark(words: string | readonly string[], bits: number) {
  for (const word of typeof words === "string" ? words.split(/\s+/) : words) {
    known.set(word, (known.get(word) ?? 0) | bits)
  }
}

mark(
  `a an the this that these those my his her its our their your some any no every each another both all several many few
   such what whose`,
  ARTICLE,
)
mark(
  `of in on at by for with from to into onto upon about against between among through during before after above below under
   over near since until till without within along across behind beyond towards toward despite except like unlike per via
   amid around beside besides concerning regarding off outside inside throughout than as`,
  PREPOSITION,
)
// As scans of old print read them.
mark("tbe tlie thc tne tlic tbis tliis tbat tliat tbese tbose hia lier tbeir", ARTICLE)
mark("iu ou frora witb vvith bv hy upou", PREPOSITION)
mark("aud", CONJUNCTION)
mark("wbo wbich whicb wben wbere wbile", SUBORDINATOR)
mark("tbey tliey", SUBJECT)
mark("wcre werc bave liad liave lias", FINITE)
mark("he she it they we i you who there", SUBJECT)
mark("он она оно они мы я ты вы кто", SUBJECT | CYRILLIC)
mark("and but or nor yet", CONJUNCTION)
mark("и а но или либо да", CONJUNCTION | CYRILLIC)
mark(
  "who whom whose which although though because while whereas since unless if when where whenever whereby until lest than",
  SUBORDINATOR,
)
mark(
  `который которая которое которые которого которой которых которым которую которому которыми котором хотя потому поскольку
   если когда где пока куда откуда чтобы чем`,
  SUBORDINATOR | CYRILLIC,
)
mark(
  `later also once then ever always still now himself herself themselves itself himself first soon again never even often
   sometimes not just only too afterwards subsequently further there here perhaps maybe thus already rather almost nevertheless
   however meanwhile today yesterday tomorrow twice well`,
  ADVERB,
)
mark(
  `позже потом впоследствии также тоже сам сама сами затем позднее тогда однажды еще уже не так же ни часто иногда всегда
   никогда снова опять лишь только даже вот сразу вскоре теперь сегодня вчера однако поэтому наконец впрочем прямо открыто
   подробно охотно неоднократно дважды трижды многократно упорно упрямо уверенно честно откровенно осторожно мельком
   вскользь вслух шепотом тихо нехотя наперебой хором единогласно официально публично письменно устно категорически
   решительно справедливо неохотно осторожно ранее прежде недавно давно вообще буквально примерно`,
  ADVERB | CYRILLIC,
)
mark(
  `в во на из изо с со к ко по о об обо у за от ото для до без под подо над при про через около после между кроме вместо среди
   ради против перед передо из-за из-под сквозь вокруг внутри вне возле близ ввиду вследствие согласно вопреки`,
  PREPOSITION | CYRILLIC,
)
mark(auxiliaries, FINITE)
mark(
  "will would shall should can could may might must to do does did don't doesn't didn't won't can't cannot",
  BEFORE_BASE,
)
mark(contracted, FINITE)
mark(pastTenses, FINITE)
mark(firmPasts, FINITE)
mark(doubtfulPasts, PAST)
mark(plainVerbs, BASE)
mark([...nounVerbs, ...rareVerbs], DOUBTFUL_BASE)
mark(plainVerbs.map(thirdPerson), PLAIN_THIRD)
mark([...nounVerbs, ...rareVerbs].map(thirdPerson), THIRD)
mark(plainThirds, PLAIN_THIRD)
mark(noPasts, 0)
mark(predicates, FINITE | CYRILLIC)
mark(
  ["", "а", "о", "ы"].flatMap(end => participleStems.map(stem => stem + end)),
  FINITE | CYRILLIC,
)

const russianFinite =
  /(?:[аеиоуыя]л(?:а|о|и)?|[бвгзкпрсхшщ]л[аои]|нут[аоы]|[еиаяую]т|[иеё]шь|[аея]н[аоы]|(?:.{3}[аея]н)|[аеуюя]ем)$/
const russianReflexive = /(?:лся|лась|лось|лись|тся|мся)$/
const russianNounEnding = /(?:тет|кет|нет|[^жчшщ]ат|[иая]тели|детели)$/
const russianAdjective = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ую|юю|ою|ыми|ими)$/

/** The bits of a word in lower case, as `wordsOf` writes it. */
export const classOf = (word: string): number => known.get(word) ?? classByEnding(word)

/** Whether the word is one of the lists' own, not told by its ending. */
export function isListed(word: string): boolean {
  return known.has(word)
}

function classByEnding(word: string): number {
  const code = word.charCodeAt(0)
  if (code >= 0x400 && code <= 0x4ff) return russianClass(word)
  const last = word.charCodeAt(word.length - 1)
  if (last === 0x64) return word.length > 3 && word.endsWith("ed") ? PAST : 0
  if (last === 0x73) return word.length > 3 && !/(?:ss|us|is|'s)$/.test(word) ? THIRD : 0
  if (last === 0x79) return word.length > 4 && word.endsWith("ly") && word !== "family" ? ADVERB : 0
  return /(?:n't|'re|'ll|'ve)$/.test(word) ? FINITE : 0
}

function russianClass(word: string): number {
  if (russianNouns.has(word) || word.length < 3) return CYRILLIC
  if (russianReflexive.test(word)) return CYRILLIC | FINITE
  if (russianFinite.test(word) && !russianNounEnding.test(word)) return CYRILLIC | RUSSIAN
  return russianAdjective.test(word) ? CYRILLIC | ADJECTIVE : CYRILLIC
}

for (const form of reportingForms) known.set(form, (known.get(form) ?? classByEnding(form)) | REPORTING)
