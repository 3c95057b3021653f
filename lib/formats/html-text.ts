import type { DocumentReading } from "./document-reading.ts"
import { htmlDialect, htmlTree, htmlWords, pageNotes } from "./html-page.ts"
import { writeMarkup } from "./markup.ts"
import { TextWriter } from "./text-writer.ts"

/**
 * An HTML page as a reader sees it: what is never shown is dropped, blocks become lines, paragraphs are parted by an
 * empty line, cells by tabs, entities are decoded. The marks that call notes are anchors and no part of the text. Nothing
 * in the page is executed or fetched.
 */
export function readHtml(html: string): Omit<DocumentReading, "format"> {
  const tree = htmlTree(html)
  const writer = new TextWriter()
  writeMarkup(tree, htmlDialect(pageNotes([{ path: "", tree }])), writer)
  return { ...htmlWords(tree), text: writer.text(), anchors: writer.anchors(), warnings: [] }
}

export const htmlText = (html: string): string => readHtml(html).text
