import { logHeadSentence } from "../domain/log-head.ts"
import type { CslName } from "../domain/source.ts"
import { inLatin } from "../domain/transliteration.ts"
import { webAddress } from "../domain/web-address.ts"
import type { ExportedSource, ExportFormat } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"
import { dateOf, keptField, nameParts, oneLine, shelfOf, yearOf } from "./source-reference.ts"

/**
 * The cited sources for LaTeX, in UTF-8 with the types of BibLaTeX and fields that BibTeX knows too; its styles set a
 * type that they do not know as @misc. An archival reference stands in `howpublished`, or in `library` where the work was published too.
 * The head of the log is a comment, which is no entry to any of them.
 */
export const bibtex: ExportFormat = {
  extension: "bib",
  mediaType: "application/x-bibtex; charset=utf-8",
  notes: false,
  write: pieceByPiece(({ sources, logHead }) => {
    const keys = new Map<string, number>()
    const comment = `@comment{${logHeadSentence(logHead)}}\n`
    return { begin: [comment, ...[...sources.values()].map(source => entry(source, keys))].join("\n"), part: () => "" }
  }),
}

const types: Readonly<Record<string, string>> = {
  book: "book",
  chapter: "incollection",
  "article-journal": "article",
  "article-magazine": "article",
  "article-newspaper": "article",
  "entry-encyclopedia": "inreference",
  "entry-dictionary": "inreference",
  entry: "inreference",
  webpage: "online",
  post: "online",
  "post-weblog": "online",
  "paper-conference": "inproceedings",
  thesis: "thesis",
  report: "report",
}

/** Dates that BibLaTeX reads: a day, a month or a year, about one, or two of them. */
const edtf = /^\d{4}(?:-\d\d){0,2}~?(?:\/\d{4}(?:-\d\d){0,2}~?)?$/

function entry(source: ExportedSource, keys: Map<string, number>): string {
  const { csl } = source
  const shelf = shelfOf(source)
  const type = types[csl.type] ?? "misc"
  const apart = shelf && type === "misc" && !csl.publisher
  const [date, year] = [dateOf(csl), yearOf(csl)]
  const fields: readonly (readonly [string, string])[] = [
    ["author", names(csl.author)],
    ["editor", names(csl.editor)],
    // Two pairs of braces keep the capitals as they are.
    ["title", braced(csl.title)],
    [type === "article" ? "journal" : "booktitle", braced(csl["container-title"] ?? "")],
    ["series", escaped(keptField(csl, "collection-title"))],
    ["entrysubtype", type === "article" && csl.type !== "article-journal" ? csl.type.replace("article-", "") : ""],
    ["date", edtf.test(date) ? date : ""],
    // For styles of BibTeX, which know no date.
    ["year", edtf.test(date) ? year : escaped(date)],
    [type === "thesis" || type === "report" ? "institution" : "publisher", list(csl.publisher ?? "")],
    ["address", list(csl["publisher-place"] ?? "")],
    ["volume", escaped(csl.volume ?? "")],
    ["number", escaped(csl.issue ?? "")],
    ["pages", escaped(csl.page ?? "").replaceAll(/(?<=\d)[-–](?=\d)/g, "--")],
    ["edition", escaped(csl.edition ?? "")],
    ["isbn", escaped(csl.ISBN ?? "")],
    ["doi", verbatim(csl.DOI ?? "")],
    ["url", verbatim(webAddress(csl.URL ?? "") ?? "")],
    ["langid", escaped(csl.language ?? "")],
    ["howpublished", apart ? escaped(shelf.line) : ""],
    ["library", shelf && !apart ? escaped(shelf.line) : ""],
    ["note", escaped(csl.note ?? "")],
  ]
  const lines = fields.flatMap(([name, value]) => (value === "" ? [] : [`  ${name} = {${value}},\n`]))
  return `@${type}{${keyOf(source, year, keys)},\n${lines.join("")}}\n`
}

/** "khlevniuk2010", in letters that every program takes; the second of the same name and year is "khlevniuk2010-2". */
function keyOf({ csl }: ExportedSource, year: string, keys: Map<string, number>): string {
  const [first] = csl.author?.length ? csl.author : (csl.editor ?? [])
  const words = first?.family || first?.literal || first?.given || csl.title.split(/\s+/).slice(0, 3).join("")
  const plain = inLatin(words)
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]/g, "")
    .slice(0, 30)
  const key = `${plain || "source"}${year}`
  const before = keys.get(key) ?? 0
  keys.set(key, before + 1)
  return before === 0 ? key : `${key}-${before + 1}`
}

const signs: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  // A brace that is only escaped would still be counted by BibTeX.
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
}

/** Words as LaTeX reads them back: no sign is a command, and no two signs join into another one. */
const escaped = (words: string): string =>
  oneLine(words)
    .replaceAll(/[\\{}~^$&#_%]/g, sign => signs[sign] ?? `\\${sign}`)
    .replaceAll(/[-`',<>](?=[-`',<>])|[?!](?=`)/g, "$&{}")

const braced = (words: string) => (oneLine(words) === "" ? "" : `{${escaped(words)}}`)

/** A field that is a list: "and" would part it. */
const list = (words: string) => (/\band\b/i.test(words) ? braced(words) : escaped(words))

/** An address, of which nothing is escaped, because BibLaTeX takes it as it stands. */
const verbatim = (address: string) => oneLine(address).replaceAll(/[\\{}\s]/g, encodeURIComponent)

const names = (people: readonly CslName[] = []): string =>
  people
    .flatMap(person => {
      const name = nameParts(person)
      if (name === null) return []
      return [typeof name === "string" ? braced(name) : `${whole(name.family)}, ${whole(name.given)}`]
    })
    .join(" and ")

/** A part of a name in braces, unless it is one that every reader takes whole. */
const whole = (part: string) => (/^\p{Lu}[\p{L}\p{M}’.]*(?: \p{Lu}[\p{L}\p{M}’.]*)*$/u.test(part) ? part : braced(part))
