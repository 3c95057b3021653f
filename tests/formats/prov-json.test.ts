import { readFileSync } from "node:fs"
import AjvDraft4 from "ajv-draft-04"
import addFormats from "ajv-formats"
import fc from "fast-check"
import { expect, test } from "vitest"
import { provJson } from "../../lib/formats/prov-json.ts"
import { exported, textOf } from "./exported.ts"

const schema = JSON.parse(readFileSync(new URL("./standards/prov-json-schema-v4.json", import.meta.url), "utf8"))
const ajv = new AjvDraft4({ strict: false, allErrors: true })
addFormats.default(ajv)
const valid = ajv.compile(schema)

test("however the claims are cut into parts, the file is the same", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      expect(await textOf(provJson, all, 1)).toBe(await textOf(provJson, all, 100))
    }),
    { numRuns: 40 },
  ))

type Records = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>

/** Every name that a relation of a bundle refers to. */
const referredIn = (bundle: Records) =>
  Object.entries(bundle).flatMap(([kind, records]) =>
    ["entity", "agent", "activity"].includes(kind)
      ? []
      : Object.values(records).flatMap(record =>
          Object.values(record).filter(value => String(value).startsWith("app:")),
        ),
  )

test("it is valid by the schema of PROV-JSON, and every relation leads to something that is there", () =>
  fc.assert(
    fc.asyncProperty(exported, async all => {
      const { bundle, ...whole } = JSON.parse(await textOf(provJson, all)) as Records & {
        bundle: Record<string, Records>
      }
      expect(valid({ ...whole, bundle }) ? [] : valid.errors).toEqual([])
      const claims = all.parts(100).flatMap(part => part.claims)
      expect(Object.keys(bundle)).toHaveLength(new Set(claims.map(({ unitId }) => unitId)).size)
      const known = (records: Records) =>
        ["entity", "agent", "activity"].flatMap(kind => Object.keys(records[kind] ?? {}))
      const outside = new Set(known(whole))
      for (const one of Object.values(bundle)) {
        const inside = new Set(known(one))
        const lost = referredIn(one).filter(name => !inside.has(String(name)) && !outside.has(String(name)))
        // A work through which another was seen need not be cited itself.
        expect(lost.filter(name => !String(name).startsWith("app:sources/"))).toEqual([])
      }
      for (const { unitId, annotations, citations } of claims) {
        const entities = Object.keys(bundle[`app:claims/${unitId}/provenance`]!["entity"]!)
        for (const { id } of annotations) expect(entities).toContain(`app:annotations/${id}`)
        for (const { id } of citations) expect(entities).toContain(`app:citations/${id}`)
      }
    }),
    { numRuns: 60 },
  ))
