import fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { XmlDocument } from "libxml2-wasm"
import mammoth from "mammoth"
import { expect, test } from "vitest"
import { reportDocx } from "../../lib/formats/report-docx.ts"
import { exported, fileOf } from "./exported.ts"

test("however the claims are cut into parts, the document is the same", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      const [one, many] = [await fileOf(reportDocx, all, 1), await fileOf(reportDocx, all, 100)]
      expect(Buffer.from(one).equals(Buffer.from(many))).toBe(true)
    }),
    { numRuns: 10 },
  ))

const inWords = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
const linesOf = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .split(/[\n\r\v\f\t\u0085\u2028\u2029]/)
    .filter(line => line.trim() !== "")

test("Word's readers find its headings, footnotes and every quote", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      const file = await fileOf(reportDocx, all)
      const { value: html, messages } = await mammoth.convertToHtml(
        { buffer: Buffer.from(file) },
        { styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh"] },
      )
      expect(messages.filter(({ type }) => type === "error")).toEqual([])
      const parts = all.parts(100)
      const claims = parts.flatMap(part => part.claims)
      const citations = claims.flatMap(claim => claim.citations)
      expect(html.match(/<h[123]>/g)).toHaveLength(
        4 + (all.head.lineage.length > 0 ? 1 : 0) + 2 * parts.length + claims.length,
      )
      expect(html.match(/<li id="footnote-\d+">/g) ?? []).toHaveLength(citations.length)
      expect(html.match(/<sup><a href="#footnote-\d+"/g) ?? []).toHaveLength(citations.length)
      const words = inWords(html)
      for (const claim of claims) for (const line of linesOf(claim.quote)) expect(words).toContain(line)
      for (const { id } of citations) expect(words).toContain(`note ${id}.`)
    }),
    { numRuns: 20 },
  ))

test("it is well-formed XML in its language, with page numbers and the moment of the export", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      const entries = unzipSync(await fileOf(reportDocx, all))
      for (const [name, bytes] of Object.entries(entries))
        if (/\.(?:xml|rels)$/.test(name)) XmlDocument.fromString(strFromU8(bytes)).dispose()
      const xml = (name: string) => strFromU8(entries[name] ?? new Uint8Array())
      expect(xml("word/styles.xml")).toContain('<w:lang w:val="en-GB"/>')
      expect(Object.keys(entries).some(name => /footer\d/.test(name) && xml(name).includes(">PAGE<"))).toBe(true)
      expect(xml("docProps/core.xml")).toContain(all.head.exportedAt.toISOString().slice(0, 19))
    }),
    { numRuns: 10 },
  ))

test("control characters, which XML cannot hold, are dropped and nothing else is", async () => {
  const chosen = exported.filter(({ head, parts }) => head.quotes && parts(1)[0]?.claims.length === 1)
  const [all] = fc.sample(chosen, { seed: 7, numRuns: 1 })
  const quote = "be\u0001fore\u0000 \uD800<w:t>&amp;\uFFFF after"
  const changed = all!.parts(1).map(part => ({ ...part, claims: part.claims.map(claim => ({ ...claim, quote })) }))
  const file = await fileOf(reportDocx, { head: all!.head, parts: () => changed })
  const xml = strFromU8(unzipSync(file)["word/document.xml"]!)
  XmlDocument.fromString(xml).dispose()
  expect(xml).toContain(">before \uFFFD&lt;w:t&gt;&amp;amp; after<")
})
