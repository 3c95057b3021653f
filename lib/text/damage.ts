import type { Cue } from "../domain/unit.ts"
import { isLowerAt, isUpperAt } from "./characters.ts"
import type { LexicalWord } from "./lexicon.ts"
import { DAMAGE } from "./openings.ts"
import type { RuleId } from "./rules.ts"
import type { UnitWords } from "./unit-words.ts"
import { isListed } from "./word-class.ts"

/** What one reading of the whole text teaches about its names. */
export interface Vocabulary {
  /** Words written with a capital after a word in small letters or a comma, as written. */
  readonly names: ReadonlySet<string>
}

const contractions: ReadonlyMap<string, string> = new Map(
  `didnt didn't
   doesnt doesn't
   dont don't
   isnt isn't
   wasnt wasn't
   werent weren't
   arent aren't
   hasnt hasn't
   havent haven't
   hadnt hadn't
   couldnt couldn't
   wouldnt wouldn't
   shouldnt shouldn't
   thats that's
   whats what's
   theres there's
   theyre they're
   youre you're
   theyve they've
   youve you've
   weve we've
   ive I've
   im I'm`
    .split("\n")
    .map(line => line.trim().split(" ") as [string, string]),
)

/** A plural rather than a name with a lost apostrophe: "Germans", "Bolsheviks", "Soviets", "Communists". */
const pluralOfPeople =
  /(?:an|ian|ist|ik|ish|ese|iet|ite|crat|er|ev?ik|or|ard|ee|eer|al|ent|ion|y?ear|ing|ship|ment|ty|ic)s$/
const afterPlural = new Set(
  `the these those many some all most few other two three four five six several both young old former of between among
   no any more`.split(/\s+/),
)
const afterName = new Set(
  `and or but were are have had in of to who that which from with by for on at as was is has will would could can may
   against under into after before during the a an than then when while also not did do if so`.split(/\s+/),
)

/** Collects the names of a text in one pass. */
export function vocabularyOf(text: string): Vocabulary {
  const names = new Set<string>()
  let at = text.indexOf(" ") + 1
  while (at > 0) {
    if (!isUpperAt(text, at) || !(isLowerAt(text, at - 2) || text[at - 2] === ",")) {
      at = text.indexOf(" ", at) + 1
      continue
    }
    let end = at + 1
    while (end < text.length && end - at < 40 && isLowerAt(text, end)) end++
    if (end - at > 2) names.add(text.slice(at, end))
    at = text.indexOf(" ", end) + 1
  }
  return { names }
}

const scarred = /\ufffd|â€[\u0080-\uffff]?|Ã[\u0080-\u00bf]|Ð[\u0080-\u00bf]|,[.,;]|\s[sS](?=\s)/g
/** A sign of a scar; a lone "s" is a word that may be damaged. */
const mayBeScarred = /[\ufffdâÃÐ]|,[.,;]|\s[sS]\s/
const gluedName = /(?<![\p{L}\d])(\p{Ll}{3,30})(\p{Lu}\p{Ll}{2,30})(?![\p{L}\d])/gu

/** Whether a word may be damaged, wherever it stands. */
export const mayBeDamaged = (word: string): boolean =>
  word.endsWith("s") || contractions.has(word) || misreading(word) !== null

/** Finds damaged words in a unit: lost apostrophes, glued words, lost words, broken encodings, with their reading. */
export function damageCues(text: string, start: number, end: number, unit: UnitWords, vocabulary: Vocabulary): Cue[] {
  const cues: Cue[] = []
  const add = (rule: RuleId, from: number, to: number, reading?: string) => {
    cues.push({
      kind: "damage",
      rule,
      strength: 2,
      start: from,
      end: to,
      ...(reading === undefined ? {} : { reading }),
    })
  }
  unit.words.forEach((word, index) => {
    if (((unit.lexical[index] as LexicalWord).opens & DAMAGE) === 0) return
    const from = unit.starts[index] as number
    const to = unit.ends[index] as number
    const whole = contractions.get(word)
    const misread = misreading(word)
    if (misread !== null) add("confused-letters", from, to, isUpperAt(text, from) ? capitalised(misread) : misread)
    else if (whole !== undefined) add("lost-apostrophe", from, to, isUpperAt(text, from) ? capitalised(whole) : whole)
    else if (word.endsWith("s") && isLostPossessive(text, unit, index, vocabulary)) {
      add("lost-apostrophe", from, to, `${text.slice(from, to - 1)}'s`)
    }
  })
  const body = text.slice(start, end)
  for (const found of unit.humped ? body.matchAll(gluedName) : []) {
    const [whole, left, right] = found as unknown as [string, string, string]
    if (vocabulary.names.has(right) && !vocabulary.names.has(capitalised(left))) {
      add("glued-words", start + found.index, start + found.index + whole.length, `${left} ${right}`)
    }
  }
  if (mayBeScarred.test(body))
    for (const found of body.matchAll(scarred)) scar(text, start + found.index, found[0], add)
  return cues.sort((left, right) => left.start - right.start)
}

const scans: ReadonlyMap<string, string> = new Map(
  `tbe the, tbat that, tbis this, tbey they, tbere there, tben then, tbeir their, wbich which, wben when, wbo who, wbat what,
   wbere where, wbile while, aud and, bave have, bim him, liis his, liim him, witli with, botli both, tlie the, tiie the,
   thc the, ihe the, ihat that, wiih with, witb with, vvas was, vvith with, whicb which, sucb such`
    .split(",")
    .map(pair => pair.trim().split(" ") as [string, string]),
)

/** The likely word behind one that a scan garbled: "li" for "h", "rn" for "m", letters for the digits of a year. */
function misreading(word: string): string | null {
  const scan = scans.get(word)
  if (scan !== undefined) return scan
  if (word.length === 4 && /^(?=.*\d)(?=.*[lio])[lio\d]{4}$/.test(word)) {
    const digits = word.replace(/[li]/g, "1").replaceAll("o", "0")
    return /^1[5-9]\d\d$/.test(digits) ? digits : null
  }
  if (word.length < 4 || word.length > 12) return null
  const rn = word.indexOf("rn")
  const li = word.indexOf("li")
  if ((rn < 0 && li < 0) || isListed(word)) return null
  const mended = rn >= 0 ? word.replace("rn", "m") : word.replace("li", "h")
  return isListed(mended) && !/^(?:le|em|im|am)/.test(mended) ? mended : null
}

function scar(
  text: string,
  at: number,
  found: string,
  add: (rule: RuleId, from: number, to: number, reading?: string) => void,
) {
  if (/^\s/.test(found)) {
    const before = /[\p{L}]{2,40}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0]
    if (before && /^\p{Lu}/u.test(before)) add("lost-apostrophe", at - before.length, at + 2, `${before}'s`)
  } else if (found.startsWith(",")) add("lost-words", at, at + found.length)
  else add("broken-encoding", at, at + found.length)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Whether the word at `index` is a name of the text with an "s" glued to it, before what it possesses. */
function isLostPossessive(text: string, unit: UnitWords, index: number, vocabulary: Vocabulary): boolean {
  const from = unit.starts[index] as number
  const to = unit.ends[index] as number
  if (to - from < 5 || !isUpperAt(text, from)) return false
  const written = text.slice(from, to)
  if (!vocabulary.names.has(written.slice(0, -1)) || pluralOfPeople.test(written)) return false
  if (index > 0 && afterPlural.has(unit.words[index - 1] as string) && unit.words[index - 1] !== "of") return false
  const next = unit.words[index + 1]
  if (next === undefined || afterName.has(next)) return false
  return /^ ["“«]?$/.test(text.slice(to, unit.starts[index + 1]))
}
