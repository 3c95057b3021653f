import type { StyleInUse } from "../domain/citation-setting.ts"
import { failureSentence } from "../domain/failure-sentence.ts"
import type { CitedSource, Entry } from "../formats/format-citation.ts"
import { setCitations } from "./set-citations.ts"

export interface SetEntries {
  /** In the order of the style. */
  readonly works: readonly Entry[]
  /** The sources that lie in archives, by archive; in a numbered style they stand among the works. */
  readonly archival: readonly Entry[]
  /** Why the entries are plain lines and not set, as a sentence. */
  readonly trouble: string | null
}

/** A bibliography of the sources. One that the style can't set, or sets no bibliography for, is of their plain lines. */
export async function setEntries(
  style: StyleInUse,
  sources: readonly (CitedSource & { readonly line: string })[],
): Promise<SetEntries> {
  const set = await setCitations(
    style,
    sources.map(({ id, csl, archive }) => ({ id, csl, archive })),
  )
  const done = new Set(set.ok ? [...set.value.bibliography, ...set.value.archives].map(({ sourceId }) => sourceId) : [])
  const plain = sources
    .filter(({ id }) => !done.has(id))
    .map(({ id, line }) => ({ sourceId: id, runs: [{ text: line }] }))
  if (!set.ok) return { works: plain, archival: [], trouble: failureSentence(set.failure) }
  const { bibliography, archives } = set.value
  const trouble = bibliography.length === 0 && plain.length > 0 ? noBibliography : null
  return { works: [...bibliography, ...plain], archival: archives, trouble }
}

const noBibliography = "The style has no rules for a bibliography, so that the sources stand as plain lines."
