import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { differences, type MergeField, settled } from "../../app/_ui/record-merge.ts"
import { textChange } from "../../app/_ui/text-diff.ts"
import { mergeLines, mergeTexts } from "../../app/_ui/text-merge.ts"
import { cpuTime } from "../support/cpu-time.ts"

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc
    .array(fc.constantFrom("он", "был", "shot", "in", " ", " ", ".", "\n", "1937", "Orlov"), { maxLength: 25 })
    .map(all => all.join("")),
)
/** The runs of words that `after` has and `before` has not. */
const putIn = (before: string, after: string) =>
  textChange(before, after)
    .filter(({ what }) => what === "in")
    .map(part => part.text)

describe.each([
  ["mergeTexts", mergeTexts],
  ["mergeLines", mergeLines],
])("%s", (_, merge) => {
  test("what only I changed is as I say, and what only they changed as they say", () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(merge(base, base, changed)).toEqual({ text: changed, clash: false })
        expect(merge(base, changed, base)).toEqual({ text: changed, clash: false })
      }),
    )
  })
  test("the same change on both sides is no conflict", () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(merge(base, changed, changed)).toEqual({ text: changed, clash: false })
      }),
    )
  })
})

test("no words that either side put in are missing from the combined text", () => {
  fc.assert(
    fc.property(text, text, text, (base, theirs, mine) => {
      const { text: both } = mergeTexts(base, theirs, mine)
      for (const run of [...putIn(base, theirs), ...putIn(base, mine)]) expect(both).toContain(run)
    }),
    { numRuns: 2_000 },
  )
})

test("changes at different places are both in it, and at the same place one after the other", () => {
  const base = "The marshal was arrested in May."
  expect(mergeTexts(base, "The old marshal was arrested in May.", "The marshal was arrested in June.")).toEqual({
    text: "The old marshal was arrested in June.",
    clash: false,
  })
  expect(mergeTexts("Minutes", "Minutes of the board", "Minutes of the court")).toEqual({
    text: "Minutes of the board of the court",
    clash: true,
  })
  expect(mergeTexts("", "Theirs.", "Mine.").text).toBe("Theirs. Mine.")
  expect(mergeLines("Beck, Nora", "Beck, Nora\nLang, Otto", "Becker, Nora").text).toBe("Becker, Nora\nLang, Otto")
})

test("texts that have hardly a word in common are merged in no time", () => {
  const long = (word: string) => Array.from({ length: 6_000 }, (_, at) => `${word}${at}`).join(" ")
  const started = cpuTime()
  const { text: both } = mergeTexts(long("a"), long("b"), long("c"))
  expect(both).toContain("b5999")
  expect(both).toContain("c5999")
  expect(cpuTime() - started).toBeLessThan(5_000)
})

interface Record {
  readonly name: string
  readonly about: string
  readonly rule: { readonly count: number; readonly kinds: readonly string[] }
}
const fields: readonly MergeField<Record>[] = [
  { path: "name", label: "Name", kind: "line" },
  { path: "about", label: "About", kind: "text" },
  { path: "rule.count", label: "Count" },
  { path: "rule.kinds", label: "Kinds", say: ({ rule }) => rule.kinds.join(", ") },
]
const record: fc.Arbitrary<Record> = fc.record({
  name: fc.constantFrom("a", "a b", "b c"),
  about: text,
  rule: fc.record({ count: fc.integer({ min: 1, max: 3 }), kinds: fc.subarray(["memoir", "press"]) }),
})
const begun = (base: Record, theirs: Record, mine: Record) => {
  const found = differences(fields, base, theirs, mine)
  return { found, words: settled(theirs, mine, found, ({ pick, combined }) => ({ pick, combined })) }
}

describe("records", () => {
  test("what only one side changed is picked already", () => {
    fc.assert(
      fc.property(record, record, (base, changed) => {
        expect(begun(base, base, changed).words).toEqual(changed)
        expect(begun(base, changed, base).words).toEqual(changed)
        expect(begun(base, changed, changed).found).toEqual([])
      }),
    )
  })
  test("one side everywhere is that side's record", () => {
    fc.assert(
      fc.property(record, record, record, (base, theirs, mine) => {
        const { found } = begun(base, theirs, mine)
        const all = (pick: "theirs" | "mine") => settled(theirs, mine, found, () => ({ pick, combined: null }))
        expect(all("theirs")).toEqual(theirs)
        expect(all("mine")).toEqual(mine)
      }),
    )
  })
  test("a choice that both made differently has to be made, a text begins with both", () => {
    const base = { name: "Minutes", about: "", rule: { count: 1, kinds: [] } }
    const { found } = begun(
      base,
      { ...base, name: "The minutes", rule: { count: 2, kinds: ["press"] } },
      { ...base, name: "Minutes of the court", rule: { count: 3, kinds: [] } },
    )
    expect(found.map(({ field, pick, combined }) => [field.path, pick, combined])).toEqual([
      ["name", "combined", "The minutes of the court"],
      ["rule.count", null, undefined],
      ["rule.kinds", "theirs", undefined],
    ])
  })
})
