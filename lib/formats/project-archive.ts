import { archiveVersion } from "../domain/archive-tables.ts"
import { type Digest, HashedZip } from "./hashed-zip.ts"
import type { Packing } from "./piece-by-piece.ts"

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
  /** The head of the project's log (lib/db/project-head.ts); older archives state those of its streams alone. */
  readonly head?: string
  readonly heads: readonly StreamHead[]
  readonly files: readonly ListedFile[]
}

export const archiveFormat = "apparatus-project"
export const manifestName = "manifest.json"
export const partName = (file: string): string => `${file}.jsonl`

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
export type Cover = () => Pick<Manifest, "exportedAt" | "project" | "heads"> & { readonly head: string }

/** Files into a ZIP, with the manifest last. The same files are the same bytes. */
export function archivePacking(cover: Cover, digest: () => Digest): Packing<ArchivePart> {
  const zip = new HashedZip(digest)
  const files: ListedFile[] = []
  return {
    open: ({ name }) => zip.open(name),
    add: bytes => zip.add(bytes),
    close() {
      const { name, lines: rows, bytes, sha256 } = zip.close()
      files.push({ name, rows, bytes, sha256 })
    },
    end() {
      const hash = (text: string) => {
        const whole = digest()
        whole.update(new TextEncoder().encode(text))
        return whole.hex()
      }
      const { exportedAt, project, head, heads } = cover()
      const manifest = {
        format: archiveFormat,
        version: archiveVersion,
        exportedAt,
        project,
        head,
        heads,
        files,
      } as const
      zip.put(manifestName, manifestText(manifest, hash))
      zip.end()
    },
    taken: () => zip.taken(),
  }
}
