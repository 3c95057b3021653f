import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readText } from "../../lib/text/read-text.ts"

const mentions = (text: string, kind: "name" | "number") =>
  readText(text).flatMap(unit =>
    unit.cues
      .filter(cue => cue.kind === kind)
      .map(({ start, end, reading }) => text.slice(start, end) + (reading ? ` = ${reading}` : "")),
  )

describe("names", () => {
  test.each([
    ["The clerk met Vera Orlova and Gen. J. K. Lind there.", ["Vera Orlova", "Gen. J. K. Lind"]],
    ["They heard Ludwig van Beethoven in St. Petersburg.", ["Ludwig van Beethoven", "St. Petersburg"]],
    ["В тот день И. В. Орлов уехал в Москву.", ["И. В. Орлов", "Москву"]],
    ["However, I went away.", []],
    ["The mill was closed.", []],
    ["He left in May 1937 and came back on Monday.", []],
  ])("%s", (text, names) => expect(mentions(text, "name")).toEqual(names))

  test("a line of capitals tells of none", () =>
    expect(mentions("MILL AT OSSORY CLOSES AND MEN LEAVE TOWN", "name")).toEqual([]))
})

describe("numbers", () => {
  test.each([
    ["The mill employed 1,200 people.", ["1,200 = 1200"]],
    ["Завод дал 12 500 тонн.", ["12 500 = 12500"]],
    ["Seven men and 12 boys left.", ["Seven", "12"]],
    ["It closed on 4 May 1937 with 31 men.", ["31"]],
  ])("%s", (text, numbers) => expect(mentions(text, "number")).toEqual(numbers))
})

test("names and numbers lie inside their unit, in order, apart from each other and from dates", () => {
  const word = fc.constantFrom(
    "Orlova",
    "the",
    "12",
    "1 200",
    "May",
    "1937",
    "van",
    "J.",
    "St.",
    "—",
    "left",
    "И.",
    "в",
    "\n\n",
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), words => {
      for (const unit of readText(words.join(" "))) {
        const spans = unit.cues.filter(({ kind }) => ["name", "number", "date"].includes(kind))
        spans.forEach(({ start, end }, at) => {
          expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? unit.start)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(unit.end)
        })
      }
    }),
  )
})
