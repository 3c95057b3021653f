import { createHash } from "node:crypto"
import { Turns } from "../db/in-turns.ts"
import { type ArchiveFile, archiveFiles, archiveVersion, tableOf } from "../domain/archive-tables.ts"
import { ArchiveTrouble } from "../domain/archive-trouble.ts"
import { inflating } from "../formats/inflating.ts"
import {
  archiveFormat,
  type ListedFile,
  type Manifest,
  manifestName,
  partName,
  readManifest,
} from "../formats/project-archive.ts"
import {
  directoryPlace,
  headerLength,
  type ZipEntry,
  zipEntries,
  zipHeader,
  zipTail,
} from "../formats/zip-directory.ts"

/** A file that somebody sent, read from wherever it was put. */
export interface SentFile {
  readonly size: number
  readonly read: (at: number, length: number) => Promise<Uint8Array>
}

/** An archive whose manifest is read and fits this server. */
export interface OpenArchive {
  readonly manifest: Manifest
  /** The lines of a file; what is not as the manifest says is an ArchiveTrouble, at the latest at the end. */
  readonly lines: (file: ArchiveFile | "people") => AsyncGenerator<string>
}

/** Bytes that are read at once, and unpacked at once: what unpacks to most is a thousand times as large. */
const piece = 16_384
const unpackedAtOnce = 2_048
const mostManifest = 4 * 1_048_576
const usualLine = 4 * 1_048_576
/** The most bytes that an archive may unpack to. */
const mostUnpacked = 16 * 2 ** 30

const hash = (text: string) => createHash("sha256").update(text).digest("hex")
const strange = "This file is not an archive of a project. Choose a file that was downloaded under “The whole project”."
const changed = (name: string) =>
  new ArchiveTrouble(`The archive’s file ${name} is not as its manifest says: it was changed or is not whole.`)

/** Opens an archive. A file that is none, or one for another version of Apparatus, is an ArchiveTrouble. */
export async function openArchive(sent: SentFile): Promise<OpenArchive> {
  const entries = await directory(sent)
  const known = [manifestName, ...archiveFiles.map(partName), partName("people")]
  const names = entries.map(({ name }) => name)
  if (!names.includes(manifestName)) throw new ArchiveTrouble(strange)
  if (names.length !== known.length || !known.every(name => names.includes(name)))
    throw new ArchiveTrouble("The archive has other files than it should have. Choose it as it was downloaded.")
  if (entries.reduce((sum, { size }) => sum + size, 0) > mostUnpacked)
    throw new ArchiveTrouble("The archive unpacks to more than this server takes.")
  const entryOf = (name: string) => entries.find(entry => entry.name === name)!
  const manifest = await manifestOf(sent, entryOf(manifestName))
  const listed = (name: string) => manifest.files.find(file => file.name === name)
  if (manifest.files.length !== known.length - 1) throw changed(manifestName)
  return {
    manifest,
    lines(file) {
      const name = partName(file)
      const as = listed(name)
      if (!as) throw changed(manifestName)
      return linesOf(sent, entryOf(name), as, file === "people" ? usualLine : (tableOf(file).line ?? usualLine))
    },
  }
}

/** The files in the ZIP, none of which lies over another. */
async function directory({ size, read }: SentFile): Promise<readonly ZipEntry[]> {
  const tail = Math.min(size, zipTail)
  const place = size < 22 ? null : directoryPlace(await read(size - tail, tail))
  const sound = place && place.at + place.length <= size && place.length <= 1_048_576
  const entries = sound ? zipEntries(await read(place.at, place.length), place.files) : null
  if (!place || !entries || entries.some(({ encrypted }) => encrypted)) throw new ArchiveTrouble(strange)
  const inOrder = entries.toSorted((a, b) => a.headerAt - b.headerAt)
  const apart = inOrder.every(
    ({ headerAt, packed }, at) => headerAt + zipHeader + packed <= (inOrder[at + 1]?.headerAt ?? place.at),
  )
  if (!apart) throw new ArchiveTrouble(strange)
  return entries
}

async function manifestOf(sent: SentFile, entry: ZipEntry): Promise<Manifest> {
  if (entry.size > mostManifest) throw new ArchiveTrouble(strange)
  const chunks: Uint8Array[] = []
  for await (const bytes of unpacked(sent, entry)) chunks.push(bytes)
  const text = Buffer.concat(chunks).toString()
  const version = /^\{\s*"format": "([^"]*)",\s*"version": (\d+)/.exec(text)
  if (version?.[1] !== archiveFormat) throw new ArchiveTrouble(strange)
  if (Number(version[2]) !== archiveVersion)
    throw new ArchiveTrouble(
      `The archive was made by another version of Apparatus: its form is number ${version[2]}, and this server reads number ${archiveVersion}. Bring both to the same version, then download it again.`,
    )
  const manifest = readManifest(text, hash)
  if (!manifest) throw changed(manifestName)
  return manifest
}

async function* unpacked({ read }: SentFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const header = headerLength(await read(entry.headerAt, zipHeader))
  if (header === null || (entry.method !== 0 && entry.method !== 8)) throw new ArchiveTrouble(strange)
  const inflate = inflating(entry.method === 8)
  const start = entry.headerAt + header
  const step = entry.method === 8 ? unpackedAtOnce : piece
  let size = 0
  const turns = new Turns()
  for (let at = 0; at < entry.packed; at += piece) {
    const length = Math.min(piece, entry.packed - at)
    const packed = await read(start + at, length)
    for (let from = 0; from < length; from += step) {
      const end = Math.min(length, from + step)
      const bytes = inflate(packed.subarray(from, end), at + end === entry.packed)
      if (!bytes) throw changed(entry.name)
      size += bytes.length
      if (size > entry.size) throw changed(entry.name)
      yield bytes
      if (turns.over) await turns.next()
    }
  }
  if (size !== entry.size) throw changed(entry.name)
}

async function* linesOf(sent: SentFile, entry: ZipEntry, as: ListedFile, most: number): AsyncGenerator<string> {
  if (entry.size !== as.bytes) throw changed(entry.name)
  const sum = createHash("sha256")
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  let waiting: Uint8Array[] = []
  let length = 0
  let rows = 0
  const line = () => {
    try {
      return decoder.decode(Buffer.concat(waiting))
    } catch {
      throw changed(entry.name)
    }
  }
  for await (const bytes of unpacked(sent, entry)) {
    sum.update(bytes)
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      waiting.push(bytes.subarray(from, end))
      from = end + 1
      rows++
      yield line()
      waiting = []
      length = 0
    }
    waiting.push(bytes.slice(from))
    length += bytes.length - from
    if (length > most) throw new ArchiveTrouble(`A line of the archive’s file ${entry.name} is longer than one can be.`)
  }
  if (length > 0 || rows !== as.rows || sum.digest("hex") !== as.sha256) throw changed(entry.name)
}
