import { describe, expect, test } from "vitest"
import { htmlText } from "../../lib/formats/html-text.ts"
import { cpuTime } from "../support/cpu-time.ts"

describe("what a reader never sees is dropped", () => {
  test.each([
    ["scripts", "<p>a<script>alert('<p>b')</script>c</p>", "ac"],
    ["styles", "<style>p { color: red }</style><p>a</p>", "a"],
    ["templates", "<p>a</p><template><p>b</p></template><p>c</p>", "a\n\nc"],
    ["comments", "a<!-- b <p>c</p> -->d", "ad"],
    ["conditional comments", "a<!--[if IE]><p>b</p><![endif]-->c", "ac"],
    ["the head", "<html><head><title>b</title><meta name=x content=b></head><body>a</body></html>", "a"],
    ["a title anywhere", "<title>b & c</title>a", "a"],
    ["frames", "a<iframe srcdoc='<p>b</p>'>b</iframe>c", "ac"],
    ["what stands in for scripts", "a<noscript><p>b</p></noscript>c", "ac"],
    ["embedded objects", "a<object data=x><p>b</p></object>c", "ac"],
    ["drawings", "a<svg><text>b</text><style>c</style></svg>d", "ad"],
    ["instructions", "a<?php echo 'b' ?>c", "ac"],
    ["an unclosed script to the end", "<p>a</p><script>let b = 1 < 2", "a"],
    ["an unclosed comment to the end", "<p>a</p><!-- b <p>c", "a"],
  ])("%s", (_name, html, text) => {
    expect(htmlText(html)).toBe(text)
  })
})

describe("what a reader sees stays", () => {
  test.each([
    [
      "entities",
      "Caf&eacute; &amp; &#x442;&#1077;&#1089;&#1090; &lt;b&gt; &mdash; &nbsp;x",
      "Café & тест <b> — \u00A0x",
    ],
    ["entities without semicolon", "AT&ampT &copy 1912", "AT&T © 1912"],
    ["the words of links", 'See <a href="https://example.org/?a=1&b=2">the log</a>.', "See the log."],
    ["inline marks within a word", "to<b>geth</b>er<sup>1</sup>", "together1"],
    ["paragraphs, parted by an empty line", "<p>a</p><p>b</p>", "a\n\nb"],
    ["paragraphs that are not closed", "<p>a<p>b", "a\n\nb"],
    ["headings", "<h1>a</h1>b<h2>c</h2>", "a\n\nb\n\nc"],
    ["lines", "a<br>b<br/>c<BR />d", "a\nb\nc\nd"],
    ["blocks, on lines of their own", "a<div>b</div>c<div><div>d</div></div>", "a\nb\nc\nd"],
    ["list items", "<ul><li>a</li><li>b</li></ul>c", "a\nb\n\nc"],
    ["list items that are not closed", "<ul><li>a<li>b</ul>", "a\nb"],
    [
      "table cells, parted by tabs",
      "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>",
      "a\tb\nc\td",
    ],
    ["table cells that are not closed", "<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td"],
    ["white space, as one space", "a \n\t b\n c", "a b c"],
    ["white space across marks, as one space", "a <b> b</b> <i> c</i>", "a b c"],
    ["empty lines that were made by hand, at most one in a row", "a<br><br>b<br><br><br>c", "a\n\nb\n\nc"],
    ["empty table cells", "<table><tr><td></td><td>b</td><td></td><td>d</td></tr></table>", "\tb\t\td".trim()],
    ["an indent in preformatted text", "<p>x</p><pre> a\n b</pre>", "x\n\n a\n b"],
    ["white space as it is in preformatted text", "<pre>a\n  b\tc</pre>", "a\n  b\tc"],
    ["text areas, as text", "<textarea><p>a</p></textarea>", "<p>a</p>"],
    ["text without any tag", "a < b and b > c & d", "a < b and b > c & d"],
    ["tags nobody knows", "<x-quote>a</x-quote> <blink>b</blink>", "a b"],
    ["text behind a stray end tag", "a</div></b></p>b", "a\n\nb"],
    ["quotes, apart from what is around them", "a<blockquote>b</blockquote>c", "a\n\nb\n\nc"],
    ["an emoji and other planes", "<p>🚢 𝔘</p>", "🚢 𝔘"],
  ])("%s", (_name, html, text) => {
    expect(htmlText(html)).toBe(text)
  })
})

test("nothing is executed, and no address is asked for", () => {
  const before = globalThis.fetch
  let touched = 0
  Object.assign(globalThis, { fetch: () => touched++, wasRun: () => touched++ })
  try {
    const html = `<img src="http://127.0.0.1:9/x" onerror="wasRun()"><script>wasRun()</script>
      <a href="javascript:wasRun()">a</a><link rel=stylesheet href="http://127.0.0.1:9/y"><body onload="wasRun()">b`
    expect(htmlText(html)).toBe("ab")
  } finally {
    Object.assign(globalThis, { fetch: before })
    Reflect.deleteProperty(globalThis, "wasRun")
  }
  expect(touched).toBe(0)
})

const many = 100_000
const hostile: Record<string, readonly [html: string, words: RegExp]> = {
  "100,000 nested blocks": [`${"<div>".repeat(many)}a${"</div>".repeat(many)}b`, /^a\s+b$/],
  "100,000 nested marks": [`${"<b>".repeat(many)}a${"</b>".repeat(many)}b`, /^ab$/],
  "100,000 nested marks, all different": [
    Array.from({ length: many }, (_, i) => `<font id=${i}>`).join("") + "<p>a".repeat(1_000),
    /^(a\s*){1000}$/,
  ],
  "100,000 nested tables": [`${"<table><tr><td>".repeat(many)}a`, /^a$/],
  "100,000 nested lists": [`${"<ul><li>".repeat(many)}a`, /^a$/],
  "100,000 nested quotes": [`${"<blockquote>".repeat(many)}a`, /^a$/],
  "100,000 nested templates": [`a${"<template>".repeat(many)}b`, /^a$/],
  "100,000 nested drawings": [`a${"<svg>".repeat(many)}b`, /^a$/],
  "100,000 stray end tags": [`a${"</p>".repeat(many)}b`, /^a\s+b$/],
  "marks closed in the wrong order": [`${"<a><b><i><p>".repeat(many / 10)}a${"</a></i></b>".repeat(many / 10)}`, /^a$/],
  "an attribute of a million characters": [`<p title="${"x".repeat(1_000_000)}">a</p>`, /^a$/],
  "100,000 attributes": [`<p ${Array.from({ length: many }, (_, i) => `a${i}=1`).join(" ")}>a</p>`, /^a$/],
  "100,000 opened tags without an end": [`a${"<".repeat(many)}`, /^a<+$/],
  "a million ampersands": ["&".repeat(1_000_000), /^&+$/],
  "a million spaces": [`a${" ".repeat(1_000_000)}b`, /^a b$/],
  "a million spaces in preformatted text": [`<pre>a${" ".repeat(1_000_000)}b</pre>`, /^a {1000000}b$/],
  "a million line breaks in preformatted text": [`<pre>a${" \n".repeat(500_000)}b</pre>`, /^a\s+b$/],
}

test.each(Object.entries(hostile))(
  "%s neither hang nor crash",
  (_name, [html, words]) => {
    const before = cpuTime()
    expect(htmlText(html)).toMatch(words)
    expect(cpuTime() - before).toBeLessThan(20_000)
  },
  60_000,
)
