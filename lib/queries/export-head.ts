import { citationLine } from "../domain/citation-line.ts"
import type { StyleInUse } from "../domain/citation-setting.ts"
import { runsText } from "../domain/text-run.ts"
import type { ExportedSource } from "../formats/export-format.ts"
import { setAlone } from "../press/set-citations.ts"
import { setEntries } from "../press/set-entries.ts"
import type { ReadPart } from "./export-parts.ts"
import { type ExportPlan, placeKey } from "./export-plan.ts"

/** A style sets a source or a place in some milliseconds; more of them stand as plain lines instead. */
const most = 5_000

/** The sources of a plan in the order of the bibliography, each with its entry; its plain line where there is none. */
export async function setSources(style: StyleInUse, { sources }: ExportPlan): Promise<Map<string, ExportedSource>> {
  const known = new Map(sources.map(source => [source.id, source]))
  const { works, archival } = sources.length > most ? { works: [], archival: [] } : await setEntries(style, sources)
  const set = new Map<string, ExportedSource>()
  for (const { sourceId, runs } of [...works, ...archival]) {
    const source = known.get(sourceId)
    if (source) set.set(sourceId, { ...source, set: runsText(runs) })
  }
  for (const source of sources) if (!set.has(source.id)) set.set(source.id, { ...source, set: source.line })
  return set
}

/** The notes of a part's citations by their ids; plain lines where the style can't set them, or they are too many. */
export type NotesOf = (part: ReadPart) => ReadonlyMap<string, string>

/** Sets the places that a plan's citations name, and tells each part's notes. */
export async function setNotes(style: StyleInUse, { sources, places }: ExportPlan): Promise<NotesOf> {
  const cites = places.map(({ sourceId, locator, locatorLabel: label }) => ({ sourceId, locator, label }))
  const works = sources.map(({ id, csl, archive }) => ({ id, csl, archive }))
  const set = cites.length > most || works.length > most ? null : await setAlone(style, works, cites)
  const texts = new Map(
    set?.ok ? places.map((place, at) => [placeKey(place), runsText(set.value[at] ?? [])] as const) : [],
  )
  const lines = new Map(sources.map(({ id, line }) => [id, line]))
  return ({ claims }) =>
    new Map(
      claims.flatMap(({ citations }) =>
        citations.map(citation => [
          citation.id,
          texts.get(placeKey(citation)) || plainNote(citation, lines.get(citation.sourceId) ?? ""),
        ]),
      ),
    )
}

const plainNote = (citation: Parameters<typeof citationLine>[0], source: string) =>
  citationLine({ ...citation, quotation: "", note: "" }, source).slice(`${citation.stance}: `.length)
