import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import fc from "fast-check"
import { expect, test } from "vitest"
import { claimsJsonFormat } from "../../lib/formats/claims-json.ts"
import { claimsJsonSchema } from "../../lib/formats/claims-json-schema.ts"
import { claimsJsonl } from "../../lib/formats/claims-jsonl.ts"
import { claimsJsonlSchema } from "../../lib/formats/claims-jsonl-schema.ts"
import { exported, textOf } from "./exported.ts"
import { sameHoweverCut } from "./same-however-cut.ts"

const ajv = new Ajv2020({ strict: true, allErrors: true })
addFormats.default(ajv)
const isFile = ajv.compile(claimsJsonSchema)
const isLine = ajv.compile(claimsJsonlSchema)

test("the JSON is the same bytes, however the claims are cut", () => sameHoweverCut(claimsJsonFormat))
test("the lines are the same bytes, however the claims are cut", () => sameHoweverCut(claimsJsonl))

test("the JSON that is written in pieces is laid out as one that is written at once, and as the schema says", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const file = await textOf(claimsJsonFormat, all, 2)
    const read = JSON.parse(file)
    expect(file).toBe(`${JSON.stringify(read, null, 2)}\n`)
    isFile(read)
    expect(isFile.errors ?? []).toEqual([])
  })
  await fc.assert(property, { numRuns: 200 })
})

test("every line is what its schema says, and the lines together are the JSON", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const [heading, ...lines] = (await textOf(claimsJsonl, all, 2))
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line))
    for (const line of [heading, ...lines]) {
      isLine(line)
      expect(isLine.errors ?? []).toEqual([])
    }
    const { type: first, ...file } = heading
    expect(first).toBe("export")
    Object.assign(file, { documents: [], sources: [], lineage: [] })
    for (const { type, documentId, ...what } of lines) {
      if (type === "source") file.sources.push(what)
      if (type === "derivation") file.lineage.push(what)
      if (type === "document") file.documents.push({ ...what, claims: [] })
      if (documentId !== undefined) expect(documentId).toBe(file.documents.at(-1).id)
      if (type === "claim") file.documents.at(-1).claims.push(what)
      if (type === "left-out") file.documents.at(-1).leftOut = what
    }
    expect(file).toEqual(JSON.parse(await textOf(claimsJsonFormat, all, 3)))
  })
  await fc.assert(property, { numRuns: 200 })
})

test("a claim's quote is the text at its place, or nothing", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const file = JSON.parse(await textOf(claimsJsonFormat, all))
    all.parts(100).forEach(({ text }, at) => {
      for (const { start, end, quote } of file.documents[at].claims)
        expect(quote).toBe(all.head.quotes ? text.slice(start, end) : "")
    })
  })
  await fc.assert(property, { numRuns: 100 })
})

test.each([["claim"], ["document"], ["source"], ["export"], ["left-out"], ["nothing"]])(
  "a line that only says it is a %s is refused",
  type => void expect(isLine({ type })).toBe(false),
)
