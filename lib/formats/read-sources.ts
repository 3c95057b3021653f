import { cutBibtex, readBibtex } from "./read-bibtex.ts"
import { cslItems, readCslItems } from "./read-csl-json.ts"
import { readReferenceLines, referenceLines } from "./read-reference-lines.ts"
import { cutRis, readRis } from "./read-ris.ts"
import type { ReadSource } from "./source-candidate.ts"

/** What a text was recognised as. Lines hold a DOI, an ISBN, an address, or a reference in free words each. */
export type SourceFormat = "bibtex" | "ris" | "csl-json" | "lines"

/** The entries of a text and how many they are. `sources` reads one at each step, so that long files can be read in turns. */
export interface SourceReading {
  readonly ok: true
  readonly format: SourceFormat
  readonly count: number
  readonly sources: Generator<ReadSource, void>
}

export const sourceLimits = { characters: 32 * 1_048_576, entries: 20_000 } as const

/**
 * Recognises what somebody pasted or uploaded and reads its sources: BibTeX or BibLaTeX, RIS, CSL-JSON (Zotero exports
 * all three), or lines with a DOI, an ISBN, an address or a reference each. Nothing is fetched and nothing invented.
 */
export function readSources(text: string): SourceReading | { readonly ok: false; readonly why: string } {
  if (text.length > sourceLimits.characters) {
    return {
      ok: false,
      why: "The text is larger than 32 MB. Export a part of the library and import one part after the other.",
    }
  }
  const words = text.replace(/^\uFEFF/, "").trim()
  if (words === "") return { ok: false, why: "There is nothing in it. Paste or upload at least one reference." }
  const reading = recognised(words)
  if (reading.ok && reading.count > sourceLimits.entries) {
    const count = reading.count.toLocaleString("en-GB")
    return {
      ok: false,
      why: `There are ${count} entries in it; at most 20,000 can be read at once. Import them in parts.`,
    }
  }
  return reading
}

function recognised(words: string): ReturnType<typeof readSources> {
  if (/^(?:\[\s*(?:\{|\]$)|\{\s*")/.test(words)) {
    const items = cslItems(words)
    if (!items)
      return {
        ok: false,
        why: "It looks like CSL-JSON, but it is not complete JSON. Export it again, or paste all of it.",
      }
    if (items.length === 0)
      return { ok: false, why: "The list in it is empty. Paste or upload at least one reference." }
    return { ok: true, format: "csl-json", count: items.length, sources: readCslItems(items) }
  }
  if (/^TY {1,2}-/m.test(words)) {
    const records = cutRis(words)
    return { ok: true, format: "ris", count: records.length, sources: readRis(records) }
  }
  if (/^[ \t]*@[A-Za-z]+[ \t]*[{(]/m.test(words)) {
    const file = cutBibtex(words)
    if (file.entries.length === 0) return { ok: false, why: "It is BibTeX, but there is no entry in it." }
    return { ok: true, format: "bibtex", count: file.entries.length, sources: readBibtex(file) }
  }
  const lines = referenceLines(words)
  return { ok: true, format: "lines", count: lines.length, sources: readReferenceLines(lines) }
}
