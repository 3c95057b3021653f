import { describe, expect, test } from "vitest"
import { findDuplicates } from "../../lib/text/duplicates.ts"
import { splitText } from "../../lib/text/split-text.ts"
import { cpuTime } from "../support/cpu-time.ts"

/** The kinds of repetition in a text of paragraphs, as "earlier>later kind". */
function repeats(...paragraphs: string[]): string[] {
  const text = paragraphs.join("\n\n")
  return findDuplicates(splitText(text), text).map(({ of, duplicate, kind }) => `${of}>${duplicate} ${kind}`)
}

const base = "In 1920 Orlova met three officers near the old harbour of Odessa."

describe("what is a duplicate", () => {
  test.each([
    ["letter for letter", base, "exact"],
    ["broken over lines", "In 1920 Orlova met three\nofficers near the old har-\nbour of Odessa.", "layout"],
    ["with other spaces", "In 1920  Orlova met three officers near the old harbour of Odessa.", "layout"],
    ["with a typo", "In 1920 Orlova met three oficers near the old harbour of Odessa.", "near"],
    ["with another spelling", "In 1920 Orlova met three officers near the old harbor of Odessa.", "near"],
    ["with a small word more", "In 1920 Orlova also met three officers near the old harbour of Odessa.", "near"],
  ])("%s", (_, copy, kind) => {
    expect(repeats(base, "The train left.", copy)).toEqual([`0>2 ${kind}`])
  })
  test("a lost apostrophe", () => {
    expect(
      repeats("They burnt Orlova's letters that very night.", "They burnt Orlovas letters that very night."),
    ).toEqual(["0>1 near"])
  })
  test("every repetition names the first", () => {
    expect(repeats(base, base, base)).toEqual(["0>1 exact", "0>2 exact"])
  })
})

describe("what is a variant", () => {
  test.each([
    ["another number", "In 1921 Orlova met three officers near the old harbour of Odessa."],
    ["another number in words", "In 1920 Orlova met seven officers near the old harbour of Odessa."],
    ["another name", "In 1920 Orlova met three officers near the old harbour of Odessos."],
    ["another name of one letter", "In 1920 Orlovo met three officers near the old harbour of Odessa."],
    ["a negation", "In 1920 Orlova never met three officers near the old harbour of Odessa."],
    ["another word", "In 1920 Orlova shot three officers near the old harbour of Odessa."],
    ["a question", "In 1920 Orlova met three officers near the old harbour of Odessa?"],
  ])("%s", (_, other) => {
    expect(repeats(base, other)).toEqual([])
  })
  test.each([
    ["He was shot by Orlov on the next morning.", "He was shot Orlov on the next morning."],
    ["Maria left the house early in the morning.", "Marta left the house early in the morning."],
    ["The sixty clerks of the office left that day.", "The sixth clerks of the office left that day."],
    ["They moved from the old harbour that night.", "They moved to the old harbour that night."],
    ["It was legal in every part of Russia.", "It was illegal in every part of Russia."],
    ["It cost 1.5 roubles at the old harbour.", "It cost 15 roubles at the old harbour."],
    ["Он не был в Москве той холодной зимой.", "Он был в Москве той холодной зимой."],
  ])("%s / %s", (left, right) => {
    expect(repeats(left, right)).toEqual([])
  })
})

test("boilerplate and fragments are not marked", () => {
  expect(
    repeats("12 votes, 3 comments.", "12 votes, 3 comments.", "A letter to the editor.", "A letter to the editor."),
  ).toEqual([])
})

test("dates and figures alone repeat nothing, whatever their kind", () => {
  const unit = (start: number, end: number) => ({ start, end, kind: "claim" as const, rules: [], cues: [] })
  expect(findDuplicates([unit(0, 9), unit(9, 18)], "June 4. —June 4. —")).toEqual([])
  expect(findDuplicates([unit(0, 7), unit(7, 14)], "No. 12.No. 12.")).toEqual([])
  expect(findDuplicates([unit(0, 10), unit(10, 20)], "They left.They left.")).toHaveLength(1)
})

test("the work stays in proportion to the text, whether its units are alike or not", () => {
  const spend = (count: number, sentence: (index: number) => string) => {
    const text = Array.from({ length: count }, (_, index) => sentence(index)).join(" ")
    const units = splitText(text)
    const before = cpuTime()
    findDuplicates(units, text)
    return cpuTime() - before
  }
  for (const sentence of [
    (index: number) => `In the year ${index} the clerks of office ${index * 7} met near the river.`,
    (index: number) => `The clerks of the old office met ${"abcdefghij"[index % 10]} near the river.`,
  ]) {
    spend(500, sentence)
    const half = Math.min(spend(4000, sentence), spend(4000, sentence))
    expect(spend(8000, sentence)).toBeLessThan(half * 4 + 150)
  }
}, 30_000)
