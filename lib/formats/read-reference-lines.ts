import { doiOf } from "../domain/doi.ts"
import { readIsbn } from "../domain/isbn.ts"
import type { CslItem } from "../domain/source.ts"
import { webAddress } from "../domain/web-address.ts"
import { readReference } from "./read-reference.ts"
import { type ReadSource, unread } from "./source-candidate.ts"

/** The lines of a text that say something, without the numbers or bullets of a list before them. */
export const referenceLines = (text: string): readonly string[] =>
  text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map(line => line.replace(/^\s*(?:\[?\d{1,4}[\].)](?=\s)|[•*–—-](?=\s))\s*/, "").trim())
    .filter(line => /[\p{L}\p{N}]/u.test(line))

/** A line longer than this is a paragraph and no reference. */
const longest = 2_000

/** The sources that lines name, one after the other: an identifier each, or a reference in free words. */
export function* readReferenceLines(lines: readonly string[]): Generator<ReadSource, void> {
  for (const line of lines) {
    if (line.length > longest)
      yield unread(line, "It is too long for a reference: at most 2,000 characters stand in a line.")
    else yield identifierAlone(line) ?? readReference(line)
  }
}

const rest = "Only this was given; nothing was looked up. Fill in the rest."

function identifierAlone(line: string): ReadSource | null {
  const doi = doiOf(line)
  if (doi) return bare({ type: "document", title: "", DOI: doi }, rest)
  const address = webAddress(line)
  if (address) return bare({ type: "webpage", title: "", URL: address }, rest)
  if (!/^(?:e-?)?(?:isbn[\s\d:-]*)?[\d\s‐-―–—-]{9,}[\dXxХх]?$/i.test(line)) return null
  const isbn = readIsbn(line)
  if (isbn.ok) return bare({ type: "book", title: "", ISBN: isbn.isbn }, rest)
  return isbn.why === "check-digit"
    ? unread(line, "The check digit of this ISBN is wrong. Compare it with the book.")
    : null
}

function bare(csl: CslItem, note: string): ReadSource {
  const kind = csl.type === "webpage" ? ("web-page" as const) : ("other" as const)
  return { ok: true, candidate: { kind, csl, archive: null, created: "", tells: "" }, notes: [note] }
}
