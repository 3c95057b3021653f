import { archiveKey } from "./archives.ts"
import { doiKey } from "./doi.ts"
import { readIsbn } from "./isbn.ts"
import type { ArchiveReference, CslItem } from "./source.ts"
import { inLatin } from "./transliteration.ts"
import { addressKey } from "./web-address.ts"

/** Why two records are taken for the same source, the surest first. */
export const sameReasons = ["doi", "archive", "isbn", "address", "work"] as const
export type SameReason = (typeof sameReasons)[number]

/** Each reason as a sentence. */
export const sameReasonSentences: Readonly<Record<SameReason, string>> = {
  doi: "It has the same DOI.",
  archive: "It is the same place in the same archive.",
  isbn: "It has the same ISBN and title.",
  address: "It has the same web address.",
  work: "It has the same title, year and first author.",
}

/** What of a source tells whether it is another one. */
export interface Comparable {
  readonly csl: CslItem
  readonly archive: ArchiveReference | null
}

/**
 * The sources of a project by what identifies them, so that the one which another record repeats is found without
 * looking through all. Two that differ in DOI or in place in an archive are never the same. The work alone counts
 * only with its year and first author; their names and titles meet across Russian and Latin letters when they are
 * written as libraries write them, and are not translated.
 */
export class SourceIndex<T> {
  readonly #byKey = new Map<string, { readonly source: T; readonly of: Comparable }>()

  /** Of two that have the same key, the first one stays. */
  add(source: T, of: Comparable): void {
    for (const [, key] of keysOf(of)) if (!this.#byKey.has(key)) this.#byKey.set(key, { source, of })
  }

  /** The source that a record repeats and the surest reason, or null. */
  find(record: Comparable): { readonly source: T; readonly reason: SameReason } | null {
    for (const [reason, key] of keysOf(record)) {
      const found = this.#byKey.get(key)
      if (found && !contradict(record, found.of)) return { source: found.source, reason }
    }
    return null
  }
}

/** The keys of a source, the surest first. */
function keysOf({ csl, archive }: Comparable): readonly (readonly [SameReason, string])[] {
  const place = placeKey(archive)
  const isbn = csl.ISBN === undefined ? null : readIsbn(csl.ISBN)
  const title = words(csl.title)
  const year = csl.issued?.["date-parts"]?.[0]?.[0]
  const author = firstAuthor(csl)
  const keys: [SameReason, string][] = []
  if (csl.DOI) keys.push(["doi", `doi:${doiKey(csl.DOI)}`])
  if (place !== null) keys.push(["archive", `archive:${place}`])
  if (isbn?.ok) keys.push(["isbn", `isbn:${isbn.isbn}:${title}`])
  if (csl.URL) keys.push(["address", `address:${addressKey(csl.URL)}`])
  if (title !== "" && year !== undefined && author !== "") keys.push(["work", `work:${title}:${year}:${author}`])
  return keys
}

function contradict(a: Comparable, b: Comparable): boolean {
  const dois = a.csl.DOI && b.csl.DOI && doiKey(a.csl.DOI) !== doiKey(b.csl.DOI)
  const [here, there] = [placeKey(a.archive), placeKey(b.archive)]
  return Boolean(dois) || (here !== null && there !== null && here !== there)
}

/** A place in an archive says which source it is when it reaches down to a file; its leaves belong to it. */
function placeKey(archive: ArchiveReference | null): string | null {
  if (!archive?.fond || !archive.delo) return null
  const parts = [archive.fond, archive.opis, archive.delo, archive.list].map(part => words(part ?? ""))
  return [archiveKey(archive.archive), ...parts].join("/")
}

/** The family name or the body alone: given names are shortened in as many ways as there are lists. */
function firstAuthor({ author, editor }: CslItem): string {
  const [name] = author ?? editor ?? []
  return words(name?.family ?? name?.literal?.split(",")[0] ?? "")
}

/** The words of a text in Latin letters, without case, accents and punctuation. */
const words = (text: string) =>
  inLatin(text.normalize("NFC"))
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
