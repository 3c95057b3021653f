import fc from "fast-check"
import { expect, test } from "vitest"
import { passwordTrouble } from "../../lib/domain/password.ts"

const about = { email: "vera.lindqvist@example.org", name: "Vera Lindqvist" }

test("8 to 128 characters of any kind will do, counted as a reader counts them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 8, maxLength: 128 }), password => {
      expect(passwordTrouble(password, {})).toBeNull()
    }),
  )
  expect(passwordTrouble("🗝️".repeat(4), {})).toBeNull()
  expect(passwordTrouble("𝔞".repeat(128), {})).toBeNull()
})

test.each([
  ["seven c", "at least 8"],
  ["𝔞".repeat(7), "at least 8"],
  ["a".repeat(129), "at most 128"],
  ["broken \ud800 one", "broken character"],
  ["Vera Lindqvist", "not your name"],
  ["VERA LINDQVIST", "not your name"],
  ["vera.lindqvist@example.org", "not your name"],
  ["vera.lindqvist", "not your name"],
])("%j is refused", (password, why) => {
  expect(passwordTrouble(password, about)).toContain(why)
})

test("what contains the name but is more than it is allowed", () => {
  expect(passwordTrouble("Vera Lindqvist reads", about)).toBeNull()
})
