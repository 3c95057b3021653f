import { edtfOfCsl } from "../domain/csl-date.ts"
import { archiveLine, type CslItem, type CslName } from "../domain/source.ts"
import type { ExportedSource } from "./export-format.ts"

/** Words on one line, as the fields of reference managers have them. */
export const oneLine = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()

/** A field of an item that the tool does not read itself but keeps, as a line; empty where it is none. */
export function keptField(csl: CslItem, field: string): string {
  const value: unknown = Object(csl)[field]
  return typeof value === "string" || typeof value === "number" ? oneLine(String(value)) : ""
}

/** The date of publication in EDTF, else in its own words; empty when nothing was said. */
export const dateOf = ({ issued }: CslItem): string =>
  issued ? (edtfOfCsl(issued) ?? oneLine(issued.literal ?? "")) : ""

/** The year that a date begins with; empty where it has none. */
export const yearOf = ({ issued }: CslItem): string => {
  const year = issued?.["date-parts"]?.[0]?.[0]
  return year === undefined ? (/\d{4}/.exec(issued?.literal ?? "")?.[0] ?? "") : String(year)
}

/** Where an archival source lies: its archive, the parts of the reference, and both in one line. Null for others. */
export function shelfOf({ archive }: ExportedSource): { name: string; parts: string; line: string } | null {
  if (!archive) return null
  const line = oneLine(archiveLine(archive))
  const name = oneLine(archive.archive)
  const parts = line.startsWith(name) ? line.slice(name.length).replace(/^[.,\s]+/, "") : line
  return { name, parts, line }
}

/** A name without empty parts; null when nothing is left of it. */
export function nameParts({
  family = "",
  given = "",
  literal = "",
}: CslName): { family: string; given: string } | string | null {
  const [last, first, whole] = [oneLine(family), oneLine(given), oneLine(literal)]
  if (whole !== "") return whole
  if (last !== "" && first !== "") return { family: last, given: first }
  return last || first || null
}
