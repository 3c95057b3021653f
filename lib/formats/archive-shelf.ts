import type { ArchiveReference, CslItem } from "../domain/source.ts"
import type { TextRun } from "../domain/text-run.ts"
import { type ArchiveCite, type ArchiveStyle, archiveCitation, archivePlace } from "./archive-citation.ts"

/** An archival source. */
export interface Shelved {
  readonly id: string
  readonly csl: CslItem
  readonly archive: ArchiveReference
}

/** The archival sources of an order, each known by a number. */
export class ArchiveShelf {
  readonly #numbers: ReadonlyMap<string, number>
  readonly #sources: readonly Shelved[]
  readonly #style: ArchiveStyle
  readonly #seen = new Set<string>()

  constructor(sources: readonly Shelved[], style: ArchiveStyle) {
    this.#sources = sources
    this.#style = style
    this.#numbers = new Map(sources.map(({ id }, number) => [id, number]))
  }

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id)
  }

  /** A cite by the source's number. In a note it is in full the first time; else the place alone. */
  cite(number: number, cite: ArchiveCite, inNote: boolean): readonly TextRun[] {
    const source = this.#sources[number]
    if (!source) return []
    const inFull = inNote && !this.#seen.has(source.id)
    this.#seen.add(source.id)
    if (inFull) return archiveCitation(source.csl, source.archive, this.#style, cite)
    return [{ text: archivePlace(source.archive, this.#style, cite) }]
  }

  place(number: number): string {
    const source = this.#sources[number]
    return source ? archivePlace(source.archive, this.#style) : ""
  }

  /** All of them by archive, fond, opis, delo and leaf, each ended by a point. */
  list(): readonly { readonly sourceId: string; readonly runs: readonly TextRun[] }[] {
    return this.#sources
      .toSorted((a, b) => compare(a.archive, b.archive))
      .map(({ id, csl, archive }) => ({ sourceId: id, runs: ended(archiveCitation(csl, archive, this.#style)) }))
  }
}

/** The runs with a point at their end, if there is none. */
export const ended = (runs: readonly TextRun[]): readonly TextRun[] =>
  runs.at(-1)?.text.endsWith(".") ? runs : [...runs, { text: "." }]

const collator = new Intl.Collator("ru", { numeric: true })

function compare(a: ArchiveReference, b: ArchiveReference): number {
  const parts = ["archive", "fond", "opis", "delo", "list"] as const
  const differs = parts.find(part => collator.compare(a[part] ?? "", b[part] ?? "") !== 0)
  return differs ? collator.compare(a[differs] ?? "", b[differs] ?? "") : 0
}
