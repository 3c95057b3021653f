import { type DocumentReading, noWords } from "./document-reading.ts"
import { attribute, type Dialect, type MarkupNode, nodesIn, type Step, wordsIn, writeMarkup } from "./markup.ts"
import { localName, readXml } from "./read-xml.ts"
import { TextWriter } from "./text-writer.ts"

const paragraphs = new Set(
  "p ab head lg list table div div1 div2 div3 div4 div5 div6 div7 front body back opener closer epigraph sp argument figure listBibl titlePage".split(
    " ",
  ),
)
const lines = new Set(
  "l item row speaker stage salute signed dateline byline trailer bibl docTitle docAuthor label".split(" "),
)
const dropped = new Set("teiHeader standOff facsimile sourceDoc rdg del graphic".split(" "))
/** Of two readings that an editor set side by side, the one that is not the source's. */
const edited = new Set(["corr", "reg", "expan"])

/**
 * A text in TEI P5: its words in their order, verse by lines, tables by rows, the source's reading where an editor set
 * another one beside it. Pages and notes are anchors; a note that stands where it is called goes to the end.
 */
export function readTei(xml: string): Omit<DocumentReading, "format"> | null {
  const tree = readXml(xml)
  if (!tree) return null
  const called = new Set<string>()
  const ids = new Set<string>()
  const beside = new Set<MarkupNode>()
  for (const node of nodesIn(tree)) {
    const name = localName(node.nodeName)
    if (name === "ref" || name === "ptr") called.add(attribute(node, "target").replace(/^#/, ""))
    if (name === "choice") for (const one of node.childNodes ?? []) beside.add(one)
    if (name === "note") ids.add(attribute(node, "xml:id"))
  }
  const writer = new TextWriter()
  writeMarkup(tree, teiDialect({ called, ids, beside }), writer)
  return { ...teiWords(tree), text: writer.text(), anchors: writer.anchors(), warnings: [] }
}

interface Links {
  readonly called: ReadonlySet<string>
  readonly ids: ReadonlySet<string>
  /** What stands in a choice. */
  readonly beside: ReadonlySet<MarkupNode>
}

function teiDialect({ called, ids, beside }: Links): Dialect {
  let notes = 0
  let pages = 0
  return node => {
    const name = localName(node.nodeName)
    if (!node.attrs || name.startsWith("#")) return {}
    if (dropped.has(name)) return { drop: true }
    if (name === "pb") return { page: attribute(node, "n") || String(++pages), hides: true }
    if (name === "lb") return attribute(node, "break") === "no" ? {} : { line: true }
    if (name === "gap") return { says: "[…]", hides: true }
    if (name === "fw") return { edge: 1, aside: "running head" }
    if (edited.has(name) && beside.has(node)) return { drop: true }
    if (name === "cell") return { cell: true, flat: true }
    if (name === "note") {
      const id = attribute(node, "xml:id")
      if (id !== "" && called.has(id)) return { edge: 2, note: id }
      const label = attribute(node, "n") || String(++notes)
      return { moves: { key: `here ${notes} ${label} ${id}`, label, node } }
    }
    if (name === "ref" || name === "ptr") {
      const id = attribute(node, "target").replace(/^#/, "")
      if (ids.has(id))
        return { calls: { key: id, label: attribute(node, "n") || wordsIn(node, 12) || id }, hides: true }
    }
    return block(node, name)
  }
}

function block(node: MarkupNode, name: string): Step {
  if (paragraphs.has(name)) return { edge: 2 }
  if (lines.has(name)) return { edge: 1 }
  const child = (among: ReadonlySet<string>) => node.childNodes?.some(one => among.has(localName(one.nodeName)))
  if (name === "quote" || name === "q" || name === "cit" || name === "said") return child(paragraphs) ? { edge: 2 } : {}
  return {}
}

function teiWords(tree: MarkupNode) {
  const found = { ...noWords }
  const header = first(tree, "teiHeader")
  if (!header) return found
  const statement = first(header, "titleStmt")
  const text = first(tree, "text")
  return {
    title: wordsOf(statement, "title"),
    author: wordsOf(statement, "author"),
    language: (text && attribute(text, "xml:lang")) || attribute(first(header, "language") ?? header, "ident"),
    licence: (first(header, "licence") && attribute(first(header, "licence")!, "target")) || wordsOf(header, "licence"),
  }
}

const wordsOf = (node: MarkupNode | null, name: string) => {
  const found = node && first(node, name)
  return found ? wordsIn(found) : ""
}

/** The first element of this name in a node. */
export function first(node: MarkupNode, name: string): MarkupNode | null {
  for (const one of nodesIn(node)) if (localName(one.nodeName) === name && one.attrs) return one
  return null
}
