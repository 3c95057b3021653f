import type { CiteItem } from "citeproc"
import type { LocatorLabel } from "../domain/citation.ts"
import type { ArchiveForm, CitationLocale } from "../domain/citation-setting.ts"
import type { ArchiveReference, CslItem } from "../domain/source.ts"
import type { TextRun } from "../domain/text-run.ts"
import { ArchiveShelf, ended } from "./archive-shelf.ts"
import { type CitationPress, citationPress, dropPress, StyleTooLong } from "./citation-press.ts"
import { entryOf, replacing, runsOf, unmarked, unmarkedText } from "./run-marks.ts"

/** A source to be cited. */
export interface CitedSource {
  readonly id: string
  readonly csl: CslItem
  readonly archive: ArchiveReference | null
}

/** One use of a source within a note. */
export interface Cite {
  readonly sourceId: string
  readonly locator?: string
  readonly label?: LocatorLabel
}

export interface CitationOrder {
  /** The XML of a CSL style: one of `citationStyleXml`, or one that `readCslStyle` let pass. */
  readonly style: string
  readonly locale: CitationLocale
  /** How references to archives are set. */
  readonly archives: ArchiveForm
  /** All sources that notes cite or the bibliography lists. */
  readonly sources: readonly CitedSource[]
  /** The notes in the order of the text, each with what it cites. In a style without notes they are set in brackets. */
  readonly notes: readonly (readonly Cite[])[]
}

/** A source's entry in the bibliography or in the list of archival sources. */
export interface Entry {
  readonly sourceId: string
  readonly runs: readonly TextRun[]
}

export interface SetCitations {
  readonly notes: readonly (readonly TextRun[])[]
  /** In the order of the style; sources that lie in an archive are listed apart. */
  readonly bibliography: readonly Entry[]
  readonly archives: readonly Entry[]
}

/**
 * Steps that a style may take for each source and each cite, and once for each order. The longest of the official ones,
 * Chicago, takes some 2,700 for a source and fewer for a cite. A step takes about 4 microseconds.
 */
const steps = { each: 4_000, once: 100_000 } as const

/**
 * Sets citations in a style of the Citation Style Language. Where many sources look alike (one author and title), telling
 * them apart takes time that grows with their cube; it is then left out, so that their short forms stay alike. Throws
 * `StyleTooLong` when that is still not enough, and what citeproc throws on a style that it can't use. A thousand cites
 * take one to four seconds.
 */
export function formatCitations(order: CitationOrder): SetCitations {
  try {
    return setIn(order.style, order)
  } catch (error) {
    const plain = withoutTellingApart(order.style)
    if (!(error instanceof StyleTooLong) || plain === order.style) throw error
    return setIn(plain, order)
  }
}

function setIn(style: string, order: CitationOrder): SetCitations {
  const press = citationPress(style, order.locale)
  try {
    return new Setting(order, press).all()
  } catch (error) {
    dropPress(style, order.locale)
    throw error
  }
}

/** The style without its rules for alike sources: its tests for them ask for a variable that no source has. */
const withoutTellingApart = (style: string): string =>
  style
    .replaceAll(/\sdisambiguate-add-(?:names|givenname)=(?:"true"|'true')/g, "")
    .replaceAll(/\sdisambiguate=(?:"true"|'true')/g, ' variable="hereinafter"')

/** Numbered styles refer to entries by number, so archival sources stay among them there. */
const numbered = /citation-format="(?:numeric|label)"/

class Setting {
  readonly #order: CitationOrder
  readonly #press: CitationPress
  readonly #shelf: ArchiveShelf
  readonly #inNotes: boolean
  readonly #numbered: boolean

  constructor(order: CitationOrder, press: CitationPress) {
    this.#order = order
    this.#press = press
    this.#inNotes = press.engine.opt.xclass === "note"
    this.#numbered = numbered.test(order.style)
    const shelved = order.sources.flatMap(({ archive, ...source }) => (archive ? [{ ...source, archive }] : []))
    const quotes = order.locale === "en-US" ? "american" : "british"
    this.#shelf = new ArchiveShelf(shelved, { form: order.archives, quotes })
  }

  all(): SetCitations {
    const { sources, notes: ordered } = this.#order
    const cites = ordered.reduce((sum, { length }) => sum + length, 0)
    this.#press.allow(steps.once + steps.each * (sources.length + cites))
    this.#press.load(this.#items())
    const notes = this.#notes()
    const bibliography = this.#bibliography()
    return { notes, bibliography, archives: this.#numbered ? [] : this.#shelf.list() }
  }

  #items(): ReadonlyMap<string, object> {
    return new Map(this.#order.sources.map(source => [source.id, this.#item(source)]))
  }

  /** What citeproc sets elsewhere than in a numbered style of an archival source is replaced: its id keeps it apart. */
  #item({ id, csl }: CitedSource): object {
    const replaced = !this.#numbered && this.#shelf.numberOf(id) !== undefined
    if (replaced) return { id, type: "manuscript", title: id }
    // Without a language, Russian titles would be capitalised as English ones.
    const russian = csl.language === undefined && /\p{Script=Cyrillic}/u.test(csl.title)
    return { ...Object(unmarked(csl)), id, ...(russian && { language: "ru" }) }
  }

  #notes(): readonly (readonly TextRun[])[] {
    const known = new Set(this.#order.sources.map(({ id }) => id))
    const cited = this.#order.notes.map(cites => cites.filter(({ sourceId }) => known.has(sourceId)))
    const clusters = cited.flatMap((cites, i) => {
      const citationItems = cites.map(cite => this.#citeItem(cite))
      const noteIndex = this.#inNotes ? i + 1 : 0
      return cites.length === 0 ? [] : [{ citationID: String(i), citationItems, properties: { noteIndex } }]
    })
    const set = this.#press.engine.rebuildProcessorState(clusters, "runs", [...known])
    const texts = new Map(set.map(([id, , text]) => [id, text]))
    return cited.map((cites, i) =>
      runsOf((texts.get(String(i)) ?? "").replaceAll(unprinted, ""), this.#replacements(cites)),
    )
  }

  #citeItem({ sourceId, locator = "", label = "page" }: Cite): CiteItem {
    const number = this.#numbered ? undefined : this.#shelf.numberOf(sourceId)
    if (number !== undefined) return { id: sourceId, ...replacing(number) }
    const plain = unmarkedText(locator)
    if (plain === "") return { id: sourceId }
    if (terms.has(label)) return { id: sourceId, locator: plain, label }
    return { id: sourceId, suffix: label === "url-fragment" ? `, #${plain.replace(/^#/, "")}` : `, ${plain}` }
  }

  /** The marked pieces of a note: a source's cites stand in it in their order. */
  #replacements(cites: readonly Cite[]): (number: number) => readonly TextRun[] {
    const waiting = [...cites]
    return number => {
      const at = waiting.findIndex(({ sourceId }) => this.#shelf.numberOf(sourceId) === number)
      return waiting.splice(at, at < 0 ? 0 : 1).flatMap(cite => this.#shelf.cite(number, cite, this.#inNotes))
    }
  }

  /** The entries in the order of the style; none where it has no bibliography. */
  #bibliography(): readonly Entry[] {
    const { engine } = this.#press
    if (!this.#numbered) {
      this.#press.load(this.#items())
      engine.updateItems(this.#order.sources.filter(({ archive }) => archive === null).map(({ id }) => id))
    }
    engine.setOutputFormat("runs")
    const made = engine.makeBibliography()
    return (made ? made[1] : []).flatMap(marked => {
      const [sourceId, text] = entryOf(marked)
      if (sourceId === "") return []
      const number = this.#shelf.numberOf(sourceId)
      const runs = runsOf(text, () => [])
      return {
        sourceId,
        runs: number === undefined ? runs : ended([...runs, { text: ` ${this.#shelf.place(number)}` }]),
      }
    })
  }
}

/** What citeproc writes for a source of which the style prints nothing. */
const unprinted = /\[CSL STYLE ERROR: [^\]]*\]/g

/** The labels that CSL has a term for; others stand after the work in their own words. */
const terms = new Set(["page", "chapter", "section", "paragraph", "line", "note", "volume", "issue", "folio", "column"])
