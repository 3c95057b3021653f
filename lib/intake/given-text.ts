import { fail, ok, type Result } from "../domain/failure.ts"
import type { OriginalFile } from "../domain/original-file.ts"
import type { TextAnchor } from "../domain/text-anchor.ts"
import { documentFormat } from "../formats/document-format.ts"
import { checkedText, rawText } from "../formats/raw-text.ts"
import { readBeside } from "./read-beside.ts"
import type { FileReading } from "./read-file.ts"

/** A file as it travels: its bytes in base64. */
export interface GivenFile {
  readonly name: string
  readonly mediaType: string
  readonly base64: string
  readonly encoding: string
}

/** A text as somebody gave it: typed, or as a file. */
export interface GivenText {
  readonly text?: string | undefined
  readonly file?: GivenFile | undefined
}

/** A text with the file that it was read from, when there was one, and what the file says beside the words. */
export interface ReadText {
  readonly text: string
  readonly anchors: readonly TextAnchor[]
  readonly original: OriginalFile | null
}

/**
 * Read what was given as a text of at most `limit` bytes. Plain text is read at once; any other file in a process of its
 * own, which may take long and keeps nobody waiting.
 */
export async function givenText({ text, file }: GivenText, limit: number): Promise<Result<ReadText>> {
  if (!file) {
    if (Buffer.byteLength(text ?? "", "utf8") > limit) return fail({ code: "too-large", limit })
    const typed = checkedText(text ?? "", "utf-8")
    return typed.ok ? ok({ text: typed.value.text, anchors: [], original: null }) : typed
  }
  const read = await givenFile(file, limit)
  if (!read.ok) return read
  const { bytes, reading } = read.value
  const { name: fileName, mediaType } = file
  return ok({
    text: reading.text,
    anchors: reading.anchors,
    original: { bytes, fileName, mediaType, encoding: reading.encoding },
  })
}

/** A file with what was read of it. */
export async function givenFile(
  file: GivenFile,
  limit: number,
): Promise<Result<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly reading: FileReading }>> {
  const { name, mediaType, base64, encoding } = file
  const bytes = new Uint8Array(Buffer.from(base64, "base64"))
  if (bytes.length > limit) return fail({ code: "too-large", limit })
  if (documentFormat(bytes, name, mediaType) !== "text") {
    const read = await readBeside(bytes, { name, mediaType, encoding, limit })
    return read.ok ? ok({ bytes, reading: read.value }) : read
  }
  const raw = rawText(bytes, encoding)
  if (!raw.ok) return raw
  const words = { title: "", author: "", language: "", licence: "" }
  return ok({ bytes, reading: { ...words, ...raw.value, format: "text", anchors: [], warnings: [] } })
}
