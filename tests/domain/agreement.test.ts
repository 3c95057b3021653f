import fc from "fast-check"
import { expect, test } from "vitest"
import { agreementOf } from "../../lib/domain/agreement.ts"

/** Lists by thing of what each observer said, whose rows are given; a dot is nothing. */
const things = (...observers: readonly string[]) =>
  [...observers[0]!].map((_, at) => observers.map(row => row[at]!).filter(label => label !== "."))

test("Krippendorff’s four observers of twelve units (2011)", () => {
  const found = agreementOf(things("123321412...", "1233224125.3", ".3332342251.", "12332441251."))
  expect(found.alpha).toBeCloseTo(0.743, 3)
  expect(found).toMatchObject({ used: 11, of: 12 })
})

test("a contingency table of Cohen’s kind: four in five agree", () => {
  const found = agreementOf([...Array(4).fill(["a", "a"]), ["a", "b"]] as string[][])
  expect(found.raw).toBeCloseTo(0.8, 10)
  expect(found.alpha).toBeCloseTo(0, 10)
})

test("alpha is undefined where it says nothing", () => {
  expect(agreementOf([])).toEqual({ used: 0, of: 0, raw: null, alpha: null })
  expect(agreementOf([["a"], []])).toEqual({ used: 0, of: 2, raw: null, alpha: null })
  expect(
    agreementOf([
      ["a", "a"],
      ["a", "a", "a"],
    ]),
  ).toEqual({ used: 2, of: 2, raw: 1, alpha: null })
})

const ratings = fc.array(fc.array(fc.constantFrom("documented", "disputed", "speculative"), { maxLength: 6 }), {
  maxLength: 20,
})

test("neither the order of people nor of things nor what only one person labelled matters", () => {
  fc.assert(
    fc.property(ratings, fc.array(fc.constantFrom("documented", "disputed"), { maxLength: 5 }), (given, alone) => {
      const { raw, alpha, used } = agreementOf(given)
      const other = agreementOf(
        [...given.map(labels => labels.toReversed()), ...alone.map(label => [label])].toReversed(),
      )
      expect(other.used).toBe(used)
      for (const [left, right] of [
        [other.raw, raw],
        [other.alpha, alpha],
      ])
        if (right === null) expect(left).toBeNull()
        else expect(left).toBeCloseTo(right!, 9)
    }),
  )
})

test("alpha is at most 1, and 1 when all agree on each of several things that differ", () => {
  fc.assert(
    fc.property(ratings, given => {
      const { alpha, raw } = agreementOf(given)
      if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1 + 1e-12)
      if (raw !== null) expect(raw).toBeGreaterThanOrEqual(0)
      const united = given.map(labels => labels.map(() => labels[0]!))
      const whole = agreementOf(united)
      if (whole.alpha !== null) expect(whole.alpha).toBeCloseTo(1, 12)
    }),
  )
})
