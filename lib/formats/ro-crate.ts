import { claimsAskedFor } from "../domain/export-state.ts"
import { leftOutNote } from "../domain/left-out-passages.ts"
import { logHeadSentence } from "../domain/log-head.ts"
import { webAddress } from "../domain/web-address.ts"
import type { ExportHead } from "./export-format.ts"
import { type Digest, HashedZip } from "./hashed-zip.ts"
import { type Packing, packed } from "./piece-by-piece.ts"
import { oneLine } from "./source-reference.ts"

/** A file of a crate. */
export interface CrateFile {
  /** Its path in the crate: letters, digits, points, dashes, underscores and slashes. */
  readonly name: string
  readonly mediaType: string
  /** What it is, in a sentence. */
  readonly description: string
  readonly content: AsyncIterable<string | Uint8Array>
}

/** What the crate says of itself. */
export interface CrateCover {
  readonly head: ExportHead
  /** The licence of the annotations: an address, or words; empty when the project chose none. */
  readonly licence: string
  readonly digest: () => Digest
}

interface Packed {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly size: number
  readonly sha256: string
}

const metadata = "ro-crate-metadata.json"
const manifest = "manifest-sha256.txt"

/**
 * Files and what describes them as an RO-Crate 1.1 in a ZIP archive, written piece by piece. The metadata come last,
 * since they say each file's size; the manifest has the hashes of all files and of the metadata, in the form that
 * `sha256sum -c` reads. Without ZIP64, an archive and each file in it end at 4 GB.
 */
export function roCrate(files: readonly CrateFile[], cover: CrateCover): AsyncIterable<Uint8Array> {
  const names = files.map(({ name }) => name)
  const wrong = names.find((name, at) => !sound.test(name) || own.has(name) || names.indexOf(name) !== at)
  if (wrong !== undefined) throw new Error(`A crate holds no file by the name ${JSON.stringify(wrong)}`)
  return packed(files, packing(cover))
}

const own: ReadonlySet<string> = new Set([metadata, manifest])
const sound = /^(?!\.)[A-Za-z0-9._-]+(?:\/(?!\.)[A-Za-z0-9._-]+)*$/

function packing({ head, licence, digest }: CrateCover): Packing<CrateFile> {
  const zip = new HashedZip(digest)
  const done: Packed[] = []
  let now: CrateFile | null = null
  return {
    open(file) {
      now = file
      zip.open(file.name)
    },
    add: bytes => zip.add(bytes),
    close() {
      const { mediaType, description } = now!
      const { name, bytes: size, sha256 } = zip.close()
      done.push({ name, mediaType, description, size, sha256 })
    },
    end() {
      // The moment of the export stands in the metadata.
      const { sha256 } = zip.put(metadata, `${JSON.stringify(described(head, licence, done), null, 2)}\n`)
      zip.put(manifest, [...done, { name: metadata, sha256 }].map(file => `${file.sha256}  ${file.name}\n`).join(""))
      zip.end()
    },
    taken: () => zip.taken(),
  }
}

/** The metadata as RO-Crate 1.1 asks for them, with the texts that the claims are of and under which terms they stand. */
function described(head: ExportHead, licence: string, files: readonly Packed[]) {
  const { project, projectId, policyVersion, exportedAt, origin, documents, chosen } = head
  const terms = webAddress(licence.toWellFormed())
  const own = terms === null ? "#licence" : new URL(terms).href
  const home = `${origin}/projects/${projectId}`
  const texts = documents.map(document => {
    const id = `${home}/documents/${document.documentId}`
    const found = webAddress(document.foundAt.toWellFormed())
    const theirs = webAddress(document.licence.toWellFormed())
    const terms = theirs === null ? `#licence-${document.documentId}` : new URL(theirs).href
    const name = oneLine(document.author)
    const author = name === "" ? null : { "@id": `#author-${document.documentId}`, "@type": "Person", name }
    return {
      author,
      terms: { "@id": terms, "@type": "CreativeWork", name: oneLine(document.licence) || "Not said" },
      text: {
        "@id": id,
        "@type": "CreativeWork",
        name: oneLine(document.title),
        version: String(document.number),
        identifier: `sha256:${document.sha256}`,
        license: { "@id": terms },
        ...(author && { author: { "@id": author["@id"] } }),
        ...(found && { url: new URL(found).href }),
        ...(document.language !== "und" && { inLanguage: document.language }),
      },
    }
  })
  const entities = [
    {
      "@id": metadata,
      "@type": "CreativeWork",
      conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
      about: { "@id": "./" },
    },
    {
      "@id": "./",
      "@type": "Dataset",
      name: `${oneLine(project)}: ${claimsAskedFor[chosen.state]}`,
      description: `Claims of ${documents.length} texts, each labelled documented, disputed or speculative by version ${policyVersion} of the project's policy, with reasons, dissent and evidence. ${logHeadSentence(head.logHead)}${leftOutNote(chosen)}`,
      datePublished: exportedAt.toISOString(),
      license: { "@id": own },
      publisher: { "@id": home },
      hasPart: [...files.map(({ name }) => ({ "@id": name })), { "@id": manifest }],
      ...(texts.length > 0 && { isBasedOn: texts.map(({ text }) => ({ "@id": text["@id"] })) }),
    },
    { "@id": home, "@type": "Organization", name: oneLine(project), url: home },
    {
      "@id": own,
      "@type": "CreativeWork",
      name: oneLine(licence) || "Licence not said",
      description: "The licence of labels, reasons and citations. Quotations stand under the licences of their texts.",
    },
    ...files.map(({ name, mediaType, description, size, sha256 }) => ({
      "@id": name,
      "@type": "File",
      name,
      description,
      encodingFormat: mediaType,
      contentSize: String(size),
      identifier: `sha256:${sha256}`,
    })),
    {
      "@id": manifest,
      "@type": "File",
      name: manifest,
      description: "The SHA-256 of every file.",
      encodingFormat: "text/plain",
    },
    ...texts.flatMap(({ text, terms, author }) => [text, terms, ...(author ? [author] : [])]),
  ]
  // Texts often share a licence: an entity stands once.
  const once = new Map(entities.map(entity => [entity["@id"], entity] as const).reverse())
  return { "@context": "https://w3id.org/ro/crate/1.1/context", "@graph": [...once.values()].reverse() }
}
