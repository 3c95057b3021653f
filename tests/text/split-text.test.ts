import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ruleOf } from "../../lib/text/rules.ts"
import { splitSteps, splitText } from "../../lib/text/split-text.ts"
import { cpuTime } from "../support/cpu-time.ts"

/** Texts made of what the splitter reacts to, mixed with anything at all. */
const pieces = fc.oneof(
  fc.constantFrom(
    ..."The|He|left|Orlova|Orlovas|Dr.|U.S.|p. 5|1917|191718|J.|etc.|г.|Он|уехал|т. д.|?|!|.|…|...|. . .|\"|'|«|»|“|”|(|)|[12]|[|]|—|- |5.|b)|•|@j.roe.|Answer by Jane Roe|:)|&#39;|``|https://example.org/a.b|==========|\n|\n\n|\r\n|\u2029|\u00a0| |  |,|;|:|/|\u0301|\u200d|\ufe0f|👩‍🚀|🇷🇺|🏽|é|\ufeff|\ud83d|perhaps|said that|according to".split(
      "|",
    ),
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
)
const texts = fc
  .array(fc.tuple(pieces, fc.constantFrom("", " ")), { maxLength: 40 })
  .map(list => list.map(([piece, gap]) => piece + gap).join(""))

const runs = { numRuns: 1500 }

describe("laws", () => {
  test("units are in order, without outer white space, and cover every character that is not white space", () => {
    fc.assert(
      fc.property(texts, text => {
        let at = 0
        for (const unit of splitText(text)) {
          expect(unit.start).toBeGreaterThanOrEqual(at)
          expect(unit.end).toBeGreaterThan(unit.start)
          expect(text.slice(at, unit.start).trim()).toBe("")
          const quote = text.slice(unit.start, unit.end)
          expect(quote.trim()).toBe(quote)
          at = unit.end
        }
        expect(text.slice(at).trim()).toBe("")
      }),
      runs,
    )
  })

  test("no unit begins or ends inside a grapheme cluster, so none inside a surrogate pair", () => {
    const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" })
    fc.assert(
      fc.property(texts, text => {
        const edges = new Set([...segmenter.segment(text)].map(segment => segment.index))
        const units = splitText(text)
        for (const [index, unit] of units.entries()) {
          const before = units[index - 1]
          if (before === undefined) continue
          expect(edges.has(unit.start), JSON.stringify(text.slice(before.start, unit.end))).toBe(true)
          expect(edges.has(before.end), JSON.stringify(text.slice(before.start, unit.end))).toBe(true)
        }
      }),
      runs,
    )
  })

  test("the text on either side of a blank line is split as it is by itself", () => {
    const spans = (text: string, shift = 0) => splitText(text).map(({ start, end }) => [start + shift, end + shift])
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        // White space that carries a combining mark is no clean beginning.
        fc.pre(!/^\s+(?:\p{M}|\p{Emoji_Modifier}|\p{Cf}|[\udc00-\udfff])/u.test(right))
        fc.pre(right.trim() !== "" && left.trim() !== "")
        const head = `${left}\n\n`
        expect(spans(head + right)).toEqual([...spans(left), ...spans(right, head.length)])
      }),
      runs,
    )
  })

  test("every cue lies inside its unit and every rule has its words", () => {
    fc.assert(
      fc.property(texts, text => {
        for (const unit of splitText(text)) {
          expect(unit.rules.length).toBeGreaterThan(0)
          for (const rule of unit.rules) expect(ruleOf(rule), rule).toBeDefined()
          for (const cue of unit.cues) {
            expect(cue.start).toBeGreaterThanOrEqual(unit.start)
            expect(cue.end).toBeLessThanOrEqual(unit.end)
            expect(cue.end).toBeGreaterThan(cue.start)
            expect(ruleOf(cue.rule), cue.rule).toBeDefined()
            expect(cue.reading).not.toBe("")
          }
        }
      }),
      runs,
    )
  })
})

describe("steps", () => {
  test("report progress that never falls and stays within the text, and end in the same units", () => {
    const text = "The clerk left in 1917. Perhaps he knew why. ".repeat(4000)
    const steps = splitSteps(text)
    const reports: number[] = []
    let step = steps.next()
    while (!step.done) {
      reports.push(step.value.done)
      step = steps.next()
    }
    expect(reports.length).toBeGreaterThan(10)
    expect(reports).toEqual([...reports].sort((left, right) => left - right))
    expect(reports.at(-1)).toBeLessThanOrEqual(text.length)
    expect(step.value).toEqual(splitText(text))
    expect(step.value).toHaveLength(8000)
  })
})

describe("hostile texts", () => {
  const nasty = [
    ".",
    " ",
    "\n",
    " .",
    ". ",
    "a",
    "A",
    '"',
    '."',
    "(",
    "[1",
    "[1]",
    "A. ",
    "a.b",
    "1. ",
    "1917, ",
    "191718 ",
    "@a ",
    "Answer by A ",
    "Orlovas x",
    "=",
    "ABC ",
    "«",
    "Aa.",
    "aB",
    "- ",
    "a\u0301",
    "👩‍🚀",
    "т. ",
    "it is ",
    "said that ",
    "Thanks, ",
    ",",
    "0",
    "?'",
    "a-\n",
    "Contents 1 a ",
    "in the view ",
    "THE A ",
  ]

  test.each(nasty)(
    "%j over and over takes time in proportion to its length",
    piece => {
      const spend = (size: number) => {
        const text = piece.repeat(Math.ceil(size / piece.length))
        const before = cpuTime()
        splitText(text)
        return cpuTime() - before
      }
      spend(20_000)
      const half = Math.min(spend(150_000), spend(150_000))
      expect(Math.min(spend(300_000), spend(300_000))).toBeLessThan(half * 4 + 50)
    },
    30_000,
  )

  test("a megabyte of all of it is split within seconds", () => {
    const piece = nasty.join("")
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const before = cpuTime()
    splitText(text)
    expect(cpuTime() - before).toBeLessThan(10_000)
  }, 30_000)

  test("one unclosed quote or bracket does not swallow what follows", () => {
    const text = `He said "it was (not so. ${"The train left. Nobody knew. ".repeat(500)}`
    expect(splitText(text)).toHaveLength(1001)
  })
})
