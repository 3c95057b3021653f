import { uuidv7 } from "uuidv7"
import { requestExport } from "../../lib/commands/request-export.ts"
import type { Actor } from "../../lib/db/pass.ts"
import { makeExport } from "../../lib/jobs/make-export.ts"
import { exportedFile } from "../../lib/queries/exported-file.ts"
import { value } from "./project.ts"

export const origin = "https://apparatus.example"

/** Asks for a file and answers its id. */
export async function askedFor(who: Actor, projectId: string, format = "csv", choice: object = {}): Promise<string> {
  return value(await requestExport(who, { projectId, jobId: uuidv7(), format, choice })).jobId
}

/** Makes everything that waits. */
export async function makeAll(): Promise<void> {
  while (await makeExport(origin));
}

/** Every byte of a file that is handed out, as text. */
export async function handedOut(who: Actor, projectId: string, jobId: string): Promise<string> {
  const file = value(await exportedFile(who, projectId, jobId))
  const pieces: Uint8Array[] = []
  for (let at = 0; at < file.pieces; at++) pieces.push(value(await file.piece(at)))
  const bytes = Buffer.concat(pieces)
  if (bytes.length !== file.bytes) throw new Error(`${bytes.length} bytes instead of ${file.bytes}`)
  return bytes.toString()
}

/** A file that was asked for and made. */
export async function madeFor(who: Actor, projectId: string, format = "csv"): Promise<string> {
  const jobId = await askedFor(who, projectId, format)
  await makeAll()
  return jobId
}
