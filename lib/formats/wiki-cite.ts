import { locatorLine } from "../domain/citation-line.ts"
import { cslDateWords } from "../domain/csl-date-words.ts"
import type { OutgoingCitation } from "../domain/outgoing-claims.ts"
import type { CslName } from "../domain/source.ts"
import { webAddress } from "../domain/web-address.ts"
import type { ExportedSource } from "./export-format.ts"
import { nameParts } from "./source-reference.ts"
import { wikiAddress, wikiTemplate, wikiText } from "./wiki-escape.ts"

const templates: Readonly<Record<string, string>> = {
  book: "cite book",
  chapter: "cite book",
  "article-journal": "cite journal",
  "article-magazine": "cite magazine",
  "article-newspaper": "cite news",
  "entry-encyclopedia": "cite encyclopedia",
  "entry-dictionary": "cite encyclopedia",
  webpage: "cite web",
  post: "cite web",
  "post-weblog": "cite web",
  "paper-conference": "cite conference",
  thesis: "cite thesis",
  report: "cite report",
  interview: "cite interview",
}

type Parameters = readonly (readonly [string, string])[]

/** A citation as one of Wikipedia's templates of sources; a source in an archive has a template of its own. */
export function wikiCite(source: ExportedSource, citation?: OutgoingCitation): string {
  const { csl, archive } = source
  const address = webAddress(csl.URL ?? "")
  const url = address === null ? "" : wikiAddress(address)
  const place = citation ? placeOf(citation) : []
  const quote: Parameters = [["quote", wikiText(citation?.quotation ?? "")]]
  if (archive) {
    const leaf = citation?.locatorLabel === "folio" && citation.locator !== "" ? citation.locator : (archive.list ?? "")
    return wikiTemplate("cite Russian archive", [
      ["institution", wikiText(archive.archive)],
      ["fond", wikiText(archive.fond ?? "")],
      ["opis", wikiText(archive.opis ?? "")],
      ["delo", wikiText(archive.delo ?? "")],
      [/[–,-]/.test(leaf) ? "pages" : "page", wikiText(leaf)],
      ["title", wikiText(csl.title)],
      ["url", url],
      [
        "note",
        wikiText(
          [cslDateWords(csl.issued, "en"), citation?.quotation && `“${citation.quotation}”`].filter(Boolean).join(". "),
        ),
      ],
    ])
  }
  const name = templates[csl.type] ?? (url === "" ? "cite book" : "cite web")
  const chapter = csl.type === "chapter" || name === "cite encyclopedia"
  const container = wikiText(csl["container-title"] ?? "")
  const titles: Parameters =
    chapter && container !== ""
      ? [
          [name === "cite encyclopedia" ? "title" : "chapter", wikiText(csl.title)],
          [name === "cite encyclopedia" ? "encyclopedia" : "title", container],
        ]
      : [
          ["title", wikiText(csl.title)],
          [containers[name] ?? "work", container],
        ]
  return wikiTemplate(name, [
    ...people("", csl.author),
    ...people("editor-", csl.editor),
    ...titles,
    ["date", wikiText(cslDateWords(csl.issued, "en"))],
    ["publisher", wikiText(csl.publisher ?? "")],
    ["location", wikiText(csl["publisher-place"] ?? "")],
    ["volume", wikiText(csl.volume ?? "")],
    ["issue", wikiText(csl.issue ?? "")],
    ["edition", wikiText(csl.edition ?? "")],
    ...(place.length > 0
      ? place
      : [[/[–,-]/.test(csl.page ?? "") ? "pages" : "page", wikiText(csl.page ?? "")] as const]),
    ["isbn", wikiText(csl.ISBN ?? "")],
    ["doi", wikiText(csl.DOI ?? "")],
    ["url", url],
    ["language", wikiText(csl.language ?? "")],
    ...quote,
  ])
}

const containers: Readonly<Record<string, string>> = {
  "cite journal": "journal",
  "cite magazine": "magazine",
  "cite news": "newspaper",
  "cite web": "website",
  "cite conference": "book-title",
}

/** Pages have parameters of their own; any other place stands in words. */
function placeOf({ locatorLabel, locator }: OutgoingCitation): Parameters {
  if (locator.trim() === "") return []
  if (locatorLabel === "page") return [[/[–,-]/.test(locator) ? "pages" : "page", wikiText(locator)]]
  return [["at", wikiText(locatorLine(locatorLabel, locator))]]
}

const people = (role: "" | "editor-", names: readonly CslName[] = []): Parameters =>
  names.flatMap((person, at): Parameters => {
    const name = nameParts(person)
    if (name === null) return []
    if (typeof name === "string") return [[`${role === "" ? "author" : "editor"}${at + 1}`, wikiText(name)]]
    return [
      [`${role}last${at + 1}`, wikiText(name.family)],
      [`${role}first${at + 1}`, wikiText(name.given)],
    ]
  })
