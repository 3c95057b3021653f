import { expect, test } from "vitest"
import { damage, isOrderly, seededChance } from "./noise.ts"

test("a seed decides every number, and all lie between 0 and 1", () => {
  const [one, same, other] = [seededChance(7), seededChance(7), seededChance(8)]
  const numbers = Array.from({ length: 2000 }, one)
  expect(Array.from({ length: 2000 }, same)).toEqual(numbers)
  expect(Array.from({ length: 2000 }, other)).not.toEqual(numbers)
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...numbers)).toBeLessThan(1)
  expect(numbers.reduce((sum, number) => sum + number) / 2000).toBeCloseTo(0.5, 1)
})

test("all apostrophes and dashes are lost, in every spelling, and hyphens stay", () => {
  const { text } = damage(["Trotsky’s well-known — if that's so – plan -- of 1917–18."], () => 0.9)
  expect(text).toBe("Trotskys well-known if thats so plan of 191718.")
})

test("half of the quote marks are lost", () => {
  const sentences = Array.from({ length: 1000 }, () => '"No," he «said».')
  const { text } = damage(sentences, seededChance(3))
  const left = text.match(/["«»]/g)?.length ?? 0
  expect(left).toBeGreaterThan(1800)
  expect(left).toBeLessThan(2200)
})

test("one in five of the spaces between sentences is lost, none within", () => {
  const { text, sentences } = damage(
    Array.from({ length: 2000 }, () => "It is so."),
    seededChance(3),
  )
  const lost = text.match(/\.It/g)?.length ?? 0
  expect(lost).toBeGreaterThan(330)
  expect(lost).toBeLessThan(470)
  expect(text.replaceAll(".It", ". It")).toBe(sentences.join(" "))
})

test("only sentences that begin with a capital or number and end with a stop are orderly", () => {
  expect(["He left.", "«Нет!»", '("Why?")', "1917 was cold…", "``So it was.''"].map(isOrderly)).not.toContain(false)
  expect(["he left.", "Home | News", "Sources:", "***", ":)", "- a diary."].map(isOrderly)).not.toContain(true)
})
