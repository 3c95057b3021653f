import fc from "fast-check"
import { expect, test } from "vitest"
import { boundarySteps, type Extent } from "../../lib/text/boundaries.ts"
import { cpuTime } from "../support/cpu-time.ts"

function extents(text: string): Extent[] {
  const steps = boundarySteps(text)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const sentences = fc.constantFrom(
  ..."The clerk left at noon.|Who signed it?|Dr. Orlova met Mr. J. K. Reed on Aug. 4, 1920.|He said “no.”|She kept 3.50 roubles!|INTERVIEWER:|[00:12:31]|Q:|@j.roe|(Applause.)|He waited… and left.|Он родился в г. Одессе в 1879 г.|РГВА. Ф. 4. Оп. 19. Д. 18. Л. 45.|— Где ты был? — спросил он.|«Всё кончено!»|не знаю, так писали.|The order was lost.[12]|Answer by Jane Roe|Thanks,|MOSCOW (AP) —|See https://example.org/a.b for more.|Ann Lee Jun 2, 2014 at 11:31|By Jane Roe|Kay Mann 04/26/2001 07:17 AM|Photo: Jane Roe|5.|He came at 5 p.m.|И.:|Спасибо))".split(
    "|",
  ),
)

test("a unit of one line is one unit when it is split by itself", () => {
  const texts = fc
    .array(fc.tuple(sentences, fc.constantFrom(" ", " ", " ", "", "\n", "\n\n")), { maxLength: 12 })
    .map(list => list.map(([sentence, gap]) => sentence + gap).join(""))
  fc.assert(
    fc.property(texts, text => {
      for (const { start, end } of extents(text)) {
        const quote = text.slice(start, end)
        if (quote.includes("\n")) continue
        expect(extents(quote).map(unit => quote.slice(unit.start, unit.end))).toEqual([quote])
      }
    }),
    { numRuns: 3000 },
  )
})

test("ten thousand random and adversarial texts take bounded time for each character", () => {
  const atoms = fc.oneof(
    fc.constantFrom(
      ...'.|...|…|?|!|"|“|”|«|»|(|)|[|]|[1]|[edit]|—|- |\u0301|\u200f|שלום.|مرحبا؟|A.|а.|1.|:|,|>|<v |@a|://|www.|\n|\n\n|\t|   |Jun 2, 2014 at 11:31|THE POST|By Jane Roe|00:12|№|👩‍🚀|\ud83d'.split(
        "|",
      ),
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 4 }),
  )
  const texts = fc
    .array(fc.tuple(atoms, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 12 })
    .map(list => list.map(([atom, times]) => atom.repeat(times)).join(""))
  let characters = 0
  let spent = 0
  let slowest = 0
  fc.assert(
    fc.property(texts, text => {
      const before = cpuTime()
      const found = extents(text)
      const took = cpuTime() - before
      characters += text.length
      spent += took
      // A pause of the whole process is no fault of the text's, so a slow one gets a second try.
      if (took > 20 + text.length / 20) {
        const again = cpuTime()
        extents(text)
        slowest = Math.max(slowest, (cpuTime() - again) / (20 + text.length / 20))
      }
      let at = 0
      for (const { start, end } of found) {
        expect(text.slice(at, start).trim()).toBe("")
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(text.slice(at).trim()).toBe("")
    }),
    { numRuns: 10_000 },
  )
  expect(slowest).toBeLessThan(1)
  expect(spent / characters).toBeLessThan(0.02)
}, 120_000)

test.each([
  "THE POST, MARCH 4, 1911. ",
  "THE POST ",
  "THE POST. ",
  "Ann Lee ",
  "A B C: ",
  "12 Jun 2014 ",
  "Share Improve this answer ",
  "Anna (a b c) ",
  "x 1 2 3 ",
  "a@b.c ",
  "www.a.b ",
  "— а. — А. ",
  "> a\n",
  "a b\nC d\n",
  "1   A\n",
  "[edit]",
  "<v a",
  "He was ",
  "и )) ",
  "№ 1. ",
  "Ф. 1. ",
  "Add a comment ",
  "Ask Question a ",
  "^ 1 a ",
  "x. – a b c ",
  "– a May 3, 2016 at 8:15 ",
  "a • b ",
  "Fig. 1. a ",
  "By the A ",
  "From a:\n",
  "asked 1 ",
  "A  1 a\n",
  "a-\nb",
  "[quote=",
])(
  "%j over and over takes time in proportion to its length",
  piece => {
    const spend = (size: number) => {
      const text = piece.repeat(Math.ceil(size / piece.length))
      const before = cpuTime()
      extents(text)
      return cpuTime() - before
    }
    const best = (size: number) => Math.min(...Array.from({ length: 4 }, () => spend(size)))
    spend(20_000)
    // Eight times the length: quadratic time would be sixty-four times as much.
    expect(best(320_000)).toBeLessThan(best(40_000) * 24 + 50)
  },
  30_000,
)
