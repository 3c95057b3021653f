import { sentenceOpeners } from "./abbreviations.ts"
import { leadWords, negations, smallWords } from "./same-words.ts"
import { isNumberWord, readRight, spelled } from "./spelling.ts"

/** What a word does in a claim: what it counts, dates, names or denies must not differ between two that say the same. */
export type WordRole = "number" | "date" | "name" | "negation" | "small" | "word"

/** What a word says wherever it stands. */
export interface WordReading {
  /** In lower case without hyphens and apostrophes. */
  readonly bare: string
  /** The words of which it is contracted: "didn't" says "did" and "not". */
  readonly parts: readonly string[] | null
  /** In the one spelling that copies share. */
  readonly form: string
  readonly role: WordRole
  readonly asCapital: WordRole
  /** Its role with a capital at the head of a unit, where every word has one. */
  readonly asFirst: WordRole
}

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|январ[яье]|феврал[яье]|март[ае]?|апрел[яье]|ма[йяе]|июн[яье]|июл[яье]|август[ае]?|сентябр[яье]|октябр[яье]|ноябр[яье]|декабр[яье])$/
const weekdays =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)$/

const numerals = new Map(
  `two three four five six seven eight nine ten eleven twelve|два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать`
    .split("|")
    .flatMap(list => list.split(" ").map((word, at) => [word, String(at + 2)] as const)),
)

const contracted = new Map(
  `cannot can not|cant can not|wont will not|dont do not|doesnt does not|didnt did not|isnt is not|arent are not|wasnt was not|werent were not|
   wouldnt would not|couldnt could not|shouldnt should not|hasnt has not|havent have not|hadnt had not|mustnt must not|neednt need not`
    .split("|")
    .map(line => {
      const [whole, ...parts] = line.trim().split(" ")
      return [whole as string, parts] as const
    }),
)

/** Reads a word in lower case, as `wordsOf` writes it. */
export function readingOf(word: string): WordReading {
  const bare = word.includes("'") || word.includes("-") ? word.replace(/['-]/g, "") : word
  const right = readRight(bare)
  const form = numerals.get(right) ?? spelled(right)
  const role = roleOf(form, false)
  const asCapital = roleOf(form, true)
  const opens = asCapital === "name" && (sentenceOpeners.has(form) || leadWords.has(form))
  return { bare, parts: contracted.get(bare) ?? null, form, role, asCapital, asFirst: opens ? role : asCapital }
}

function roleOf(form: string, capital: boolean): WordRole {
  if (/\d/.test(form)) return /^[12]\d{3}$/.test(form) ? "date" : "number"
  if (negations.has(form)) return "negation"
  if (months.test(form) && (capital || (form !== "may" && form !== "march"))) return "date"
  if (weekdays.test(form)) return "date"
  if (isNumberWord(form)) return "number"
  if (capital) return "name"
  return smallWords.has(form) ? "small" : "word"
}
