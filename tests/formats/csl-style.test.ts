import fc from "fast-check"
import { expect, test } from "vitest"
import { citationStyleIds } from "../../lib/domain/citation-setting.ts"
import { citationStyleXml } from "../../lib/formats/citation-styles.ts"
import { readCslStyle } from "../../lib/formats/csl-style.ts"
import { readXml } from "../../lib/formats/xml-tree.ts"
import { cpuTime } from "../support/cpu-time.ts"

const namespace = 'xmlns="http://purl.org/net/xbiblio/csl" version="1.0"'
const info = "<info><title>My style</title><id>http://a.org/mine</id><rights license='http://a.org/l'>R</rights></info>"
const style = (rest: string, attributes = `${namespace} class="note"`) => `<style ${attributes}>${info}${rest}</style>`
const simple = '<citation><layout suffix="."><text variable="title"/></layout></citation>'
const calls = (name: string) => `<citation><layout><text macro="${name}"/></layout></citation>`
const macro = (name: string, inner: string) => `<macro name="${name}">${inner}</macro>`
const call = (name: string) => `<text macro="${name}"/>`

test("a style describes itself", () => {
  expect(readCslStyle(`<?xml version="1.0"?>\n<!-- mine -->${style(simple)}`)).toMatchObject({
    ok: true,
    style: { title: "My style", id: "http://a.org/mine", form: "notes", licence: "http://a.org/l" },
  })
})

test.each(citationStyleIds)("the style %s that comes with the tool passes", id => {
  expect(readCslStyle(citationStyleXml[id])).toMatchObject({ ok: true })
})

const doubling = (depth: number) =>
  Array.from({ length: depth }, (_, i) =>
    macro(`m${i}`, i === depth - 1 ? '<text value="x"/>' : call(`m${i + 1}`).repeat(2)),
  )

test.each([
  ["nothing", "", /not well-formed XML: there is no element in line 1/],
  ["no XML", "{}", /text outside/],
  ["a tag left open", "<style>\n<info>", /no end of “info” in line 2/],
  ["a wrong end", "<style>\n</a>", /end of “a” that was not open in line 2/],
  ["an entity bomb", '<!DOCTYPE a [<!ENTITY b "c">]><style/>', /document type, which is not allowed in line 1/],
  ["an unknown entity", "<style>&nbsp;</style>", /“&”/],
  ["another XML", "<html/>", /not a style of the Citation Style Language/],
  ["a locale", `<locale ${namespace}/>`, /locale of CSL/],
  [
    "a dependent style",
    `<style ${namespace}><info><link rel="independent-parent" href="http://a.org/parent"/></info></style>`,
    /Upload that one: http:\/\/a\.org\/parent\./,
  ],
  ["an old version", style(simple, 'xmlns="http://purl.org/net/xbiblio/csl" version="0.8"'), /not written in CSL 1\.0/],
  ["no citation", style(""), /no rules for a citation/],
  ["a macro that is missing", style(calls("gone")), /macro “gone” that it does not have/],
  ["a macro that calls itself", style(macro("a", call("b")) + macro("b", call("a")) + calls("a")), /“a” calls itself/],
  ["macros that double", style(doubling(40).join("") + calls("m0")), /call each other so often/],
  [
    "macros in a long row",
    style(Array.from({ length: 90 }, (_, i) => macro(`m${i}`, call(`m${i + 1}`))).join("") + calls("m0")),
    /in a row/,
  ],
  [
    "values that grow",
    style(
      macro("a", `<text value="${"x".repeat(900_000)}"/>`.repeat(1)) + macro("b", call("a").repeat(40)) + calls("b"),
    ),
    /so often/,
  ],
  [
    "a term that grows",
    style(`<locale><terms><term name="ibid">${"x".repeat(300)}</term></terms></locale>${simple}`),
    /more than 200 characters/,
  ],
  [
    "elements without end",
    style(simple.replace("/></layout>", `/>${"<text/>".repeat(13_000)}</layout>`)),
    /12,000 elements/,
  ],
  ["elements within each other", style(`${"<group>".repeat(300)}${"</group>".repeat(300)}`), /within each other/],
  ["nothing that is set", style('<citation><layout><text variable="PMID"/></layout></citation>'), /sets nothing/],
  [
    "a wrong attribute",
    style('<citation><layout><date variable="issued" form="wrong"/><names/></layout></citation>'),
    /formatter cannot use it|sets nothing/,
  ],
  ["a large file", " ".repeat(1_048_577), /larger than 1 MB/],
])("%s is refused with a sentence", (_, xml, why) => {
  const read = readCslStyle(xml)
  expect(read.ok ? "" : read.why).toMatch(why)
})

test("XML is read with its attributes, entities and text", () => {
  expect(readXml(`<a b='1' c="&lt;&#65;&#x42;"><!-- - --><![CDATA[<x>]]>t<d/></a>`)).toEqual({
    ok: true,
    root: {
      name: "a",
      attributes: new Map([
        ["b", "1"],
        ["c", "<AB"],
      ]),
      text: "<x>t",
      children: [{ name: "d", attributes: new Map(), text: "", children: [] }],
    },
  })
})

test("whatever is uploaded, a judgement comes soon", () => {
  const bits = fc.constantFrom(
    "<",
    ">",
    "/",
    "a",
    "=",
    '"',
    "'",
    " ",
    "&",
    ";",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<a>",
    "</a>",
    "<a b='",
    "\n",
  )
  const property = fc.property(fc.array(bits, { maxLength: 60 }), parts => {
    expect(typeof readCslStyle(parts.join("")).ok).toBe("boolean")
  })
  fc.assert(property, { numRuns: 1_000 })
  for (const hostile of [
    `<!--${"-".repeat(500_000)}`,
    `<a ${"b='c' ".repeat(100_000)}`,
    `<![CDATA[${"]".repeat(500_000)}`,
    "<a>".repeat(300_000),
    `<?${"?".repeat(500_000)}`,
  ]) {
    const before = cpuTime()
    expect(readCslStyle(hostile).ok).toBe(false)
    expect(cpuTime() - before).toBeLessThan(2_000)
  }
})
