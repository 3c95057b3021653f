import { edtfOfCsl } from "../domain/csl-date.ts"
import { claimsAskedFor, undecided } from "../domain/export-state.ts"
import { labels } from "../domain/label.ts"
import { leftOutNote } from "../domain/left-out-passages.ts"
import type { CslName } from "../domain/source.ts"
import { webAddress } from "../domain/web-address.ts"
import type { ExportedDocument, ExportedSource, ExportHead } from "./export-format.ts"
import { labelMeanings } from "./report-words.ts"
import { dateOf, nameParts } from "./source-reference.ts"
import { tei, teiText, teiWords } from "./tei-element.ts"

/** The header of the whole file: whose it is, and what its labels mean. */
export function teiFileHeader(head: ExportHead): string {
  const { project, policyVersion, exportedAt, origin, chosen } = head
  const policy = tei(
    "respStmt",
    { "xml:id": "policy" },
    `${teiWords("resp", `verdicts by version ${policyVersion} of the project's policy`)}${tei("name", {}, teiText(project))}`,
  )
  const title = tei(
    "titleStmt",
    {},
    `${tei("title", {}, teiText(`${project}: ${claimsAskedFor[chosen.state]}`))}${policy}`,
  )
  const moment = exportedAt.toISOString()
  const publication = tei(
    "publicationStmt",
    {},
    `${tei("publisher", {}, teiText(project))}${teiWords("date", moment, { when: moment })}${teiWords("idno", head.logHead, { type: "log-head" })}${tei("ptr", { target: `${origin}/projects/${head.projectId}` })}`,
  )
  const from = tei(
    "sourceDesc",
    {},
    teiWords(
      "p",
      `Claims of the texts below, judged one by one by reviewers, with the sources that they cite.${leftOutNote(chosen)}`,
    ),
  )
  const categories = labels.map(label =>
    tei("category", { "xml:id": label }, teiWords("catDesc", labelMeanings[label])),
  )
  const without = tei("category", { "xml:id": undecided }, teiWords("catDesc", "A claim that has no verdict."))
  const leftOut = tei(
    "category",
    { "xml:id": "left-out" },
    teiWords("catDesc", "A claim that does not go out; its note says why."),
  )
  const encoding = tei(
    "encodingDesc",
    {},
    tei("classDecl", {}, tei("taxonomy", { "xml:id": "labels" }, categories.join("") + without + leftOut)),
  )
  return tei("teiHeader", {}, tei("fileDesc", {}, title + publication + from) + encoding)
}

/** The header of one text: its provenance, licence, version and hash. */
export function teiDocumentHeader(document: ExportedDocument, { project }: ExportHead): string {
  const { title, author, foundAt, foundOn, licence, language, number, sha256, words, revision } = document
  const address = webAddress(foundAt.toWellFormed())
  const titleStmt = tei("titleStmt", {}, tei("title", {}, teiText(title)) + teiWords("author", author))
  const edition = tei(
    "editionStmt",
    {},
    teiWords("edition", `Version ${number} of the text, revision ${revision} of its history`, { n: number }),
  )
  const extent = tei("extent", {}, teiWords("measure", `${words} words`, { unit: "words", quantity: words }))
  const terms =
    licence.trim() === ""
      ? teiWords("p", "The licence of the text is not known.")
      : teiWords("licence", licence, { target: webAddress(licence.toWellFormed()) ?? undefined })
  const publication = tei(
    "publicationStmt",
    {},
    `${tei("publisher", {}, teiText(project))}${teiWords("idno", sha256, { type: "sha256" })}${tei("availability", {}, terms)}`,
  )
  const found = [
    teiWords("note", foundAt, { type: "found-at" }),
    teiWords("note", foundOn, { type: "found-on" }),
    address === null ? "" : tei("ptr", { target: new URL(address).href }),
  ]
  const source = tei(
    "sourceDesc",
    {},
    tei("bibl", {}, tei("title", {}, teiText(title)) + teiWords("author", author) + found.join("")),
  )
  const languages = isTag(language)
    ? tei("profileDesc", {}, tei("langUsage", {}, tei("language", { ident: language })))
    : ""
  return tei("teiHeader", {}, tei("fileDesc", {}, titleStmt + edition + extent + publication + source) + languages)
}

/** Whether a language is said, in a form that XML takes. */
export const isTag = (language: string): boolean =>
  language !== "und" && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)

/** The bibliography, each source with its place in an archive, its grade and its entry as the project sets it. */
export const teiBibliography = (sources: readonly ExportedSource[]): string =>
  sources.length === 0 ? "" : `${tei("standOff", {}, tei("listBibl", {}, `\n${sources.map(entry).join("\n")}\n`))}\n`

function entry(source: ExportedSource): string {
  const { id, kind, csl, archive, reliability, set, line } = source
  const date = dateOf(csl)
  const url = webAddress((csl.URL ?? "").toWellFormed())
  const parts = [
    ...people("author", csl.author),
    ...people("editor", csl.editor),
    tei("title", {}, teiText(csl.title)),
    teiWords("title", csl["container-title"] ?? "", { level: csl.type === "chapter" ? "m" : "j" }),
    teiWords("publisher", csl.publisher ?? ""),
    teiWords("pubPlace", csl["publisher-place"] ?? ""),
    teiWords("date", date, {
      when: csl.issued && edtfOfCsl(csl.issued) !== null && /^\d{4}(?:-\d\d){0,2}$/.test(date) ? date : undefined,
    }),
    teiWords("biblScope", csl.volume ?? "", { unit: "volume" }),
    teiWords("biblScope", csl.issue ?? "", { unit: "issue" }),
    teiWords("biblScope", csl.page ?? "", { unit: "page" }),
    teiWords("idno", csl.ISBN ?? "", { type: "ISBN" }),
    teiWords("idno", csl.DOI ?? "", { type: "DOI" }),
    url === null ? "" : tei("ptr", { target: new URL(url).href }),
    archive ? shelf(archive) : "",
    teiWords("note", set || line, { type: "citation" }),
    teiWords("note", reliability ?? "", { type: "reliability" }),
  ]
  return tei("bibl", { "xml:id": `s-${id}`, type: kind }, parts.join(""))
}

const shelf = ({ archive, ...parts }: NonNullable<ExportedSource["archive"]>) =>
  tei(
    "msIdentifier",
    {},
    tei("repository", {}, teiText(archive)) +
      Object.entries(parts)
        .map(([type, value]) => teiWords("idno", value ?? "", { type }))
        .join(""),
  )

const people = (role: "author" | "editor", names: readonly CslName[] = []) =>
  names.flatMap(person => {
    const name = nameParts(person)
    if (name === null) return []
    if (typeof name === "string") return [teiWords(role, name)]
    return [tei(role, {}, tei("persName", {}, teiWords("forename", name.given) + teiWords("surname", name.family)))]
  })
