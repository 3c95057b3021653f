import { citationStep } from "./citation-js.ts"
import { itemCandidate } from "./item-candidate.ts"
import { type ReadSource, tooLong, unread } from "./source-candidate.ts"

/** An entry as it stands in the file, from its "@" to its closing bracket. */
interface Chunk {
  readonly type: string
  readonly key: string
  readonly text: string
}

/** A BibTeX or BibLaTeX file, cut into entries, with what entries refer to. */
export interface BibtexFile {
  readonly entries: readonly Chunk[]
  readonly strings: ReadonlyMap<string, Chunk>
  readonly byKey: ReadonlyMap<string, Chunk>
}

const opening = /(?:^|\})[ \t]*@(?<type>[A-Za-z]+)[ \t]*[{(]\s*(?<key>[^,\s={}()"]*)/gm

/** Cuts a file where entries begin, so that one that was never closed spoils only itself. */
export function cutBibtex(text: string): BibtexFile {
  const starts = [...text.matchAll(opening)].map(found => ({
    type: (found.groups?.["type"] ?? "").toLowerCase(),
    key: found.groups?.["key"] ?? "",
    at: found.index + found[0].indexOf("@"),
  }))
  const chunks = starts.map(({ type, key, at }, i) => ({ type, key, text: closed(text.slice(at, starts[i + 1]?.at)) }))
  const entries = chunks.filter(({ type }) => !["string", "comment", "preamble"].includes(type))
  return {
    entries,
    strings: new Map(chunks.filter(({ type }) => type === "string").map(chunk => [chunk.key.toLowerCase(), chunk])),
    byKey: new Map(entries.map(chunk => [chunk.key, chunk])),
  }
}

/** Without what stands after the bracket that closes the entry. */
function closed(text: string): string {
  let depth = 0
  for (const { 0: bracket, index } of text.matchAll(/\\[{}\\]|[{}]/g)) {
    if (bracket === "{") depth += 1
    if (bracket === "}") depth -= 1
    if (depth === 0 && bracket === "}") return text.slice(0, index + 1)
  }
  return text
}

/** The sources of a BibTeX file, one after the other. */
export function* readBibtex(file: BibtexFile): Generator<ReadSource, void> {
  for (const chunk of file.entries) yield tooLong(chunk.text) ?? readEntry(chunk, file)
}

function readEntry(chunk: Chunk, { strings, byKey }: BibtexFile): ReadSource {
  const parent = /\bcrossref\s*=\s*["{]?\s*(?<key>[^\s",{}]+)/i.exec(chunk.text)?.groups?.["key"]
  const above = parent === undefined ? undefined : byKey.get(parent)
  const texts = [chunk, ...(above && above !== chunk ? [above] : [])].map(({ text }) => text)
  try {
    const entries = citationStep([...stringsFor(texts.join("\n"), strings), ...texts].join("\n"), "@biblatex/text")
    const items = citationStep(withoutAccess(entries), "@biblatex/entries+list")
    const [item, whole]: readonly unknown[] = Array.isArray(items) ? items : []
    if (!isItem(item)) return unread(chunk.text, incomplete)
    return itemCandidate({ ...(isItem(whole) && containedIn(item, whole)), ...item }, chunk.text, writtenDate(entries))
  } catch {
    return unread(chunk.text, incomplete)
  }
}

const incomplete =
  "It is not a complete BibTeX entry. Check its braces, its quotation marks and the commas between fields."

type Item = Readonly<Record<string, unknown>>

const isItem = (value: unknown): value is Item => typeof value === "object" && value !== null

/** A chapter of a book that it refers to stands in that book; the mapping knows it of collections only. */
const containedIn = ({ type }: Item, { title }: Item): Item =>
  type === "chapter" || type === "paper-conference" ? { "container-title": title } : {}

type Entry = { readonly properties?: Readonly<Record<string, unknown>> }

/** Dates that the mapping would refuse, and the entry with them, are left to words. */
function withoutAccess(entries: unknown): unknown {
  if (!Array.isArray(entries)) return entries
  return entries.map((entry: Entry) => {
    const { urldate, ...properties } = entry.properties ?? {}
    const sound = typeof urldate === "string" && /^\d{4}(?:-\d\d){0,2}$/.test(urldate)
    return { ...entry, properties: sound ? { ...properties, urldate } : properties }
  })
}

/** The date as it stands in the entry: BibLaTeX writes EDTF, and the mapping loses its marks. */
function writtenDate(entries: unknown): string {
  const first: Entry | undefined = Array.isArray(entries) ? entries[0] : undefined
  const { origdate, date, year, month } = first?.properties ?? {}
  return (
    [origdate, date, month === undefined ? year : undefined]
      .map(text => String(text ?? ""))
      .find(text => text !== "") ?? ""
  )
}

/** The @string entries that the words without quotation marks in an entry stand for, and those that these need. */
function stringsFor(text: string, strings: ReadonlyMap<string, Chunk>): readonly string[] {
  if (strings.size === 0) return []
  const needed = new Map<string, string>()
  const need = (within: string) => {
    for (const { groups } of within.matchAll(/[=#]\s*(?<name>[A-Za-z_][\w:+-]*)/g)) {
      const name = (groups?.["name"] ?? "").toLowerCase()
      const chunk = strings.get(name)
      if (!chunk || needed.has(name)) continue
      needed.set(name, chunk.text)
      need(chunk.text)
    }
  }
  need(text)
  return [...needed.values()].reverse()
}
