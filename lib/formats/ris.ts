import { logHeadSentence } from "../domain/log-head.ts"
import type { CslName } from "../domain/source.ts"
import { webAddress } from "../domain/web-address.ts"
import type { ExportedSource, ExportFormat } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { dateOf, keptField, nameParts, oneLine, shelfOf, yearOf } from "./source-reference.ts"

/**
 * The cited sources in RIS, for EndNote, Zotero and their like, in UTF-8 with lines that end as the format asks. The
 * archive stands in AV and its reference in CN. A body with a comma in its name comes back as a person's name: RIS has
 * no way to say so. The head of the log stands before the first record, where files of JSTOR say who made them and
 * readers look for nothing; in a record, Zotero would make a note of it under each source.
 */
export const ris: ExportFormat = {
  extension: "ris",
  mediaType: "application/x-research-info-systems; charset=utf-8",
  notes: false,
  write: pieceByPiece(({ sources, logHead }) => ({
    begin: [`Provider: Apparatus. ${logHeadSentence(logHead)}\r\n\r\n`, ...[...sources.values()].map(record)].join(""),
    part: () => "",
  })),
}

const types: Readonly<Record<string, string>> = {
  book: "BOOK",
  chapter: "CHAP",
  "article-journal": "JOUR",
  "article-magazine": "MGZN",
  "article-newspaper": "NEWS",
  "entry-encyclopedia": "ENCYC",
  "entry-dictionary": "DICT",
  webpage: "ELEC",
  post: "ELEC",
  "post-weblog": "BLOG",
  "paper-conference": "CONF",
  thesis: "THES",
  report: "RPRT",
  manuscript: "MANSCPT",
  personal_communication: "PCOMM",
  map: "MAP",
}

function record(source: ExportedSource): string {
  const { csl } = source
  const shelf = shelfOf(source)
  const [start = "", end = ""] = pagesOf(csl.page ?? "")
  const year = yearOf(csl)
  const tags: readonly (readonly [string, string])[] = [
    ["TY", typeOf(source)],
    ["ID", source.id],
    ...names("AU", csl.author),
    ...names("A2", csl.editor),
    ["TI", csl.title],
    ["T2", csl["container-title"] ?? ""],
    ["PY", year],
    ["DA", dayOf(dateOf(csl))],
    ["PB", csl.publisher ?? ""],
    ["CY", csl["publisher-place"] ?? ""],
    ["VL", csl.volume ?? ""],
    ["IS", csl.issue ?? ""],
    ["ET", csl.edition ?? ""],
    ["SP", start],
    ["EP", end],
    ["SN", csl.ISBN ?? keptField(csl, "ISSN")],
    ["DO", csl.DOI ?? ""],
    ["UR", webAddress(csl.URL ?? "") ?? ""],
    ["LA", csl.language ?? ""],
    ["AV", shelf?.name ?? ""],
    ["CN", shelf?.parts ?? ""],
    ["N1", csl.note ?? ""],
  ]
  const lines = tags.flatMap(([tag, value]) => (oneLine(value) === "" ? [] : [`${tag}  - ${oneLine(value)}\r\n`]))
  return `${lines.join("")}ER  - \r\n\r\n`
}

/** In a manuscript's record the publisher would be read as the archive; one that has both is a general one. */
function typeOf({ csl, archive }: ExportedSource): string {
  const type = types[csl.type] ?? (archive ? "MANSCPT" : "GEN")
  return type === "MANSCPT" && csl.publisher ? "GEN" : type
}

/** A range's two ends; anything else stays whole. */
const pagesOf = (pages: string): readonly string[] =>
  /^\s*([\p{L}\p{N}]+)\s*[-–—]\s*([\p{L}\p{N}]+)\s*$/u.exec(pages)?.slice(1) ?? [pages]

/** "1937/05/22", with slashes for what is not known; other dates stand in their words. */
const dayOf = (date: string): string =>
  /^\d{4}(?:-\d\d){0,2}$/.test(date) ? [...date.split("-"), "", "", ""].slice(0, 4).join("/") : date

const names = (tag: string, people: readonly CslName[] = []) =>
  people.flatMap(person => {
    const name = nameParts(person)
    if (name === null) return []
    return [[tag, typeof name === "string" ? name : `${name.family.replaceAll(",", " ")}, ${name.given}`] as const]
  })
