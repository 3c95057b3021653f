import { archiveReferencesIn } from "../domain/archive-reference.ts"
import { edtfOfCsl } from "../domain/csl-date.ts"
import { doisIn } from "../domain/doi.ts"
import { isbnsIn } from "../domain/isbn.ts"
import type { ArchiveReference, CslItem } from "../domain/source.ts"
import { addressesIn } from "../domain/web-address.ts"
import { kindOf } from "./item-kind.ts"
import { leadingNames } from "./leading-names.ts"
import { containerOf, imprintOf, yearsIn } from "./reference-tail.ts"
import type { ReadSource } from "./source-candidate.ts"

type Fields = Partial<CslItem> & Pick<CslItem, "title">

/**
 * What a reference in free words honestly says: identifiers, a reference to an archive, names before a title, a title
 * in quotation marks or before "//", place, publisher and year at the end, a year that stands alone. What is read
 * nowhere else stays in the title, or in the note where the title has its own marks, in the words of the line.
 */
export function readReference(line: string): ReadSource {
  const { fields: identified, archive, rest } = identifiers(line)
  const { names, rest: work } = leadingNames(rest)
  const dated = /^\((?<year>(?:1[5-9]|20)\d\d)[a-z]?\)[.,:]?\s+(?=\S)/.exec(work)
  const given = dated ? { issued: { "date-parts": [[Number(dated.groups?.["year"])]] } } : {}
  const { title, ...read } = titled(dated ? work.slice(dated[0].length) : work)
  const type = typeOf(archive, identified, read)
  const csl: CslItem = {
    type,
    title: title || line,
    ...(names.length > 0 && { author: names }),
    ...read,
    ...given,
    ...identified,
  }
  const { kind, note } = kindOf(type, csl.title, archive !== null)
  const notes = ["Read from a line of words: compare it with the line."]
  if (!csl.issued && yearsIn(work).length > 1)
    notes.push("Several years stand in the line; none was taken for its date.")
  if (note) notes.push(note)
  const created = (csl.issued && edtfOfCsl(csl.issued)) ?? ""
  return { ok: true, candidate: { kind, csl, archive, created, tells: "" }, notes }
}

/** The identifiers of a line, and the line without them and the words that announce them. */
function identifiers(line: string) {
  const places = archiveReferencesIn(line)
  const dois = doisIn(line)
  const isbns = isbnsIn(line)
  const pages = addressesIn(line).filter(({ start }) => !dois.some(doi => doi.start <= start && start < doi.end))
  // One of each is the source's own; where several stand, nobody can say which is.
  const only = <T>(found: readonly T[]) => (found.length === 1 ? found : [])
  const taken = [...only(places), ...only(dois), ...only(isbns), ...only(pages)].sort((a, b) => b.start - a.start)
  const without = taken.reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, line)
  const fields = {
    ...(dois.length === 1 && { DOI: dois[0]!.doi }),
    ...(isbns.length === 1 && { ISBN: isbns[0]!.isbn }),
    ...(pages.length === 1 && { URL: pages[0]!.address }),
  }
  return { fields, archive: places.length === 1 ? places[0]!.reference : null, rest: tidy(without) }
}

const tidy = (text: string) =>
  text
    .replaceAll(/(?<!\p{L})(?:URL|DOI|ISBN|Режим доступа):(?=\s|$)/giu, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/(?:\s*(?:\/\/|[,;:–—]))+\s*\.?\s*$/, "")
    .trim()

function titled(work: string): Fields {
  const slashes = work.indexOf(" // ")
  if (slashes > 0) return { title: withoutStop(work.slice(0, slashes)), ...containerOf(work.slice(slashes + 4)) }
  const quoted = /^(?:«(?<a>[^«»]+)»|“(?<b>[^“”]+)”|"(?<c>[^"]+)")[.,]?\s*(?<after>.*)$/u.exec(work)?.groups
  if (quoted) {
    const after = quoted["after"] ?? ""
    const years = yearsIn(after)
    return {
      title: (quoted["a"] ?? quoted["b"] ?? quoted["c"] ?? "").replace(/[.,]$/, "").trim(),
      ...(years.length === 1 && { issued: { "date-parts": [[years[0]!]] } }),
      ...(!/^\(?(?:\d{4}\)?[.]?)?$/.test(after) && { note: after }),
    }
  }
  const book = imprintOf(work)
  if (book) return { title: withoutStop(book.title), ...book.fields }
  const years = yearsIn(work)
  return { title: withoutStop(work), ...(years.length === 1 && { issued: { "date-parts": [[years[0]!]] } }) }
}

const withoutStop = (text: string) => text.trim().replace(/(?<=[\p{L}\p{N})»”]{2})\.$/u, "")

function typeOf(
  archive: ArchiveReference | null,
  { ISBN, DOI, URL }: Partial<CslItem>,
  read: Partial<CslItem>,
): string {
  if (archive) return "manuscript"
  if (ISBN || read["publisher-place"]) return "book"
  return URL && !DOI && !read["container-title"] ? "webpage" : "document"
}
