import fc from "fast-check"
import { expect, test } from "vitest"
import * as z from "zod"
import { claimsJsonFormat } from "../../lib/formats/claims-json.ts"
import { claimsJsonSchema } from "../../lib/formats/claims-json-schema.ts"
import { type Exported, exported, textOf } from "./exported.ts"

const schema = z.fromJSONSchema(claimsJsonSchema as Parameters<typeof z.fromJSONSchema>[0])
const read = async (all: Exported) => JSON.parse(await textOf(claimsJsonFormat, all))

test("every export is what the schema documents, with no field besides", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const checked = schema.safeParse(await read(all))
    expect(checked.error?.issues ?? []).toEqual([])
  })
  await fc.assert(property, { numRuns: 300 })
})

test.each([
  ["an unknown field", { extra: 1 }],
  ["another version", { schemaVersion: 2 }],
  ["no documents", { documents: undefined }],
])("the schema refuses %s", async (_what, change) => {
  const [all] = fc.sample(exported, 1)
  expect(schema.safeParse({ ...(await read(all!)), ...change }).success).toBe(false)
})

test("claims, annotations, citations and sources come back as they went in", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const file = await read(all)
    all.parts(100).forEach(({ claims: given, leftOut }, i) => {
      given.forEach((claim, k) => {
        const written = file.documents[i].claims[k]
        const { quote, start, end, label, state } = claim
        expect(written).toMatchObject({ id: claim.unitId, quote, start, end, label, state })
        expect(written.annotations.map((a: { rationale: object }) => a.rationale)).toEqual(
          claim.annotations.map(({ rationaleText: text, rationale: json }) => ({ text, json })),
        )
        expect(written.annotations.map((a: { agrees: boolean | null }) => a.agrees)).toEqual(
          claim.annotations.map(annotation => (label === null ? null : annotation.label === label)),
        )
        expect(written.annotations.map((a: { textVersion: number }) => a.textVersion)).toEqual(
          claim.annotations.map(({ textVersion }) => textVersion),
        )
        expect(written.citations.map((c: { quotation: string }) => c.quotation)).toEqual(
          claim.citations.map(citation => citation.quotation),
        )
      })
      const { claims, reasons, states } = file.documents[i].leftOut
      const sum = (counts: number[]) => counts.reduce((total, n) => total + n, 0)
      expect(claims).toHaveLength(leftOut.length)
      expect(sum(reasons.map((reason: { count: number }) => reason.count))).toBe(claims.length)
      expect(sum(Object.values(states))).toBe(claims.length)
    })
    expect(file.sources.map((source: { csl: { id: string } }) => source.csl.id)).toEqual([...all.head.sources.keys()])
  })
  await fc.assert(property, { numRuns: 200 })
})
