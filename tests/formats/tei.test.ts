import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import fc from "fast-check"
import { RelaxNGValidator, XmlDocument, type XmlElement } from "libxml2-wasm"
import { beforeAll, expect, test } from "vitest"
import { verdictWord } from "../../lib/domain/export-state.ts"
import { teiP5 } from "../../lib/formats/tei.ts"
import { citedSource } from "./cited-sources.ts"
import { type Exported, exported, textOf } from "./exported.ts"

let tei: RelaxNGValidator

beforeAll(() => {
  const schema = gunzipSync(readFileSync(new URL("./standards/tei_all.rng.gz", import.meta.url)))
  tei = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(schema))
}, 120_000)

/** The same export with sources that say more of themselves. */
const rich = fc.tuple(exported, fc.array(citedSource, { maxLength: 3 })).map(([all, sources]): Exported => {
  const more = new Map([...all.head.sources, ...sources.map(source => [source.id, source] as const)])
  return { ...all, head: { ...all.head, sources: more } }
})

test("however the claims are cut into parts, the file is the same", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      expect(await textOf(teiP5, all, 1)).toBe(await textOf(teiP5, all, 100))
    }),
    { numRuns: 40 },
  ))

const ns = { t: "http://www.tei-c.org/ns/1.0" }
/** As XML holds it: what it cannot hold is replaced, one character for one. */
const held = (text: string) =>
  text.toWellFormed().replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")

test("it is valid TEI, and every annotation points at its claim's words in code points", () =>
  fc.assert(
    fc.asyncProperty(rich, async all => {
      const document = XmlDocument.fromString(await textOf(teiP5, all))
      try {
        tei.validate(document)
        const parts = all.parts(100)
        const claims = parts.flatMap(part => part.claims)
        const found = document.find("//t:annotation[not(@ana='#left-out')]", ns)
        expect(found).toHaveLength(claims.length)
        expect(document.find("//t:annotation[@ana='#left-out']", ns)).toHaveLength(
          parts.flatMap(part => part.leftOut).length,
        )
        for (const [at, claim] of claims.entries()) {
          const node = found[at] as XmlElement
          expect(node.attr("ana")!.value).toBe(`#${verdictWord(claim.label)}`)
          expect(node.find("t:note[@type='annotation']", ns)).toHaveLength(claim.annotations.length)
          expect(node.find("t:ptr", ns)).toHaveLength(claim.citations.length)
        }
        if (!all.head.quotes) return
        const bodies = document.find("/t:TEI/t:TEI/t:text/t:body", ns)
        for (const [at, part] of parts.entries()) {
          const text = bodies[at]!.content
          expect(text).toBe(held(part.text))
          const inside = (bodies[at] as XmlElement).get("../../t:standOff", ns) as XmlElement | null
          const targets = inside ? inside.find("../t:standOff/t:listAnnotation[not(@type)]/t:annotation", ns) : []
          for (const [one, claim] of part.claims.entries()) {
            const target = (targets[one] as XmlElement).attr("target")!.value
            const [, from, length] = /^#string-range\([^,]+,(\d+),(\d+)\)$/.exec(target)!.map(Number)
            expect([...text].slice(from!, from! + length!).join("")).toBe(held(claim.quote))
          }
        }
      } finally {
        document.dispose()
      }
    }),
    { numRuns: 60 },
  ))
