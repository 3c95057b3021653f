import { micromark } from "micromark"
import { gfm, gfmHtml } from "micromark-extension-gfm"
import type { DocumentReading } from "./document-reading.ts"
import { readHtml } from "./html-text.ts"

const front = /^---\r?\n([\s\S]{0,5000}?)\r?\n(?:---|\.\.\.)\r?\n/

/** A text in Markdown, as GitHub writes it: without its marks, its notes at the end. What stands before it is about it. */
export function readMarkdown(markdown: string): Omit<DocumentReading, "format"> {
  const about = front.exec(markdown)
  const body = about ? markdown.slice(about[0].length) : markdown
  const html = micromark(body, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
  const read = readHtml(html)
  const said = (name: string) =>
    (new RegExp(`^${name}:[ \\t]*(.+)$`, "im").exec(about?.[1] ?? "")?.[1] ?? "").trim().replaceAll(/^["']|["']$/g, "")
  const heading = /^#[ \t]+(.{1,300}?)[ \t#]*$/m.exec(body)?.[1] ?? ""
  return {
    ...read,
    title: said("title") || heading,
    author: said("author"),
    language: said("lang(?:uage)?"),
    licence: said("licen[cs]e"),
  }
}
