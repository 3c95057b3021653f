import { fail, ok, type Result } from "../domain/failure.ts"
import type { FileTrouble } from "../domain/file-trouble.ts"
import { documentFormat } from "../formats/document-format.ts"
import type { DocumentFormat, DocumentReading } from "../formats/document-reading.ts"
import { readHtml } from "../formats/html-text.ts"
import { checkedText, rawText } from "../formats/raw-text.ts"
import { readEpub } from "../formats/read-epub.ts"
import { readMarkdown } from "../formats/read-markdown.ts"
import { readOdt } from "../formats/read-odt.ts"
import { readTei } from "../formats/read-tei.ts"
import { unzip, ZipTrouble } from "../formats/unzip.ts"
import { readDocx } from "./read-docx.ts"
import { readPdf } from "./read-pdf.ts"

/** A file as it came, and how many bytes its text may have. */
export interface FileToRead {
  readonly name: string
  readonly mediaType: string
  /** A label of the WHATWG encoding standard when a person chose one, else empty. */
  readonly encoding: string
  readonly limit: number
}

export interface FileReading extends DocumentReading {
  /** The encoding of a file that is plain text within; empty for others. */
  readonly encoding: string
}

type Read = Omit<DocumentReading, "format">
const refuse = (why: FileTrouble) => fail({ code: "file-unreadable", why })

/** Reads a file as a text, by what is in it and not by its name. It runs in a process of its own: it may take long. */
export async function readFile(bytes: Uint8Array, file: FileToRead): Promise<Result<FileReading>> {
  try {
    const read = await readAs(bytes, file)
    if (!read.ok) return read
    const { text } = read.value
    const checked = checkedText(text, "utf-8")
    if (!checked.ok) return checked
    if (Buffer.byteLength(text, "utf8") > file.limit) return fail({ code: "too-large", limit: file.limit })
    const shift = text.length - checked.value.text.length
    return ok({ ...read.value, text: checked.value.text, anchors: shift === 0 ? read.value.anchors : [] })
  } catch (error) {
    return refuse(error instanceof ZipTrouble ? error.why : "damaged")
  }
}

async function readAs(bytes: Uint8Array, file: FileToRead): Promise<Result<FileReading>> {
  const format = documentFormat(bytes, file.name, file.mediaType)
  switch (format) {
    case "old-word":
    case "image":
      return refuse(format)
    case "pdf":
      return given("pdf", await readPdf(bytes))
    case "zip":
      return readArchive(bytes)
    default:
      return readText(bytes, file, format)
  }
}

function readText(
  bytes: Uint8Array,
  file: FileToRead,
  format: "text" | "markdown" | "html" | "tei",
): Result<FileReading> {
  const raw = rawText(bytes, file.encoding)
  if (!raw.ok) return raw
  const { text, encoding } = raw.value
  const readers = { markdown: readMarkdown, html: readHtml, tei: readTei } as const
  if (format === "text") {
    const words = { title: "", author: "", language: "", licence: "" }
    return ok({ ...words, format, text, anchors: [], warnings: otherwise(file.name), encoding })
  }
  return given(format, readers[format](text) ?? "damaged", encoding)
}

/** A file whose name says that it is no plain text. */
const otherwise = (name: string) =>
  /\.(?:pdf|docx?|odt|epub)$/i.test(name) ? ["The name says otherwise, but the file is plain text."] : []

async function readArchive(bytes: Uint8Array): Promise<Result<FileReading>> {
  const archive = unzip(bytes)
  if (!archive.ok) return refuse(archive.why)
  const { names, file } = archive
  const text = (name: string) => {
    const part = file(name)
    return part && withoutMark(new TextDecoder().decode(part))
  }
  const type = names.includes("mimetype") ? (text("mimetype") ?? "").trim() : ""
  if (type === "application/epub+zip" || names.includes("META-INF/container.xml")) return given("epub", readEpub(text))
  if (type.startsWith("application/vnd.oasis.opendocument.text")) {
    if (/<manifest:encryption-data/.test(text("META-INF/manifest.xml") ?? "")) return refuse("encrypted")
    return given("odt", readOdt(text("content.xml") ?? "", text("meta.xml") ?? "") ?? "damaged")
  }
  if (names.includes("word/document.xml")) return given("docx", (await readDocx(names, file)) ?? "damaged")
  return refuse("other-archive")
}

const withoutMark = (text: string) => (text.startsWith("\uFEFF") ? text.slice(1) : text)

function given(format: DocumentFormat, read: Read | FileTrouble, encoding = ""): Result<FileReading> {
  return typeof read === "string" ? refuse(read) : ok({ ...read, format, encoding })
}
