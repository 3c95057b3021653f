import { strToU8, Zip, ZipDeflate } from "fflate"
import { archiveVersion } from "../domain/archive-tables.ts"
import type { Packing } from "./piece-by-piece.ts"
import type { Digest } from "./ro-crate.ts"

/** A file of an archive: rows as lines of JSON. */
export interface ArchivePart {
  readonly name: string
  readonly content: AsyncIterable<string>
}

/** A file as the manifest names it. */
export interface ListedFile {
  readonly name: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/** The end of a stream of the log. */
export interface StreamHead {
  readonly stream: string
  readonly revision: number
  readonly hash: string
}

export interface Manifest {
  readonly format: typeof archiveFormat
  readonly version: number
  readonly exportedAt: string
  readonly project: { readonly id: string; readonly name: string }
  readonly heads: readonly StreamHead[]
  readonly files: readonly ListedFile[]
}

export const archiveFormat = "apparatus-project"
export const manifestName = "manifest.json"
export const partName = (file: string): string => `${file}.jsonl`

/** The most bytes of an archive, and of a file in it, without ZIP64. */
export const mostArchived = 2 ** 32 - 2 ** 20

type Hash = (text: string) => string

/**
 * The manifest as it is written. Its seal is the SHA-256 of all but the time of the export, so that two archives of the
 * same project differ in that time alone, and no other byte can be changed unnoticed. It proves nothing of who wrote it.
 */
export function manifestText({ exportedAt, ...facts }: Manifest, hash: Hash): string {
  return `${JSON.stringify({ ...facts, seal: hash(JSON.stringify(facts)), exportedAt }, null, 2)}\n`
}

/** The manifest of a text; null when it is not the very one that {@link manifestText} writes. */
export function readManifest(text: string, hash: Hash): Manifest | null {
  try {
    const { seal: _seal, ...manifest } = JSON.parse(text) as Manifest & { seal: string }
    const sound =
      manifest.format === archiveFormat &&
      Array.isArray(manifest.files) &&
      Array.isArray(manifest.heads) &&
      new Date(manifest.exportedAt).toISOString() === manifest.exportedAt &&
      manifestText(manifest, hash) === text
    return sound ? manifest : null
  } catch {
    return null
  }
}

/** What the manifest says beside the files, known once they are written. */
export type Cover = () => Pick<Manifest, "exportedAt" | "project" | "heads">

/** Files into a ZIP, with the manifest last. The same files are the same bytes. */
export function archivePacking(cover: Cover, digest: () => Digest): Packing<ArchivePart> {
  const ready: Uint8Array[] = []
  const files: ListedFile[] = []
  let size = 0
  const zip = new Zip((trouble, bytes) => {
    if (trouble) throw trouble
    size += bytes.length
    if (size > mostArchived) throw new RangeError("The archive is larger than a ZIP of this kind can be")
    ready.push(bytes)
  })
  const entryOf = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = new Date(1980, 0, 1)
    zip.add(entry)
    return entry
  }
  let now: { name: string; entry: ZipDeflate; hash: Digest; bytes: number; rows: number } | null = null
  return {
    open({ name }) {
      now = { name, entry: entryOf(name), hash: digest(), bytes: 0, rows: 0 }
    },
    add(bytes) {
      if (!now || bytes.length === 0) return
      now.hash.update(bytes)
      now.bytes += bytes.length
      if (now.bytes > mostArchived) throw new RangeError("A file of the archive is larger than a ZIP can hold")
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) now.rows++
      now.entry.push(bytes)
    },
    close() {
      if (!now) return
      now.entry.push(new Uint8Array(), true)
      files.push({ name: now.name, rows: now.rows, bytes: now.bytes, sha256: now.hash.hex() })
    },
    end() {
      const hash = (text: string) => {
        const whole = digest()
        whole.update(strToU8(text))
        return whole.hex()
      }
      const { exportedAt, project, heads } = cover()
      const manifest = { format: archiveFormat, version: archiveVersion, exportedAt, project, heads, files } as const
      entryOf(manifestName).push(strToU8(manifestText(manifest, hash)), true)
      zip.end()
    },
    taken: () => ready.splice(0),
  }
}
