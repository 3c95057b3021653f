import { logHeadsIn } from "../domain/log-head.ts"
import { isZip, unzip } from "./unzip.ts"

/** The heads of logs that an exported file states, whether it is a text or a ZIP of several; none where it can't be read. */
export function headsInFile(bytes: Uint8Array): readonly string[] {
  if (!isZip(bytes)) return logHeadsIn(new TextDecoder("latin1").decode(bytes))
  const zip = unzip(bytes, { files: 10_000, bytes: 1_000 * 1_048_576 })
  if (!zip.ok) return []
  const heads = new Set<string>()
  // The manifest of an archive says its head; nobody has to unpack the rest of it for that.
  const names = zip.names.includes("manifest.json") ? ["manifest.json"] : zip.names
  for (const name of names)
    for (const head of logHeadsIn(new TextDecoder("latin1").decode(zip.file(name) ?? new Uint8Array()))) heads.add(head)
  return [...heads]
}
