import { expect, test } from "vitest"
import { claimsUnder, mostClaimsUnder } from "../../lib/domain/claims-under.ts"

/** Units of ten characters each, of the kinds whose first letters are given: "c" for a claim, "m" for meta. */
const units = (kinds: string) =>
  [...kinds].map((kind, at) => ({
    ...{ id: String(at), start: at * 10, end: at * 10 + 9 },
    kind: kind === "c" ? ("claim" as const) : ("meta" as const),
  }))
const found = (kinds: string, start: number, end: number) => {
  const under = claimsUnder(units(kinds), { start, end })
  return "instead" in under ? under.instead : `${under.how} ${under.claims.map(({ id }) => id).join(" ")}`
}

test("a passage is about the claims of which it covers half, or else the one of which it covers most", () => {
  expect(found("ccc", 10, 19)).toBe("the-claim 1")
  expect(found("ccc", 12, 15)).toBe("within 1")
  expect(found("ccc", 8, 12)).toBe("within 1")
  expect(found("ccc", 5, 19)).toBe("within 1")
  expect(found("ccc", 4, 19)).toBe("across 0 1")
  expect(found("cmc", 4, 26)).toBe("across 0 2")
  expect(found("cmc", 5, 22)).toBe("within 0")
})

test("what lies on no claim says what is there, and what lies on a whole chapter is about no claim", () => {
  expect(found("cmc", 12, 15)).toBe("meta")
  expect(found("cc", 9, 10)).toBe(null)
  expect(found("c".repeat(mostClaimsUnder), 0, 1_000)).toMatch(/^across/)
  expect(found("c".repeat(mostClaimsUnder + 1), 0, 1_000)).toBe("too-many")
})
