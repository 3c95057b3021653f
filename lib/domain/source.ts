import { formAsWritten, setReference } from "./archive-setting.ts"

export const sourceKinds = [
  "archival-record",
  "memoir",
  "interview",
  "press",
  "scholarly",
  "reference-work",
  "web-page",
  "other",
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** A name as CSL-JSON has it: either its parts or, for a body, the whole as `literal`. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
}

/** A date of CSL-JSON, as far as the tool reads it: a day or two in parts, or words. */
export interface CslDate {
  readonly "date-parts"?: readonly (readonly number[])[]
  readonly literal?: string
  readonly circa?: boolean
}

/** The part of a CSL-JSON item that the tool reads itself. Other fields are kept as they came. */
export interface CslItem {
  readonly type: string
  readonly title: string
  readonly author?: readonly CslName[]
  readonly editor?: readonly CslName[]
  readonly issued?: CslDate
  readonly "container-title"?: string
  readonly publisher?: string
  readonly "publisher-place"?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly edition?: string
  readonly ISBN?: string
  readonly DOI?: string
  readonly URL?: string
  readonly language?: string
  readonly note?: string
}

/** An archival reference in its customary parts (fond, opis, delo, list). */
export interface ArchiveReference {
  readonly archive: string
  readonly fond?: string
  readonly opis?: string
  readonly delo?: string
  readonly list?: string
}

const nameLine = (name: CslName) => name.literal ?? [name.family, name.given].filter(Boolean).join(", ")

/** Author, title, container, place, publisher and year in one plain line, for lists, search and exports. */
export function sourceLine(csl: CslItem, archive?: ArchiveReference | null): string {
  const authors = (csl.author ?? csl.editor ?? []).map(nameLine).filter(Boolean).join("; ")
  const year = csl.issued?.["date-parts"]?.[0]?.[0] ?? csl.issued?.literal
  const place = [csl["publisher-place"], csl.publisher].filter(Boolean).join(": ")
  const parts = [
    authors,
    csl.title,
    csl["container-title"],
    csl.volume && `vol. ${csl.volume}`,
    csl.issue && `no. ${csl.issue}`,
    place,
    year && String(year),
    archive && archiveLine(archive),
  ]
  return parts.filter(Boolean).join(". ").replaceAll(/\.\. /g, ". ")
}

/** An archival reference in the letters that its archive is written in: "РГВА. Ф. 33987. Оп. 3" or "RGVA, f. 33987, op. 3". */
export const archiveLine = (reference: ArchiveReference): string =>
  setReference(reference, formAsWritten(reference)).replace(/\.$/, "")
