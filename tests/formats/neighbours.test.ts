import Ajv04 from "ajv-draft-04"
import fc from "fast-check"
import { expect, test } from "vitest"
import { verdictWord } from "../../lib/domain/export-state.ts"
import { doccanoJsonl } from "../../lib/formats/doccano-jsonl.ts"
import { hypothesisJson } from "../../lib/formats/hypothesis-json.ts"
import { labelStudio, labelStudioSetup } from "../../lib/formats/label-studio.ts"
import { readXml } from "../../lib/formats/xml-tree.ts"
import { type Exported, exported, textOf } from "./exported.ts"
import { standard } from "./offline.ts"
import { sameHoweverCut } from "./same-however-cut.ts"

test.each([
  ["doccano", doccanoJsonl],
  ["Label Studio", labelStudio],
  ["Hypothesis", hypothesisJson],
])("the file for %s is the same bytes, however the claims are cut", (_name, format) => sameHoweverCut(format))

/** Each document's whole part. */
const documentsOf = (all: Exported) => all.parts(100)
const wordsAt = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end)

test("doccano gets each text with its spans in UTF-16 code units, or its spans alone", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const lines = (await textOf(doccanoJsonl, all)).split("\n").slice(0, -1)
    expect(lines).toHaveLength(documentsOf(all).length)
    documentsOf(all).forEach(({ document, text, claims }, at) => {
      const { id, text: told, label, meta } = JSON.parse(lines[at]!)
      expect(id).toBe(document.documentId)
      expect(told).toBe(all.head.quotes ? text : "")
      expect(meta).toMatchObject({ title: document.title, licence: document.licence, offsets: "UTF-16 code units" })
      if (!all.head.quotes) {
        expect(label).toEqual([])
        expect(meta.withheld).toContain("may not be passed on")
      }
      const spans = (all.head.quotes ? label : meta.spans) as [number, number, string][]
      expect(spans.map(([start, end, what]) => [text.slice(start, end), what])).toEqual(
        claims.map(claim => [wordsAt(text, claim), verdictWord(claim.label)]),
      )
    })
  })
  await fc.assert(property, { numRuns: 100 })
})

test("Label Studio gets a task for each text with its regions in code points, as its setup names them", async () => {
  const setup = readXml(labelStudioSetup)
  const parts = setup.ok ? setup.root.children : []
  const property = fc.asyncProperty(exported, async all => {
    const tasks = JSON.parse(await textOf(labelStudio, all))
    expect(tasks).toHaveLength(documentsOf(all).length)
    documentsOf(all).forEach(({ text, claims }, at) => {
      const { data, annotations } = tasks[at]
      expect(data.text).toBe(all.head.quotes ? text : "")
      expect(annotations === undefined).toBe(!all.head.quotes)
      const points = [...text]
      const regions = annotations?.[0].result ?? []
      for (const { from_name, to_name, value } of regions) {
        expect(value.text).toBe(points.slice(value.start, value.end).join(""))
        const control = parts.find(({ attributes }) => attributes.get("name") === from_name)!
        expect(control.attributes.get("toName")).toBe(to_name)
        expect(control.children.map(({ attributes }) => attributes.get("value"))).toContain(value.labels[0])
      }
      const spans = all.head.quotes ? regions.map((region: { value: object }) => region.value) : data.spans
      expect(spans.map(({ start, end }: { start: number; end: number }) => points.slice(start, end).join(""))).toEqual(
        claims.map(claim => wordsAt(text, claim)),
      )
    })
  })
  await fc.assert(property, { numRuns: 100 })
})

const ajv = new Ajv04({ strict: false, allErrors: true })
const isHypothesis = ajv.compile(standard("hypothesis-annotation.json"))

test("Hypothesis gets annotations as its schema says, in UTF-16 code units", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const annotations = JSON.parse(await textOf(hypothesisJson, all))
    const claims = documentsOf(all).flatMap(({ text, claims: run }) => run.map(claim => ({ text, claim })))
    expect(annotations).toHaveLength(claims.length)
    claims.forEach(({ text, claim }, at) => {
      isHypothesis(annotations[at])
      expect(isHypothesis.errors ?? []).toEqual([])
      expect(annotations[at].tags[0]).toBe(verdictWord(claim.label))
      expect(annotations[at].tags.includes(`state: ${claim.state}`)).toBe(claim.state !== "vetted")
      const selectors = annotations[at].target[0].selector as { type: string; exact: string }[]
      const position = selectors.find(({ type }) => type === "TextPositionSelector") as never
      expect(wordsAt(text, position)).toBe(wordsAt(text, claim))
      const quote = selectors.find(({ type }) => type === "TextQuoteSelector")
      expect(quote?.exact).toBe(all.head.quotes ? wordsAt(text, claim) : undefined)
    })
  })
  await fc.assert(property, { numRuns: 100 })
})

test("what people wrote is no Markdown for Hypothesis", async () => {
  const [all] = fc.sample(
    exported.filter(one => documentsOf(one).some(({ claims }) => claims.some(({ decision }) => decision))),
    1,
  ) as [Exported]
  const reason = "<img src=x> **bold** [a](javascript:b)"
  const parts = (size: number) =>
    all.parts(size).map(part => ({
      ...part,
      claims: part.claims.map(claim => ({ ...claim, decision: claim.decision && { ...claim.decision, reason } })),
    }))
  const texts = JSON.parse(await textOf(hypothesisJson, { ...all, parts })).map(({ text }: { text: string }) => text)
  expect(texts.join("\n")).toContain("\\<img src=x\\> \\*\\*bold\\*\\* \\[a\\]\\(javascript:b\\)")
})
