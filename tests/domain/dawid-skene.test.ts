import fc from "fast-check"
import { expect, test } from "vitest"
import { dawidSkene, type LatentClasses } from "../../lib/domain/dawid-skene.ts"
import { type RatingTable, ratingTable, thingsIn } from "../../lib/domain/rating-table.ts"
import { confusion, likeliest, logLikelihood, patients, shares, toy, toyTruth, uncertain } from "./anaesthetists.ts"

function fitted(table: RatingTable): LatentClasses {
  const steps = dawidSkene(table)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const row = (values: Float64Array, at: number, width: number) => [...values.subarray(at * width, (at + 1) * width)]
const best = (chances: readonly number[]) => chances.indexOf(Math.max(...chances))

test("the anaesthetists of 1979: classes, error rates, likelihood and every patient", () => {
  const given = patients.map(line =>
    line.split(" ").flatMap((words, person) => [...words].map(word => [person, Number(word) - 1] as const)),
  )
  expect(given.flat()).toHaveLength(315)
  const found = fitted(ratingTable(given, 4, 5))
  expect([...found.shares].map(share => share.toFixed(4))).toEqual(["0.4000", "0.4216", "0.1118", "0.0667"])
  for (const [at, share] of shares.entries()) expect(found.shares[at]).toBeCloseTo(share, 6)
  expect(found.logLikelihood).toBeCloseTo(logLikelihood, 6)
  expect(found.converged).toBe(true)
  const rows = patients.map((_, at) => row(found.posterior, at, 4))
  expect(rows.map(chances => best(chances) + 1).join("")).toBe(likeliest)
  const unsure = rows.flatMap((chances, at) => (Math.max(...chances) < 0.99 ? [at + 1] : []))
  expect(unsure).toEqual(Object.keys(uncertain).map(Number))
  for (const [patient, chance] of Object.entries(uncertain))
    expect(Math.max(...rows[Number(patient) - 1]!)).toBeCloseTo(chance, 6)
  for (const [person, lines] of confusion.entries())
    for (const [of, line] of lines.entries())
      for (const [at, chance] of line.split(" ").map(Number).entries())
        expect(row(found.confusion, person * 4 + of, 4)[at]).toBeCloseTo(chance, 5)
  // The first one rated every patient three times.
  const said = [0, 1, 2, 3, 4].map(person => row(found.basis, person, 4).reduce((sum, count) => sum + count, 0))
  expect(said.map(count => Math.round(count))).toEqual([135, 45, 45, 45, 45])
})

test("the toy of crowd-kit: every answer is found, also those on which the vote is tied", () => {
  const given = [...toy[0]!].map((_, task) =>
    toy.flatMap((answers, worker) => (answers[task] === "." ? [] : [[worker, "ny".indexOf(answers[task]!)] as const])),
  )
  const { posterior } = fitted(ratingTable(given, 2, 5))
  expect(given.map((_, task) => "ny"[best(row(posterior, task, 2))]).join("")).toBe(toyTruth)
})

test("nothing rated, one rating and a person who rated nothing are no trouble", () => {
  expect(fitted(ratingTable([], 3, 0))).toMatchObject({ converged: true, logLikelihood: 0 })
  const one = fitted(ratingTable([[[0, 2]], []], 3, 2))
  for (const chance of [...one.posterior, ...one.confusion, ...one.shares]) expect(chance).not.toBeNaN()
  expect(row(one.posterior, 0, 3)).toEqual([0, 0, 1])
  expect(row(one.basis, 1, 3)).toEqual([0, 0, 0])
})

const given = fc.array(
  fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(2)), { maxLength: 5, selector: ([person]) => person }),
  { minLength: 1, maxLength: 25 },
)

test("all chances add up to 1, and the likelihood never falls from step to step", () => {
  fc.assert(
    fc.property(given, things => {
      const table = ratingTable(things, 3, 5)
      const found = fitted(table)
      const sums = (values: Float64Array) =>
        Array.from({ length: values.length / 3 }, (_, at) => row(values, at, 3).reduce((sum, one) => sum + one, 0))
      for (const sum of [...sums(found.posterior), ...sums(found.confusion), ...sums(found.shares)])
        expect(sum).toBeCloseTo(1, 9)
      expect(found.logLikelihood).toBeLessThanOrEqual(1e-9)
      expect(thingsIn(table)).toBe(things.length)
    }),
  )
})

test("neither the order of people nor that of things matters", () => {
  fc.assert(
    fc.property(given, things => {
      const turned = things.toReversed().map(list => list.toReversed().map(([who, what]) => [4 - who, what] as const))
      const [one, other] = [fitted(ratingTable(things, 3, 5)), fitted(ratingTable(turned, 3, 5))]
      expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 5)
      if (Math.abs(one.steps - other.steps) > 0 || !one.converged) return
      for (const at of things.keys())
        for (const of of [0, 1, 2])
          expect(other.posterior[(things.length - 1 - at) * 3 + of]).toBeCloseTo(one.posterior[at * 3 + of]!, 4)
    }),
  )
})

test("one who is always wrong in the same way tells as much as one who is right", () => {
  const truth = Array.from({ length: 60 }, (_, at) => at % 3)
  const things = truth.map((is, at) => [
    [0, is] as const,
    [1, at % 10 === 0 ? (is + 1) % 3 : is] as const,
    [2, at % 7 === 0 ? (is + 2) % 3 : is] as const,
    [3, (is + 1) % 3] as const,
  ])
  const found = fitted(ratingTable(things, 3, 4))
  expect(truth.map((_, at) => best(row(found.posterior, at, 3)))).toEqual(truth)
  for (const of of [0, 1, 2]) expect(best(row(found.confusion, 3 * 3 + of, 3))).toBe((of + 1) % 3)
})
