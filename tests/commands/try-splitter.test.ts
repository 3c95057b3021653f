import { expect, test } from "vitest"
import { trySplitter } from "../../lib/commands/try-splitter.ts"
import { longestTried } from "../../lib/schema/splitter-input.ts"
import { code, value } from "../queries/project.ts"
import { person } from "../server/person.ts"

test("a tried text comes back as units with their kinds, rules and cues", async () => {
  const text = "Perhaps he knew. Who signed it?"
  const { units } = value(await trySplitter(await person(), { text }))
  expect(units.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
    ["Perhaps he knew.", "claim"],
    ["Who signed it?", "question"],
  ])
  expect(units[0]?.rules).toEqual(["is-assertion", "full-stop"])
  expect(units[0]?.cues.map(({ rule }) => rule)).toEqual(["hedge-word"])
})

test("the longest text that may be tried is tried, and one sign more is refused with what to do", async () => {
  const somebody = await person()
  const longest = "He left. ".repeat(longestTried).slice(0, longestTried)
  expect(code(await trySplitter(somebody, { text: longest }))).toBe("ok")
  for (const [text, sentence] of [
    [`${longest}x`, /20,000 characters. Shorten it/],
    [" \n ", /at least one word/],
    ["A lone surrogate \ud800.", /broken characters/],
  ] as const) {
    const refused = await trySplitter(somebody, { text })
    expect(refused).toMatchObject({ ok: false, failure: { code: "invalid" } })
    expect(JSON.stringify(refused)).toMatch(sentence)
  }
})
