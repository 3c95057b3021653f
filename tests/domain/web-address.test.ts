import { expect, test } from "vitest"
import { addressesIn, addressKey, webAddress } from "../../lib/domain/web-address.ts"

test.each([
  ["https://ru.wikipedia.org/wiki/Сталин", true],
  [" http://a.org ", true],
  ["ru.wikipedia.org", false],
  ["https://", false],
  ["https:///path", true],
  ["javascript:alert(1)", false],
  ["https://me:secret@a.org/", false],
  ["https://a.org and more", false],
])("%j is an address: %j", (text, is) => void expect(webAddress(text) !== null).toBe(is))

test.each([
  ["http://www.example.org/a/", "https://example.org/a"],
  ["https://EXAMPLE.org:443/a#top", "https://example.org/a"],
  ["https://a.org/?b=2&a=1&utm_source=x&fbclid=y", "https://a.org?a=1&b=2"],
  ["https://ru.wikipedia.org/wiki/%D0%A1%D1%82%D0%B0%D0%BB%D0%B8%D0%BD", "https://ru.wikipedia.org/wiki/Сталин"],
  ["https://пример.рф/x", "https://xn--e1afmkfd.xn--p1ai/x"],
])("%s leads where %s leads", (one, other) => void expect(addressKey(one)).toBe(addressKey(other)))

test.each([
  ["https://a.org/x", "https://a.org/X"],
  ["https://a.org/?id=1", "https://a.org/?id=2"],
  ["https://a.org/x", "https://b.org/x"],
  ["https://a.org/a%2Fb", "https://a.org/a/b"],
  ["https://a.org/#!/one", "https://a.org/#!/two"],
  ["https://a.org/%E0%A4%A", "https://a.org/%E0%A4%B"],
  ["not one", "nor this"],
])("%s leads elsewhere than %s", (one, other) => void expect(addressKey(one)).not.toBe(addressKey(other)))

test("finds addresses in a line without the punctuation after them", () => {
  const line = "See (https://a.org/x_(y)), «http://b.ru/д», and https://c.org."
  expect(addressesIn(line).map(({ address }) => address)).toEqual([
    "https://a.org/x_(y)",
    "http://b.ru/д",
    "https://c.org",
  ])
})
