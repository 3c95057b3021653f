import { Ajv } from "ajv"
import addFormats from "ajv-formats"
import fc from "fast-check"
import { expect, test } from "vitest"
import { personIri, sourceIri } from "../../lib/formats/app-address.ts"
import { webIri } from "../../lib/formats/ascii-iri.ts"

const ajv = new Ajv()
addFormats.default(ajv)
const isUri = ajv.compile({ type: "string", format: "uri" })

test.each([
  ["https://ru.wikipedia.org/wiki/Битва", "https://ru.wikipedia.org/wiki/%D0%91%D0%B8%D1%82%D0%B2%D0%B0"],
  ["https://пример.рф/a", "https://xn--e1afmkfd.xn--p1ai/a"],
  ["https://example.org/a|b[c]#d#e", "https://example.org/a%7Cb%5Bc%5D#d%23e"],
  ["https://example.org/100%", "https://example.org/100%25"],
  ["http://[::1]/a?b=[c]", "http://[::1]/a?b=%5Bc%5D"],
  ["CC BY-SA 4.0", null],
  ["javascript:alert(1)", null],
  ["https://me:secret@example.org/", null],
])("%s is %s", (text, iri) => {
  expect(webIri(text)).toBe(iri)
})

test("an address is a URI for others and leads where it led", () => {
  const odd = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("[", "]", "|", "^", "`", "{", "%", "%zz", "#", "\\"),
  )
  const property = fc.property(fc.webUrl(), fc.array(odd, { maxLength: 4 }), (url, more) => {
    const iri = webIri(url + more.join("").replaceAll(/\s/g, ""))
    if (iri === null) return
    expect(isUri(iri), iri).toBe(true)
    expect(webIri(iri)).toBe(iri)
  })
  fc.assert(property, { numRuns: 2_000 })
})

const place = { origin: "https://apparatus.example", projectId: "p" }

test("a source is known by its DOI or its page, and else by its place in the project", () => {
  const source = (csl: object) => ({ id: "s", csl: { type: "book", title: "T", ...csl } }) as never
  expect(sourceIri(place, "s", source({ DOI: "10.1000/a<b>#1", URL: "https://a.org" }))).toBe(
    "https://doi.org/10.1000/a%3Cb%3E%231",
  )
  expect(sourceIri(place, "s", source({ URL: "https://a.org/б" }))).toBe("https://a.org/%D0%B1")
  expect(sourceIri(place, "s", source({ URL: "in the attic" }))).toBe("https://apparatus.example/projects/p/sources/s")
  expect(sourceIri(place, "s", undefined)).toBe("https://apparatus.example/projects/p/sources/s")
})

test.each([
  ["0196a1b2-0000-7000-8000-000000000001", "urn:uuid:0196a1b2-0000-7000-8000-000000000001"],
  ["https://orcid.org/0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"],
  ["reviewer 7", "https://apparatus.example/projects/p/members#reviewer%207"],
])("the person %s is %s", (id, iri) => {
  expect(personIri(place, id)).toBe(iri)
})
