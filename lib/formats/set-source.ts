import type { CitationSetting } from "../domain/citation-setting.ts"
import { isStyleId } from "../domain/citation-setting.ts"
import type { TextRun } from "../domain/text-run.ts"
import { citationStyleXml } from "./citation-styles.ts"
import { type Cite, type CitedSource, formatCitations } from "./format-citation.ts"

/** A style ready to set with: the project's choice with its XML. */
export interface StyleInUse extends Omit<CitationSetting, "style"> {
  readonly xml: string
}

/** The choice with its XML; `uploaded` is that of a style that does not come along. One that is gone falls back to the default. */
export const styleInUse = ({ style, locale, archives }: CitationSetting, uploaded: string | null): StyleInUse => ({
  xml: isStyleId(style) ? citationStyleXml[style] : (uploaded ?? citationStyleXml.chicago),
  locale,
  archives,
})

/** One source by itself: its entry in a bibliography, and a note that cites it. */
export function setSource(
  source: CitedSource,
  { xml, locale, archives }: StyleInUse,
  cite: Omit<Cite, "sourceId"> = {},
): { readonly entry: readonly TextRun[]; readonly note: readonly TextRun[] } {
  const notes = [[{ ...cite, sourceId: source.id }]]
  const set = formatCitations({ style: xml, locale, archives, sources: [source], notes })
  const [entry] = [...set.bibliography, ...set.archives]
  return { entry: entry?.runs ?? [], note: set.notes[0] ?? [] }
}

/** Sets sources one at each step, so that thousands of them can be set in turns; answers their entries in their order. */
export function* setEntries(
  sources: readonly CitedSource[],
  style: StyleInUse,
): Generator<number, readonly (readonly TextRun[])[]> {
  const entries: (readonly TextRun[])[] = []
  for (const source of sources) {
    entries.push(setSource(source, style).entry)
    yield entries.length
  }
  return entries
}
