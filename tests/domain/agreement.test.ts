import fc from "fast-check"
import { expect, test } from "vitest"
import { type Agreement, agreementOf, agreementOfLists } from "../../lib/domain/agreement.ts"
import { alphaInterval } from "../../lib/domain/alpha-interval.ts"
import { type Figure, undefinedReasons, undefinedSentence } from "../../lib/domain/figure.ts"
import { krippendorffAlpha } from "../../lib/domain/krippendorff-alpha.ts"
import { agreementOfTwo, pairsOf } from "../../lib/domain/pair-agreement.ts"
import { countsOf, countsOfLists, type RatingCounts, ratingTable } from "../../lib/domain/rating-table.ts"
import { type Example, examples, type PrintedFigure } from "./agreement-examples.ts"

const numbers = (line: string) => line.split(" ").map(Number)
const finished = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The ratings of an example as counts: a table of two raters has a thing for each of its numbers. */
function countsIn({ ratings, scale, counts, table }: Example): RatingCounts {
  if (ratings) return countsOfLists(columns(ratings), [...scale!])
  if (counts) return { categories: numbers(counts[0]!).length, counts: Float64Array.from(counts.flatMap(numbers)) }
  const rows = table!.map(numbers)
  const things = rows.flatMap((row, one) =>
    row.flatMap((often, other) => Array.from({ length: often }, () => [one, other])),
  )
  return countsOfLists(things, [...rows.keys()])
}

/** Lists by thing of what each observer said, whose rows are given; a dot is nothing. */
const columns = (rows: readonly string[]) =>
  [...rows[0]!].map((_, at) => rows.map(row => row[at]!).filter(label => label !== "."))

function figuresOf(example: Example): Readonly<Record<PrintedFigure, Figure>> {
  const counts = countsIn(example)
  const { raw, fleiss, ac1, alpha } = agreementOf(counts)
  const two = example.table && agreementOfTwo(example.table.flatMap(numbers), numbers(example.table[0]!).length)
  if (two)
    expect([two.raw.value, two.ac1.value]).toEqual([raw.value, ac1.value].map(value => expect.closeTo(value!, 12)))
  return { raw, fleiss, ac1, nominal: alpha, ordinal: krippendorffAlpha(counts, "ordinal"), kappa: two?.kappa ?? raw }
}

test.each(examples)("$name: $source", example => {
  const found = figuresOf(example)
  for (const [name, printed] of Object.entries(example.printed)) {
    const digits = printed.split(".")[1]!.length
    expect(found[name as PrintedFigure].value, name).toBeCloseTo(Number(printed), digits)
  }
  for (const [name, value] of Object.entries(example.computed))
    expect(found[name as PrintedFigure].value, name).toBeCloseTo(value, 9)
})

test("a thing that one person alone rated is no part of alpha, and tells Fleiss and Gwet how often categories are used", () => {
  const rated = [
    ["a", "a"],
    ["a", "b"],
    ["b", "b"],
  ]
  const [without, withOne] = [rated, [...rated, ["a"]]].map(things => agreementOfLists(things, ["a", "b"]))
  expect(withOne).toMatchObject({ used: 3, of: 4 })
  expect(withOne!.alpha.value).toBe(without!.alpha.value)
  expect(withOne!.raw.value).toBe(without!.raw.value)
  expect(withOne!.fleiss.value).not.toBe(without!.fleiss.value)
  expect(withOne!.ac1.value).not.toBe(without!.ac1.value)
})

test("an unused category in the middle keeps two others apart, and counts for nothing without an order", () => {
  const things = [
    ["low", "high"],
    ["low", "low"],
    ["high", "high"],
    ["low", "high"],
    ["high", "high"],
  ]
  const scale = ["low", "moderate", "high"]
  const [three, two] = [scale, ["low", "high"]].map(categories => countsOfLists(things, categories))
  expect(krippendorffAlpha(three!, "ordinal").value).toBeCloseTo(krippendorffAlpha(two!, "ordinal").value!, 12)
  expect(krippendorffAlpha(three!, "nominal").value).toBeCloseTo(krippendorffAlpha(two!, "nominal").value!, 12)
  const far = [...things, ["moderate", "moderate"], ["moderate", "moderate"]]
  const near = far.map(given => given.map(one => ({ low: "moderate", moderate: "low", high: "high" })[one]!))
  const [apart, beside] = [far, near].map(given => krippendorffAlpha(countsOfLists(given, scale), "ordinal").value!)
  expect(apart).toBeLessThan(beside!)
})

const everyFigure = ({ raw, fleiss, ac1, alpha }: Agreement) => [raw, fleiss, ac1, alpha]

test("what is undefined says why, in a sentence, and is neither 1 nor NaN", () => {
  const why = (things: readonly string[][]) => everyFigure(agreementOfLists(things, ["y", "n"])).map(one => one.why)
  expect(why([])).toEqual(Array(4).fill("nothing-rated"))
  expect(why([[], []])).toEqual(Array(4).fill("nothing-rated"))
  expect(why([["y"], ["n"], []])).toEqual(Array(4).fill("no-pairs"))
  expect(why(Array(10).fill(["y", "y"]) as string[][])).toEqual([null, "no-variation", "no-variation", "no-variation"])
  expect(why([["y", "y"], ["n"]])).toEqual([null, "no-variation", "no-variation", "no-variation"])
  expect(agreementOfTwo([0, 0, 0, 0], 2)).toMatchObject({ raw: { value: null, why: "no-pairs" } })
  expect(agreementOfTwo([0, 0, 0, 7], 2)).toMatchObject({
    raw: { value: 1 },
    kappa: { value: null, why: "no-variation" },
    ac1: { value: null, why: "no-variation" },
  })
  // Both always say another thing: that is as bad as chance can do, and defined.
  expect(agreementOfTwo([0, 7, 0, 0], 2).kappa.value).toBe(0)
  for (const reason of undefinedReasons) expect(undefinedSentence[reason]).toMatch(/^Undefined: .+\.$/)
})

const labels = ["documented", "disputed", "speculative"] as const
const ratings = fc.array(fc.array(fc.constantFrom(...labels), { maxLength: 6 }), { maxLength: 20 })
const same = (left: Figure, right: Figure) => {
  expect(left.why).toBe(right.why)
  if (left.value !== null) expect(left.value).toBeCloseTo(right.value!, 9)
}
const shuffled = <T>(all: readonly T[], by: number) =>
  all
    .map((one, at) => ({ one, key: Math.sin(by + at * 7.3) }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one)

test("neither the order of people nor that of things matters, to the interval neither", () => {
  fc.assert(
    fc.property(ratings, fc.nat(1000), (given, by) => {
      const other = shuffled(given, by).map(list => shuffled(list, by))
      const [before, after] = [given, other].map(things => agreementOfLists(things, labels))
      for (const [at, figure] of everyFigure(before!).entries()) same(everyFigure(after!)[at]!, figure)
      const [one, two] = [given, other].map(things => finished(alphaInterval(countsOfLists(things, labels), "nominal")))
      expect(two).toEqual(one)
    }),
    { numRuns: 30 },
  )
})

test("without an order it does not matter what categories are called; turning an order round does not either", () => {
  fc.assert(
    fc.property(ratings, fc.constantFrom([1, 2, 0], [0, 2, 1], [2, 1, 0]), (given, to) => {
      const renamed = given.map(list => list.map(label => labels[to[labels.indexOf(label)]!]!))
      const [before, after] = [given, renamed].map(things => agreementOfLists(things, labels))
      for (const [at, figure] of everyFigure(before!).entries()) same(everyFigure(after!)[at]!, figure)
      const turned = [labels, labels.toReversed()].map(order =>
        krippendorffAlpha(countsOfLists(given, order), "ordinal"),
      )
      same(turned[0]!, turned[1]!)
    }),
  )
})

test("alpha is 1 if and only if all agree on each of several things that differ; nothing is beyond 1 or NaN", () => {
  fc.assert(
    fc.property(ratings, given => {
      const found = agreementOfLists(given, labels)
      const ordinal = krippendorffAlpha(countsOfLists(given, labels), "ordinal")
      for (const { value, why, used, of } of [...everyFigure(found), ordinal]) {
        expect(used).toBeLessThanOrEqual(of)
        expect(value === null).toBe(why !== null)
        if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12)
        expect(value).not.toBeNaN()
      }
      const pairable = given.filter(list => list.length > 1)
      const varied = new Set(pairable.flat()).size > 1
      const united = pairable.every(list => new Set(list).size === 1)
      for (const figure of [found.alpha, ordinal]) expect(figure.value === 1).toBe(varied && united)
      if (pairable.length > 0) expect(found.raw.value! > 1 - 1e-12).toBe(united)
    }),
  )
})

test("twice as many of the same things agree alike, but for what alpha takes off for few", () => {
  fc.assert(
    fc.property(ratings, given => {
      const [once, twice] = [given, [...given, ...given]].map(things => agreementOfLists(things, labels))
      expect(twice).toMatchObject({ used: once!.used * 2, of: once!.of * 2 })
      for (const name of ["raw", "fleiss", "ac1"] as const) same(twice![name], once![name])
      expect(twice!.alpha.why).toBe(once!.alpha.why)
      if (once!.alpha.value !== null && once!.alpha.value < 1) {
        const n = given.filter(list => list.length > 1).flat().length
        const apart = ((1 - once!.alpha.value) * (2 * n - 1)) / (2 * (n - 1))
        expect(twice!.alpha.value).toBeCloseTo(1 - apart, 9)
      }
    }),
  )
})

test("the interval is in order and below 1, the same each time, and narrows with more things", () => {
  const width = (things: number) => {
    const given = Array.from({ length: things }, (_, at) =>
      at % 4 === 0 ? ["documented", "disputed"] : [labels[at % 3]!, labels[at % 3]!],
    )
    const counts = countsOfLists(given, labels)
    const interval = finished(alphaInterval(counts, "nominal"))
    expect(finished(alphaInterval(counts, "nominal"))).toEqual(interval)
    const alpha = krippendorffAlpha(counts, "nominal").value!
    expect(interval.low!).toBeLessThan(alpha)
    expect(interval.high!).toBeGreaterThan(alpha)
    expect(interval.high!).toBeLessThanOrEqual(1)
    return interval.high! - interval.low!
  }
  // A quarter as wide with sixteen times as many, as the root has it.
  expect(width(48) / width(768)).toBeGreaterThan(3)
  expect(width(48) / width(768)).toBeLessThan(5)
})

test("the interval of a share that is known exactly: two equal raters of many things", () => {
  // With two raters and even marginals alpha is nearly 2p − 1, whose error is 2·√(p(1 − p)/n).
  const given = Array.from({ length: 400 }, (_, at) =>
    at % 5 === 0 ? (at % 2 ? ["a", "b"] : ["b", "a"]) : at % 2 ? ["a", "a"] : ["b", "b"],
  )
  const { low, high } = finished(alphaInterval(countsOfLists(given, ["a", "b"]), "nominal"))
  const error = 2 * Math.sqrt((0.8 * 0.2) / 400)
  expect(low).toBeCloseTo(0.6 - 1.96 * error, 1)
  expect(high).toBeCloseTo(0.6 + 1.96 * error, 1)
})

test("where there can be no interval it says why", () => {
  const why = (given: readonly string[][]) => finished(alphaInterval(countsOfLists(given, ["a", "b"]), "nominal")).why
  expect(why([])).toBe("undefined")
  expect(why([["a", "a"], ["a", "a"], ["b"]])).toBe("undefined")
  expect(why([["a", "b"]])).toBe("one-thing")
  expect(
    why([
      ["a", "a"],
      ["a", "a"],
      ["a", "a"],
      ["b", "b"],
    ]),
  ).toBe("unsteady")
})

test("pairs: who shared what with whom, those who share most first, of all that either rated", () => {
  const table = ratingTable(
    [
      [
        [0, 0],
        [1, 0],
        [2, 1],
      ],
      [
        [0, 1],
        [1, 1],
      ],
      [[2, 0]],
      [
        [3, 2],
        [1, 1],
      ],
    ],
    3,
    5,
  )
  const pairs = finished(pairsOf(table))
  expect(pairs.map(({ first, second, used, of, raw }) => [first, second, used, of, raw.value])).toEqual([
    [0, 1, 2, 3, 1],
    [0, 2, 1, 3, 0],
    [1, 2, 1, 4, 0],
    [1, 3, 1, 3, 0],
  ])
  expect(pairs[0]!.kappa.value).toBe(1)
  expect(agreementOf(countsOf(table, [1, 3]))).toMatchObject({ used: 2, of: 2, raw: { value: 0.5 } })
})

test("the agreement of a pair is the same whoever comes first, and that of two raters of a table", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 20 }), given => {
      const things = (turned: boolean) =>
        ratingTable(
          given.map(
            ([a, b]) =>
              [
                [turned ? 1 : 0, a],
                [turned ? 0 : 1, b],
              ] as const,
          ),
          3,
          2,
        )
      const [one] = finished(pairsOf(things(false)))
      const [other] = finished(pairsOf(things(true)))
      const whole = agreementOf(countsOf(things(false)))
      expect([one === undefined, other === undefined]).toEqual(Array(2).fill(given.length === 0))
      if (!one || !other) return
      for (const name of ["raw", "kappa", "ac1"] as const) same(one[name], other[name])
      same(one.raw, whole.raw)
      same(one.ac1, whole.ac1)
    }),
  )
})
