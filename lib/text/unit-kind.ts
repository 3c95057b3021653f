import type { Cue, UnitKind } from "../domain/unit.ts"
import { hasFiniteVerb } from "./finite-verb.ts"
import { isInstruction } from "./instruction.ts"
import { loneRule } from "./lead-in.ts"
import { isEvaluation, isProjection } from "./opinion.ts"
import { isPageChrome } from "./page-chrome.ts"
import { lines, phraseTable } from "./phrases.ts"
import type { RuleId } from "./rules.ts"
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
  "rule-line": { kind: "boilerplate", rule: "is-rule-line" },
  "web-address": { kind: "boilerplate", rule: "is-web-address" },
  caption: { kind: "fragment", rule: "is-caption" },
  heading: { kind: "fragment", rule: "is-heading" },
  dateline: { kind: "fragment", rule: "is-dateline" },
  salutation: { kind: "fragment", rule: "is-salutation" },
}

/** Talk about the thread, the recording or the text itself. */
const talk = phraseTable<true>(
  lines(
    `the op
    this answer
    your answer
    my answer
    your question
    my question
    this thread
    this post
    your post
    my post
    this comment
    your comment
    my comment
    your follow-up
    follow-up comment
    this article needs
    this article is about
    this article was written
    this article has
    this site
    this page
    this forum
    this subreddit
    downvote
    downvoted
    upvote
    upvoted
    upvotes
    off topic
    off-topic
    the title of the question
    cross-posted
    crossposted
    closed as off-topic
    closed as a duplicate
    closed as duplicate
    as i said above
    as noted above
    as mentioned above
    see above
    let me add
    edited to add
    этот ответ
    ваш ответ
    мой ответ
    ваш вопрос
    мой вопрос
    этот комментарий
    ваш комментарий
    как сказано выше
    см выше`,
    true as const,
  ),
)

const timeAgo =
  /^\(?\d{1,3} ?(?:yr|year|mo|month|wk|week|day|hr|hour|h|d|m|min|minute)s?\.? ago\b|^\d{1,3} (?:год|лет|месяц|дн|день|недел|час|минут)[а-я]* назад/i
const counter =
  /^\d[\d.,]*[kK]? (?:votes?|comments?|points?|views?|answers?|replies|likes?|shares?|subscribers|followers|upvotes|комментари[йяев]+|просмотр)/
const version = /^(?:rev|v|ver|version|build)[ .]?\d[\d.]*\.?$/i
const copyright = /^(?:©|\(c\) ?\d{4}|copyright\b)/i
const edition = /^(?:credit|photo|image|source|фото|источник|photo credit|image credit)s?:/i
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
  if (cutOff) return cutOff
  if (unit.words.length === 0) return { kind: "boilerplate", rule: "has-no-words" }
  const head = text.slice(start, Math.min(end, start + 60))
  const shape = byShape(head, unit, end - start)
  if (shape) return shape
  if (isPageChrome(text, start, end, unit)) return { kind: "boilerplate", rule: "is-page-chrome" }
  if (/\?[\s!?.)\]"'”’»]*$/.test(text.slice(Math.max(start, end - 8), end)))
    return { kind: "question", rule: "is-question" }
  if (isInstruction(text, unit)) return { kind: "instruction", rule: "is-instruction" }
  if (talk.in(unit.words)) return { kind: "meta", rule: "is-about-the-thread" }
  if (!hasFiniteVerb(text, unit)) return { kind: "fragment", rule: "has-no-predicate" }
  if (isEvaluation(unit, cues)) return { kind: "opinion", rule: "is-evaluation" }
  return isProjection(unit, cues) ? { kind: "opinion", rule: "is-projection" } : { kind: "claim", rule: "is-assertion" }
}

function byShape(head: string, unit: UnitWords, length: number): KindFound | null {
  if (/^[([]?\d{1,3}[.)\]]{0,2}$/.test(head) || /^[a-z][.)]$/.test(head))
    return { kind: "fragment", rule: "is-list-number" }
  if (timeAgo.test(head) && length < 40) return { kind: "boilerplate", rule: "is-timestamp" }
  if (/^[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?$/.test(head)) return { kind: "boilerplate", rule: "is-timestamp" }
  if (counter.test(head) && length < 90) return { kind: "boilerplate", rule: "is-counter" }
  if (version.test(head) || copyright.test(head)) return { kind: "boilerplate", rule: "is-page-chrome" }
  if (edition.test(head) && length < 120) return { kind: "boilerplate", rule: "is-byline" }
  if (/^@[\p{L}\p{N}_.-]+$/u.test(head)) return { kind: "boilerplate", rule: "is-comment-marker" }
  if (/^(?:https?:\/\/|www\.)\S+$/.test(head)) return { kind: "boilerplate", rule: "is-web-address" }
  if (/^[([]?(?:cont|continued|продолжение|прод)\.?\)?/i.test(head) && unit.words.length <= 2) {
    return { kind: "meta", rule: "is-about-the-thread" }
  }
  return reference.test(head) ? { kind: "fragment", rule: "is-reference" } : null
}
