import type { ArchiveReference, CslItem, CslName, SourceKind } from "./source.ts"

/** What can be filled in about a source, in the order of the form, with its words. */
export const sourceFieldWords = {
  title: "Title",
  authors: "Authors",
  editors: "Editors",
  date: "Date",
  created: "Made",
  tells: "Tells of",
  container: "Published in",
  publisher: "Publisher",
  place: "Place",
  volume: "Volume",
  issue: "Issue",
  pages: "Pages",
  edition: "Edition",
  archive: "Archive",
  fond: "Fond",
  opis: "Opis",
  delo: "Delo",
  list: "List",
  isbn: "ISBN",
  doi: "DOI",
  url: "Web address",
  language: "Language",
} as const
export type SourceField = keyof typeof sourceFieldWords
export const sourceFields = Object.keys(sourceFieldWords) as SourceField[]

/** A source as the form has it: everything is text, names one a line, and empty means that nothing is said. */
export type SourceForm = Readonly<Record<SourceField, string>> & { readonly kind: SourceKind; readonly type: string }

/** What a source says about itself. */
export interface SourceRecord {
  readonly kind: SourceKind
  readonly csl: CslItem
  readonly archive: ArchiveReference | null
  /** When it was made, apart from when it was published, and the time that it tells of: EDTF, or empty. */
  readonly created: string
  readonly tells: string
}

const plainFields = {
  title: "title",
  container: "container-title",
  publisher: "publisher",
  place: "publisher-place",
  volume: "volume",
  issue: "issue",
  pages: "page",
  edition: "edition",
  isbn: "ISBN",
  url: "URL",
  language: "language",
} as const satisfies Partial<Record<SourceField, keyof CslItem>>

const archiveFields = ["archive", "fond", "opis", "delo", "list"] as const

/** The words of a record, for the form. */
export function formOf({ kind, csl, archive, created, tells }: SourceRecord): SourceForm {
  const plain = entries(plainFields).map(([field, key]) => [field, csl[key] ?? ""])
  const places = archiveFields.map(field => [field, archive?.[field] ?? ""])
  return {
    ...(Object.fromEntries([...plain, ...places]) as Record<keyof typeof plainFields | keyof ArchiveReference, string>),
    kind,
    type: csl.type,
    authors: (csl.author ?? []).map(nameWords).join("\n"),
    editors: (csl.editor ?? []).map(nameWords).join("\n"),
    date: dateWords(csl.issued),
    created,
    tells,
    doi: csl.DOI ?? "",
  }
}

/**
 * The record that a filled-in form stands for; what is empty is left out of it. With `before`, every field whose words
 * were not touched stays exactly as it was, also where words say less than the record, and so does what the form does
 * not show.
 */
export function recordOf(form: SourceForm, before?: SourceRecord): SourceRecord {
  const was = before && formOf(before)
  const kept = (field: SourceField) => was !== undefined && form[field] === was[field]
  const csl: Record<string, unknown> = { ...unshown(before?.csl), type: form.type, title: form.title.trim() }
  const put = (field: SourceField, key: keyof CslItem, value: () => unknown) => {
    const next = kept(field) ? before?.csl[key] : value()
    if (next !== undefined) csl[key] = next
  }
  for (const [field, key] of entries(plainFields)) put(field, key, () => form[field].trim() || undefined)
  put("authors", "author", () => namesOf(form.authors, before?.csl.author))
  put("editors", "editor", () => namesOf(form.editors, before?.csl.editor))
  put("date", "issued", () => dateOf(form.date))
  put("doi", "DOI", () => bareDoi(form.doi) || undefined)
  const archive = before && archiveFields.every(kept) ? before.archive : archiveOf(form)
  const [created, tells] = [form.created.trim(), form.tells.trim()]
  return { kind: form.kind, csl: csl as unknown as CslItem, archive, created, tells }
}

/** The fields of an item that the form has no place for, such as those of an imported one. */
const unshown = (csl: CslItem | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(csl ?? {}).filter(([key]) => !shown.has(key)))

const shown: ReadonlySet<string> = new Set([...Object.values(plainFields), "author", "editor", "issued", "DOI"])

/** The form's field behind a path of the record, such as "csl.author.0.family", so that an error stands there. */
export function fieldAt(path: string): SourceField | "kind" | "type" {
  const [part, key = ""] = path.split(".")
  if (part === "archive") return archiveFields.find(field => field === key) ?? "archive"
  if (part === "created" || part === "tells") return part
  if (part !== "csl") return "kind"
  const named = { author: "authors", editor: "editors", issued: "date", DOI: "doi", type: "type" } as const
  const plain = entries(plainFields).find(([, cslKey]) => cslKey === key)
  return plain?.[0] ?? named[key as keyof typeof named] ?? "title"
}

const entries = <K extends string, V>(record: Readonly<Record<K, V>>) => Object.entries(record) as [K, V][]

function archiveOf(form: SourceForm): ArchiveReference | null {
  const parts = archiveFields.map(field => [field, form[field].trim()]).filter(([, words]) => words !== "")
  if (parts.length === 0) return null
  return { archive: "", ...Object.fromEntries(parts) }
}

const nameWords = ({ literal, family, given }: CslName): string => literal ?? [family, given].filter(Boolean).join(", ")

/** One name a line: "Family, Given", or a body's name without a comma. A line that was there before keeps its parts. */
function namesOf(lines: string, before: readonly CslName[] = []): CslName[] | undefined {
  const names = lines
    .split("\n")
    .map(line => line.trim())
    .filter(line => line !== "")
    .map(line => before.find(name => nameWords(name) === line) ?? nameOf(line))
  return names.length > 0 ? names : undefined
}

function nameOf(line: string): CslName {
  const comma = line.indexOf(",")
  if (comma < 0) return { literal: line }
  const family = line.slice(0, comma).trim()
  const given = line.slice(comma + 1).trim()
  return family && given ? { family, given } : { literal: family || given || line }
}

function dateWords(issued: CslItem["issued"]): string {
  const dates = issued?.["date-parts"]
  if (!dates || dates.length === 0) return issued?.literal ?? ""
  return dates
    .map(parts => parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, "0"))).join("-"))
    .join("/")
}

/** A year, month or day of ISO 8601, or two with a slash between them; other words stand as they are. */
function dateOf(words: string): CslItem["issued"] {
  const text = words.trim()
  if (text === "") return undefined
  const dates = text.split("/").map(datePartsOf)
  return dates.length <= 2 && dates.every(date => date !== null) ? { "date-parts": dates } : { literal: text }
}

function datePartsOf(date: string): number[] | null {
  const found = /^(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(date.trim())
  if (!found) return null
  const parts = found.slice(1).flatMap(part => (part === undefined ? [] : [Number(part)]))
  const [, month = 1, day = 1] = parts
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? parts : null
}

const bareDoi = (words: string) => words.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, "")
