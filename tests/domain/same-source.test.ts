import { expect, test } from "vitest"
import { type Comparable, SourceIndex } from "../../lib/domain/same-source.ts"
import type { ArchiveReference, CslItem } from "../../lib/domain/source.ts"

const work = (csl: Partial<CslItem>, archive: ArchiveReference | null = null): Comparable => ({
  csl: { type: "book", title: "", ...csl },
  archive,
})
const dated = (title: string, family: string, year: number, more: Partial<CslItem> = {}) =>
  work({ title, author: [{ family }], issued: { "date-parts": [[year]] }, ...more })
const shelf = (delo: string, archive = "РГВА"): ArchiveReference => ({ archive, fond: "4", opis: "15", delo })

const reason = (one: Comparable, other: Comparable) => {
  const index = new SourceIndex<string>()
  index.add("one", one)
  return index.find(other)?.reason ?? null
}

test.each<[string, Comparable, Comparable, string | null]>([
  ["a DOI in another case", work({ title: "A", DOI: "10.1000/AB" }), work({ title: "B", DOI: "10.1000/ab" }), "doi"],
  [
    "ISBN of ten and of thirteen digits",
    work({ title: "Хозяин.", ISBN: "0-306-40615-2" }),
    work({ title: "хозяин", ISBN: "9780306406157" }),
    "isbn",
  ],
  [
    "volumes with one ISBN",
    work({ title: "Том 1", ISBN: "0306406152" }),
    work({ title: "Том 2", ISBN: "0306406152" }),
    null,
  ],
  [
    "an address with www and tracker",
    work({ title: "A", URL: "http://www.a.org/x/?utm_source=y" }),
    work({ title: "B", URL: "https://a.org/x" }),
    "address",
  ],
  ["a file in both scripts", work({ title: "A" }, shelf("19")), work({ title: "B" }, shelf("19", "RGVA")), "archive"],
  ["another file with the same words", work({ title: "A" }, shelf("19")), work({ title: "A" }, shelf("20")), null],
  [
    "a fond alone",
    work({ title: "A" }, { archive: "РГВА", fond: "4" }),
    work({ title: "B" }, { archive: "РГВА", fond: "4" }),
    null,
  ],
  [
    "a work written otherwise",
    dated("The Great Terror: A Reassessment", "Conquest", 1990),
    dated("The great terror — a reassessment", "CONQUEST", 1990),
    "work",
  ],
  ["a work in two scripts", dated("Хозяин", "Хлевнюк", 2010), dated("Khoziain", "Khlevniuk", 2010), "work"],
  ["another year", dated("The Great Terror", "Conquest", 1968), dated("The Great Terror", "Conquest", 1990), null],
  ["another author", dated("Сталин", "Волкогонов", 1990), dated("Сталин", "Радзинский", 1990), null],
  [
    "the same work with another DOI",
    dated("A", "B", 1990, { DOI: "10.1000/1" }),
    dated("A", "B", 1990, { DOI: "10.1000/2" }),
    null,
  ],
  ["no year", work({ title: "A", author: [{ family: "B" }] }), work({ title: "A", author: [{ family: "B" }] }), null],
  ["nothing at all", work({}), work({}), null],
])("%s", (_, one, other, same) => {
  expect(reason(one, other)).toBe(same)
  expect(reason(other, one)).toBe(same)
})

test("the surest reason is told, and the first source of a key stays", () => {
  const index = new SourceIndex<number>()
  index.add(1, dated("A", "B", 1990, { DOI: "10.1000/1" }))
  index.add(2, dated("A", "B", 1990, { URL: "https://a.org" }))
  expect(index.find(dated("A", "B", 1990, { DOI: "10.1000/1" }))).toEqual({ source: 1, reason: "doi" })
  expect(index.find(dated("A", "B", 1990))).toEqual({ source: 1, reason: "work" })
  expect(index.find(work({ title: "Z", URL: "https://a.org/" }))).toEqual({ source: 2, reason: "address" })
})
