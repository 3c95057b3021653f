import fc from "fast-check"
import { expect, test } from "vitest"
import type { ExportPart } from "../../lib/formats/export-format.ts"
import { reportMarkdown } from "../../lib/formats/report-markdown.ts"
import { exported, textOf } from "./exported.ts"

test("however the claims are cut into parts, the report is the same", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      expect(await textOf(reportMarkdown, all, 1)).toBe(await textOf(reportMarkdown, all, 100))
    }),
    { numRuns: 40 },
  ))

const opens: readonly (readonly [string, RegExp])[] = [
  ["heading", /^#{1,6}(?:\s|$)/],
  ["item", /^(?:[-+*]|\d{1,9}[.)])(?:\s|$)/],
  ["quote", /^>/],
  ["footnote", /^\[\^\d+\]: /],
  ["link definition", /^\[[^\]^]*\]:/],
  ["underline", /^(?:=+|-+)\s*$/],
  ["rule", /^(?:[-*_]\s*){3,}$/],
  ["fence", /^(?:`{3}|~{3})/],
  ["code", /^(?: {4}|\t)/],
  ["html", /^ {0,3}</],
  ["table", /^[^\\]*\|/],
  ["front matter", /^%/],
]

/** What CommonMark takes each line for that begins a block, or that goes on with one. */
const blocksOf = (markdown: string) =>
  markdown.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).flatMap(line => {
    const opened = opens.find(([, pattern]) => pattern.test(line.replace(/^ {1,3}(?=\S)/, "")))
    return opened && line.trim() !== "" ? [opened[0]] : []
  })

const counts = (kinds: readonly string[]) =>
  Object.fromEntries([...new Set(kinds)].map(kind => [kind, kinds.filter(one => one === kind).length]))

/** Without its escapes, and with everything that was not escaped taken for markup. */
function readBack(markdown: string) {
  const markup = markdown.replaceAll(/\\[\s\S]/g, "")
  const words = markdown.replaceAll(/\\([\s\S])/g, "$1")
  return { markup, words }
}

test("what people wrote stays words: no line of it opens a block, and no sign of it means anything", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      const markdown = await textOf(reportMarkdown, all)
      const parts = all.parts(100)
      const claims = parts.flatMap(part => part.claims)
      const citations = claims.flatMap(claim => claim.citations)
      const found = counts(blocksOf(markdown))
      expect(found["heading"]).toBe(4 + (all.head.lineage.length > 0 ? 1 : 0) + 2 * parts.length + claims.length)
      expect(found["quote"] ?? 0).toBe(all.head.quotes ? quoteLines(parts) : 0)
      expect(found["footnote"] ?? 0).toBe(citations.length)
      expect(Object.keys(found).filter(kind => !["heading", "item", "quote", "footnote"].includes(kind))).toEqual([])
      const { markup } = readBack(markdown)
      const numbers = (pattern: RegExp) => [...markup.matchAll(pattern)].map(([, number]) => Number(number))
      const inOrder = citations.map((_, at) => at + 1)
      expect(numbers(/\[\^(\d+)\](?!:)/g)).toEqual(inOrder)
      expect(numbers(/^\[\^(\d+)\]:/gm)).toEqual(inOrder)
      expect(markup.replaceAll(/\[\^\d+\]|^> ?|\*\*\*?|\*/gm, "")).not.toMatch(/[`*_[\]{}<>&~$|^@]/)
    }),
    { numRuns: 60 },
  ))

const linesOf = (text: string) =>
  text
    .toWellFormed()
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map(line => line.replaceAll(/[\p{Cc}\uFEFF]+/gu, " ").trim())
    .filter(line => line !== "")
const quoteLines = (parts: readonly ExportPart[]) =>
  parts.flatMap(part => part.claims.map(claim => Math.max(1, linesOf(claim.quote).length))).reduce((a, b) => a + b, 0)

test("every quote, name and reason can be read in it", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      const { words } = readBack(await textOf(reportMarkdown, all))
      const parts = all.parts(100)
      for (const claim of parts.flatMap(part => part.claims)) {
        for (const line of linesOf(claim.quote)) expect(words).toContain(line)
        for (const { reviewer, rationaleText } of claim.annotations)
          for (const line of [...linesOf(reviewer), ...linesOf(rationaleText)]) expect(words).toContain(line)
        for (const { note, answer } of claim.flags)
          for (const line of [...linesOf(note), ...linesOf(answer)]) expect(words).toContain(line)
        for (const { quotation, note } of claim.citations)
          expect(
            linesOf(quotation)
              .concat(linesOf(note))
              .filter(line => !words.includes(line)),
          ).toEqual([])
      }
      for (const { derived, origin, note } of all.head.lineage)
        for (const line of [derived, origin, note].flatMap(linesOf)) expect(words).toContain(line)
    }),
    { numRuns: 60 },
  ))

test.each([
  ["# A heading", "\\# A heading"],
  ["1938. Arrested\r\n- a dash\n=====", "1938\\. Arrested\\\n> \\- a dash\\\n> \\====="],
  [
    "<img src=x onerror=alert(1)> &lt; [a](javascript:b) ![^1]",
    "\\<img src=x onerror=alert(1)\\> \\&lt; \\[a\\](javascript:b) \\!\\[\\^1\\]",
  ],
  ["    code\t\u0000`x`\u2028# no", "code \\`x\\`\\\n> \\# no"],
])("%j is quoted as %j", async (quote, written) => {
  const [all] = fc.sample(
    exported.filter(({ head, parts }) => head.quotes && parts(1)[0]?.claims.length === 1),
    { seed: 7, numRuns: 1 },
  )
  const { head, parts } = all!
  const changed = parts(1).map((part, at) =>
    at === 0 ? { ...part, claims: part.claims.map(c => ({ ...c, quote })) } : part,
  )
  expect(await textOf(reportMarkdown, { head, parts: () => changed })).toContain(`> ${written}\n\n`)
})
