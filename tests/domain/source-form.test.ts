import fc from "fast-check"
import { expect, test } from "vitest"
import { edtfHelp } from "../../lib/domain/edtf-date.ts"
import { sourceKinds } from "../../lib/domain/source.ts"
import {
  fieldAt,
  formOf,
  recordOf,
  type SourceForm,
  type SourceRecord,
  sourceFields,
} from "../../lib/domain/source-form.ts"
import { lagOf, shownFields, sourceFacts, sourceTypes } from "../../lib/domain/source-words.ts"
import { sourceForm } from "../../lib/schema/source-form-input.ts"

const phrase = fc
  .string({ unit: "grapheme", maxLength: 20 })
  .map(text => text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, "").trim())
const said = phrase.filter(text => text !== "")
const plain = said.map(text => text.replaceAll(",", "").trim()).filter(text => text !== "")
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const name = fc.oneof(
  fc.record({ family: plain, given: said }),
  fc.record({ family: said }),
  fc.record({ literal: said }),
)
const parts = fc.oneof(
  fc.tuple(fc.integer({ min: -500, max: 2_100 })),
  fc.tuple(fc.integer({ min: 1, max: 2_100 }), fc.integer({ min: 1, max: 24 })),
  fc.tuple(fc.integer({ min: 1, max: 2_100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })),
)
const without = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

const times = fc.constantFrom("", "1937", "1937-05-22", "194X", "1937~", "1936/1938")

/** Any record that can be stored, more of it than the form can say. */
const record: fc.Arbitrary<SourceRecord> = fc.record({
  kind: fc.constantFrom(...sourceKinds),
  csl: fc
    .record({
      type: fc.constantFrom("book", "chapter", "manuscript", "webpage"),
      title: said,
      author: optional(fc.array(name, { minLength: 1, maxLength: 3 })),
      editor: optional(fc.array(name, { maxLength: 2 })),
      issued: optional(
        fc.oneof(
          fc.record({ "date-parts": fc.array(parts, { minLength: 1, maxLength: 2 }) }),
          fc.record({ literal: said }),
          fc.record({ "date-parts": fc.array(parts, { minLength: 1, maxLength: 1 }), literal: said }),
        ),
      ),
      "container-title": optional(phrase),
      publisher: optional(phrase),
      volume: optional(phrase),
      DOI: optional(fc.constantFrom("10.1000/1", "https://doi.org/10.1000/1")),
      abstract: optional(said),
    })
    .map(csl => without(csl) as unknown as SourceRecord["csl"]),
  archive: fc.option(
    fc.record({ archive: said, fond: phrase, list: phrase }, { requiredKeys: ["archive"] }) as fc.Arbitrary<
      NonNullable<SourceRecord["archive"]>
    >,
  ),
  created: times,
  tells: times,
})

const day = fc.date({ min: new Date("1000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
const iso = day.map(date => date.toISOString().slice(0, 10))
const nameLine = fc.oneof(
  fc.tuple(plain, said).map(([family, given]) => `${family}, ${given}`),
  plain,
)
const nameLines = fc.array(nameLine, { maxLength: 3 }).map(lines => lines.join("\n"))

/** Any form, filled in without needless white space. */
const form: fc.Arbitrary<SourceForm> = fc.record({
  ...(Object.fromEntries(sourceFields.map(field => [field, phrase])) as Record<
    (typeof sourceFields)[number],
    fc.Arbitrary<string>
  >),
  kind: fc.constantFrom(...sourceKinds),
  type: fc.constantFrom("book", "chapter", "manuscript"),
  authors: nameLines,
  editors: nameLines,
  date: fc.oneof(
    fc.constant(""),
    iso,
    iso.map(date => date.slice(0, 7)),
    iso.map(date => date.slice(0, 4)),
    fc.constant("1937/1938"),
    fc.constant("about 1937"),
  ),
  doi: fc.constantFrom("", "10.1000/1"),
})

test("a form becomes a record and the same form again", () => {
  fc.assert(
    fc.property(form, filled => void expect(formOf(recordOf(filled))).toEqual(filled)),
    { numRuns: 1_000 },
  )
})

test("a record that nobody touched stays exactly as it is", () => {
  fc.assert(
    fc.property(record, before => void expect(recordOf(formOf(before), before)).toEqual(before)),
    {
      numRuns: 1_000,
    },
  )
})

test("changing one field leaves the others exactly as they are", () => {
  const property = fc.property(record, said, (before, publisher) => {
    const after = recordOf({ ...formOf(before), publisher }, before)
    expect(after).toEqual({ ...before, csl: { ...before.csl, publisher } })
  })
  fc.assert(property)
})

test("empty fields are left out of the record", () => {
  const empty = {
    ...formOf({ kind: "other", csl: { type: "document", title: "A" }, archive: null, created: "", tells: "" }),
    url: "  ",
  }
  expect(recordOf(empty)).toEqual({
    kind: "other",
    csl: { type: "document", title: "A" },
    archive: null,
    created: "",
    tells: "",
  })
})

test.each([
  ["1937", { "date-parts": [[1937]] }],
  ["1937-05-22", { "date-parts": [[1937, 5, 22]] }],
  ["1937-5", { "date-parts": [[1937, 5]] }],
  ["1936/1938", { "date-parts": [[1936], [1938]] }],
  ["1937-13", { literal: "1937-13" }],
  ["spring 1937", { literal: "spring 1937" }],
  ["1/2/3", { literal: "1/2/3" }],
])("the date %s is %j", (date, issued) => {
  const blank = formOf({ kind: "other", csl: { type: "book", title: "A" }, archive: null, created: "", tells: "" })
  expect(recordOf({ ...blank, date }).csl.issued).toEqual(issued)
})

test("names are family and given, or a body's whole name", () => {
  const blank = formOf({ kind: "other", csl: { type: "book", title: "A" }, archive: null, created: "", tells: "" })
  const lines = " Khlevniuk,  Oleg \n\nNKVD\nStalin,"
  expect(recordOf({ ...blank, authors: lines, doi: "https://doi.org/10.1000/1" }).csl).toMatchObject({
    author: [{ family: "Khlevniuk", given: "Oleg" }, { literal: "NKVD" }, { literal: "Stalin" }],
    DOI: "10.1000/1",
  })
})

test("what the server refuses is said at the field it is about", () => {
  const blank = formOf({
    kind: "archival-record",
    csl: { type: "manuscript", title: "" },
    archive: null,
    created: "",
    tells: "",
  })
  const refused = sourceForm.safeParse({ ...blank, fond: "33987", url: "rgva.ru", authors: `A, ${"b".repeat(300)}` })
  expect(refused.error?.issues.map(issue => issue.path[0]).sort()).toEqual(["archive", "authors", "title", "url"])
  expect(fieldAt("csl.container-title")).toBe("container")
  expect(fieldAt("archive.opis")).toBe("opis")
})

test("every field that has something in it is shown, whatever the kind", () => {
  const property = fc.property(form, filled => {
    const shown = shownFields(filled)
    for (const field of sourceFields) if (filled[field] !== "") expect(shown).toContain(field)
    expect(shown).toContain("title")
    expect(sourceTypes(filled.kind).length).toBeGreaterThan(0)
  })
  fc.assert(property)
})

test("a record is read in words", () => {
  const archive = { archive: "RGVA", fond: "33987", opis: "3" }
  const csl = { type: "manuscript", title: "Orders", issued: { "date-parts": [[1937, 5]] } }
  const times = { created: "1937-06~", tells: "1937-05-22" }
  expect(sourceFacts({ kind: "archival-record", csl, archive, ...times })).toEqual([
    { label: "Kind", value: "Archival record" },
    { label: "Form", value: "Manuscript or file" },
    { label: "Title", value: "Orders" },
    { label: "Date", value: "1937-05" },
    { label: "Made", value: "about June 1937" },
    { label: "Tells of", value: "22 May 1937" },
    { label: "Between", value: "written about 10 to 39 days after" },
    { label: "Archive", value: "RGVA, f. 33987, op. 3" },
  ])
})

test("how long after what it tells a source was made is told when both times are known", () => {
  const csl = { type: "book", title: "Memoir", issued: { "date-parts": [[1968]] } }
  const lag = (created: string, tells: string) => lagOf({ csl, created, tells })
  expect(lag("", "1937")).toBe("written 30 to 32 years after")
  expect(lag("1940", "1937")).toBe("written 2 to 4 years after")
  expect([lag("1940", ""), lagOf({ csl: { type: "book", title: "A" }, created: "", tells: "1937" })]).toEqual([
    null,
    null,
  ])
})

test("a time that is none is refused with the ways to write one", () => {
  const blank = formOf({ kind: "memoir", csl: { type: "book", title: "A" }, archive: null, created: "", tells: "" })
  const refused = sourceForm.safeParse({ ...blank, created: "spring, I think", tells: "1937-02-30" })
  expect(refused.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["created", edtfHelp],
    ["tells", edtfHelp],
  ])
})
