import { createHash } from "node:crypto"
import { exportFormatWords } from "../domain/export-format-name.ts"
import type { ExportedDocument, ExportHead, ExportPart } from "../formats/export-format.ts"
import { type CrateFormat, exportFormats } from "../formats/export-formats.ts"
import { type CrateFile, roCrate } from "../formats/ro-crate.ts"

/** What a crate holds, by the names of its files; the table's metadata name the table beside them. */
const inside: readonly (readonly [name: string, format: CrateFormat])[] = [
  ["claims.json", "json"],
  ["claims.csv", "csv-data"],
  ["claims.csv-metadata.json", "csvw"],
  ["annotations.jsonld", "web-annotation"],
  ["report.md", "markdown"],
  ["sources.bib", "bibtex"],
  ["sources.csl.json", "csl-json"],
  ["provenance.json", "prov"],
]

/** What a crate is read from: the claims, as often as it needs them, and the texts that go along. */
interface CrateSource {
  readonly partsOf: () => AsyncIterable<ExportPart>
  readonly texts: readonly ExportedDocument[]
  readonly textOf: (documentId: string) => Promise<string>
}

/**
 * An export in many formats and the texts that it points into, with metadata and checksums, in one archive. The claims
 * are read once for each format, so that no more than a run of them is held.
 */
export function exportCrate(head: ExportHead, { partsOf, texts, textOf }: CrateSource): AsyncIterable<Uint8Array> {
  const files = inside.map(([name, format]): CrateFile => {
    const { mediaType, write } = exportFormats[format]
    const { holds } = exportFormatWords[format]
    return { name, mediaType, description: holds, content: write({ ...head, name: "claims" }, partsOf()) }
  })
  const textFiles = (head.quotes ? texts : []).map(
    ({ documentId, title, number }): CrateFile => ({
      name: `texts/${documentId}.txt`,
      mediaType: "text/plain; charset=utf-8",
      description: `The text of version ${number} of “${title}”, as the positions count it.`,
      content: once(() => textOf(documentId)),
    }),
  )
  return roCrate([...files, ...textFiles], { head, licence: "", digest })
}

async function* once(read: () => Promise<string>): AsyncGenerator<string> {
  yield await read()
}

const digest = () => {
  const hash = createHash("sha256")
  return { update: (bytes: Uint8Array) => void hash.update(bytes), hex: () => hash.digest("hex") }
}
