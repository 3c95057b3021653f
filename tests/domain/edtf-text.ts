import fc from "fast-check"
import { parseEdtf } from "../../lib/domain/edtf-date.ts"

const digits = (number: number, length: number) => String(number).padStart(length, "0")
const year = fc.integer({ min: 0, max: 2_100 }).map(number => digits(number, 4))
const point = fc.oneof(
  year,
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${digits(m, 2)}`),
  fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, m]) => `${y}-${m}`),
  fc
    .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${digits(m, 2)}-${digits(d, 2)}`),
  year.map(y => `${y.slice(0, 3)}X`),
  year.map(y => `${y.slice(0, 2)}XX`),
  fc.constantFrom("-0043", "-004X", "-01XX", "Y12345"),
)
const marked = fc.tuple(point, fc.constantFrom("", "", "", "~", "?", "%")).map(parts => parts.join(""))
const spans = fc.tuple(fc.oneof(marked, fc.constantFrom("..", "")), fc.oneof(marked, fc.constantFrom("..", "")))

/** Any date or interval that the format allows, levels 0 and 1. */
export const edtfText = fc
  .oneof(
    marked,
    spans.map(ends => ends.join("/")),
  )
  .filter(text => parseEdtf(text) !== null)
