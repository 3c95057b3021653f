import { readdirSync } from "node:fs"
import fc from "fast-check"
import { expect, test } from "vitest"
import { nowhere, routeOf } from "../../lib/boot/route-of.js"

const root = new URL("../..", import.meta.url).pathname
/** The patterns of everything that has an address, as Next would list them. */
const patterns = readdirSync(`${root}app`, { recursive: true, encoding: "utf8" })
  .filter(path => /(^|\/)(page|route)\.tsx?$/.test(path))
  .map(path => `/${path.split("/").slice(0, -1).join("/")}`)
const find = routeOf(patterns)
const part = fc.string({ minLength: 1, unit: fc.constantFrom(..."abcXYZ019-_.~%") })

test("every address is found by its own pattern, whatever stands in its parts", () => {
  expect(patterns.length).toBeGreaterThan(200)
  for (const pattern of patterns) {
    const names = pattern.match(/\[\w+\]/g)?.length ?? 0
    if (pattern.includes("[...")) continue
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: names, maxLength: names }), parts => {
        const rest = [...parts]
        expect(find(pattern.replaceAll(/\[\w+\]/g, () => rest.shift()!))).toBe(pattern)
      }),
      { numRuns: 3 },
    )
  }
})

test("what is found is always one of the patterns, so that no word of anybody's is", () => {
  const known = new Set([...patterns, nowhere, "/_next"])
  const path = fc.array(fc.oneof(part, fc.constantFrom(...patterns.flatMap(each => each.split("/")))), { maxLength: 7 })
  fc.assert(
    fc.property(path, parts => {
      expect(known).toContain(find(`/${parts.join("/")}`))
    }),
  )
})

test("a written part goes before any part, and a pattern that takes the rest comes last", () => {
  const at = routeOf(["/a/[id]", "/a/new", "/a/[id]/b", "/[...rest]"])
  expect(["/a/new", "/a/7", "/a/new/b", "/a/7/c", "/x"].map(at)).toEqual([
    "/a/new",
    "/a/[id]",
    "/a/[id]/b",
    "/[...rest]",
    "/[...rest]",
  ])
  expect(routeOf([])("/a")).toBe(nowhere)
})
