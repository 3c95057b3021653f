import { fail, ok, type Result } from "../domain/failure.ts"
import { htmlText } from "./html-text.ts"
import { checkedText, type RawText, rawText } from "./raw-text.ts"

/** A text as somebody gave it: typed, or as a file. */
export interface GivenText {
  readonly text?: string | undefined
  readonly file?:
    | {
        readonly name: string
        readonly mediaType: string
        readonly base64: string
        readonly encoding: string
      }
    | undefined
}

/** A text with the file that it was read from, when there was one. */
export interface ReadText {
  readonly text: string
  readonly original: {
    readonly bytes: Uint8Array<ArrayBuffer>
    readonly fileName: string
    readonly mediaType: string
    readonly encoding: string
  } | null
}

/** Read what was given as a text of at most `limit` bytes. */
export function givenText({ text, file }: GivenText, limit: number): Result<ReadText> {
  if (!file) {
    if (Buffer.byteLength(text ?? "", "utf8") > limit) return fail({ code: "too-large", limit })
    return withOriginal(checkedText(text ?? "", "utf-8"), () => null)
  }
  const bytes = new Uint8Array(Buffer.from(file.base64, "base64"))
  if (bytes.length > limit) return fail({ code: "too-large", limit })
  const read = rawText(bytes, file.encoding)
  const { name: fileName, mediaType } = file
  const page = mediaType.startsWith("text/html") || /\.x?html?$/i.test(fileName)
  const shown = read.ok && page ? checkedText(htmlText(read.value.text), read.value.encoding) : read
  return withOriginal(shown, ({ encoding }) => ({ bytes, fileName, mediaType, encoding }))
}

function withOriginal(read: Result<RawText>, original: (read: RawText) => ReadText["original"]): Result<ReadText> {
  return read.ok ? ok({ text: read.value.text, original: original(read.value) }) : read
}
