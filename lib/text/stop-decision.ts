import { carelessOpeners, referenceHeads, sentenceOpeners } from "./abbreviations.ts"
import { classAt, DIGIT, isDigitAt, isSpaceAt, isUpperAt, LOWER, SPACE, UPPER } from "./characters.ts"
import { leftWord } from "./left-word.ts"
import { isButtonLine } from "./physical-line.ts"
import { beginsFoot, dashedSignatureEnd } from "./posting-signature.ts"
import { type StopRun, signsRemark } from "./stop-run.ts"
import { reach, wordAt } from "./word-at.ts"

/** A stop and its surroundings, as the scanner found them. */
export interface StopContext extends StopRun {
  readonly text: string
  /** Where the unit that the stop may end starts. */
  readonly unitStart: number
  /** First code unit of the run of stops. */
  readonly stop: number
  /** Whether no white space separates the run from the next token. */
  readonly glued: boolean
  /** Whether the unit is direct speech by its form: begun with a dash, or with a quotation open. */
  readonly inSpeech: boolean
}

const speechVerbs = new Set(
  `said says asked asks replied replies answered wrote writes added adds shouted cried whispered exclaimed explained
   recalled remarked declared announced insisted continued
   спросил спросила ответил ответила сказал сказала крикнул крикнула воскликнул воскликнула подумал подумала`.split(
    /\s+/,
  ),
)

/** A remark in brackets between two sentences. */
const remark = /^\[[^\]\n]{2,50}\](?=\s+["“«(]?\p{Lu}|\s*$|\s*\n)/u

/** The longest beginning in small letters that a reference may go on from, in UTF-16 code units. */
export const shortHead = 24

const afterClock = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
   october november december et est edt pt pst pdt gmt utc bst cet`.split(/\s+/),
)

/** Whether an archival or bibliographic reference goes on at `next`: a head such as "Оп." and its number. */
function continuesReference(text: string, next: number): boolean {
  let length = 0
  while (length < 8 && classAt(text, next + length) & (UPPER | LOWER)) length++
  // No head of a reference is longer, and a stop or a number comes after it.
  if (length > 7 || (length > 1 && classAt(text, next + length) & SPACE && classAt(text, next + length + 1) & LOWER))
    return false
  const word = text[next] === "№" ? "№" : wordAt(text, next)
  // "Ед. хр. 12"
  if (word === "Ед" || word === "ед") return /^\. ?хр\. ?\d/.test(text.slice(next + 2, next + 10))
  if (word === "" || !referenceHeads.has(word.toLowerCase())) return false
  let index = next + word.length
  const stopped = text[index] === "."
  if (stopped) index++
  if (isSpaceAt(text, index)) index++
  return (stopped || word === "№") && /^(?:\p{Lu}-?)?\d/u.test(text.slice(index, index + 3))
}

/** Whether the words at `next` report who spoke: "said Ann", "Ann said", "she asked". */
function reportsSpeaker(text: string, next: number): boolean {
  const first = wordAt(text, next)
  if (speechVerbs.has(first.toLowerCase())) return true
  const after = next + first.length
  if (first === "" || text[after] !== " ") return false
  const second = wordAt(text, after + 1)
  return speechVerbs.has(second.toLowerCase()) && /[.,:;]/.test(text[after + 1 + second.length] ?? ".")
}

/** Whether a word that often opens a sentence stands at `index`, and is not itself an initial. */
function opensSentence(text: string, index: number): boolean {
  const word = wordAt(text, index)
  if (!sentenceOpeners.has(word.toLowerCase())) return false
  return word.length > 2 || text[index + word.length] !== "."
}

/** Skips the opening quotes, brackets, dashes and bullets at `index`, at most six of them, with their blanks. */
function skipOpeners(text: string, index: number): number {
  let at = index
  for (let steps = 0; steps < 6 && /[("'“‘«‹„‚[{—–\-•*·#>¿¡_ ]/.test(text[at] ?? "x"); steps++) at++
  return at
}

/** Whether the stop of `context` ends a unit. Decided from one or two tokens on either side. */
export function endsUnit(context: StopContext): boolean {
  const { text, next, mark, stop, unitStart, glued } = context
  if (stop === unitStart || (mark === "ellipsis" && isOmission(context))) return false
  const first = classAt(text, next)
  if (!glued && first & UPPER) return endsBeforeCapital(context, next)
  if (!glued && first & LOWER) return endsBeforeSmall(context, next)
  const nextChar = text[next] as string
  const word = skipOpeners(text, next)
  if (/[,;%)\]}]/.test(nextChar)) return false
  if (nextChar === "№") return !continuesReference(text, next)
  if (signsRemark(text, next)) return false
  if (nextChar === "/" && mark === "full-stop") return false
  if (nextChar === ":") return !glued && isSpaceAt(text, next + 1)
  if (glued) return endsUnitGlued(context)
  if (/[—–-]/.test(nextChar) && context.breaks === "none" && (isSpaceAt(text, next + 1) || text[next + 1] === "-")) {
    if (dashedSignatureEnd(text, next) > 0) return true
    if (!isUpperAt(text, word) || leftWord(text, stop, unitStart) === "leaning") return false
    return !context.inSpeech || beginsTurn(context)
  }
  const bits = classAt(text, word)
  if (bits & UPPER) return endsBeforeCapital(context, word)
  if (bits & DIGIT) return endsBeforeNumber(context)
  if (bits & LOWER) return endsBeforeSmall(context, word)
  if (nextChar === "@" || nextChar === "•") return true
  return (
    mark !== "full-stop" || ["plain", "digits", "closing", "measure", "none"].includes(leftWord(text, stop, unitStart))
  )
}

/** Whether the dash after the stop begins another speaker's turn: no narrator speaks within the unit. */
function beginsTurn({ text, unitStart, stop }: StopContext): boolean {
  return (
    /[—–-]/.test(text[unitStart] as string) &&
    !/[—–] \p{Ll}/u.test(text.slice(Math.max(unitStart + 2, stop - 160), stop + 1))
  )
}

/** Whether the stops are a mark of omission inside a sentence: "[...] (Smith 55)", "1 2 3 ... 9", "the thing is . . . I". */
function isOmission(context: StopContext): boolean {
  const { text, stop, next, unitStart } = context
  if (isDigitAt(text, next) && isDigitAt(text, stop - (isSpaceAt(text, stop - 1) ? 2 : 1))) return true
  if (text[stop - 1] === "[" && context.closed !== "no") {
    const own = stop - 1 === unitStart || /[.!?]["”’»]?\s*$/.test(text.slice(Math.max(unitStart, stop - 4), stop - 1))
    return !own || !isUpperAt(text, next)
  }
  return /^ \. \. \.\s+I\b/.test(text.slice(stop - 1, stop + 9))
}

function endsBeforeCapital(context: StopContext, word: number): boolean {
  const { text, stop, unitStart, mark, next } = context
  if (context.closed === "quote" && reportsSpeaker(text, word)) return false
  if (mark !== "full-stop") {
    if (mark !== "exclamation-mark" || text.charCodeAt(stop - 1) !== 0x6f) return true
    return text.slice(stop - 5, stop) !== "Yahoo" || opensSentence(text, word)
  }
  const left = leftWord(text, stop, unitStart)
  switch (left) {
    case "plain":
    case "closing":
    case "measure":
    case "none":
      // A short beginning names the archive or repeats the reference before: "Там же. Л. 12."
      if (classAt(text, stop - 1) & LOWER && stop - unitStart > shortHead) return true
      return !continuesReference(text, next)
    case "digits":
      if (continuesReference(text, next) || isFigureNumber(text, unitStart, stop)) return false
      return !isDigitAt(text, unitStart) || !/^\d+$/.test(text.slice(unitStart, Math.min(stop, unitStart + 5)))
    case "clock":
      if (text[next] === "(") return false
      return stop - unitStart > 12 && !afterClock.has(wordAt(text, word).toLowerCase())
    case "year": {
      const since = wordsSinceComma(text, unitStart, stop)
      // A year right after a comma belongs to a reference or caption: "Moscow, 1898 г."
      return since > 5 || (since !== 2 && opensSentence(text, word))
    }
    case "leaning":
      return false
    case "number-abbreviation":
      return opensSentence(text, word) || (!continuesReference(text, next) && !isUpperAt(text, stop - 1))
    case "initial":
    case "acronym":
    case "ending":
    case "ambiguous":
      return (opensSentence(text, word) || text[next] === '"') && !continuesReference(text, next)
  }
}

/** Whether all that stands in the unit is a figure's number, which its caption follows: "Fig. 2." */
function isFigureNumber(text: string, unitStart: number, stop: number): boolean {
  return (
    stop - unitStart < 14 &&
    /^(?:Fig|Figure|Plate|Table|Map|Рис|Рисунок|Табл|Таблица|Ил|Илл)\.? ?\d{1,3}\p{Ll}?$/u.test(
      text.slice(unitStart, stop),
    )
  )
}

/** Words between the last comma, or the unit's start, and `stop`; looks back 64 code units and then answers many. */
function wordsSinceComma(text: string, unitStart: number, stop: number): number {
  const from = Math.max(unitStart, stop - 64)
  const recent = text.slice(from, stop)
  const comma = recent.lastIndexOf(",")
  if (comma < 0 && from > unitStart) return 99
  return recent
    .slice(comma + 1)
    .trim()
    .split(/\s+/).length
}

function endsBeforeNumber(context: StopContext): boolean {
  if (context.mark === "ellipsis") return context.text[context.next] !== "("
  if (context.mark !== "full-stop" || context.closed === "quote") return true
  if (/\d\p{L}{1,2}$/u.test(context.text.slice(context.stop - 4, context.stop))) return false
  const left = leftWord(context.text, context.stop, context.unitStart)
  if (left === "digits") return !/^\d+$/.test(context.text.slice(context.unitStart, context.stop).slice(0, 5))
  if (left !== "plain" && left !== "closing" && left !== "none") return false
  return !yearOfReference(context)
}

/** Whether a year comes next that a bibliographic reference goes on after: "Past and Present. 1990. No. 5." */
function yearOfReference({ text, next }: StopContext): boolean {
  const year = /^(?:1[5-9]|20)\d\d[.,] ?/.exec(text.slice(next, next + 6))
  return year !== null && continuesReference(text, next + year[0].length)
}

function endsBeforeSmall(context: StopContext, word: number): boolean {
  const { text, mark, next } = context
  if (mark === "ellipsis") return false
  if (beginsFoot(text, word)) return true
  if (isButtonLine(text, next)) return true
  const left = leftWord(text, context.stop, context.unitStart)
  if (/^\p{Ll}+\d+[.\d]*\d/u.test(text.slice(word, word + reach))) return left === "plain"
  if (text[next] === "[" && remark.test(text.slice(next, next + 60)))
    return (
      left === "plain" ||
      left === "none" ||
      (left === "digits" && /\d{4}$/.test(text.slice(context.stop - 4, context.stop)))
    )
  if (context.closed !== "no") return false
  if (text[next] === "(" || text[next] === "[") return mark !== "full-stop" || left === "plain"
  if (mark === "question-mark") return !reportsSpeaker(text, word) && !/^(?:and|or|и|или|а)$/.test(wordAt(text, word))
  if (reportsSpeaker(text, word)) return false
  if (mark !== "full-stop") return !endsInName(context)
  if (left !== "plain" && left !== "digits") return false
  // Who begins without a capital goes on without one.
  if (classAt(text, context.unitStart) & LOWER && context.stop - context.unitStart > 8) {
    return left === "plain" || !/^\d+$/.test(text.slice(context.unitStart, context.stop))
  }
  return left === "plain" && (carelessOpeners.has(wordAt(text, word).toLowerCase()) || isPlainEnd(text, context.stop))
}

/** Whether the exclamation mark belongs to a name within the sentence: "works at Yahoo! in the office". */
function endsInName({ text, stop, end, unitStart }: StopContext): boolean {
  let start = stop
  const floor = Math.max(unitStart, stop - reach)
  while (start > floor && classAt(text, start - 1) & (UPPER | LOWER)) start--
  return end === stop + 1 && start > unitStart && isUpperAt(text, start) && !isUpperAt(text, start + 1)
}

/** Whether the four characters before `stop` are small letters, so that the word is no usual abbreviation. */
function isPlainEnd(text: string, stop: number): boolean {
  return /^\p{Ll}{4}$/u.test(text.slice(Math.max(0, stop - 4), stop))
}

/**
 * Whether a stop without a space after it ends a unit: "archive.In", "1950.It", "done.”She".
 * A host, an e-mail address, a file name or a version number stays whole.
 */
function endsUnitGlued(context: StopContext): boolean {
  const { text, stop, next, unitStart, mark } = context
  const at = skipOpeners(text, next)
  if (isDigitAt(text, at)) {
    return (
      mark === "full-stop" && at === next && /^\d{4}(?:\s|$)/.test(text.slice(at, at + 5)) && isPlainEnd(text, stop)
    )
  }
  if (!isUpperAt(text, at)) return false
  const word = wordAt(text, at)
  const single = word.length === 1
  const opens = sentenceOpeners.has(word.toLowerCase()) && isSpaceAt(text, at + 1)
  if (single && !opens && !(isPlainEnd(text, stop) && opensName(text, at))) return false
  if (mark === "full-stop" && context.closed === "no") {
    const left = leftWord(text, stop, unitStart)
    if (left === "digits") return !single && stop - unitStart > 3 && /^\p{Lu}\p{Ll}+$/u.test(word)
    if (left === "none") return /[)\]»”"%;'’]/.test(text[stop - 1] ?? "")
    if (left !== "plain" && left !== "closing" && left !== "year" && left !== "measure") return false
    if (/^[A-Z]{2,}$/.test(word) && (word === "NET" || word === "JS" || isUpperAt(text, stop - 1))) return false
    if (/^(?:\p{L}|\p{Lu}+)$/u.test(text.slice(stop - 2, stop)) && isUpperAt(text, stop - 1) && single) return false
  }
  return !insideAddress(text, unitStart, stop, at + word.length)
}

/** Whether initials and a name, or an archive's first part, begin at `at`: "Б. Н. Орлов", "Ф. 8123". */
function opensName(text: string, at: number): boolean {
  return /^\p{Lu}\. ?(?:\p{Lu}\. ?)?(?:\p{Lu}\p{Ll}|\d)/u.test(text.slice(at, at + 10))
}

/** Whether the token around a glued stop is a web or e-mail address or a file name. */
function insideAddress(text: string, unitStart: number, stop: number, after: number): boolean {
  const floor = Math.max(unitStart, stop - 80)
  let start = stop
  while (start > floor && !isSpaceAt(text, start - 1)) start--
  if (/:\/\/|@|www\./i.test(text.slice(start, stop))) return true
  return text[after] === "@" || text[after] === "/" || text[after] === "_" || text.slice(after, after + 2) === "()"
}
