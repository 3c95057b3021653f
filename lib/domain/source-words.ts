import { edtfOfCsl } from "./csl-date.ts"
import { dateLag, lagWords } from "./date-lag.ts"
import { parseEdtf } from "./edtf-date.ts"
import { edtfWords } from "./edtf-words.ts"
import { archiveLine, type SourceKind, sourceKinds } from "./source.ts"
import {
  formOf,
  type SourceField,
  type SourceForm,
  type SourceRecord,
  sourceFields,
  sourceFieldWords,
} from "./source-form.ts"

/** What each kind of source is called. */
export const sourceKindWords: Readonly<Record<SourceKind, string>> = {
  "archival-record": "Archival record",
  memoir: "Memoir",
  interview: "Interview",
  press: "Press",
  scholarly: "Scholarly work",
  "reference-work": "Reference work",
  "web-page": "Web page",
  other: "Other",
}

const typeWords: Readonly<Record<string, string>> = {
  book: "Book",
  chapter: "Chapter of a book",
  "article-journal": "Article in a journal",
  "article-magazine": "Article in a magazine",
  "article-newspaper": "Article in a newspaper",
  "entry-encyclopedia": "Entry in an encyclopedia",
  webpage: "Web page",
  manuscript: "Manuscript or file",
  interview: "Interview",
  report: "Report",
  thesis: "Thesis",
  personal_communication: "Letter",
  document: "Document",
}

/** What a type of CSL is called; one that we don't know is called by its own name. */
export const sourceTypeWords = (type: string): string => typeWords[type] ?? type

const types: Readonly<Record<SourceKind, readonly [string, ...string[]]>> = {
  "archival-record": ["manuscript", "document", "personal_communication", "report"],
  memoir: ["book", "chapter", "article-journal", "manuscript"],
  interview: ["interview", "article-newspaper", "article-magazine", "webpage"],
  press: ["article-newspaper", "article-magazine"],
  scholarly: ["book", "article-journal", "chapter", "thesis", "report"],
  "reference-work": ["entry-encyclopedia", "book"],
  "web-page": ["webpage"],
  other: ["document", "book", "report"],
}

/** The forms in which a kind of source comes, as types of CSL, the usual one first. */
export const sourceTypes = (kind: SourceKind): readonly [string, ...string[]] => types[kind]

const everywhere: readonly SourceField[] = ["title", "authors", "date", "created", "tells", "url", "language"]
const fieldsOfType: Readonly<Record<string, readonly SourceField[]>> = {
  book: ["editors", "publisher", "place", "volume", "edition", "isbn"],
  chapter: ["editors", "container", "publisher", "place", "pages", "isbn"],
  "article-journal": ["container", "volume", "issue", "pages", "doi"],
  "article-magazine": ["container", "issue", "pages"],
  "article-newspaper": ["container", "issue", "pages"],
  "entry-encyclopedia": ["editors", "container", "publisher", "place", "volume", "pages", "edition"],
  webpage: ["container", "publisher"],
  report: ["publisher", "place", "pages"],
  thesis: ["publisher", "place"],
  interview: ["container", "publisher"],
}

/** The fields that the form shows: those that fit the kind and type, and every one that has something in it. */
export function shownFields(form: SourceForm): readonly SourceField[] {
  const places: readonly SourceField[] =
    form.kind === "archival-record" ? ["archive", "fond", "opis", "delo", "list"] : []
  const fitting = [...everywhere, ...places, ...(fieldsOfType[form.type] ?? ["publisher", "place"])]
  return sourceFields.filter(field => fitting.includes(field) || form[field] !== "")
}

/** A record in words, a line a fact, for reading it and for comparing two. */
export function sourceFacts(record: SourceRecord): readonly { readonly label: string; readonly value: string }[] {
  const form = formOf(record)
  const said = sourceFields
    .filter(field => !["archive", "fond", "opis", "delo", "list"].includes(field) && form[field] !== "")
    .map(field => ({ label: sourceFieldWords[field], value: shownValue(form, field) }))
  const lag = lagOf(record)
  const shelf = record.archive ? [{ label: "Archive", value: archiveLine(record.archive) }] : []
  const kind = [
    { label: "Kind", value: sourceKindWords[record.kind] },
    { label: "Form", value: sourceTypeWords(record.csl.type) },
  ]
  return [...kind, ...said, ...(lag ? [{ label: "Between", value: lag }] : []), ...shelf]
}

const shownValue = (form: SourceForm, field: SourceField): string => {
  const date = field === "created" || field === "tells" ? parseEdtf(form[field]) : null
  return date ? edtfWords(date) : form[field].replaceAll("\n", "; ")
}

/**
 * How long after what it tells of a source was made, as a phrase; null while one of the two times is not said. A source
 * without a time of its making is taken to be as old as its publication.
 */
export function lagOf({ created, tells, csl }: Pick<SourceRecord, "created" | "tells" | "csl">): string | null {
  const told = parseEdtf(tells)
  const made = parseEdtf(created || (csl.issued && edtfOfCsl(csl.issued)) || "")
  return told && made && lagWords(dateLag(told, made))
}

/** Kinds as choices of a form. */
export const sourceKindChoices = sourceKinds.map(kind => ({ value: kind, label: sourceKindWords[kind] }))
