import type { Failure } from "../../../../../lib/domain/failure.ts"
import { htmlText } from "../../../../../lib/formats/html-text.ts"
import { rawText } from "../../../../../lib/formats/raw-text.ts"

/** What a file says when it is read in an encoding, or why it can't be read in it. */
export type FileReading =
  | { readonly ok: true; readonly encoding: string; readonly start: string; readonly whole: boolean }
  | { readonly ok: false; readonly failure: Failure }

/** Characters of the beginning that are shown, and of a page's source that they are made from. */
const shown = 700
const source = 100_000

/** Reads a file as the server will; with an empty `encoding` it is found out. */
export function readFile(bytes: Uint8Array, name: string, mediaType: string, encoding: string): FileReading {
  const read = rawText(bytes, encoding)
  if (!read.ok) return read
  const page = mediaType.startsWith("text/html") || /\.x?html?$/i.test(name)
  const text = page ? htmlText(read.value.text.slice(0, source)) : read.value.text
  return { ok: true, encoding: read.value.encoding, start: text.slice(0, shown), whole: text.length <= shown }
}
