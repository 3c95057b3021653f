import { sentenceOpeners } from "./abbreviations.ts"
import { isSpaceAt } from "./characters.ts"
import type { RuleId } from "./rules.ts"

/** A beginning that is a unit of its own although no stop need follow it. */
export interface LeadIn {
  /** Where it ends, exclusive. */
  readonly end: number
  /** The rule that found it. */
  readonly rule: RuleId
}

/** How much of the text a lead-in may take, in UTF-16 code units. */
const reach = 160

const name = "\\p{Lu}[\\p{L}'’-]{1,24}"
const initials = "(?:\\p{Lu}\\. ?){0,2}"
const clock = "\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AaPp]\\.?[Mm]\\b\\.?)?"

const afterByline = '(?=\\s*(?:$|[\\n\\r\\f\\u2028\\u2029])|\\s+["“«(]?\\p{Lu})'

const timestamp = new RegExp(
  `(?:[[(]\\d{1,2}:\\d{2}(?::\\d{2})?[\\])]|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4},? ${clock}|\\d{1,2}:\\d{2}:\\d{2})(?=\\s*$|\\s+(?![AaPp]\\.?[Mm]\\b)\\S)`,
  "uy",
)
const byline = new RegExp(
  `(?:Answer|Answered|Asked|Posted|Written|Edited|Reviewed|Submitted|Comment|Photo|Photograph|Story|Text|Translated) [Bb]y ` +
    `(${initials}${name})((?: ${initials}${name}){0,2})${afterByline}`,
  "uy",
)
const russianByline = new RegExp(
  `(?:Автор|Текст|Фото|Ответ|Перевод|Подготовил[аи]?)(?::| от) (${initials}${name})((?: ${initials}${name}){0,2})${afterByline}`,
  "uy",
)
const caption = new RegExp(
  `${name}(?:,? (?:and |и |of |в |с )?${name}){0,4},(?: ca?\\.)? \\d{4}(?=\\s+\\p{Lu}\\p{Ll})`,
  "uy",
)
const commentMarker = /@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,38}(?=\s+["“«(]?\p{Lu})/uy
const dateline =
  /\p{Lu}{3,16}(?:[ -]\p{Lu}{2,16}){0,3}(?:, [\p{L}\d., ]{2,30})?(?: \([\p{L} ]{2,20}\))?(?: --?| [—–]|[—–])(?=\s+["“«]?\p{Lu}\p{Ll})/uy
const salutation = new RegExp(
  `(?:(?:Dear|Hi|Hello|Hey|Уважаем(?:ый|ая|ые)|Дорог(?:ой|ая|ие)|Здравствуйте|Привет)(?: [\\p{L}.]{1,20}){0,4}|` +
    `(?:[Kk]ind(?:est)?|[Bb]est|[Ww]arm(?:est)?) regards|Regards|Sincerely|Thanks|Thank you|Thx|Cheers|Yours truly|С уважением|Спасибо)` +
    `(?:,| ?:| -)(?=\\s+\\p{Lu})`,
  "uy",
)
const speakerLabel =
  /(?:[QAВО]|(?:Interviewer|Interviewee|Moderator|Narrator|Вопрос|Ответ|Корреспондент|Ведущий)|(?!PLEASE|NOTE|WARNING|NB|PS|FYI|RE|CC)\p{Lu}{2,16}(?:[ .]\p{Lu}{1,16}){0,2}):(?=\s+["“«(]?\p{Lu}\p{Ll}|\s+I\b)/uy
const capitals = /\p{Lu}{2,20}(?:[ ,'’&-]{1,2}\p{Lu}{2,20}){1,9}(?=\s+["“«]?\p{Lu}(?:\p{Ll}|\s+\p{Ll}))/uy
const ruleLine = /[=_*~#-]{5,}/y
const address = /(?:https?:\/\/|www\.)[^\s<>"«»“”]{4,150}(?=\s+(?:https?:|["“«(]?\p{Lu}))/uy

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Whether the name goes on into a phrase: "Posted by Ann Lee to the list". */
function runsOn(text: string, start: number, by: RegExpExecArray): boolean {
  const after = start + by[0].length
  return (
    by[2] === "" && /^\s+\p{Lu}[\p{L}'’-]{0,24} (?:to|on|at|in|for|and|from|of)\b/u.test(text.slice(after, after + 40))
  )
}

/** Ends a byline after the name: a third capitalised word, or one that opens sentences, belongs to what follows. */
function bylineEnd(found: RegExpExecArray, start: number): number {
  const tail = found[2] as string
  let end = start + found[0].length - tail.length
  let taken = 0
  for (const part of tail.split(/(?= )/)) {
    const word = part.trim()
    if (word === "" || taken === 1 || sentenceOpeners.has(word.toLowerCase())) break
    end += part.length
    if (!word.endsWith(".")) taken++
  }
  return end
}

/**
 * Finds what stands alone at the start of a unit: a timestamp, byline, caption, comment marker, dateline, salutation,
 * speaker label, all-capitals heading, line of dashes or web address, with more text after it on the same line.
 * Looks at most 160 code units ahead.
 */
export function leadInAt(text: string, start: number): LeadIn | null {
  const first = text.charCodeAt(start)
  const found = (pattern: RegExp, rule: RuleId): LeadIn | null => {
    const hit = match(pattern, text, start)
    return hit && hit[0].length <= reach ? { end: start + hit[0].length, rule } : null
  }
  if ((first >= 0x30 && first <= 0x39) || first === 0x5b || first === 0x28) return found(timestamp, "timestamp")
  if (first === 0x40) return found(commentMarker, "comment-marker")
  if (/[=_*~#-]/.test(text[start] as string)) return ruleLineAt(text, start)
  if (first === 0x68 || first === 0x77) return found(address, "web-address")
  if (!/\p{Lu}/u.test(text[start] as string)) return null
  const by = match(byline, text, start) ?? match(russianByline, text, start)
  if (by) return runsOn(text, start, by) ? null : { end: bylineEnd(by, start), rule: "byline" }
  return (
    found(dateline, "dateline") ??
    found(salutation, "salutation") ??
    found(speakerLabel, "speaker-label") ??
    headingAt(text, start) ??
    found(caption, "caption")
  )
}

/**
 * The rule by which a whole unit that nothing follows on its line would stand alone, or null: the unit is judged as
 * though a sentence followed it.
 */
export function loneRule(quote: string): RuleId | null {
  if (quote.length > reach || /[.!?…]$/.test(quote)) return null
  const found = leadInAt(`${quote} The end.`, 0)
  return found?.end === quote.length ? found.rule : null
}

function ruleLineAt(text: string, start: number): LeadIn | null {
  const hit = match(ruleLine, text, start)
  if (!hit) return null
  const end = start + hit[0].length
  return isSpaceAt(text, end) ? { end, rule: "rule-line" } : null
}

function headingAt(text: string, start: number): LeadIn | null {
  const hit = match(capitals, text, start)
  if (!hit || hit[0].length < 10 || hit[0].length > reach) return null
  return { end: start + hit[0].length, rule: "heading" }
}
