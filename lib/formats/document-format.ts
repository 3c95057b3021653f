import type { DocumentFormat } from "./document-reading.ts"

/** What a file is by its first bytes; a name decides only between forms of plain text, which have no such bytes. */
export type FoundFormat = Exclude<DocumentFormat, "docx" | "odt" | "epub"> | "zip" | "old-word" | "image"

const signatures: readonly (readonly [FoundFormat, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["old-word", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
]

export function documentFormat(bytes: Uint8Array, name: string, mediaType: string): FoundFormat {
  for (const [format, start] of signatures) if (start.every((byte, at) => bytes[at] === byte)) return format
  const latin = String.fromCharCode(...bytes.subarray(0, 4_096))
  if (latin.slice(0, 1_024).includes("%PDF-")) return "pdf"
  // A wide encoding has a zero beside each of these letters.
  const head = latin.replaceAll("\0", "")
  if (/<(?:[a-z]+:)?TEI(?:Corpus)?[\s>]/.test(head) && /^[^<]*<[?!tT]/.test(head)) return "tei"
  if (/^(?:<!doctype html|<html[\s>])/i.test(behindComments(head))) return "html"
  if (mediaType.startsWith("text/html") || /\.x?html?$/i.test(name)) return "html"
  return mediaType.startsWith("text/markdown") || /\.(?:md|markdown)$/i.test(name) ? "markdown" : "text"
}

/** What stands behind a mark of the encoding, a declaration of XML and comments. */
function behindComments(head: string): string {
  // One piece after the other: a pattern for all of them would try every way of parting comments, which are 2^n.
  const piece = /\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->)/y
  let at = /^[^<]{0,3}/.exec(head)![0].length
  for (piece.lastIndex = at; piece.test(head); ) at = piece.lastIndex
  return head.slice(at).trimStart()
}
