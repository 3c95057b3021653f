import { type Actor, readWholeProject } from "../db/pass.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { ExportFormat, ExportPart } from "../formats/export-format.ts"
import { exportFormats } from "../formats/export-formats.ts"
import { fileChoice } from "../schema/export-input.ts"
import { parse } from "../schema/parse.ts"
import { setNotes, setSources } from "./export-head.ts"
import { type ExportPlan, exportParts, exportPlan, type ReadPart } from "./export-parts.ts"
import { styleOf } from "./style-of.ts"

/** Where a file is put while it is written. */
export interface FileSink {
  /** Begins the file, once more when the reading had to begin once more. */
  readonly begin: () => Promise<void>
  readonly write: (piece: string | Uint8Array) => Promise<void>
}

/** A file for somebody to keep: its name as people read it, and what it is. */
export interface ExportFile {
  readonly name: string
  readonly mediaType: string
}

const emptyNotes: ReadonlyMap<string, string> = new Map()

/**
 * Writes the vetted claims of a project, or those that a choice leaves, to `sink`, piece by piece, as one moment shows
 * them. `input` comes from an address and is checked here; addresses in the file begin with `origin`.
 */
export async function exportFile(
  actor: Actor,
  input: unknown,
  origin: string,
  sink: FileSink,
): Promise<Result<ExportFile>> {
  const parsed = parse(fileChoice, input)
  if (!parsed.ok) return parsed
  const { projectId, format: name, positions, ...choice } = parsed.value
  const format: ExportFormat = exportFormats[name]
  const quotes = !positions
  return readWholeProject(actor, projectId, "claims.export", async pass => {
    const plan = await exportPlan(pass, { ...choice, quotes })
    if (choice.documentId && plan.documents.length === 0) return fail({ code: "not-found" })
    const style = await styleOf(pass)
    const sources = await setSources(style, plan)
    const notesOf = format.notes ? await setNotes(style, plan) : () => emptyNotes
    const { project, policyVersion, documents } = plan
    const file = fileName(plan, choice.documentId, pass.at)
    const head = {
      name: file,
      projectId,
      project,
      policyVersion,
      exportedAt: pass.at,
      origin,
      quotes,
      documents,
      sources,
    }
    await sink.begin()
    const parts = withNotes(exportParts(pass, { ...choice, quotes }, plan), notesOf)
    for await (const piece of format.write(head, parts)) await sink.write(piece)
    return ok({
      name: `${file}.${format.extension}`,
      mediaType: format.mediaType,
    })
  })
}

async function* withNotes(
  parts: AsyncIterable<ReadPart>,
  notesOf: (part: ReadPart) => ReadonlyMap<string, string>,
): AsyncGenerator<ExportPart> {
  for await (const part of parts) yield { ...part, notes: notesOf(part) }
}

function fileName({ project, documents }: ExportPlan, documentId: string | undefined, at: Date): string {
  const about = (documentId && documents[0]?.title) || project
  return `${about.slice(0, 60)}, vetted claims ${at.toISOString().slice(0, 10)}`
}
