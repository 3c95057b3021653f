import { fail, ok, type Result } from "../domain/failure.ts"
import { isZip, unzip, ZipTrouble } from "./unzip.ts"

/** A file that somebody chose, by its name. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const limits = { files: 4_000, bytes: 64 * 1_048_576 }

/** The files with those that are packed in ZIP files in place of these. What would be too large is not unpacked. */
export function unpacked(files: readonly NamedFile[]): Result<readonly NamedFile[]> {
  const all: NamedFile[] = []
  for (const file of files) {
    if (!isZip(file.bytes)) {
      all.push(file)
      continue
    }
    const inside = filesOf(file.bytes)
    if (!inside)
      return fail({
        code: "invalid",
        issues: [
          {
            path: "files",
            message:
              "The ZIP file can't be read, or holds more than 64 MB. Unpack it and choose the .ann and .txt files of this text.",
          },
        ],
      })
    all.push(...inside)
  }
  return ok(all)
}

function filesOf(bytes: Uint8Array): readonly NamedFile[] | null {
  const opened = unzip(bytes, limits)
  if (!opened.ok) return null
  const names = opened.names.filter(name => !name.endsWith("/"))
  try {
    return names.map(name => ({ name, bytes: opened.file(name)! }))
  } catch (error) {
    if (error instanceof ZipTrouble) return null
    throw error
  }
}
