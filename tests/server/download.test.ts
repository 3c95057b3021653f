import fc from "fast-check"
import { expect, test } from "vitest"
import { contentDisposition, download } from "../../lib/server/download.ts"

test("the name goes out in ASCII and as it is", () => {
  expect(contentDisposition('Сталин: "Café" / 1937, vetted claims.csv')).toBe(
    `attachment; filename="Cafe-1937-vetted-claims.csv"; filename*=UTF-8''${encodeURIComponent("Сталин Café 1937, vetted claims.csv")}`,
  )
  expect(contentDisposition("Троцкий.json")).toMatch(/^attachment; filename="file\.json"; filename\*=UTF-8''%D0%A2/)
})

test("no name breaks the header or leaves the folder", () => {
  const header = /^attachment; filename="[A-Za-z0-9-]+(\.[A-Za-z0-9.]*)?"; filename\*=UTF-8''[A-Za-z0-9\-.!~_%]+$/
  fc.assert(fc.property(fc.string({ unit: "binary" }), name => void expect(contentDisposition(name)).toMatch(header)))
  fc.assert(fc.property(fc.string(), name => void expect(contentDisposition(`${name}/../x.csv`)).not.toContain("%2F")))
})

test("a download is kept nowhere on the way and taken for nothing but what it says", async () => {
  const response = download({ name: "claims.csv", mediaType: "text/csv; charset=utf-8", text: "\uFEFFa,b\r\n" })
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  })
  expect([...new Uint8Array(await response.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
})
