import fc from "fast-check"
import { expect, test } from "vitest"
import { authorYears, type NamedItem } from "../../lib/domain/author-year.ts"

const of = (title: string, authors: readonly string[] = [], year?: number): NamedItem => ({
  title,
  author: authors.map(family => ({ family })),
  ...(year !== undefined && { issued: { "date-parts": [[year, 3]] } }),
})

test.each<[NamedItem, string]>([
  [of("Stalin", ["Volkogonov"], 1989), "Volkogonov 1989"],
  [of("Stalin", ["Volkogonov"]), "Volkogonov"],
  [of("Lives", ["Beck", "Ferrand"], 1994), "Beck & Ferrand 1994"],
  [of("Lives", ["Beck", "Ferrand", "Okafor"], 1994), "Beck et al. 1994"],
  [of("Protocol of the session of the tribunal", [], 1937), "Protocol of the session … 1937"],
  [of("Z".repeat(60)), `${"Z".repeat(23)}…`],
  [{ title: "Log", editor: [{ literal: "Lloyd's" }] }, "Lloyd's"],
  [{ title: "Log", issued: { literal: "after 1937" } }, "Log 1937"],
])("%j is called %s", (item, name) => {
  expect(authorYears([item])).toEqual([name])
})

test("what would be called the same gets letters in its order", () => {
  const [stalin, lenin] = [of("Stalin", ["Volkogonov"], 1989), of("Lenin", ["Volkogonov"], 1989)]
  expect(authorYears([stalin, of("Trotsky", ["Volkogonov"], 1992), lenin])).toEqual([
    "Volkogonov 1989a",
    "Volkogonov 1992",
    "Volkogonov 1989b",
  ])
  expect(authorYears(Array.from({ length: 28 }, () => stalin)).slice(-2)).toEqual([
    "Volkogonov 1989aa",
    "Volkogonov 1989ab",
  ])
  expect(authorYears([of("Log"), of("Log")])).toEqual(["Log a", "Log b"])
})

test("every source gets a name, and none is cut inside a character", () => {
  const item = fc.record({ title: fc.string({ unit: "grapheme", minLength: 1 }) })
  fc.assert(
    fc.property(fc.array(item), items => {
      const names = authorYears(items)
      expect(names).toHaveLength(items.length)
      for (const name of names) expect(name.isWellFormed()).toBe(true)
    }),
  )
})
