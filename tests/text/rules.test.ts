import { expect, test } from "vitest"
import { findClauses } from "../../lib/text/clauses.ts"
import { ruleOf, rules } from "../../lib/text/rules.ts"
import { splitText } from "../../lib/text/split-text.ts"
import { wordsOf } from "../../lib/text/unit-words.ts"

test("every rule says in one sentence why, and shows an example", () => {
  for (const [id, rule] of Object.entries(rules)) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(rule.title.length, id).toBeGreaterThan(2)
    expect(rule.explanation, id).toMatch(/^[A-Z“].*\.$/)
    expect(rule.example.trim(), id).not.toBe("")
  }
})

test("an id that no rule has is unknown", () => {
  expect(ruleOf("no-such-rule")).toBeUndefined()
  expect(ruleOf("toString")).toBeUndefined()
})

test.each(Object.entries(rules).filter(([id]) => id.startsWith("is-") || id.startsWith("has-")))(
  "the example of %s is of that rule",
  (id, rule) => {
    const context =
      id === "is-caption" ||
      id === "is-heading" ||
      id === "is-dateline" ||
      id === "is-salutation" ||
      id === "is-rule-line"
    const text = context
      ? `${rule.example} The clerk left.`
      : id === "is-speaker-label"
        ? `${rule.example} Where was he?`
        : rule.example
    expect(splitText(text)[0]?.rules[0]).toBe(id)
  },
)

test.each(Object.entries(rules).filter(([id]) => id.startsWith("clause-")))(
  "the example of %s holds a clause of that rule",
  (id, rule) => {
    const text = rule.example
    const unit = { start: 0, end: text.length, kind: "claim" } as const
    const found = findClauses(text, unit, wordsOf(text, 0, text.length), []).map(clause => clause.rule)
    expect(found).toContain(id)
  },
)
