import fc from "fast-check"
import type { ArchiveReference, CslItem } from "../../lib/domain/source.ts"
import type { ExportedSource, ExportHead } from "../../lib/formats/export-format.ts"

/** Words of a title or a name: Cyrillic, diacritics, and every sign that LaTeX, RIS or wikitext gives a meaning. */
const word = fc.oneof(
  fc.constantFrom(
    "Сталин",
    "Čapek",
    "Müller",
    "Огонёк",
    "и",
    "and",
    "Brontë",
    "№",
    "100%",
    "R&D",
    "a_b",
    "{x}",
    "}",
    "{",
  ),
  fc.constantFrom(
    "\\",
    "$5",
    "#1",
    "^",
    "~",
    "--",
    "''",
    "``",
    "=",
    "«Да»",
    "“q”",
    "ER",
    "-",
    "|",
    "O’Neill",
    "[b]",
    "x'",
  ),
  fc.string({ unit: fc.constantFrom(..."абвгдежзийклмнопрстуфхцчшщыэюяABCdefghij"), minLength: 1, maxLength: 9 }),
)
export const phrase = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map(words => words.join(" "))
  .filter(words => /[\p{L}\p{N}]/u.test(words))

const namePart = fc.constantFrom(
  "Хлевнюк",
  "Čapek",
  "de Gaulle",
  "Иванова-Петрова",
  "O’Neill",
  "Müller",
  "van der Berg",
  "Ли",
)
const given = fc.constantFrom("Олег Витальевич", "О. В.", "Charles", "Anna-Maria", "José", "Ё.")
const name = fc.oneof(
  fc.record({ family: namePart, given }),
  fc.record({ literal: fc.constantFrom("Академия наук СССР", "Barnes and Noble", "UNESCO", "Foo & Bar 100%") }),
)
const year = fc.integer({ min: 1800, max: 2030 })
const issued = fc.oneof(
  year.map(y => ({ "date-parts": [[y]] })),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => ({ "date-parts": [[y, m]] })),
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => ({ "date-parts": [[y, m, d]] })),
)

const number = fc.integer({ min: 1, max: 9_999 }).map(String)
export const archive: fc.Arbitrary<ArchiveReference> = fc.record(
  {
    archive: fc.constantFrom("РГВА", "ГАРФ", "RGASPI", "GARF"),
    fond: number,
    opis: number,
    delo: number,
    list: fc.constantFrom("12", "12–14 об.", "5, 7"),
  },
  { requiredKeys: ["archive", "fond", "opis", "delo"] },
)

const item: fc.Arbitrary<CslItem> = fc.record(
  {
    type: fc.constantFrom(
      "book",
      "chapter",
      "article-journal",
      "article-newspaper",
      "entry-encyclopedia",
      "webpage",
      "manuscript",
      "interview",
      "report",
      "thesis",
      "document",
      "personal_communication",
    ),
    title: phrase,
    author: fc.array(name, { minLength: 1, maxLength: 3 }),
    issued,
    "container-title": phrase,
    publisher: phrase,
    "publisher-place": fc.constantFrom("Москва", "London and New York"),
    volume: number,
    issue: number,
    page: fc.constantFrom("112-115", "7", "112–115"),
    URL: fc.constantFrom("https://example.org/a_b?c=d%20e&f#g~h", "https://ru.wikipedia.org/wiki/Битва"),
    note: phrase,
    language: fc.constantFrom("ru", "en"),
  },
  { requiredKeys: ["type", "title"] },
)

/** Any source as people enter and import them. */
export const citedSource: fc.Arbitrary<ExportedSource> = fc
  .record({ id: fc.uuid(), csl: item, archive: fc.option(archive) })
  .map(source => ({
    ...source,
    kind: source.archive ? ("archival-record" as const) : ("other" as const),
    line: source.csl.title,
    created: "",
    tells: "",
    reliability: null,
    set: source.csl.title,
  }))

/** An export that cites these sources; the parts of it are of no account to a bibliography. */
export const headWith = (sources: readonly ExportedSource[]): ExportHead => ({
  name: "export",
  projectId: "p",
  project: "P",
  policyVersion: 1,
  logHead: `7-${"a".repeat(64)}`,
  chosen: { state: "vetted", documentId: null, label: null, dissent: null, search: null, leaveOut: null },
  lineage: [],
  exportedAt: new Date("2026-11-29T12:00:00Z"),
  origin: "https://apparatus.example",
  quotes: true,
  names: "name",
  documents: [],
  sources: new Map(sources.map(source => [source.id, source])),
})
