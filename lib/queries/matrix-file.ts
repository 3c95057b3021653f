import type { Actor } from "../db/pass.ts"
import { ok, type Result } from "../domain/failure.ts"
import { claimsInOrder, sourcesInOrder, standings } from "../domain/matrix-order.ts"
import { matrixCsv } from "../formats/matrix-csv.ts"
import { matrixSvg } from "../formats/matrix-svg.ts"
import { matrixFormat } from "../schema/matrix-input.ts"
import { evidenceMatrix } from "./evidence-matrix.ts"
import { readFilter } from "./read-filter.ts"
import type { TextFile } from "./text-file.ts"

const mediaTypes = { csv: "text/csv; charset=utf-8; header=present", svg: "image/svg+xml; charset=utf-8" }

/** The evidence matrix as it is filtered and ordered in the address, as a file. */
export async function matrixFile(actor: Actor, projectId: string, input: unknown): Promise<Result<TextFile>> {
  const asked = readFilter(matrixFormat, input)
  if (!asked.ok) return asked
  const found = await evidenceMatrix(actor, projectId, input, "claims.export")
  if (!found.ok) return found
  const { project, filter, matrix, head, at } = found.value
  const known = standings(matrix)
  const layout = {
    claims: claimsInOrder(known, filter.claims),
    sources: sourcesInOrder(matrix, known, filter.sources),
  }
  const about = matrix.documents.find(({ id }) => id === filter.document)?.title ?? project
  const { format } = asked.value
  const notes = { head, leaveOut: filter.leaveOut ?? null }
  const text =
    format === "csv" ? matrixCsv(matrix, layout, head) : matrixSvg(matrix, layout, `Evidence: ${about}`, notes)
  const kind = filter.leaveOut ? "evidence matrix without flagged passages" : "evidence matrix"
  const name = `${about.slice(0, 60)}, ${kind} ${at.toISOString().slice(0, 10)}.${format}`
  return ok({ name, mediaType: mediaTypes[format], text })
}
matrixFile.input = evidenceMatrix.input.extend(matrixFormat.shape)
