import fc from "fast-check"
import { expect, test } from "vitest"
import { orcidCheckDigit, readOrcid } from "../../lib/domain/orcid.ts"

test.each([
  ["0000-0002-1825-0097", "0000-0002-1825-0097"],
  ["https://orcid.org/0000-0001-5109-3700", "0000-0001-5109-3700"],
  ["http://www.orcid.org/0000-0002-1694-233x/", "0000-0002-1694-233X"],
  ["orcid.org/0000-0002-1694-233Х", "0000-0002-1694-233X"],
  [" 0000 0002 1825 0097 ", "0000-0002-1825-0097"],
  ["0000000218250097", "0000-0002-1825-0097"],
  ["0000‑0002‑1825‑0097", "0000-0002-1825-0097"],
  ["0000-0002-1825-0098", null],
  ["0000-0002-1694-2339", null],
  ["0000-0000-0000-0000", null],
  ["000-0002-1825-0097", null],
  ["https://example.org/0000-0002-1825-0097", null],
  ["0000-0002-1825-0097 and more", null],
  ["X000-0002-1825-0097", null],
  ["", null],
])("%j is %j", (text, orcid) => {
  const read = readOrcid(text)
  expect(read.ok ? read.orcid : null).toBe(orcid)
})

const fifteen = fc.stringMatching(/^\d{15}$/)

test("any way of writing it is the same iD, which reads as itself", () => {
  const start = fc.constantFrom("", "https://orcid.org/", "HTTP://ORCID.ORG/", " orcid.org/")
  const property = fc.property(fifteen, start, fc.constantFrom("", "-", " ", "–"), (digits, before, between) => {
    const whole = digits + orcidCheckDigit(digits)
    const read = readOrcid(before + whole.match(/.{4}/g)!.join(between))
    expect(read).toEqual({ ok: true, orcid: whole.match(/.{4}/g)!.join("-") })
    expect(readOrcid(read.ok ? read.orcid : "")).toEqual(read)
  })
  fc.assert(property)
})

test("another digit in one place, and two neighbours in the other order, are noticed", () => {
  const property = fc.property(fifteen, fc.nat(14), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
    const whole = digits + orcidCheckDigit(digits)
    const other = whole.slice(0, at) + ((Number(whole[at]) + by) % 10) + whole.slice(at + 1)
    expect(readOrcid(other)).toEqual({ ok: false, why: "check-digit" })
    const next = Math.min(at + 1, 14)
    if (at === next || whole[at] === whole[next]) return
    const turned = whole.slice(0, at) + whole[next] + whole[at] + whole.slice(next + 1)
    expect(readOrcid(turned).ok).toBe(false)
  })
  fc.assert(property)
})
