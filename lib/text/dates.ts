import type { Cue } from "../domain/unit.ts"
import { type DateOpening, dateOpenings } from "./date-openings.ts"
import type { RuleId } from "./rules.ts"

const monthNames = [
  "jan(?:uary|\\.)?|янв(?:ар[яьей]+|\\.)",
  "feb(?:ruary|r?\\.)?|фев(?:рал[яьей]+|р?\\.)",
  "mar(?:ch|\\.)|март(?:а|е)?|мар\\.",
  "apr(?:il|\\.)|апр(?:ел[яьей]+|\\.)",
  "may|ма[йяе]",
  "june?\\.?|июн[яьей]+",
  "july?\\.?|июл[яьей]+",
  "aug(?:ust|\\.)|авг(?:уст(?:а|е)?|\\.)",
  "sept?(?:ember|\\.)|сент(?:ябр[яьей]+|\\.)",
  "oct(?:ober|\\.)|окт(?:ябр[яьей]+|\\.)",
  "nov(?:ember|\\.)|ноя(?:бр[яьей]+|б?\\.)",
  "dec(?:ember|\\.)|дек(?:абр[яьей]+|\\.)",
]
const anyMonth = `(${monthNames.join("|")})`
const monthTests = monthNames.map(name => new RegExp(`^(?:${name})$`, "iu"))
const year = "([12]\\d{3})"
const edge = "(?<![\\p{L}\\d.])"
const done = "(?![\\p{L}\\d])"
const about = "(?:(ca?\\.|circa|about|around|approximately|около|примерно|ок\\.)\\s?)?"

interface Pattern {
  readonly rule: RuleId
  readonly opens: DateOpening
  /** Looked for where its opening stands and nowhere else. */
  readonly pattern: RegExp
  /** The date in EDTF, or null when the match is no date. */
  readonly read: (groups: readonly (string | undefined)[]) => string | null
}

const pad = (value: number): string => String(value).padStart(2, "0")

function monthNumber(name: string): number {
  return monthTests.findIndex(test => test.test(name)) + 1
}

function dayOf(yearText: string | undefined, month: string, day: string): string | null {
  const number = Number(day)
  const at = monthNumber(month)
  if (number < 1 || number > 31 || at < 1) return null
  return `${yearText ?? "XXXX"}-${pad(at)}-${pad(number)}`
}

/** The later year of a span written short: 1936 and "37" give 1937; null when it does not run forward. */
function later(first: string, rest: string): string | null {
  const second = rest.length === 4 ? rest : first.slice(0, 4 - rest.length) + rest
  return Number(second) > Number(first) ? second : null
}

const romans: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

function centuryOf(written: string): string | null {
  let number = Number.parseInt(written, 10)
  if (Number.isNaN(number)) {
    const digits = [...written].map(letter => romans[letter] ?? 0)
    number = digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
  }
  return number >= 1 && number <= 21 ? `${pad(number - 1)}XX` : null
}

const style =
  "(?:,? ?(ст\\. ?ст\\.?|н\\. ?ст\\.?|по (?:старому|новому) стилю|o\\. ?s\\.?|n\\. ?s\\.?|(?:old|new)[ -]style))?"

/** The New Style one of two days given for one event: as the text says, or else the one later in the year. */
function newStyle(one: Day, other: Day, said?: string, ...years: readonly (string | undefined)[]): string | null {
  const otherIsOld = said !== undefined && /^(?:ст|по стар|o|old)/iu.test(said)
  const otherIsNew = said !== undefined && !otherIsOld
  const order =
    monthNumber(other.month as string) * 31 +
    Number(other.day) -
    monthNumber(one.month as string) * 31 -
    Number(one.day)
  const later = order > 0 && order < 100 ? other : order < -300 ? other : one
  const chosen = otherIsOld ? one : otherIsNew ? other : later
  return dayOf(
    years.find(when => when !== undefined),
    chosen.month as string,
    chosen.day as string,
  )
}

interface Day {
  readonly month: string | undefined
  readonly day: string | undefined
}

const patterns: readonly Pattern[] = [
  {
    rule: "date-two-styles",
    opens: "day",
    pattern: new RegExp(
      `${edge}(\\d{1,2})(?:st|nd|rd|th)? ${anyMonth}(?:,? ${year}(?: (?:г\\.|года))?)? ?\\((\\d{1,2})(?:st|nd|rd|th)? ${anyMonth}(?:,? ${year})?${style}\\)(?:,? ${year})?`,
      "iuy",
    ),
    read: ([, day, month, first, otherDay, otherMonth, second, said, third]) =>
      newStyle({ month, day }, { month: otherMonth, day: otherDay }, said, first, second, third),
  },
  {
    rule: "date-two-styles",
    opens: "month",
    pattern: new RegExp(
      `${edge}${anyMonth} (\\d{1,2})(?:,? ${year})? ?\\(${anyMonth} (\\d{1,2})(?:,? ${year})?${style}\\)(?:,? ${year})?`,
      "iuy",
    ),
    read: ([, month, day, first, otherMonth, otherDay, second, said, third]) =>
      newStyle({ month, day }, { month: otherMonth, day: otherDay }, said, first, second, third),
  },
  {
    rule: "date-range",
    opens: "day",
    pattern: new RegExp(`${edge}(\\d{1,2}) ?[-–—] ?(\\d{1,2}) ${anyMonth}(?:,? ${year})?${done}`, "iuy"),
    read: ([, from, to, month, when]) => {
      const first = dayOf(when, month as string, from as string)
      const last = dayOf(when, month as string, to as string)
      return first && last && Number(from) < Number(to) ? `${first}/${last}` : null
    },
  },
  {
    rule: "date-range",
    opens: "day",
    pattern: new RegExp(`${edge}(\\d{1,2}) ${anyMonth} ?[-–—] ?(\\d{1,2}) ${anyMonth}(?:,? ${year})?${done}`, "iuy"),
    read: ([, from, month, to, otherMonth, when]) => {
      const first = dayOf(when, month as string, from as string)
      const last = dayOf(when, otherMonth as string, to as string)
      return first && last ? `${first}/${last}` : null
    },
  },
  {
    rule: "date-range",
    opens: "month",
    pattern: new RegExp(`${edge}${anyMonth} ?[-–—] ?${anyMonth},? ${year}${done}`, "iuy"),
    read: ([, month, otherMonth, when]) =>
      `${when}-${pad(monthNumber(month as string))}/${when}-${pad(monthNumber(otherMonth as string))}`,
  },
  {
    rule: "date-day",
    opens: "month",
    pattern: new RegExp(`${edge}${anyMonth},? (\\d{1,2})(?:st|nd|rd|th)?(?:,? ${year})?${done}`, "iuy"),
    read: ([, month, day, when]) => dayOf(when, month as string, day as string),
  },
  {
    rule: "date-day",
    opens: "day",
    pattern: new RegExp(`${edge}(\\d{1,2})(?:st|nd|rd|th|-го)? (?:of )?${anyMonth}(?:,? ${year})?${done}`, "iuy"),
    read: ([, day, month, when]) => dayOf(when, month as string, day as string),
  },
  {
    rule: "date-day",
    opens: "year",
    pattern: new RegExp(`${edge}(\\d{4})-(\\d{2})-(\\d{2})${done}`, "uy"),
    read: ([, when, month, day]) => (Number(month) <= 12 && Number(day) <= 31 ? `${when}-${month}-${day}` : null),
  },
  {
    rule: "date-day",
    opens: "day",
    pattern: new RegExp(`${edge}(\\d{1,2})\\.(\\d{1,2})\\.${year}${done}`, "uy"),
    read: ([, day, month, when]) =>
      Number(month) <= 12 && Number(day) <= 31 ? `${when}-${pad(Number(month))}-${pad(Number(day))}` : null,
  },
  {
    rule: "date-month",
    opens: "month",
    pattern: new RegExp(`${edge}${anyMonth},? (?:of )?${year}${done}`, "iuy"),
    read: ([, month, when]) => `${when}-${pad(monthNumber(month as string))}`,
  },
  {
    rule: "date-damaged-span",
    opens: "glued-years",
    pattern: new RegExp(`${edge}${year}(\\d{2})${done}`, "uy"),
    read: ([, first, rest]) => {
      const second = later(first as string, rest as string)
      return second && Number(first) >= 1500 && Number(first) <= 2029 && Number(second) - Number(first) <= 40
        ? `${first}?/${second}?`
        : null
    },
  },
  {
    rule: "date-span",
    opens: "year",
    pattern: new RegExp(`${edge}${year}\\s?[-–—]\\s?(\\d{4}|\\d{2})${done}(?!-)`, "uy"),
    read: ([, first, rest]) => {
      const second = later(first as string, rest as string)
      return second ? `${first}/${second}` : null
    },
  },
  {
    rule: "date-decade",
    opens: "year",
    pattern: new RegExp(`${edge}([12]\\d{2})0(?:['’]?s|-е|-х|-ые|-ых)${done}`, "iuy"),
    read: ([, decade]) => `${decade}X`,
  },
  {
    rule: "date-century",
    opens: "century",
    pattern: new RegExp(
      `${edge}(?:(\\d{1,2})(?:st|nd|rd|th)[ -]century|([IVX]{1,5}|\\d{1,2})(?:-[а-я]{1,3})? век(?:а|е|у|ом)?|([IVX]{1,5}) в\\.)${done}`,
      "uy",
    ),
    read: ([, english, russian, short]) => centuryOf((english ?? russian ?? short) as string),
  },
  {
    rule: "date-year",
    opens: "rough-year",
    pattern: new RegExp(
      `${edge}${about}(?<![$€£№#/-])${year}(?:-[гйм][а-я]{0,2})?${done}(?![-–—/%]\\d)(?!,\\d{3})(?!\\.\\d)(?! (?:people|men|women|soldiers|troops|words|pages|copies|tons|tonnes|km|kg|miles|metres|meters|dollars|rubles|roubles|votes|prisoners|officers|workers|человек|рублей|км|кг|тонн|экземпляров|жителей|солдат|метров|страниц))`,
      "iuy",
    ),
    read: ([, rough, when]) => (Number(when) > 2100 ? null : `${when}${rough ? "~" : ""}`),
  },
]

/** The undamaged reading of a span of years that lost its dash: "191718" is "1917–18". */
export function damagedSpanReading(written: string): string {
  return `${written.slice(0, 4)}–${written.slice(4)}`
}

/**
 * Finds the dates in `[start, end)` and reads each in EDTF (Library of Congress, 2019): days, months, years, spans,
 * decades, centuries; an unknown year is XXXX, an approximate one carries "~", a doubtful one "?".
 * A date that lies in another one is not reported again.
 */
export function dateCues(text: string, start: number, end: number): Cue[] {
  const body = text.slice(start, end)
  const openings = dateOpenings(body)
  const cues: Cue[] = []
  let taken: Uint8Array | null = null
  for (const { rule, opens, pattern, read } of patterns) {
    let searched = 0
    for (const at of openings[opens]) {
      if (at < searched) continue
      pattern.lastIndex = at
      const found = pattern.exec(body)
      if (found === null) continue
      const to = at + found[0].length
      searched = to
      if (taken !== null && (taken[at] || taken[to - 1])) continue
      const reading = read(found)
      if (reading === null) continue
      taken ??= new Uint8Array(body.length)
      taken.fill(1, at, to)
      const place = { strength: 2 as const, start: start + at, end: start + to }
      cues.push({ kind: "date", rule, ...place, reading })
      if (rule === "date-damaged-span")
        cues.push({ kind: "damage", rule: "lost-dash", ...place, reading: damagedSpanReading(found[0]) })
    }
  }
  return cues
}
