import { runsText } from "../domain/text-run.ts"
import type { SetClaims, VettedClaims } from "../domain/vetted-claims.ts"
import { setAlone } from "../press/set-citations.ts"
import { setEntries } from "../press/set-entries.ts"

/** The vetted claims with their sources and citations set in the project's style, beside the server. */
export async function setClaims({ style, ...claims }: VettedClaims): Promise<SetClaims> {
  const { works, archival } = await setEntries(style, claims.sources)
  const entries = new Map([...works, ...archival].map(({ sourceId, runs }) => [sourceId, runsText(runs)]))
  const citations = claims.documents.flatMap(document => document.claims.flatMap(claim => claim.citations))
  // Many citations name the same place of a source, and are the same note.
  const keyOf = (citation: (typeof citations)[number]) =>
    JSON.stringify([citation.sourceId, citation.locatorLabel, citation.locator])
  const places = new Map(citations.map(citation => [keyOf(citation), citation]))
  const cites = [...places.values()].map(({ sourceId, locatorLabel, locator }) => ({
    sourceId,
    locator,
    label: locatorLabel,
  }))
  const sources = claims.sources.map(({ id, csl, archive }) => ({ id, csl, archive }))
  const set = await setAlone(style, sources, cites)
  const texts = new Map([...places.keys()].map((key, at) => [key, set.ok ? runsText(set.value[at] ?? []) : ""]))
  return {
    ...claims,
    sources: claims.sources.map(source => ({ ...source, set: entries.get(source.id) ?? source.line })),
    notes: new Map(citations.map(citation => [citation.id, texts.get(keyOf(citation)) ?? ""])),
  }
}
