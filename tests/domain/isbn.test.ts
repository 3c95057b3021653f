import fc from "fast-check"
import { expect, test } from "vitest"
import { isbnsIn, readIsbn } from "../../lib/domain/isbn.ts"

test.each([
  ["978-0-306-40615-7", "9780306406157"],
  ["0-306-40615-2", "9780306406157"],
  ["ISBN 0306406152", "9780306406157"],
  ["ISBN-13: 978 0 306 40615 7", "9780306406157"],
  ["0-8044-2957-X", "9780804429573"],
  ["0-8044-2957-х", "9780804429573"],
  ["5‑8243‑0241‑5", null],
  ["979-10-90636-07-1", "9791090636071"],
  ["978-0-306-40615-8", null],
  ["0306406153", null],
  ["030640615", null],
  ["9990306406157", null],
  ["", null],
])("%j is %j", (text, isbn) => {
  const read = readIsbn(text)
  expect(read.ok ? read.isbn : null).toBe(isbn)
})

test("says whether the length or the check digit is wrong", () => {
  expect(readIsbn("978-0-306-40615-8")).toEqual({ ok: false, why: "check-digit" })
  expect(readIsbn("978-0-306-4061")).toEqual({ ok: false, why: "length" })
})

test("finds those in a line that are right", () => {
  const line = "Хлевнюк О. Хозяин. М.: РОССПЭН, 2010. ISBN 978-0-306-40615-7; ISBN 0-306-40615-3"
  expect(isbnsIn(line).map(({ isbn, start, end }) => [isbn, line.slice(start, end)])).toEqual([
    ["9780306406157", "ISBN 978-0-306-40615-7"],
  ])
})

test("any other digit in one place is noticed", () => {
  const place = fc.integer({ min: 3, max: 12 })
  const property = fc.property(place, fc.integer({ min: 1, max: 9 }), (at, by) => {
    const right = "9780306406157"
    const wrong = `${right.slice(0, at)}${(Number(right[at]) + by) % 10}${right.slice(at + 1)}`
    expect(readIsbn(wrong).ok).toBe(false)
  })
  fc.assert(property)
})
