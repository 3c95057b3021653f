import type { Actor } from "../db/pass.ts"
import { ok, type Result } from "../domain/failure.ts"
import type { VettedClaims } from "../domain/vetted-claims.ts"
import { claimsCsv } from "../formats/claims-csv.ts"
import { claimsJson } from "../formats/claims-json.ts"
import { exportChoice } from "../schema/export-input.ts"
import { parse } from "../schema/parse.ts"
import { setClaims } from "./set-claims.ts"
import { vettedClaims } from "./vetted-claims.ts"

/** A file for somebody to keep: its name as people read it, and what is in it. */
export interface ExportFile {
  readonly name: string
  readonly mediaType: string
  readonly text: string
}

const formats = {
  json: { mediaType: "application/json; charset=utf-8", write: claimsJson },
  csv: { mediaType: "text/csv; charset=utf-8; header=present", write: claimsCsv },
}

/** The vetted claims of a project, or of one document, as a file. `input` comes from an address and is checked here. */
export async function exportFile(actor: Actor, input: unknown): Promise<Result<ExportFile>> {
  const choice = parse(exportChoice, input)
  if (!choice.ok) return choice
  const { projectId, format, documentId } = choice.value
  const found = await vettedClaims(actor, projectId, documentId ? { documentId } : {})
  if (!found.ok) return found
  const { mediaType, write } = formats[format]
  return ok({
    name: `${fileName(found.value, documentId)}.${format}`,
    mediaType,
    text: write(await setClaims(found.value)),
  })
}

function fileName({ project, documents, exportedAt }: VettedClaims, documentId: string | undefined): string {
  const about = (documentId && documents[0]?.title) || project
  return `${about.slice(0, 60)}, vetted claims ${exportedAt.toISOString().slice(0, 10)}`
}
