import Ajv04 from "ajv-draft-04"
import addFormats from "ajv-formats"
import fc from "fast-check"
import { expect, test } from "vitest"
import { verdictWord } from "../../lib/domain/export-state.ts"
import { vocabulary } from "../../lib/formats/vocabulary.ts"
import { webAnnotation } from "../../lib/formats/web-annotation.ts"
import { type Exported, exported, textOf, wholeOf } from "./exported.ts"
import { standard, statements } from "./offline.ts"
import { sameHoweverCut } from "./same-however-cut.ts"

const { suites, files } = standard("web-annotation-tests.json")
const ajv = new Ajv04({ strict: false, allErrors: true, validateSchema: false })
addFormats.default(ajv as never)
for (const [name, schema] of Object.entries<{ id?: string }>(files))
  if (name.startsWith("definitions/")) ajv.addSchema({ id: name.slice(name.indexOf("/") + 1), ...schema } as object)

const checks = (suite: string) =>
  (suites[suite] as string[]).map(name => {
    const schema = files[name]
    return { name, valid: ajv.getSchema(schema.id) ?? ajv.compile(schema), wanted: schema.expectedResult !== "invalid" }
  })
const must = { annotation: checks("annotation"), collection: checks("collection"), page: checks("page") }
const failed = (suite: keyof typeof must, document: object) =>
  must[suite].filter(({ valid, wanted }) => valid(document) !== wanted).map(({ name }) => name)

const read = async (all: Exported) => JSON.parse(await textOf(webAnnotation, all))

test("the file is the same bytes, however the claims are cut", () => sameHoweverCut(webAnnotation))

test("the assertions of the W3C's test suite are there, and notice what is wrong", () => {
  expect([must.annotation.length, must.collection.length, must.page.length]).toEqual([54, 10, 15])
  expect(failed("annotation", { "@context": "http://www.w3.org/ns/anno.jsonld", type: "Annotation" })).not.toEqual([])
  expect(failed("page", { type: "AnnotationPage" })).not.toEqual([])
})

test("the collection, its page and every annotation pass the W3C's assertions", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const file = await read(all)
    const context = { "@context": file["@context"] }
    expect(failed("collection", file)).toEqual([])
    if (file.first) expect(failed("page", { ...context, ...file.first })).toEqual([])
    for (const annotation of file.first?.items ?? [])
      expect(failed("annotation", { ...context, ...annotation })).toEqual([])
    expect(file.total).toBe(file.first?.items.length ?? 0)
  })
  await fc.assert(property, { numRuns: 50 })
})

test("nothing is dropped on the way to RDF, with the W3C's context of 2017", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const quads = await statements(await read(all))
    const claims = wholeOf(all).documents.flatMap(document => document.claims)
    const motivated = quads.filter(({ predicate }) => predicate.value === "http://www.w3.org/ns/oa#motivatedBy")
    expect(motivated.filter(({ object }) => object.value === "http://www.w3.org/ns/oa#assessing")).toHaveLength(
      claims.length,
    )
    for (const claim of claims) {
      const bodies = quads.filter(
        ({ subject, predicate }) =>
          subject.value === `urn:uuid:${claim.unitId}` && predicate.value === "http://www.w3.org/ns/oa#hasBody",
      )
      const reasons = claim.annotations.length + claim.citations.length + (claim.decision?.reason ? 1 : 0)
      expect(bodies).toHaveLength(1 + (claim.said ? 1 : 0) + reasons)
    }
    const stances = quads.filter(({ predicate }) => predicate.value.endsWith("/cito/hasCitationCharacterization"))
    expect(stances).toHaveLength(claims.flatMap(({ citations }) => citations).length)
    for (const { object } of stances) expect(object.value).toMatch(/^http:\/\/purl\.org\/spar\/cito\/is|provides/)
  })
  await fc.assert(property, { numRuns: 50 })
})

test("positions in code points and quotes give back the claim, and quotes stay at home where they have to", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const items = (await read(all)).first?.items ?? []
    const claims = all.parts(100).flatMap(({ text, claims: run }) => run.map(claim => ({ text, claim })))
    expect(items).toHaveLength(claims.length)
    claims.forEach(({ text, claim }, at) => {
      const selectors = items[at].target.selector as { type: string; start: number; end: number }[]
      const { start, end } = selectors.find(({ type }) => type === "TextPositionSelector")!
      const words = text.slice(claim.start, claim.end)
      expect([...text].slice(start, end).join("")).toBe(words)
      const quote = selectors.find(({ type }) => type === "TextQuoteSelector")
      expect(quote !== undefined).toBe(all.head.quotes)
      if (!quote) return
      const { prefix, exact, suffix } = quote as unknown as { prefix: string; exact: string; suffix: string }
      expect(exact).toBe(words)
      expect(text.slice(0, claim.start).endsWith(prefix) && text.slice(claim.end).startsWith(suffix)).toBe(true)
      expect((prefix + exact + suffix).isWellFormed()).toBe(true)
    })
  })
  await fc.assert(property, { numRuns: 100 })
})

test("dissent stands beside the verdict, with who gave it", async () => {
  const property = fc.asyncProperty(exported, async all => {
    const items = (await read(all)).first?.items ?? []
    const claims = wholeOf(all).documents.flatMap(document => document.claims)
    claims.forEach((claim, at) => {
      const bodies = items[at].body as { purpose: string; source: string; dissents: boolean; creator: { id: string } }[]
      const reasons = bodies.filter(({ purpose }) => purpose === "commenting")
      expect(reasons.map(({ dissents }) => dissents)).toEqual(claim.annotations.map(({ agrees }) => agrees === false))
      expect(reasons.map(({ creator: { id } }) => id)).toEqual(
        claim.annotations.map(({ reviewerId, reviewerOrcid }) => reviewerOrcid ?? `urn:uuid:${reviewerId}`),
      )
      expect(bodies[0]!.source).toBe(`https://apparatus.example/vocab#${verdictWord(claim.label)}`)
    })
  })
  await fc.assert(property, { numRuns: 50 })
})

test("every term of the tool's own that a file names is in the vocabulary, which has each term once", async () => {
  const terms = vocabulary.map(({ term }) => term)
  expect(new Set(terms).size).toBe(terms.length)
  const property = fc.asyncProperty(exported, async all => {
    const file = await textOf(webAnnotation, all)
    const named = [...file.matchAll(/"https:\/\/apparatus\.example\/vocab#([^"]*)"/g)].map(([, term]) => term!)
    for (const term of named) expect(terms).toContain(term)
  })
  await fc.assert(property, { numRuns: 200 })
})
