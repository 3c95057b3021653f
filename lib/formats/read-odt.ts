import { type DocumentReading, type FileWords, noWords } from "./document-reading.ts"
import { attribute, type Dialect, type MarkupNode, wordsIn, writeMarkup } from "./markup.ts"
import { first } from "./read-tei.ts"
import { readXml } from "./read-xml.ts"
import { TextWriter } from "./text-writer.ts"

const dropped = new Set(
  "office:forms office:annotation office:annotation-end text:tracked-changes text:sequence-decls office:binary-data text:note-citation svg:title".split(
    " ",
  ),
)

/** A text of OpenDocument, by its `content.xml` and `meta.xml`. Pages are where the program that saved it broke them. */
export function readOdt(content: string, meta: string): Omit<DocumentReading, "format"> | null {
  const tree = readXml(content)
  if (!tree) return null
  const writer = new TextWriter()
  writeMarkup(tree, odtDialect(), writer)
  return { ...odtWords(meta), text: writer.text(), anchors: withFirst(writer), warnings: [] }
}

/** Breaks part pages, so that the first page begins with the text. */
function withFirst(writer: TextWriter) {
  const anchors = writer.anchors()
  return anchors.some(({ kind }) => kind === "page")
    ? [{ kind: "page" as const, at: 0, label: "1" }, ...anchors]
    : anchors
}

function odtDialect(): Dialect {
  let page = 1
  let notes = 0
  return node => {
    const name = node.nodeName
    if (dropped.has(name)) return { drop: true }
    switch (name) {
      case "text:p":
      case "text:h":
      case "text:list":
      case "table:table":
        return { edge: 2 }
      case "text:list-item":
        return { edge: 1 }
      case "table:table-row":
        return { edge: 1 }
      case "table:table-cell":
      case "table:covered-table-cell":
        return { cell: true, flat: true }
      case "text:line-break":
        return { line: true }
      case "text:tab":
        return { says: "\t" }
      case "text:s":
        return { says: " ".repeat(Math.min(100, Math.max(1, Number(attribute(node, "text:c")) || 1))) }
      case "text:soft-page-break":
        return { page: String(++page) }
      case "text:table-of-content":
        return { edge: 2, aside: "contents" }
      case "text:note":
        return { moves: { ...noteOf(node, ++notes), node } }
      default:
        return {}
    }
  }
}

function noteOf(node: MarkupNode, count: number) {
  const citation = first(node, "note-citation")
  return { key: `note ${count}`, label: (citation && wordsIn(citation, 20)) || String(count) }
}

function odtWords(meta: string): FileWords {
  const tree = readXml(meta)
  if (!tree) return noWords
  const words = (name: string) => {
    const found = first(tree, name)
    return found ? wordsIn(found) : ""
  }
  return {
    title: words("title"),
    author: words("initial-creator") || words("creator"),
    language: words("language"),
    licence: "",
  }
}
