import fc from "fast-check"
import { expect, test } from "vitest"
import type { ProposedUnit } from "../../lib/domain/unit.ts"
import { bandsOf } from "../../lib/text/bands.ts"
import { compareSaid } from "../../lib/text/compare-said.ts"
import { findDuplicates } from "../../lib/text/duplicates.ts"
import { readSaid } from "../../lib/text/said.ts"
import { cpuTime } from "../support/cpu-time.ts"

const word = fc.constantFrom(
  ..."the a of in clerk ledger burned copied Narva Lerner Orlova 1912 March 14 not never and harbour officers yard was by он не завод построили Омск ещё 7".split(
    " ",
  ),
)
const sentence = fc.array(word, { minLength: 2, maxLength: 16 }).map(words => `${words.join(" ")}.`)
const compare = (left: string, right: string) => compareSaid(readSaid(left), readSaid(right))

const mirrored = (likeness: ReturnType<typeof compare>) =>
  likeness?.kind === "variant"
    ? { ...likeness, readings: likeness.readings.map(({ kind, left, right }) => ({ kind, left: right, right: left })) }
    : likeness

test("a quote is the same as itself and meets itself", () => {
  fc.assert(
    fc.property(sentence, quote => {
      expect(compare(quote, quote)).toEqual({ kind: "same", how: "exact" })
      expect(compareSaid(readSaid(quote), readSaid(`${quote} `))).toEqual({ kind: "same", how: "layout" })
      expect(bandsOf(readSaid(`${quote} `))).toEqual(bandsOf(readSaid(quote)))
    }),
  )
})

test("it does not matter which of two quotes comes first for whether they are the same", () => {
  fc.assert(
    fc.property(sentence, sentence, fc.nat(15), fc.option(word), (left, other, at, put) => {
      const words = left.split(" ")
      words.splice(at % words.length, 1, ...(put === null ? [] : [put]))
      for (const right of [other, `${words.join(" ").replace(/\.?$/, ".")}`]) {
        const [here, there] = [compare(left, right), compare(right, left)]
        expect(there?.kind).toBe(here?.kind)
        if (here?.kind === "same") expect(there).toEqual(here)
        if (here?.kind === "variant") expect(mirrored(there)).toMatchObject({ contradiction: here.contradiction })
      }
    }),
    { numRuns: 1_000, examples: [["ledger the Lerner Lerner Омск.", "ledger Lerner Lerner Lerner.", 0, null]] },
  )
})

test("another digit is never the same", () => {
  fc.assert(
    fc.property(
      sentence,
      fc.integer({ min: 10, max: 2_000 }),
      fc.nat(3),
      fc.integer({ min: 1, max: 9 }),
      (quote, number, at, by) => {
        const digits = String(number)
        const place = at % digits.length
        const changed = `${digits.slice(0, place)}${(Number(digits[place]) + by) % 10}${digits.slice(place + 1)}`
        expect(compare(`${digits} men and ${quote}`, `${changed} men and ${quote}`)?.kind).not.toBe("same")
        expect(compare(`They sent ${digits} men, ${quote}`, `They sent ${changed} men, ${quote}`)?.kind).not.toBe(
          "same",
        )
      },
    ),
  )
})

test("a denial more is never the same", () => {
  fc.assert(
    fc.property(
      sentence,
      fc.nat(15),
      fc.constantFrom("not", "never", "не", "нет", "without", "nobody"),
      (quote, at, denial) => {
        const words = quote.split(" ")
        words.splice(at % (words.length + 1), 0, denial)
        expect(compare(quote, words.join(" "))?.kind).not.toBe("same")
      },
    ),
  )
})

/** Milliseconds, the least of three, that finding duplicates takes in units of these quotes. */
function spend(quotes: readonly string[]): number {
  const text = quotes.join(" ")
  let start = 0
  const units: ProposedUnit[] = quotes.map(quote => {
    const unit = { start, end: start + quote.length, kind: "claim", rules: [], cues: [] } as const
    start = unit.end + 1
    return unit
  })
  const times = [1, 2, 3].map(() => {
    const before = cpuTime()
    findDuplicates(units, text)
    return cpuTime() - before
  })
  return Math.min(...times)
}

/** A number in letters: another word for each. */
const lettersOf = (at: number) =>
  [...at.toString(26)].map(digit => "bcdfghjklmnpqrstvwxzaeiouy"[Number.parseInt(digit, 26)]).join("")

test.each([
  ["equal units", () => "The clerks of the office met near the river."],
  ["units with other numbers", (at: number) => `The clerks of office ${at} met near the river.`],
  ["units with other names", (at: number) => `The clerks met Or${lettersOf(at)}lov near the river.`],
  [
    "units with another word in a long sentence",
    (at: number) =>
      `The clerks of the old office near the river had ${lettersOf(at)}ers before the harbour was closed to carts.`,
  ],
  ["units of small words", (at: number) => "a the of in on at and ".repeat((at % 7) + 1)],
  ["units of one long word", (at: number) => "x".repeat(50 + (at % 40))],
] as const)(
  "%s take time in proportion to their number",
  (_, quote: (at: number) => string) => {
    const quotes = Array.from({ length: 8_000 }, (_, at) => quote(at))
    // What is known of a word is read once; both times are those of words that were met before.
    spend(quotes)
    expect(spend(quotes)).toBeLessThan(spend(quotes.slice(0, 4_000)) * 2.8 + 100)
  },
  60_000,
)
