import type { TextRun } from "../domain/text-run.ts"
import type { AloneOrder } from "./cite-alone.ts"
import { formatCitations } from "./format-citation.ts"

/** A work between two cites of one source: without it a style would say "ibid.", which says nothing in a list. */
const between = { id: "between", csl: { type: "book", title: "…" }, archive: null }

/**
 * Sets each cite in the short form that it has in a note after the work was cited in full; in a style that cites in the
 * text, in brackets. Throws as `formatCitations` does.
 */
export function citeShort({ cites, ...order }: AloneOrder): readonly (readonly TextRun[])[] {
  const notes = cites.flatMap(cite => [[{ sourceId: cite.sourceId }], [{ sourceId: between.id }], [cite]])
  const set = formatCitations({ ...order, sources: [...order.sources, between], notes }).notes
  return cites.map((_, at) => set[at * 3 + 2] ?? [])
}
