import { setReference } from "../domain/archive-setting.ts"
import type { LocatorLabel } from "../domain/citation.ts"
import { locatorLine } from "../domain/citation-line.ts"
import type { ArchiveForm } from "../domain/citation-setting.ts"
import { cslDateWords } from "../domain/csl-date-words.ts"
import type { ArchiveReference, CslItem, CslName } from "../domain/source.ts"
import type { TextRun } from "../domain/text-run.ts"

/** How archival sources are set: the form, and whose quotation marks stand in Latin form. */
export interface ArchiveStyle {
  readonly form: ArchiveForm
  readonly quotes: "british" | "american"
}

/** What is cited of an archival source: a leaf takes the place of the reference's own. */
export interface ArchiveCite {
  readonly locator?: string
  readonly label?: LocatorLabel
}

/**
 * An archival source as a note has it, without a point at its end but for one that belongs to an abbreviation: author,
 * title, date, and the reference with its parts. Styles of CSL drop archive references or set them wrongly.
 */
export function archiveCitation(
  csl: CslItem,
  archive: ArchiveReference,
  style: ArchiveStyle,
  cite: ArchiveCite = {},
): readonly TextRun[] {
  const { form, quotes } = style
  const described = form === "latin" ? inEnglish(csl, quotes) : inRussian(csl)
  const joint = form === "gost" ? " // " : form === "latin" ? ", " : described.endsWith(".") ? " " : ". "
  const place = archivePlace(archive, style, cite)
  // An American comma stands within the quotation marks.
  const text =
    form === "latin" && described.endsWith("”") ? `${described.slice(0, -1)},” ${place}` : described + joint + place
  return [{ text }]
}

/** The place alone, for a source that was cited before. */
export function archivePlace(
  archive: ArchiveReference,
  { form }: ArchiveStyle,
  { locator = "", label }: ArchiveCite = {},
): string {
  const onLeaf = locator !== "" && label === "folio"
  const reference = onLeaf ? { ...archive, list: locator } : archive
  const place = setReference(reference, form === "latin" ? "latin" : "russian").replace(/(?<!об)\.$/, "")
  return onLeaf || locator === "" ? place : `${place}, ${locatorLine(label ?? "page", locator)}`
}

function inEnglish(csl: CslItem, quotes: ArchiveStyle["quotes"]): string {
  const name = ({ given, family, literal }: CslName) => literal ?? [given, family].filter(Boolean).join(" ")
  const authors = (csl.author ?? []).map(name).join(", ")
  const date = cslDateWords(csl.issued, "en")
  const before = authors === "" ? "" : `${authors}, `
  if (quotes === "british") return `${before}‘${csl.title}’${date && `, ${date}`}`
  return date === "" ? `${before}“${csl.title}”` : `${before}“${csl.title},” ${date}`
}

function inRussian(csl: CslItem): string {
  const authors = (csl.author ?? []).map(russianName).join(", ")
  const parts = [authors, csl.title, cslDateWords(csl.issued, "ru")].filter(Boolean)
  return parts.reduce((text, part) => `${text}${text.endsWith(".") ? " " : ". "}${part}`)
}

/** "Хлевнюк О. В.": the family name, then initials. */
function russianName({ family, given, literal }: CslName): string {
  if (literal !== undefined || !given) return literal ?? family ?? ""
  const initials = given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map(name => `${[...name][0]}.`)
  return [family, ...initials].filter(Boolean).join(" ")
}
