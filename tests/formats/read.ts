import { readSources } from "../../lib/formats/read-sources.ts"
import type { ReadSource, SourceCandidate } from "../../lib/formats/source-candidate.ts"

/** All that is read of a text; throws the sentence when it is refused as a whole. */
export function readAll(text: string): readonly ReadSource[] {
  const reading = readSources(text)
  if (!reading.ok) throw new Error(reading.why)
  return [...reading.sources]
}

/** The only source of a text; throws why it could not be read. */
export function readOne(text: string): SourceCandidate & { readonly notes: readonly string[] } {
  const [read] = readAll(text)
  if (!read?.ok) throw new Error(read?.why ?? "nothing")
  return { ...read.candidate, notes: read.notes }
}
