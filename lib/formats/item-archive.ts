import { parseArchiveReference } from "../domain/archive-reference.ts"
import type { ArchiveReference } from "../domain/source.ts"

/** The fields in which programs keep a shelf mark. Those that are read into a reference are taken out of the item. */
const places: readonly (readonly string[])[] = [
  ["archive", "archive_collection", "archive_location"],
  ["archive", "archive_location"],
  ["archive", "call-number"],
  ["archive", "archive_collection"],
  ["source", "archive_location"],
  ["archive_location", "call-number"],
  ["archive_location"],
  ["call-number"],
  ["archive"],
  ["publisher"],
  ["note"],
]

/**
 * The reference to an archive that an item holds; its fields are removed from the item when the reference says all that
 * they say. An archive whose shelf mark has other parts is kept by its name, and the mark stays in the item.
 */
export function shelfOf(csl: Record<string, unknown>): {
  readonly archive: ArchiveReference | null
  readonly note: string | null
} {
  for (const fields of places) {
    const texts = fields.map(field => csl[field]).filter(text => typeof text === "string")
    if (texts.length < fields.length) continue
    const archive = parseArchiveReference(texts.join(", "))
    if (!archive) continue
    for (const field of fields) delete csl[field]
    return { archive, note: null }
  }
  const name = csl["archive"]
  if (typeof name !== "string") return { archive: null, note: null }
  const mark = csl["archive_location"] ?? csl["call-number"]
  delete csl["archive"]
  const note =
    typeof mark === "string" ? `Its place in the archive, “${mark}”, could not be read as fond, opis and delo.` : null
  return { archive: { archive: name }, note }
}
