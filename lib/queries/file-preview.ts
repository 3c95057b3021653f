import { type Actor, readProject } from "../db/pass.ts"
import type { Permission } from "../domain/access.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { TextAnchor } from "../domain/text-anchor.ts"
import type { DocumentFormat, FileWords } from "../formats/document-reading.ts"
import { type GivenFile, givenFile } from "../intake/given-text.ts"
import { type Network, safeFetch } from "../net/safe-fetch.ts"
import { fileReading, pageFetch } from "../schema/document-input.ts"
import { parse } from "../schema/parse.ts"
import { detectLanguage } from "../text/detect-language.ts"

/** What a file would come to as a document: what it says of itself, how its text begins, and what is in it. */
export interface FilePreview extends FileWords {
  readonly format: DocumentFormat
  readonly encoding: string
  readonly start: string
  /** Whether `start` is all of it. */
  readonly whole: boolean
  readonly words: number
  readonly pages: number
  readonly notes: number
  readonly asides: number
  readonly warnings: readonly string[]
}

/** A page as it was fetched: a file like any other, with the address that it came from. */
export interface FetchedFile {
  readonly file: GivenFile
  readonly address: string
}

const needs: Permission = "document.add"

/** Paragraphs of the beginning, up to so many characters. */
const shown = 1_500

/** Read a file and tell what it would come to. Nothing is stored. `limit` answers how many bytes a text may have. */
export const filePreview = (limit: () => number) =>
  Object.assign(
    async (actor: Actor, input: unknown): Promise<Result<FilePreview>> => {
      const parsed = parse(fileReading, input)
      if (!parsed.ok) return parsed
      const { projectId, file } = parsed.value
      const allowed = await readProject(actor, projectId, needs, async () => ok(null))
      if (!allowed.ok) return allowed
      const read = await givenFile(file, limit())
      if (!read.ok) return read
      const { text, anchors, title, author, licence, language, format, encoding, warnings } = read.value.reading
      const count = (kind: TextAnchor["kind"]) => anchors.filter(anchor => anchor.kind === kind).length
      return ok({
        ...{ title: title.slice(0, 300), author: author.slice(0, 300), licence: licence.slice(0, 300) },
        ...{ format, encoding, warnings },
        language: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language.slice(0, 35) : detectLanguage(text),
        start: beginning(text),
        whole: text.length <= shown,
        words: text.match(/\S+/g)?.length ?? 0,
        ...{ pages: count("page"), notes: count("note"), asides: count("aside") },
      })
    },
    { needs, scope: "project" as const, input: fileReading },
  )

/** The beginning of a text, to the end of a paragraph where there is one, and never half a character. */
function beginning(text: string): string {
  if (text.length <= shown) return text
  const start = text.slice(0, shown).replace(/[\uD800-\uDBFF]$/, "")
  const end = start.lastIndexOf("\n\n")
  return end > shown / 3 ? start.slice(0, end) : start
}

const types = [
  ...["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", "application/pdf"],
  ...["application/xml", "text/xml", "application/tei+xml", "application/epub+zip", "application/octet-stream"],
  "application/vnd.oasis.opendocument.text",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
]

/**
 * Fetch what is at an address of the public internet, as a file that can be looked at and added like an uploaded one.
 * Nothing is stored. `rules` answers how many bytes it may have and whether anything is fetched at all.
 */
export const fetchedFile = (rules: () => { limit: number; off: boolean }, network?: Network) =>
  Object.assign(
    async (actor: Actor, input: unknown): Promise<Result<FetchedFile>> => {
      const parsed = parse(pageFetch, input)
      if (!parsed.ok) return parsed
      const { projectId, address } = parsed.value
      const allowed = await readProject(actor, projectId, needs, async () => ok(null))
      if (!allowed.ok) return allowed
      const { limit, off } = rules()
      if (off) return fail({ code: "fetch-refused", why: "off" })
      const answer = await safeFetch({ url: address, types, bytes: limit }, network)
      if (!answer.ok) return fail({ code: "fetch-refused", why: answer.why })
      if (answer.status !== 200) return fail({ code: "fetch-refused", why: "status" })
      const { url, bytes, mediaType, charset } = answer
      const base64 = Buffer.from(bytes).toString("base64")
      return ok({ file: { name: nameIn(url), mediaType, base64, encoding: known(charset) }, address: url })
    },
    { needs, scope: "project" as const, input: pageFetch },
  )

/** The last part of an address as the name of a file, or the name of the site. */
function nameIn(address: string): string {
  const { pathname, hostname } = new URL(address)
  const last = pathname.split("/").at(-1) ?? ""
  try {
    return (decodeURIComponent(last) || hostname).slice(0, 255)
  } catch {
    return (last || hostname).slice(0, 255)
  }
}

/** An encoding that the site names, if there is one of that name. */
function known(charset: string): string {
  try {
    return charset === "" ? "" : new TextDecoder(charset).encoding
  } catch {
    return ""
  }
}
