import { type DocumentReading, type FileWords, noWords } from "./document-reading.ts"
import { htmlDialect, htmlTree, pageNotes } from "./html-page.ts"
import { attribute, type MarkupNode, nodesIn, wordsIn, writeMarkup } from "./markup.ts"
import { first } from "./read-tei.ts"
import { localName, readXml } from "./read-xml.ts"
import { TextWriter } from "./text-writer.ts"

/**
 * A book in EPUB 2 or 3, its chapters in the order of reading. `file` answers the text of a file in it. Pages are those
 * that the book marks in its text.
 */
export function readEpub(
  file: (name: string) => string | null,
): Omit<DocumentReading, "format"> | "damaged" | "encrypted" {
  const container = readXml(file("META-INF/container.xml") ?? "")
  const path = container && attribute(first(container, "rootfile") ?? container, "full-path")
  const book = path && readXml(file(path) ?? "")
  if (!path || !book) return "damaged"
  if (isLocked(file("META-INF/encryption.xml"))) return "encrypted"
  const chapters = chaptersOf(book, path).flatMap(name => {
    const xml = file(name)
    return xml === null ? [] : [{ path: name, tree: readXml(xml) ?? htmlTree(xml) }]
  })
  if (chapters.length === 0) return "damaged"
  const notes = pageNotes(chapters, (from, href) => {
    const [to = "", id = ""] = href.split("#")
    return id === "" || /^[a-z]+:/i.test(href) ? "" : `${to === "" ? from : resolved(from, to)}#${id}`
  })
  const dialect = htmlDialect(notes)
  const writer = new TextWriter()
  for (const { tree } of chapters) {
    writer.edge(2)
    writeMarkup(tree, dialect, writer)
    writer.edge(2)
  }
  const warnings = chapters.length < chaptersOf(book, path).length ? [missing] : []
  return { ...bookWords(book), text: writer.text(), anchors: writer.anchors(), warnings }
}

const missing = "Some chapters that the book lists are not in the file."

/** The files of the chapters, in the order of the spine. */
function chaptersOf(book: MarkupNode, path: string): string[] {
  const files = new Map<string, string>()
  const order: string[] = []
  for (const node of nodesIn(book)) {
    const name = localName(node.nodeName)
    if (name === "item") files.set(attribute(node, "id"), attribute(node, "href"))
    if (name === "itemref") order.push(attribute(node, "idref"))
  }
  return order.flatMap(id => (files.has(id) ? [resolved(path, files.get(id)!)] : []))
}

/** A name in the archive as it is written in another file there. It leads to no place outside of the archive. */
function resolved(from: string, href: string): string {
  const parts = from.split("/").slice(0, -1)
  for (const part of decoded(href.split("#")[0]!).split("/")) {
    if (part === "..") parts.pop()
    else if (part !== "." && part !== "") parts.push(part)
  }
  return parts.join("/")
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** Fonts may be obfuscated; anything else that is encrypted can't be read without a key. */
function isLocked(encryption: string | null): boolean {
  const tree = encryption === null ? null : readXml(encryption)
  if (!tree) return false
  return [...nodesIn(tree)].some(
    node =>
      localName(node.nodeName) === "EncryptionMethod" && !/obfuscation|embedding/i.test(attribute(node, "Algorithm")),
  )
}

function bookWords(book: MarkupNode): FileWords {
  const metadata = first(book, "metadata")
  if (!metadata) return noWords
  const words = (name: string) => {
    const found = first(metadata, name)
    return found ? wordsIn(found) : ""
  }
  return { title: words("title"), author: words("creator"), language: words("language"), licence: words("rights") }
}
