import type { StyleInUse } from "../domain/citation-setting.ts"
import type { TextRun } from "../domain/text-run.ts"
import type { CitedSource } from "../formats/format-citation.ts"
import { setCitations } from "./set-citations.ts"

export interface SetSource {
  readonly entry: readonly TextRun[]
  readonly note: readonly TextRun[]
}

/**
 * One source by itself: its entry in a bibliography and a note that cites it. In `line`, its plain line, when the style
 * can't set it or has no bibliography.
 */
export async function setSource(
  source: CitedSource & { readonly line: string },
  style: StyleInUse,
): Promise<SetSource> {
  const { line, ...cited } = source
  const plain = [{ text: line }]
  const set = await setCitations(style, [cited], [[{ sourceId: source.id }]])
  if (!set.ok) return { entry: plain, note: plain }
  const { bibliography, archives, notes } = set.value
  const [entry] = [...bibliography, ...archives]
  return { entry: entry?.runs ?? plain, note: notes[0] ?? plain }
}
