import fc from "fast-check"
import { expect, test } from "vitest"
import { citationLocales, citationStyleIds } from "../../lib/domain/citation-setting.ts"
import { runsText } from "../../lib/domain/text-run.ts"
import { StyleTooLong } from "../../lib/formats/citation-press.ts"
import { citationStyleXml } from "../../lib/formats/citation-styles.ts"
import { type CitationOrder, type Cite, type CitedSource, formatCitations } from "../../lib/formats/format-citation.ts"
import { cpuTime } from "../support/cpu-time.ts"

const terror: CitedSource = {
  id: "terror",
  archive: null,
  csl: {
    type: "book",
    title: "The Great Terror: A Reassessment",
    author: [{ family: "Conquest", given: "Robert" }],
    issued: { "date-parts": [[1990]] },
    publisher: "Oxford University Press",
    "publisher-place": "New York",
  },
}
const plot: CitedSource = {
  id: "plot",
  archive: null,
  csl: {
    type: "article-journal",
    title: "Заговор",
    author: [{ family: "Уайтвуд", given: "Питер" }],
    "container-title": "Вопросы истории",
    issued: { "date-parts": [[2015]] },
    issue: "3",
    page: "5-20",
  },
}
const decree: CitedSource = {
  id: "decree",
  archive: { archive: "РГВА", fond: "4", opis: "15", delo: "19", list: "5 об." },
  csl: {
    type: "manuscript",
    title: "Приказ НКО № 072",
    author: [{ family: "Ворошилов", given: "Климент Ефремович" }],
    issued: { "date-parts": [[1937, 6, 7]] },
  },
}
const sources = [terror, plot, decree]
const notes: readonly (readonly Cite[])[] = [
  [{ sourceId: "terror", locator: "12", label: "page" }],
  [{ sourceId: "terror", locator: "13" }],
  [{ sourceId: "decree" }, { sourceId: "plot" }],
  [{ sourceId: "decree", locator: "7", label: "folio" }],
  [],
]
const order = (more: Partial<CitationOrder>): CitationOrder => ({
  style: citationStyleXml.chicago,
  locale: "en-GB",
  archives: "latin",
  sources,
  notes,
  ...more,
})
const set = (more: Partial<CitationOrder>) => {
  const { notes, bibliography, archives } = formatCitations(order(more))
  return {
    notes: notes.map(runsText),
    bibliography: bibliography.map(({ runs }) => runsText(runs)),
    archives: archives.map(({ runs }) => runsText(runs)),
  }
}

test("Chicago sets notes and a bibliography, and archival sources are ours", () => {
  expect(set({})).toEqual({
    notes: [
      "Robert Conquest, The Great Terror: A Reassessment (Oxford University Press, 1990), 12.",
      "Conquest, The Great Terror: A Reassessment, 13.",
      "Климент Ефремович Ворошилов, ‘Приказ НКО № 072’, 7 June 1937, RGVA, f. 4, op. 15, d. 19, l. 5ob; Питер Уайтвуд, ‘Заговор’, Вопросы истории, no. 3 (2015): 5–20.",
      "RGVA, f. 4, op. 15, d. 19, l. 7.",
      "",
    ],
    bibliography: [
      "Conquest, Robert. The Great Terror: A Reassessment. Oxford University Press, 1990.",
      "Уайтвуд, Питер. ‘Заговор’. Вопросы истории, no. 3 (2015): 5–20.",
    ],
    archives: ["Климент Ефремович Ворошилов, ‘Приказ НКО № 072’, 7 June 1937, RGVA, f. 4, op. 15, d. 19, l. 5ob."],
  })
})

test("titles are in italics, as runs and not as markup", () => {
  const { bibliography } = formatCitations(order({ notes: [] }))
  expect(bibliography[0]).toEqual({
    sourceId: "terror",
    runs: [
      { text: "Conquest, Robert. " },
      { text: "The Great Terror: A Reassessment", italic: true },
      { text: ". Oxford University Press, 1990." },
    ],
  })
})

test.each([
  ["apa", "(Conquest, 1990, p. 12)", "Conquest, R. (1990). The Great Terror: A Reassessment. Oxford University Press."],
  ["mla", "(Conquest 12)", "Conquest, Robert. The Great Terror: A Reassessment. Oxford University Press, 1990."],
  [
    "harvard",
    "(Conquest 1990, p.12)",
    "Conquest, R., 1990. The Great Terror: A Reassessment, New York: Oxford University Press.",
  ],
  [
    "gost",
    "[Conquest, 1990, с. 12]",
    "1. Conquest R. The Great Terror: A Reassessment. New York: Oxford University Press, 1990.",
  ],
] as const)("%s", (style, note, entry) => {
  const made = set({ style: citationStyleXml[style] })
  expect(made.notes[0]).toBe(note)
  expect(made.bibliography[0]).toBe(entry)
  expect(made.notes[3]).toContain("RGVA, f. 4, op. 15, d. 19, l. 7")
})

test("archival sources are set in Russian, after GOST, and with American quotation marks", () => {
  const archival = (more: Partial<CitationOrder>) =>
    set({ sources: [decree], notes: [[{ sourceId: "decree" }]], ...more })
  expect(archival({ locale: "ru-RU", archives: "russian" }).notes).toEqual([
    "Ворошилов К. Е. Приказ НКО № 072. 7 июня 1937 г. РГВА. Ф. 4. Оп. 15. Д. 19. Л. 5 об.",
  ])
  expect(archival({ archives: "gost" }).archives).toEqual([
    "Ворошилов К. Е. Приказ НКО № 072. 7 июня 1937 г. // РГВА. Ф. 4. Оп. 15. Д. 19. Л. 5 об.",
  ])
  expect(archival({ locale: "en-US" }).notes).toEqual([
    "Климент Ефремович Ворошилов, “Приказ НКО № 072,” 7 June 1937, RGVA, f. 4, op. 15, d. 19, l. 5ob.",
  ])
})

test("the locale brings its words and marks", () => {
  expect(set({ locale: "ru-RU" }).notes[2]).toContain("«Заговор»")
  expect(set({ locale: "en-US" }).notes[2]).toContain("“Заговор,”")
  expect(set({ style: citationStyleXml.apa, locale: "ru-RU" }).notes[0]).toBe("(Conquest, 1990, с. 12)")
})

test("archival sources are listed by archive, fond and file, numbers as numbers", () => {
  const shelved = (delo: string, archive = "РГВА"): CitedSource => ({
    ...decree,
    id: archive + delo,
    archive: { archive, fond: "4", delo },
  })
  const { archives } = formatCitations(
    order({ sources: [shelved("10"), shelved("9"), shelved("1", "ГАРФ")], notes: [] }),
  )
  expect(archives.map(({ sourceId }) => sourceId)).toEqual(["ГАРФ1", "РГВА9", "РГВА10"])
})

const numeric = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>N</title><id>n</id>
<category citation-format="numeric"/></info><citation><layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout></citation>
<bibliography><layout><text variable="citation-number" suffix=". "/><text variable="title" suffix="."/></layout></bibliography></style>`

test("a numbered style numbers archival sources among the others", () => {
  expect(set({ style: numeric })).toEqual({
    notes: ["[1]", "[1]", "[2, 3]", "[2]", ""],
    bibliography: [
      "1. The Great Terror: A Reassessment.",
      "2. Приказ НКО № 072. RGVA, f. 4, op. 15, d. 19, l. 5ob.",
      "3. Заговор.",
    ],
    archives: [],
  })
})

test("a source that nobody has is passed over, and one place that has no label of CSL stands after the work", () => {
  expect(set({ notes: [[{ sourceId: "gone" }]] }).notes).toEqual([""])
  const [note] = set({ notes: [[{ sourceId: "plot", locator: "top", label: "url-fragment" }]] }).notes
  expect(note).toMatch(/, #top\.$/)
})

test("what was set before leaves no trace, and words that look like marks do no harm", () => {
  const cite = fc.record(
    {
      sourceId: fc.constantFrom("terror", "plot", "decree"),
      locator: fc.constantFrom("1", "\uE0102\uE011", "<i>", "&"),
    },
    { requiredKeys: ["sourceId"] },
  )
  const some = fc.array(fc.array(cite, { maxLength: 3 }), { maxLength: 4 })
  const style = fc.constantFrom(...(["mla", "harvard", "gost"] as const))
  const first = new Map(citationStyleIds.map(id => [id, set({ style: citationStyleXml[id] })]))
  const property = fc.property(some, style, fc.constantFrom(...citationLocales), (cited, id, locale) => {
    const title = "A \uE010 title"
    const changed = sources.map(source => ({ ...source, csl: { ...source.csl, title } }))
    const made = set({ style: citationStyleXml[id], locale, notes: cited, sources: changed })
    for (const [i, note] of made.notes.entries()) {
      const shelves = cited[i]!.filter(({ sourceId }) => sourceId === "decree").length
      expect(note.split(/RGVA/).length - 1).toBe(shelves)
    }
    expect(set({ style: citationStyleXml[id] })).toEqual(first.get(id))
  })
  fc.assert(property, { numRuns: 12 })
})

test("sources that look alike do not hold up the others", () => {
  const alike = Array.from({ length: 40 }, (_, i) => ({ ...terror, id: `${i}` }))
  const before = cpuTime()
  const made = set({ sources: alike, notes: alike.map(({ id }) => [{ sourceId: id }]) })
  expect(cpuTime() - before).toBeLessThan(15_000)
  expect(made.bibliography).toHaveLength(40)
  expect(made.notes[39]).toContain("The Great Terror")
})

test("a style that takes far more steps than any known one is stopped", () => {
  const macros = Array.from({ length: 15 }, (_, i) => {
    const inner = i === 14 ? '<text variable="title"/>' : `<text macro="m${i + 1}"/>`.repeat(2)
    return `<macro name="m${i}">${inner}</macro>`
  })
  const style = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>x</title><id>x</id></info>${macros.join("")}<citation><layout><text macro="m0"/></layout></citation></style>`
  expect(() => formatCitations(order({ style }))).toThrow(StyleTooLong)
})

test("a style that breaks is thrown, and the next order is set as if nothing had been", () => {
  expect(() => formatCitations(order({ style: "<style/>" }))).toThrow()
  expect(set({}).notes[1]).toBe("Conquest, The Great Terror: A Reassessment, 13.")
})
