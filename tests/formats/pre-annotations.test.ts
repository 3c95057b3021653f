import fc from "fast-check"
import { expect, test } from "vitest"
import { verdictWord } from "../../lib/domain/export-state.ts"
import { brat } from "../../lib/formats/brat.ts"
import { claimsJsonFormat } from "../../lib/formats/claims-json.ts"
import { claimsJsonl } from "../../lib/formats/claims-jsonl.ts"
import { doccanoJsonl } from "../../lib/formats/doccano-jsonl.ts"
import type { ExportFormat } from "../../lib/formats/export-format.ts"
import { hypothesisJson } from "../../lib/formats/hypothesis-json.ts"
import { labelStudio } from "../../lib/formats/label-studio.ts"
import type { MarkedFormat } from "../../lib/formats/marked-file.ts"
import { readPreAnnotations } from "../../lib/formats/read-pre-annotations.ts"
import { webAnnotation } from "../../lib/formats/web-annotation.ts"
import { exported, fileOf } from "./exported.ts"
import { at, bytes, placedIn, points, read, text, wordsOf } from "./marked.ts"

const ours: readonly (readonly [MarkedFormat, ExportFormat])[] = [
  ["web-annotation", webAnnotation],
  ["brat", brat],
  ["doccano", doccanoJsonl],
  ["label-studio", labelStudio],
  ["hypothesis", hypothesisJson],
  ["claims-json", claimsJsonFormat],
  ["claim-lines", claimsJsonl],
]

/** Passages with their labels; without the ends of lines for brat, which has none in an entity. */
const shape = (name: MarkedFormat, text: string, all: readonly { start: number; end: number; label: string }[]) =>
  name === "brat"
    ? all.map(({ start, end, label }) => [text.slice(start, end).trim(), label]).filter(([words]) => words !== "")
    : all.map(({ start, end, label }) => [start, end, label])

test.each(ours)(
  "our own %s comes back with the same passages and labels, whatever is in the text",
  async (name, format) => {
    await fc.assert(
      fc.asyncProperty(exported, async all => {
        const { documents, quotes } = all.head
        const parts = all.parts(1_000)
        // Two documents of one id or hash are one text. Of a page, Hypothesis knows passages by their words alone.
        fc.pre(
          new Set(documents.flatMap(({ sha256, documentId }) => [sha256, documentId])).size === documents.length * 2,
        )
        fc.pre(parts.some(({ claims }) => claims.length > 0) && (quotes || name !== "hypothesis"))
        const got = read([[`file.${format.extension}`, await fileOf(format, all)]])
        expect(got.format).toBe(name)
        for (const { document, text, claims } of parts.filter(part => part.claims.length > 0)) {
          const { placed, troubles } = placedIn(got, text, { ...document, text, foundAt: "" })
          expect(troubles).toEqual([])
          const labels = placed
            .filter(({ label }) => !/^(?:said|state)/.test(label))
            .map(one => ({ ...one, label: one.label.toLowerCase() }))
          const given = claims.map(({ start, end, label }) => ({ start, end, label: verdictWord(label) }))
          expect(shape(name, text, labels)).toEqual(shape(name, text, given))
        }
      }),
      { numRuns: 60 },
    )
  },
)

test("whatever is thrown at it, a file is read, refused in a sentence, or told line by line", () => {
  const junk = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("[".repeat(50_000), '{"a":'.repeat(20_000), "T1\tX 0 1\t", "PK\u0003\u0004", "\uFEFF[]", "null"),
  )
  const keys = [
    "type",
    "text",
    "label",
    "labels",
    "entities",
    "uri",
    "target",
    "selector",
    "source",
    "body",
    "data",
    "annotations",
    "result",
    "value",
    "start",
    "end",
    "schemaVersion",
    "documents",
    "claims",
    "items",
    "rows",
    "meta",
    "tags",
  ]
  const known = fc.letrec(tie => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("Annotation", "TextQuoteSelector", "export", "claim", "x", 1, -1, 1.5, null, true),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 6 }),
    ),
  })).value
  fc.assert(
    fc.property(
      fc.oneof(
        junk,
        known.map(value => JSON.stringify(value)),
        fc.uint8Array(),
      ),
      content => {
        const named = [{ name: "a", bytes: typeof content === "string" ? bytes(content) : content }]
        const found = readPreAnnotations(named, null)
        if (!found.ok) return found.failure.code === "invalid"
        const { placed } = placedIn(found.value, text)
        return placed.every(({ start, end }) => 0 <= start && start < end && end <= text.length)
      },
    ),
    { numRuns: 500 },
  )
})

test("positions without words are taken beside the hash of this very text and nowhere else", () => {
  const hash = "ab".repeat(32)
  const annotation = (sha256: string | null) => ({
    type: "Annotation",
    body: { type: "TextualBody", purpose: "tagging", value: "x" },
    target: {
      source: "a",
      selector: { type: "TextPositionSelector", ...points(at("The envoy left")) },
      ...(sha256 && { state: { type: "TimeState", sha256 } }),
    },
  })
  const placed = (sha256: string | null) =>
    placedIn(read([["a.json", JSON.stringify([annotation(sha256)])]]), text, { sha256: hash })
  expect(wordsOf(text, placed(hash))).toEqual([["The envoy left", "x"]])
  for (const other of [null, "cd".repeat(32)])
    expect(placed(other)).toEqual({
      placed: [],
      troubles: [{ at: "annotation 1", why: expect.stringContaining("nothing says that they are counted in this") }],
    })
})

test("remarks without number on one passage take no longer than as many on as many", () => {
  const many = Array.from({ length: 40_000 }, (_, at) => at)
  const begun = performance.now()
  const brat = read([["a.ann", `T1\tX 0 1\tHe\n${many.map(at => `#${at}\tNote T1\tso`).join("\n")}\n`]])
  expect(brat.passages[0]!.text.length).toBe(5_000)
  const region = { id: "r", type: "labels", value: { start: 0, end: 6, text: "He met", labels: ["x"] } }
  const remarks = many.map(() => ({ id: "r", type: "textarea", value: { text: ["so"] } }))
  const task = { data: { text }, annotations: [{ result: [...remarks, region] }] }
  const { passages, troubles } = read([["a.json", JSON.stringify([task])]])
  expect([passages.length, passages[0]!.text.length, troubles]).toEqual([1, 5_000, []])
  expect(performance.now() - begun).toBeLessThan(4_000)
})
