import fc from "fast-check"
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5"
import { expect, test } from "vitest"
import { leftOutChoiceSentences } from "../../lib/domain/left-out-passages.ts"
import { logHeadSentence } from "../../lib/domain/log-head.ts"
import { leftOutSentence, matrixSvg, picturedClaims, picturedSources } from "../../lib/formats/matrix-svg.ts"
import { xmlText } from "../../lib/formats/xml-text.ts"
import { anyMatrix, matrixOf } from "../domain/matrix.ts"

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => "tagName" in node
const elements = (nodes: readonly Node[]): Element[] =>
  nodes.filter(isElement).flatMap(node => [node, ...elements(node.childNodes)])
const words = (nodes: readonly Node[]): string =>
  nodes.map(node => ("value" in node ? node.value : isElement(node) ? words(node.childNodes) : "")).join("")
const drawn = (svg: string) => parseFragment(svg).childNodes
const whole = ({ claims, sources }: ReturnType<typeof matrixOf>) => ({
  claims: claims.map((_, at) => at),
  sources: sources.map((_, at) => at),
})

const notes = { head: `12-${"ab".repeat(32)}`, leaveOut: "open" } as const
const known = ["svg", "title", "defs", "clippath", "rect", "text", "g", "path", "circle"]

test("whatever people wrote, a picture holds the shapes it is made of and nothing else", () => {
  const property = fc.property(anyMatrix, fc.string({ unit: "binary" }), (matrix, title) => {
    const svg = matrixSvg(matrix, whole(matrix), title, notes)
    const all = elements(drawn(svg))
    for (const { tagName, attrs } of all) {
      expect(known).toContain(tagName.toLowerCase())
      for (const { name } of attrs) expect(name).not.toMatch(/^(on|style$|href$|class$)/)
    }
    expect(all.filter(({ tagName }) => tagName === "svg")).toHaveLength(1)
    expect(svg).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
    // Every sign that could open or close markup stands in markup of our own.
    expect(svg.replaceAll(/<\/?(?:svg|title|defs|clipPath|rect|text|g|path|circle)[^<>]*>/g, "")).not.toMatch(/[<>]/)
    expect(svg).not.toMatch(/&(?!#\d+;)/)
  })
  fc.assert(property)
})

test("words come out as they went in", () => {
  const property = fc.property(fc.string({ unit: "grapheme-ascii" }), said => {
    expect(words(drawn(`<b>${xmlText(said)}</b>`))).toBe(said)
    expect(elements(drawn(`<b title="${xmlText(said)}">`))[0]?.attrs[0]?.value).toBe(said)
  })
  fc.assert(property)
  expect(xmlText("a\u0000\uD800b\uFFFF")).toBe("a\uFFFD\uFFFDb\uFFFD")
})

test("every cell is a shape with its sentence, every stance a shape of its own, and the legend names each", () => {
  const svg = matrixSvg(matrixOf(["+-mr"]), { claims: [0], sources: [0, 1, 2, 3] }, "Evidence: Log book", notes)
  const groups = elements(drawn(svg)).filter(({ tagName }) => tagName === "g")
  const said = groups.map(({ childNodes }) => words(childNodes))
  for (const sentence of ["Claim 1, Source a: supports", "Claim 1, Source d: merely repeats another's word"])
    expect(said).toContain(sentence)
  const shapes = groups
    .filter(({ childNodes }) => words(childNodes).startsWith("Claim 1, Source"))
    .map(({ childNodes }) =>
      elements(childNodes)[1]
        ?.attrs.find(({ name }) => name === "d")
        ?.value.replace(/M\S+ \S+?(?=[a-z])/, ""),
    )
  expect(new Set(shapes).size).toBe(4)
  for (const word of ["supports", "disputes", "mentions only", "merely repeats", "one witness", "Evidence: Log book"])
    expect(words(drawn(svg))).toContain(word)
})

test("what a picture leaves out is said in it", () => {
  const places = (length: number) => Array.from({ length }, (_, at) => at)
  const large = { claims: places(picturedClaims + 1), sources: places(picturedSources + 1) }
  expect(leftOutSentence(large)).toBe(
    "Drawn are the first 500 of 501 claims and the first 150 of 151 sources. Choose a document or a filter to draw the others.",
  )
  expect(leftOutSentence({ claims: [0], sources: [0] })).toBe("")
  const matrix = matrixOf(Array.from({ length: picturedClaims + 1 }, () => "+"))
  const svg = matrixSvg(matrix, whole(matrix), "Evidence", notes)
  expect(words(drawn(svg))).toContain("Drawn are the first 500 of 501 claims. Choose a document or a filter")
  expect(svg).not.toContain("Claim 501")
})

test("a picture says by which head of the log it was made, and whether flagged passages were left out", () => {
  const said = (leaveOut: "open" | null) => {
    const matrix = matrixOf(["+"])
    const texts = elements(drawn(matrixSvg(matrix, whole(matrix), "Evidence", { ...notes, leaveOut })))
    return texts.map(({ childNodes }) => words(childNodes)).join(" ")
  }
  expect(said(null)).toContain(logHeadSentence(notes.head))
  expect(said(null)).not.toContain("left out")
  expect(said("open")).toContain(leftOutChoiceSentences.open)
})
