import { readFileSync } from "node:fs"
import { plugins } from "@citation-js/core"
import { Ajv } from "ajv"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import "../../lib/formats/citation-js.ts"
import { bibtex } from "../../lib/formats/bibtex.ts"
import { cslJson } from "../../lib/formats/csl-json.ts"
import type { ExportedSource } from "../../lib/formats/export-format.ts"
import { ris } from "../../lib/formats/ris.ts"
import { citedSource, headWith } from "./cited-sources.ts"
import { exported, textOf } from "./exported.ts"
import { readAll } from "./read.ts"

const schema = JSON.parse(readFileSync(new URL("../../lib/formats/csl/csl-data.json", import.meta.url), "utf8"))
const validCsl = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema)

const sources = fc.uniqueArray(citedSource, { selector: ({ id }) => id, minLength: 1, maxLength: 4 })
const fileOf = (format: typeof bibtex, cited: readonly ExportedSource[]) =>
  textOf(format, { head: headWith(cited), parts: () => [] })

describe.each([
  ["BibTeX", bibtex],
  ["RIS", ris],
  ["CSL-JSON", cslJson],
])("%s", (_name, format) => {
  test("however the claims are cut into parts, the file is the same", () =>
    fc.assert(
      fc.asyncProperty(exported, async all => {
        expect(await textOf(format, all, 1)).toBe(await textOf(format, all, 100))
      }),
      { numRuns: 20 },
    ))

  test("author, title, date, container, place and archive come back as they were", () =>
    fc.assert(
      fc.asyncProperty(sources, async cited => {
        const read = readAll(await fileOf(format, cited))
        expect(read.map(({ ok }) => ok)).toEqual(cited.map(() => true))
        for (const [at, { csl, archive }] of cited.entries()) {
          const back = read[at]!
          if (!back.ok) continue
          const { csl: got, archive: shelf } = back.candidate
          expect(got.title).toBe(csl.title)
          expect(got.author).toEqual(csl.author)
          // Citation.js reads no more than the year of a chapter in RIS.
          if (csl.type === "chapter")
            expect(got.issued?.["date-parts"]?.[0]?.[0]).toBe(csl.issued?.["date-parts"]?.[0]?.[0])
          else expect(got.issued).toEqual(csl.issued)
          expect(shelf).toEqual(archive)
          expect(got.note).toBe(csl.note)
          if (csl.URL) expect(new URL(got.URL!).href).toBe(new URL(csl.URL).href)
          if (csl.page && /book|chapter|journal|newspaper/.test(csl.type))
            expect(got.page?.replace("–", "-")).toBe(csl.page.replace("–", "-"))
          if (csl["container-title"] && /article|chapter/.test(csl.type))
            expect(got["container-title"]).toBe(csl["container-title"])
          if (csl["publisher"] && csl.type === "book") expect(got.publisher).toBe(csl.publisher)
        }
      }),
      { numRuns: 300 },
    ))
})

test("CSL-JSON is valid by the schema of the standard, whatever an item holds", () =>
  fc.assert(
    fc.asyncProperty(
      sources,
      fc.dictionary(fc.constantFrom("issued", "author", "mine", "DOI", "type"), fc.jsonValue()),
      async (cited, odd) => {
        const strange = cited.map((source, at) =>
          at === 0 ? { ...source, csl: { ...source.csl, ...Object(odd) } } : source,
        )
        const items: unknown = JSON.parse(await fileOf(cslJson, strange))
        expect(validCsl(items) ? [] : validCsl.errors).toEqual([])
        expect(items).toMatchObject(cited.map(({ id }) => ({ id })))
      },
    ),
  ))

test("BibTeX's braces are balanced, and its keys are plain and each used once", () =>
  fc.assert(
    fc.asyncProperty(sources, async cited => {
      const text = await fileOf(bibtex, [...cited, ...cited.map(source => ({ ...source, id: `${source.id}-2` }))])
      // BibTeX counts braces, escaped or not.
      expect(text.split("{")).toHaveLength(text.split("}").length)
      const keys = [...text.matchAll(/^@\w+\{(.*),$/gm)].map(([, key]) => key!)
      expect(new Set(keys).size).toBe(cited.length * 2)
      expect(keys.filter(key => !/^[a-z0-9-]+$/.test(key))).toEqual([])
    }),
  ))

test("Citation.js finds as many sources in a whole file as were written, since what is said of the log is none of them", () =>
  fc.assert(
    fc.asyncProperty(sources, async cited => {
      expect(plugins.input.data(await fileOf(bibtex, cited), "@biblatex/text")).toHaveLength(cited.length)
      expect(plugins.input.data(await fileOf(ris, cited), "@ris/file")).toHaveLength(cited.length)
    }),
    { numRuns: 30 },
  ))

test("RIS has one tag a line, and lines that end in CR LF", () =>
  fc.assert(
    fc.asyncProperty(sources, async cited => {
      const [about, empty, ...lines] = (await fileOf(ris, cited)).split("\r\n")
      expect(about).toMatch(/^Provider: Apparatus\. [^\r\n]+$/)
      expect(empty).toBe("")
      expect(lines.filter(line => line !== "" && !/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/.test(line))).toEqual([])
      expect(lines.filter(line => line === "ER  - ")).toHaveLength(cited.length)
    }),
  ))
