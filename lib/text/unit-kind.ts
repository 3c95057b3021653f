import type { Cue, UnitKind } from "../domain/unit.ts"
import { isUpperAt } from "./characters.ts"
import { hasFiniteVerb } from "./finite-verb.ts"
import { isInstruction } from "./instruction.ts"
import { loneRule } from "./lead-in.ts"
import { isEvaluation } from "./opinion.ts"
import { isPageChrome } from "./page-chrome.ts"
import { isProjection } from "./projection.ts"
import { isQuestion } from "./question.ts"
import type { RuleId } from "./rules.ts"
import { isTalk } from "./talk.ts"
import type { UnitWords } from "./unit-words.ts"

/** A unit's kind and the rule that decided it. */
export interface KindFound {
  readonly kind: UnitKind
  readonly rule: RuleId
}

const byBoundary: Readonly<Record<string, KindFound>> = {
  timestamp: { kind: "boilerplate", rule: "is-timestamp" },
  byline: { kind: "boilerplate", rule: "is-byline" },
  "speaker-label": { kind: "boilerplate", rule: "is-speaker-label" },
  "comment-marker": { kind: "boilerplate", rule: "is-comment-marker" },
  "page-header": { kind: "boilerplate", rule: "is-page-chrome" },
  "rule-line": { kind: "boilerplate", rule: "is-rule-line" },
  "web-address": { kind: "boilerplate", rule: "is-web-address" },
  caption: { kind: "fragment", rule: "is-caption" },
  heading: { kind: "fragment", rule: "is-heading" },
  "reference-line": { kind: "fragment", rule: "is-reference" },
  dateline: { kind: "fragment", rule: "is-dateline" },
  salutation: { kind: "fragment", rule: "is-salutation" },
}

const timeAgo =
  /^\(?\d{1,3} ?(?:yr|year|mo|month|wk|week|day|hr|hour|h|d|m|min|minute)s?\.? ago\b|^\d{1,3} (?:год|лет|месяц|дн|день|недел|час|минут)[а-я]* назад/i
const counter =
  /^\d[\d.,]*[kK]? (?:votes?|comments?|points?|views?|answers?|replies|likes?|shares?|subscribers|followers|upvotes|комментари[йяев]+|просмотр)/
const version = /^(?:rev|v|ver|version|build)[ .]?\d[\d.]*\.?$/i
const copyright = /^(?:©|\(c\) ?\d{4}|copyright\b)/i
const edition =
  /^(?:(?:photo|image|photo credit|image credit|picture|credit|illustration|text|story|words|author|written|words and pictures|source|interview|фото|фотография|источник|автор|авторы|текст|перевод|иллюстрация|интервью|беседовал[аи]?|записал[аи]?|подготовил[аи]?|корреспондент|редактор)(?: by)?:|\(?(?:(?:image|photo|picture|photograph) )?courtesy (?:of )?(?=\p{Lu})|(?:by|interviewed by|transcribed by|translated by|photographed by|edited by|reported by|reviewed by) (?=\p{Lu})|беседовал[аи]? (?=\p{Lu})|\(?(?:from )?(?:a|our) (?:own |special |london |moscow )?(?:correspondent|reporter)s?[.)]*$|\(?от нашего (?:собственного |специального )?корреспондента|\(?(?:reuters|associated press|тасс|ап|рейтер)\)?\.?$)/iu
const clock = "(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?(?: ?[ap]\\.?m\\.?)?"
const timecode = new RegExp(
  `^[[(<{]?${clock}(?: ?(?:-+>?|[–—→]|to) ?${clock})?[\\])>}]?[.:]?$|^\\d{1,2}['′]\\d{2}["″]$`,
  "i",
)
const posting = new RegExp(
  `(?:\\d[ ./-]|\\d{4}|сегодня|вчера|today|yesterday).{0,40}(?:^|[\\s,(»])${clock}(?=$|[\\s,.)#»|])|(?:^|\\s)${clock}[,;]? .{0,20}\\d{1,2}[ ./-].{0,12}\\d{4}`,
  "i",
)
const dateOnly =
  /^[[(]?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})(?:[ ,]+(?:г\.|год[а]?))?[\])]?\.?$/i
const wrote =
  /(?:писал\(?а?\)?|сказал\(?а?\)?|написал\(?а?\)?|пишет|wrote|writes|said|сообщил\(?а?\)?)(?: ?[(↑>][^:]{0,30})?:\s?[»"]?$/i
const forumQuote = /^(?:цитата|quote|originally posted by|сообщение от|quoting)(?: ?[(:,]|\s+\S{2,30}$| \S)/i
const speaker =
  /^(?:\p{Lu}[\p{L}'’.-]{0,24}|интервьюер|interviewer|респондент|respondent|speaker|собеседник)(?: (?:\p{Lu}[\p{L}'’.-]{0,24}|\d{1,2}|de|von|van)){0,3}(?: ?\([^)]{1,24}\))?:$/iu
const headingWords =
  /^(?:sources?|references?|notes?|literature|contents|background|history|summary|conclusion|examples?|bibliography|further reading|see also|external links|works|family|life|death|career|errata|appendix|источники?|литература|примечани[ея]|ссылки|содержание|история|биография|вывод[ы]?|итог[и]?|пример[ы]?|см\. также|работы|семья|карьера|дополнение|приложение)/i
const advert =
  /^(?:WANTED|FOR SALE|TO LET|LOST|FOUND|SITUATIONS|APARTMENTS|AUCTION|NOTICE)[,.:—– ]|(?:^|[\s—–])['’]?(?:PHONE|TELEPHONE|TEL\.|Phone|Telephone)(?: [Nn][Oo]\.?)? ?\d/
/** A newspaper's name in capitals, as the head of a page. */
const masthead =
  /^(?:THE (?:\p{Lu}[\p{Lu}'’-]+ (?:AND |& )?){0,4}(?:POST|NEWS|STANDARD|REGISTER|TIMES|STAR|SUN|ECHO|MAIL|RECORD|GLOBE|PRESS|LEADER)|(?:THE )?(?!TO )(?:\p{Lu}[\p{Lu}'’-]+ (?:AND |& )?){1,4}(?:GAZETTE|HERALD|MERCURY|COURIER|CHRONICLE|JOURNAL|ADVERTISER|ARGUS|TRIBUNE|OBSERVER|INTELLIGENCER|TELEGRAPH|EXAMINER|SENTINEL|DISPATCH|DESPATCH|BULLETIN|GUARDIAN|ВЕДОМОСТИ|ИЗВЕСТИЯ|ВЕСТНИК|ЛИСТОК|ГАЗЕТА))\.?$/u
const monthDay =
  /^(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))(?:,? \d{4})?[.,:]? ?[—–-]{0,2}$/
const closingFormula =
  /(?:yours,? (?:&c|etc)\.,?|&c\.,|(?:truly|faithfully|obediently|respectfully|sincerely|servant|regards|wishes|уважением|почтением),)\s*$/i
/** Words that an answer of a few words is made of. */
const answers = new Set(
  `yes no never maybe perhaps so of course not at all sure certainly indeed unfortunately sadly alas oh well yeah possibly probably
   hardly likely quite exactly right absolutely none нет да никогда может быть наверное конечно увы к сожалению счастью ну совсем
   разумеется возможно вряд ли точно именно верно`.split(/\s+/),
)
const pageNumber =
  /^(?:страница|page|стр\.) \d{1,4}(?: (?:of|из) \d{1,4})?(?:[\s«»<>‹›|…\d.]*)$|^[-–—]? ?\d{1,4} ?[-–—]?$|^\d{1,3} (?:of|из|\/) \d{1,3}$/i
/** What an editor asks behind a sentence: "[who?]", "[by whom?]", "[when?]", "[кто?]". */
const editorsQuestion =
  /\[(?:by )?(?:who|whom|when|where|why|which|how|says who|clarify|кто|кем|когда|где|какой|какие)\?\]$/i
const reference = /^(?:РГВА|РГАСПИ|ГАРФ|ЦА ФСБ|АП РФ|РГАЛИ|ЦГАСПб|RGVA|RGASPI|GARF|TsA FSB|AP RF)[.,] ?(?:Ф|F|f|ф)\./

/**
 * Names a unit's kind by its form, in this order: how it was cut off, what it is furniture of, question, talk about the
 * thread, instruction, fragment, opinion. What none of these rules knows is a claim.
 */
export function unitKind(
  text: string,
  start: number,
  end: number,
  boundary: string,
  unit: UnitWords,
  cues: readonly Cue[],
): KindFound {
  const cutOff = byBoundary[boundary] ?? byBoundary[loneRule(text.slice(start, Math.min(end, start + 200))) ?? ""]
  if (cutOff?.rule === "is-heading" && masthead.test(text.slice(start, end)))
    return { kind: "boilerplate", rule: "is-page-chrome" }
  if (cutOff && !(cutOff.rule === "is-heading" && hasFiniteVerb(text, unit))) return cutOff
  if (unit.words.length === 0) return { kind: "boilerplate", rule: "has-no-words" }
  const head = text.slice(start, Math.min(end, start + 160))
  if (unit.words.length <= 4 && unit.words.every(word => answers.has(word)) && !/\?[\s!?.)\]"'”’»]*$/.test(head))
    return { kind: "fragment", rule: "has-no-predicate" }
  if (end - start < 60 && unit.words.length <= 6 && signsLetter(text, start, unit))
    return { kind: "boilerplate", rule: "is-byline" }
  const shape = byShape(head, unit, end - start)
  if (shape) return shape
  const tail = text.slice(Math.max(start, end - 24), end).replace(editorsQuestion, "")
  if (/\?[\s!?.)\]"'”’»]*$/.test(tail.slice(-8))) return { kind: "question", rule: "is-question" }
  const tells = isInstruction(text, unit)
  if (isPageChrome(text, start, end, unit) && !(tells && isSentence(text, end, unit))) {
    return { kind: "boilerplate", rule: "is-page-chrome" }
  }
  if (tells) return { kind: "instruction", rule: "is-instruction" }
  if (isQuestion(text, end, unit)) return { kind: "question", rule: "is-inversion" }
  if (isTalk(text.slice(start, Math.min(end, start + 200)), unit)) return { kind: "meta", rule: "is-about-the-thread" }
  const leans =
    unit.words.length > 4 &&
    isStopped(text, end) &&
    cues.some(cue => cue.strength === 2 && cue.kind !== "date" && cue.kind !== "damage")
  if (!leans && (unit.words.length === 1 || !hasFiniteVerb(text, unit)))
    return { kind: "fragment", rule: "has-no-predicate" }
  if (isEvaluation(text, unit, cues)) return { kind: "opinion", rule: "is-evaluation" }
  return isProjection(text, unit, cues)
    ? { kind: "opinion", rule: "is-projection" }
    : { kind: "claim", rule: "is-assertion" }
}

function isStopped(text: string, end: number): boolean {
  return /[.!…"”»)\]]/.test(text[end - 1] as string)
}

/** Whether a name in capitals, or without a verb, stands right after a letter's closing formula. */
function signsLetter(text: string, start: number, unit: UnitWords): boolean {
  if (!closingFormula.test(text.slice(Math.max(0, start - 24), start))) return false
  const quote = text.slice(start, unit.ends[unit.ends.length - 1])
  return isUpperAt(text, start) && (unit.firstFinite < 0 || quote === quote.toUpperCase())
}

/** Whether a unit with the wording of page furniture is a whole sentence of its own. */
function isSentence(text: string, end: number, unit: UnitWords): boolean {
  return (
    unit.words.length >= 7 &&
    text[end - 1] === "." &&
    !/^(?:sign|log|subscribe|accept|click|подпишитесь)$/.test(unit.words[0] as string)
  )
}

/** Two or three Russian words with capitals and nothing else: a person's name on a line of its own. */
function isLoneName(head: string, count: number): boolean {
  return count >= 2 && count <= 3 && /^\p{Lu}[а-яё]+(?: \p{Lu}[а-яё]{0,20}\.?){1,2}$/u.test(head)
}

/** The kind of a unit that is known by its figures. */
function byFigures(head: string, length: number): KindFound | null {
  if (pageNumber.test(head)) return { kind: "boilerplate", rule: "is-page-number" }
  if (/^[([]?\d{1,3}[.)\]]{1,2}$/.test(head)) return { kind: "fragment", rule: "is-list-number" }
  if (length < 40 && (timeAgo.test(head) || timecode.test(head) || dateOnly.test(head)))
    return { kind: "boilerplate", rule: "is-timestamp" }
  if (length < 90 && counter.test(head)) return { kind: "boilerplate", rule: "is-counter" }
  if (version.test(head)) return { kind: "boilerplate", rule: "is-page-chrome" }
  return /^#\d{1,5}$/.test(head) ? { kind: "boilerplate", rule: "is-counter" } : null
}

function byShape(head: string, unit: UnitWords, length: number): KindFound | null {
  const { words } = unit
  if (length < 10 && (/^[a-zа-я][.)]$/.test(head) || /^\(?[ivx]{1,5}[.)]$/i.test(head)))
    return { kind: "fragment", rule: "is-list-number" }
  const figures = unit.digits ? byFigures(head, length) : null
  if (figures) return figures
  if (copyright.test(head)) return { kind: "boilerplate", rule: "is-page-chrome" }
  if (/^@[\p{L}\p{N}_.-]+[,:]?$/u.test(head)) return { kind: "boilerplate", rule: "is-comment-marker" }
  if (/^(?:https?:\/\/|www\.)\S+$/.test(head)) return { kind: "boilerplate", rule: "is-web-address" }
  if (monthDay.test(head)) return { kind: "fragment", rule: "is-dateline" }
  if (masthead.test(head)) return { kind: "boilerplate", rule: "is-page-chrome" }
  if (reference.test(head)) return { kind: "fragment", rule: "is-reference" }
  const short = length < 120 && words.length <= 14
  if (!short) return null
  if (edition.test(head) && !(words[0] === "by" && unit.firstFinite >= 0))
    return { kind: "boilerplate", rule: "is-byline" }
  if (length <= 30 && /^(?=\S*[_\d])(?=\S*\p{L})[\p{L}\d_-]{3,30}$/u.test(head) && !/^\d|-\d/.test(head))
    return { kind: "boilerplate", rule: "is-byline" }
  if (isLoneName(head, words.length)) return { kind: "boilerplate", rule: "is-byline" }
  if (forumQuote.test(head) && words.length <= 8) return { kind: "boilerplate", rule: "is-page-chrome" }
  if (/:\s?[»"]?$/.test(head) && wrote.test(head) && (/\(а\)|\d/.test(head) || words.length <= 2))
    return { kind: "boilerplate", rule: "is-page-chrome" }
  if (unit.digits && unit.firstFinite < 0 && posting.test(head)) return { kind: "boilerplate", rule: "is-timestamp" }
  if (advert.test(head) && (unit.firstFinite < 0 || /^[A-Z]{2}/.test(head)))
    return { kind: "boilerplate", rule: "is-advert" }
  if (length < 60 && head.endsWith(":") && unit.firstFinite < 0 && speaker.test(head) && !headingWords.test(head))
    return { kind: "boilerplate", rule: "is-speaker-label" }
  return null
}
