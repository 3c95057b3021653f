import fc from "fast-check"
import { expect, test } from "vitest"
import wtf from "wtf_wikipedia"
import type { OutgoingCitation } from "../../lib/domain/outgoing-claims.ts"
import { wikiCite } from "../../lib/formats/wiki-cite.ts"
import { wikiText } from "../../lib/formats/wiki-escape.ts"
import { wikitext } from "../../lib/formats/wikitext.ts"
import { citedSource, phrase } from "./cited-sources.ts"
import { exported, textOf } from "./exported.ts"

test("however the claims are cut into parts, the file is the same", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      expect(await textOf(wikitext, all, 1)).toBe(await textOf(wikitext, all, 100))
    }),
    { numRuns: 40 },
  ))

const named = (json: object): Record<string, string> => Object.fromEntries(Object.entries(json))
const decoded = (text: string) => text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))

test("a reader of wikitext finds every reference, template and section, and nothing that somebody wrote", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      const text = await textOf(wikitext, all)
      const parts = all.parts(100)
      const claims = parts.flatMap(part => part.claims)
      const citations = claims.flatMap(claim => claim.citations)
      expect(text.match(/<ref>/g) ?? []).toHaveLength(citations.length)
      expect(text.match(/<\/ref>/g) ?? []).toHaveLength(citations.length)
      expect(text.match(/^\*/gm) ?? []).toHaveLength(claims.length)
      expect(text.match(/<(?!\/?ref>|!--)/g)).toBeNull()
      const page = wtf(text)
      expect(page.sections().filter(section => section.title() !== "")).toHaveLength(parts.length + 1)
      const references = page.references().map(reference => named(reference.json()))
      const isCited = ({ template }: Record<string, string>) => template !== "citation needed"
      expect(references.filter(isCited)).toHaveLength(citations.length)
      const unsupported = claims.filter(
        ({ label, citations: of }) =>
          label === "speculative" && !of.some(({ stance, bearsOn }) => stance === "supports" && bearsOn === "so"),
      )
      expect(references.filter(reference => !isCited(reference))).toHaveLength(unsupported.length)
      const inline = page.templates().map(template => named(template.json())["template"])
      const count = (name: string) => inline.filter(one => one === name).length
      expect(count("disputed inline")).toBe(claims.filter(({ label }) => label === "disputed").length)
      expect(page.links()).toEqual([])
      expect(page.tables()).toEqual([])
    }),
    { numRuns: 40 },
  ))

test("words that would be markup stay words", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        phrase,
        fc.constantFrom(
          "</ref>{{delete}}",
          "<nowiki>",
          "[[Category:X]]",
          "~~~~",
          "''b''",
          "== h ==",
          "{|\n|a\n|}",
          "__NOTOC__",
          "* a",
          "-{b}-",
          "a|b=c",
        ),
      ),
      words => {
        const text = wikiText(words)
        expect(text).not.toMatch(/[<>{}[\]|~=]|''|__|^[*#:;-]|\n/)
        expect(decoded(text)).toBe(words.replaceAll(/\s+/g, " ").trim())
        expect(wtf(`before ${text} after`).templates()).toEqual([])
      },
    ),
  ))

test("a cited source comes back from its template", () =>
  fc.assert(
    fc.property(citedSource, source => {
      const citation = { locatorLabel: "page", locator: "7", quotation: "a | b }} c" } as OutgoingCitation
      const [template] = wtf(`x<ref>${wikiCite(source, citation)}</ref>`).references()
      const got = Object.fromEntries(
        Object.entries(named(template!.json())).map(([key, value]) => [key, decoded(value)]),
      )
      const { csl, archive } = source
      const chapter = csl["container-title"] && (csl.type === "chapter" ? "chapter" : "title")
      expect(got[archive ? "title" : chapter || "title"]).toBe(csl.title.replaceAll(/\s+/g, " "))
      if (archive) {
        expect(got).toMatchObject({
          type: "russian archive",
          institution: archive.archive,
          fond: archive.fond,
          opis: archive.opis,
          delo: archive.delo,
        })
        return
      }
      expect(got).toMatchObject({ page: "7", quote: "a | b }} c" })
      for (const [at, name] of (csl.author ?? []).entries())
        expect(got[`last${at + 1}`] ?? got[`author${at + 1}`]).toBe(name.family ?? name.literal)
      if (csl.URL) expect(new URL(got["url"]!).href).toBe(new URL(csl.URL).href)
    }),
    { numRuns: 200 },
  ))
