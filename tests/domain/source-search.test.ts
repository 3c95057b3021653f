import { expect, test } from "vitest"
import { searchScore } from "../../lib/domain/source-search.ts"

const line = "Khlevniuk, Oleg. Сталин. Жизнь одного вождя. Москва: Corpus. 2015"

test.each(["", "khlev", "oleg KHLEVNIUK", "сталин 2015", "hlev"])("%j is found", query => {
  expect(searchScore(line, query)).toBeGreaterThan(0)
})

test("every word has to be there", () => {
  expect(searchScore(line, "oleg trotsky")).toBe(0)
})

test("accents and case don't matter, on either side", () => {
  expect(searchScore("Café Procope", "CAFE")).toBeGreaterThan(0)
  expect(searchScore("Cafe Procope", "café")).toBeGreaterThan(0)
})

test("the beginning of a word counts more than its middle", () => {
  expect(searchScore(line, "ole")).toBeGreaterThan(searchScore(line, "leg"))
})
