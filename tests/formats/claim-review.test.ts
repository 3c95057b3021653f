import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import fc from "fast-check"
import jsonld from "jsonld"
import { expect, test } from "vitest"
import { claimReview } from "../../lib/formats/claim-review.ts"
import { citedSource } from "./cited-sources.ts"
import { type Exported, exported, textOf } from "./exported.ts"

const read = (name: string) => readFileSync(new URL(`./standards/${name}`, import.meta.url))
const { types }: { types: Record<string, { superTypes: string[]; properties: Record<string, string[]> }> } = JSON.parse(
  read("schemaorg-30.0-subset.json").toString(),
)
const context: object = JSON.parse(gunzipSync(read("schemaorg-context.jsonld.gz")).toString())

const literals = ["Text", "URL", "Date", "DateTime", "Number", "Integer", "Boolean"]

/** Properties that a type of schema.org 30.0 does not have, and values that are not in a property's range. */
function faults(node: Readonly<Record<string, unknown>>, path = "$"): string[] {
  const type = types[String(node["@type"])]
  if (!type) return [`${path}: no type ${String(node["@type"])}`]
  return Object.entries(node).flatMap(([key, value]) => {
    if (key.startsWith("@")) return []
    const range = type.properties[key]
    if (!range) return [`${path}.${key}: not a property of ${String(node["@type"])}`]
    return [value].flat().flatMap(one => {
      if (typeof one !== "object" || one === null)
        return range.some(name => literals.includes(name)) ? [] : [`${path}.${key}: no words here`]
      const inner = one as Readonly<Record<string, unknown>>
      const wide = types[String(inner["@type"])]?.superTypes.some(name => range.includes(name))
      return [
        ...(wide ? [] : [`${path}.${key}: ${String(inner["@type"])} not in range`]),
        ...faults(inner, `${path}.${key}`),
      ]
    })
  })
}

const rich = fc
  .tuple(exported, fc.array(citedSource, { minLength: 3, maxLength: 3 }))
  .map(([all, sources]): Exported => {
    const ids = [...all.head.sources.keys()]
    const full = ids.map((id, at) => [id, { ...sources[at % 3]!, id }] as const)
    return { ...all, head: { ...all.head, sources: new Map(full) } }
  })

test("however the claims are cut into parts, the file is the same", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      expect(await textOf(claimReview, all, 1)).toBe(await textOf(claimReview, all, 100))
    }),
    { numRuns: 40 },
  ))

/** What is reviewed: a claim without a verdict, or with a flag that blocks it, is not. */
const vettedOf = (all: Exported) =>
  all
    .parts(100)
    .flatMap(({ claims }) => claims)
    .filter(({ state }) => state === "vetted")

test("every vetted claim is a review with properties of schema.org alone, and no number is a rating", () =>
  fc.assert(
    fc.asyncProperty(rich, async all => {
      const text = await textOf(claimReview, all)
      const { "@graph": graph } = JSON.parse(text) as { "@graph": Record<string, unknown>[] }
      expect(graph.flatMap(node => faults(node))).toEqual([])
      const claims = vettedOf(all)
      expect(graph.map(({ reviewRating }) => Object(reviewRating).alternateName.toLowerCase())).toEqual(
        claims.map(({ label }) => label),
      )
      expect(text).not.toMatch(/"(?:ratingValue|bestRating|worstRating)"/)
    }),
    { numRuns: 60 },
  ))

test("the check finds what it is there for", () => {
  expect(
    faults({ "@type": "ClaimReview", madeUp: 1, itemReviewed: { "@type": "Claim", claimReviewed: "x" } }),
  ).toHaveLength(2)
  expect(faults({ "@type": "ClaimReview", author: { "@type": "Rating" } })).toHaveLength(1)
})

test("as linked data nothing of it is lost or understood as something else", () =>
  fc.assert(
    fc.asyncProperty(rich, async all => {
      const documentLoader = async (documentUrl: string) => ({ documentUrl, document: context })
      const document = JSON.parse(await textOf(claimReview, all))
      const quads = (await jsonld.toRDF(document, { safe: true, documentLoader } as never)) as unknown as readonly {
        predicate: { value: string }
        object: { value: string }
      }[]
      const claims = vettedOf(all)
      const ratings = quads.filter(({ predicate }) => predicate.value === "http://schema.org/alternateName")
      expect(ratings).toHaveLength(claims.length)
    }),
    { numRuns: 20 },
  ))
