import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import {
  emptyRationale,
  linkAllowed,
  plainRationale,
  type RationaleMark,
  type RationaleNode,
  rationaleLimits,
  rationaleText,
  readRationale,
} from "../../lib/domain/rationale.ts"

const citationId = "0193fa2c-1111-7222-8333-444455556666"
const doc = (...content: unknown[]) => ({ type: "doc", content })
const p = (...content: unknown[]) => (content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" })
const text = (words: string, ...marks: unknown[]) => ({ type: "text", text: words, ...(marks.length > 0 && { marks }) })
const link = (href: string) => ({ type: "link", attrs: { href } })

const characters = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter(words => !words.includes("\0"))
const marks: fc.Arbitrary<RationaleMark[]> = fc.subarray([
  { type: "bold" },
  { type: "italic" },
  { type: "link", attrs: { href: "https://example.org/a?b=c#d" } },
])
const inline: fc.Arbitrary<RationaleNode> = fc.oneof(
  fc
    .tuple(characters, marks)
    .map(([words, own]) => ({ type: "text", text: words, ...(own.length > 0 && { marks: own }) })),
  fc.constant({ type: "hardBreak" }),
  fc.uuid().map(id => ({ type: "citation", attrs: { citationId: id } })),
)
const paragraph: fc.Arbitrary<RationaleNode> = fc
  .array(inline, { maxLength: 4 })
  .map(content => ({ type: "paragraph", ...(content.length > 0 && { content }) }))
const block = (depth: number): fc.Arbitrary<RationaleNode> => {
  if (depth === 0) return paragraph
  const inner = fc.array(block(depth - 1), { minLength: 1, maxLength: 2 })
  const items = fc.array(
    inner.map(content => ({ type: "listItem", content })),
    { minLength: 1, maxLength: 2 },
  )
  return fc.oneof(
    { weight: 3, arbitrary: paragraph },
    inner.map(content => ({ type: "blockquote", content })),
    items.map(content => ({ type: "bulletList", content })),
    fc.tuple(items, fc.nat(99)).map(([content, start]) => ({ type: "orderedList", attrs: { start }, content })),
  )
}
const documents = fc
  .array(block(2), { minLength: 1, maxLength: 4 })
  .map((content): RationaleNode => ({ type: "doc", content }))

test("a document of our schema comes back as it went in, as a copy", () => {
  fc.assert(
    fc.property(documents, given => {
      const read = readRationale(JSON.parse(JSON.stringify(given)))
      expect(read).toEqual({ ok: true, value: given })
      expect(read.ok && readRationale(read.value)).toEqual(read)
    }),
    { numRuns: 500 },
  )
})

test("no JSON whatever makes it throw, and what it lets through is of our schema", () => {
  const seen = new Set<string>()
  const visit = (node: RationaleNode) => {
    for (const key of Object.keys(node)) seen.add(key)
    for (const mark of node.marks ?? []) for (const key of Object.keys(mark)) seen.add(key)
    node.content?.forEach(visit)
  }
  const parts = fc.constantFrom("doc", "paragraph", "text", "type", "content", "marks", "attrs", "__proto__")
  const { value } = fc.letrec(tie => ({
    value: fc.oneof({ depthSize: "small" }, fc.jsonValue({ maxDepth: 1 }), parts, fc.array(tie("value")), tie("node")),
    node: fc.record(
      { type: parts, content: tie("value"), text: tie("value"), marks: tie("value"), attrs: tie("value") },
      { requiredKeys: [] },
    ),
  }))
  fc.assert(
    fc.property(value, json => {
      const read = readRationale(json)
      if (read.ok) visit(read.value)
    }),
    { numRuns: 3_000 },
  )
  expect([...seen].every(key => ["type", "attrs", "content", "text", "marks"].includes(key))).toBe(true)
})

describe("refused, and told why", () => {
  const nested = (depth: number): unknown =>
    depth === 0 ? p(text("x")) : { type: "blockquote", content: [nested(depth - 1)] }
  test.each([
    ["nothing", null, "an object was expected"],
    ["a string", "words", "an object was expected"],
    ["a list", [p()], "an object was expected"],
    ["another root", p(text("x")), "an unknown part “paragraph”"],
    ["an empty document", doc(), "an empty part"],
    ["an unknown node", doc({ type: "image", attrs: { src: "x" } }), "an unknown part “image”"],
    ["a heading", doc({ type: "heading", content: [text("x")] }), "an unknown part “heading”"],
    ["text beside paragraphs", doc(text("x")), "an unknown part “text”"],
    ["an item without a list", doc({ type: "listItem", content: [p()] }), "an unknown part “listItem”"],
    ["an unknown key", doc({ ...p(text("x")), onclick: "x" }), "an unknown key “onclick”"],
    ["an unknown key of the root", { ...doc(p()), style: "x" }, "an unknown key “style”"],
    ["__proto__", JSON.parse('{"type":"doc","__proto__":{"a":1},"content":[]}'), "an unknown key “__proto__”"],
    ["constructor", JSON.parse('{"type":"doc","constructor":1,"content":[]}'), "an unknown key “constructor”"],
    ["attributes as a list", doc({ type: "paragraph", attrs: [] }), "an object was expected"],
    ["attributes of a paragraph", doc({ type: "paragraph", attrs: { style: "x" } }), "an unknown key “style”"],
    ["attributes of the root", { ...doc(p()), attrs: { a: 1 } }, "an unknown key “a”"],
    ["a list number of words", doc({ type: "orderedList", attrs: { start: "1" }, content: [] }), "a list number"],
    ["a broken list number", doc({ type: "orderedList", attrs: { start: 1.5 }, content: [] }), "a list number"],
    ["a chip without its id", doc(p({ type: "citation", attrs: { citationId: "1" } })), "a citation without its id"],
    [
      "a chip with content",
      doc(p({ type: "citation", attrs: { citationId }, content: [] })),
      "content in the wrong place",
    ],
    ["text in a paragraph's own key", doc({ type: "paragraph", text: "x" }), "text in the wrong place"],
    ["marks on a paragraph", doc({ type: "paragraph", marks: [] }), "text in the wrong place"],
    ["empty text", doc(p(text(""))), "an empty text"],
    ["text that is no text", doc(p({ type: "text", text: { a: 1 } })), "an empty text"],
    ["half a surrogate pair", doc(p(text("\uD83D"))), "a broken character"],
    ["a zero character", doc(p(text("a\0b"))), "a broken character"],
    ["an unknown mark", doc(p(text("x", { type: "underline" }))), "an unknown mark “underline”"],
    ["a mark with attributes", doc(p(text("x", { type: "bold", attrs: { a: 1 } }))), "an unknown key “a”"],
    ["marks that are no list", doc(p({ type: "text", text: "x", marks: {} })), "a list of marks was expected"],
    [
      "too many marks",
      doc(p(text("x", ..."abcd".split("").map(() => ({ type: "bold" }))))),
      "a list of marks was expected",
    ],
    ["a mark twice", doc(p(text("x", { type: "bold" }, { type: "bold" }))), "a mark given twice"],
    ["two links", doc(p(text("x", link("https://a.org"), link("https://b.org")))), "a mark given twice"],
    [
      "a link without address",
      doc(p(text("x", { type: "link", attrs: {} }))),
      "a link that is not http, https or mailto",
    ],
    [
      "a link with a target",
      doc(p(text("x", { type: "link", attrs: { href: "https://a.org", target: "_blank" } }))),
      "an unknown key “target”",
    ],
    ["nested too deeply", doc(nested(rationaleLimits.depth)), "it is nested too deeply"],
    ["too long", doc(p(text("x".repeat(rationaleLimits.text + 1)))), "it is longer than 20000 characters"],
    [
      "too long in sum",
      doc(p(text("x".repeat(15_000))), p(text("x".repeat(5_001)))),
      "it is longer than 20000 characters",
    ],
    ["too many parts", doc(...Array.from({ length: rationaleLimits.nodes }, () => p())), "it has too many parts"],
  ])("%s", (_name, json, why) => {
    const read = readRationale(json)
    expect(read).toEqual({ ok: false, failure: { code: "rationale-malformed", why } })
    if (!read.ok)
      expect(failureSentence(read.failure)).toBe(
        `The rationale could not be read: ${why}. Simplify its formatting and save again.`,
      )
  })

  test("but what is just within the limits passes", () => {
    expect(readRationale(doc(nested(rationaleLimits.depth - 2))).ok).toBe(true)
    expect(readRationale(doc(p(text("x".repeat(rationaleLimits.text))))).ok).toBe(true)
    expect(readRationale(doc(...Array.from({ length: rationaleLimits.nodes - 1 }, () => p()))).ok).toBe(true)
  })

  test("without a stack overflow, however deep it is", () => {
    let deep: unknown = p()
    for (let n = 0; n < 100_000; n++) deep = { type: "blockquote", content: [deep] }
    expect(readRationale(doc(deep)).ok).toBe(false)
  })
})

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " https://example.org",
  "\thttps://example.org",
  "java\nscript:alert(1)",
  "//evil.example",
  "/\\evil.example",
  "/projects",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
  "ftp://example.org",
  "http:/example.org",
  "https:///example.org",
  "https://",
  "https:// example.org",
  "mailto:",
  "mailto:@example.org",
  "",
  `https://example.org/${"x".repeat(2_000)}`,
])("a link to “%s” is refused", href => {
  expect(linkAllowed(href)).toBe(false)
  expect(readRationale(doc(p(text("x", link(href))))).ok).toBe(false)
})

test.each(["https://example.org", "HTTP://example.org/a b", "https://пример.рф/страница", "mailto:vera@example.org"])(
  "a link to “%s” is kept",
  href => {
    expect(readRationale(doc(p(text("x", link(href))))).ok).toBe(true)
  },
)

test("the words of a rationale: blocks on lines of their own, chips as the number of their citation", () => {
  const chip = (id: string) => ({ type: "citation", attrs: { citationId: id } })
  const other = citationId.replace("0193", "0194")
  const given = doc(p(text("See "), chip(citationId), text(" and "), chip(other), text(", again "), chip(citationId)), {
    type: "bulletList",
    content: [{ type: "listItem", content: [p(text("one"), { type: "hardBreak" }, text("two"))] }],
  }) as RationaleNode
  expect(rationaleText(given)).toBe("See [1] and [2], again [1]\none\ntwo")
})

test("plain text becomes paragraphs and comes back; an empty one has no words", () => {
  const lines = fc.array(
    fc.stringMatching(/^[^\n\r\0]{0,9}$/u).filter(line => line.isWellFormed()),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(lines, all => {
      const plain = plainRationale(all.join("\n"))
      expect(readRationale(plain)).toEqual({ ok: true, value: plain })
      expect(rationaleText(plain)).toBe(all.join("\n").trim())
    }),
  )
  expect(rationaleText(emptyRationale)).toBe("")
  expect(readRationale(emptyRationale).ok).toBe(true)
})
