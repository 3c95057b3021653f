import fc from "fast-check"
import { expect, test } from "vitest"
import { cslOfEdtf, edtfOfCsl } from "../../lib/domain/csl-date.ts"
import { parseEdtf } from "../../lib/domain/edtf-date.ts"
import { edtfText } from "./edtf-text.ts"

test.each([
  ["1937", { "date-parts": [[1937]] }],
  ["1937-05-22", { "date-parts": [[1937, 5, 22]] }],
  ["1937~", { "date-parts": [[1937]], circa: true }],
  ["1936/1938", { "date-parts": [[1936], [1938]] }],
  ["1936~/1938~", { "date-parts": [[1936], [1938]], circa: true }],
  ["-0043", { "date-parts": [[-43]] }],
])("%s is %j and back", (edtf, csl) => {
  expect(cslOfEdtf(parseEdtf(edtf)!)).toEqual(csl)
  expect(edtfOfCsl(csl)).toBe(edtf)
})

test.each([
  ["194X", "the 1940s"],
  ["../1940", "until 1940"],
  ["1937-21", "spring 1937"],
  ["1937?", "1937 (uncertain)"],
])("%s has no parts and stands as “%s”", (edtf, literal) => {
  expect(cslOfEdtf(parseEdtf(edtf)!)).toEqual({ literal })
})

test.each([
  [{}, null],
  [{ literal: "spring 1937" }, null],
  [{ literal: "194X" }, "194X"],
  [{ "date-parts": [[1937, 2, 30]] }, null],
  [{ "date-parts": [[1938], [1936]] }, null],
])("%j is %j in EDTF", (csl, edtf) => void expect(edtfOfCsl(csl)).toBe(edtf))

test("what is said in parts comes back as it was, but for who is sure of which end", () => {
  const property = fc.property(edtfText, text => {
    const csl = cslOfEdtf(parseEdtf(text)!)
    if (csl.literal !== undefined) return
    const back = cslOfEdtf(parseEdtf(edtfOfCsl(csl)!)!)
    expect(back).toEqual(csl)
  })
  fc.assert(property, { numRuns: 1_000 })
})
