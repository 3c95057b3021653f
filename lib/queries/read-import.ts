import { inTurns } from "../db/in-turns.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { type SourceLine, sourceLines } from "../db/project-lists.ts"
import type { Permission } from "../domain/access.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { SourceIndex, sameReasonSentences } from "../domain/same-source.ts"
import { sourceLine } from "../domain/source.ts"
import type { SourceRecord } from "../domain/source-form.ts"
import type { SourceFormat, SourceReading } from "../formats/read-sources.ts"
import { readSourcesBeside } from "../intake/read-sources-beside.ts"
import { importText } from "../schema/import-input.ts"
import { parse } from "../schema/parse.ts"

/** What was read of one entry: a source with what is to be known of it, or why it is none. */
export type ImportEntry =
  | {
      readonly ok: true
      readonly record: SourceRecord
      readonly line: string
      readonly notes: readonly string[]
      /** The source of the project, or the entry before it, that it repeats, and why it is taken for the same. */
      readonly repeats: { readonly id: string | null; readonly line: string; readonly why: string } | null
    }
  | { readonly ok: false; readonly excerpt: string; readonly why: string }

export interface ImportReading {
  readonly format: SourceFormat
  readonly entries: readonly ImportEntry[]
}

/** The share of the work that reading is, where it is done before the rest. */
const readingShare = 0.7

const needs: Permission = "source.add"

/**
 * Read what somebody pasted or uploaded as sources, each with what it repeats of the project's bibliography. Nothing is
 * stored and nothing fetched. Other requests get their turn in between.
 */
async function read(
  actor: Actor,
  input: unknown,
  report: (share: number) => void = () => {},
): Promise<Result<ImportReading>> {
  const parsed = parse(importText, input)
  if (!parsed.ok) return parsed
  const { projectId, text } = parsed.value
  const known = await readProject(actor, projectId, needs, async pass => ok(await sourceLines(pass)))
  if (!known.ok) return known
  let before = 0
  const found = await readSourcesBeside(text, (read, count) => {
    before = readingShare
    report((read / count) * readingShare)
  })
  if (!found.ok) return found
  const reading = found.value
  if (!reading.ok) return fail({ code: "invalid", issues: [{ path: "text", message: reading.why }] })
  const entries = await inTurns(compared(reading, known.value), done =>
    report(before + (1 - before) * (done / reading.count)),
  )
  return ok({ format: reading.format, entries })
}

export const readImport = Object.assign(read, { needs, input: importText })

function* compared(reading: SourceReading, known: readonly SourceLine[]): Generator<number, readonly ImportEntry[]> {
  const index = new SourceIndex<{ id: string | null; line: string }>()
  for (const { id, line, csl, archive } of known) {
    index.add({ id, line }, { csl, archive })
    yield 0
  }
  const entries: ImportEntry[] = []
  for (const read of reading.sources) {
    if (read.ok) {
      const { kind, csl, archive, created, tells } = read.candidate
      const line = sourceLine(csl, archive) || csl.DOI || csl.ISBN || csl.URL || ""
      const found = index.find({ csl, archive })
      const repeats = found && { ...found.source, why: sameReasonSentences[found.reason] }
      entries.push({ ok: true, record: { kind, csl, archive, created, tells }, line, notes: read.notes, repeats })
      if (!found) index.add({ id: null, line }, { csl, archive })
    } else entries.push(read)
    yield entries.length
  }
  return entries
}
