import type { ArchiveReference, CslItem, SourceKind } from "../domain/source.ts"

/** A source as it was read from what somebody pasted or uploaded, before anybody looked at it. */
export interface SourceCandidate {
  readonly kind: SourceKind
  /** An item of CSL-JSON without an id. The title may be empty where only an identifier was given. */
  readonly csl: CslItem
  readonly archive: ArchiveReference | null
  /** When it was made, in EDTF; empty when that was not said. */
  readonly created: string
  /** The time that it tells of, in EDTF; empty when that was not said. No format has a field for it. */
  readonly tells: string
}

/** One entry: what was read of it and what a person should know about that, or why it could not be read. */
export type ReadSource =
  | { readonly ok: true; readonly candidate: SourceCandidate; readonly notes: readonly string[] }
  | { readonly ok: false; readonly excerpt: string; readonly why: string }

/** What an entry is recognised by when it could not be read: its beginning, in one line. */
export function unread(entry: string, why: string): ReadSource {
  const line = entry.slice(0, 1_000).replaceAll(/\s+/g, " ").trim()
  return { ok: false, excerpt: line.length > 120 ? `${line.slice(0, 119).toWellFormed()}…` : line, why }
}

/** Characters that an entry may have. Abstracts and notes are within; whole texts are not. */
export const longestEntry = 200_000

export const entryTooLong = (entry: string): ReadSource =>
  unread(entry, "It has more than 200,000 characters. Shorten its note or abstract.")

/** The entry as one that cannot be read when it is too long, else null. */
export const tooLong = (entry: string): ReadSource | null => (entry.length > longestEntry ? entryTooLong(entry) : null)
