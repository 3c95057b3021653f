import { expect, test } from "vitest"
import { firesOnEdits, ruleExample } from "../../lib/text/rule-example.ts"
import { ruleGroups } from "../../lib/text/rule-groups.ts"
import { ruleOf, rules } from "../../lib/text/rules.ts"

const shown = Object.entries(rules).filter(([id]) => !firesOnEdits.has(id))

test("the rules that no text lets fire are rules", () => {
  for (const id of firesOnEdits) expect(ruleOf(id)).toBeDefined()
})

test.each(shown)("the example of %s lets its rule fire, in the example's own words", (id, rule) => {
  const { text, own, units, fired } = ruleExample(id, rule)!
  expect(text.slice(own.start, own.end).replace(/\s+/g, "")).toBe(rule.example.replaceAll("|", "").replace(/\s+/g, ""))
  expect(Math.max(own.start, fired.start)).toBeLessThan(Math.min(own.end, fired.end))
  const unit = units.find(({ start, end }) => start <= fired.start && end >= fired.end)
  expect(JSON.stringify(unit)).toContain(`"${id}"`)
})

test("a cut in an example is a cut in its reading", () => {
  for (const [id, rule] of shown) {
    if (!rule.example.includes("|")) continue
    const { text, own, units } = ruleExample(id, rule)!
    const inside = units.filter(({ start, end }) => start < own.end && end > own.start)
    const words = inside.map(({ start, end }) => text.slice(start, end).trim())
    expect(words, id).toEqual(rule.example.split("|").map(part => part.trim()))
  }
})

test("an example that does not let its rule fire has no reading", () => {
  expect(ruleExample("is-question", { title: "", explanation: "", example: "He left." })).toBeNull()
})

test("every rule stands in one group, under its own id", () => {
  const listed = ruleGroups.flatMap(group => Object.keys(group.rules))
  expect(listed.sort()).toEqual(Object.keys(rules).sort())
  const anchors = [...ruleGroups.map(({ id }) => id), ...listed, "try-it", "contents", "content"]
  expect(new Set(anchors).size).toBe(anchors.length)
})
