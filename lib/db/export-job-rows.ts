import type { ExportSight, ExportState, MissingDocument } from "../domain/export-job.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"

/** A file that somebody asked for, as they are told of it. */
export interface ExportJobLine {
  readonly id: string
  readonly format: string
  readonly choice: Readonly<Record<string, string>>
  readonly state: ExportState
  readonly done: number
  readonly total: number | null
  readonly bytes: number
  readonly failure: string | null
  readonly missing: readonly MissingDocument[]
  readonly requestedAt: Date
  readonly expiresAt: Date | null
  readonly expired: boolean
}

export interface StoredFile extends Pick<ExportJobLine, "id" | "state" | "bytes" | "expired"> {
  readonly pieces: number
  readonly name: string | null
  readonly mediaType: string | null
  readonly sight: ExportSight | null
}

const own = ({ projectId, actor }: ProjectPass) =>
  Prisma.sql`j."projectId" = ${projectId}::uuid AND j."personId" = ${actor.id}::uuid`
const expired = Prisma.sql`(j.state = 'done' AND j."expiresAt" <= now())`

/** The files that the actor asked for in the project, the newest first. */
export const ownJobs = (pass: ProjectPass, most: number): Promise<ExportJobLine[]> =>
  pass.tx.$queryRaw<ExportJobLine[]>`
    SELECT j.id, j.format, j.choice, j.state, j.done, j.total, j.bytes::float8 AS bytes, j.failure, j.troubles AS missing,
      j."requestedAt", j."expiresAt", ${expired} AS expired
    FROM "ExportJob" j WHERE ${own(pass)} ORDER BY j."requestedAt" DESC, j.id DESC LIMIT ${most}`

/** One of them; null when there is none with this id that is the actor's. */
export async function ownFile(pass: ProjectPass, id: string): Promise<StoredFile | null> {
  const [row] = await pass.tx.$queryRaw<StoredFile[]>`
    SELECT j.id, j.state, j.bytes::float8 AS bytes, j.pieces, j.name, j."mediaType", j.sight, ${expired} AS expired
    FROM "ExportJob" j WHERE ${own(pass)} AND j.id = ${id}::uuid`
  return row ?? null
}

/** A piece of the file of a job that the actor was let to. */
export async function filePiece(pass: ProjectPass, id: string, sequence: number): Promise<Uint8Array | null> {
  const [row] = await pass.tx.$queryRaw<{ bytes: Uint8Array }[]>`
    SELECT p.bytes FROM "ExportPiece" p JOIN "ExportJob" j ON j.id = p."jobId"
    WHERE ${own(pass)} AND j.state = 'done' AND p."jobId" = ${id}::uuid AND p.sequence = ${sequence}`
  return row?.bytes ?? null
}

/** How many files wait or are made for the actor, in all projects; nobody else asks for one in their name meanwhile. */
export async function countWaiting({ tx, actor }: ProjectPass): Promise<number> {
  await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`
  return tx.exportJob.count({ where: { personId: actor.id, state: { in: ["waiting", "running"] } } })
}

/** Ask for a file; nothing when there is one with this id. */
export async function saveNewJob(
  { tx, projectId, actor }: ProjectPass,
  job: { readonly id: string; readonly format: string; readonly choice: Readonly<Record<string, string>> },
): Promise<void> {
  await tx.exportJob.createMany({ data: [{ ...job, projectId, personId: actor.id }], skipDuplicates: true })
}

/** What is stored under an id, whoever asked for it. */
export const jobAsked = ({ tx }: ProjectPass, id: string) =>
  tx.exportJob.findUnique({ where: { id }, select: { projectId: true, personId: true, format: true, choice: true } })

/** Stop what waits or is made; its worker learns of it within a second. */
export async function cancelJob(pass: ProjectPass, id: string): Promise<void> {
  await pass.tx.$executeRaw`
    UPDATE "ExportJob" j SET state = 'cancelled', "leaseId" = NULL, "heldUntil" = NULL, "endedAt" = now()
    WHERE ${own(pass)} AND j.id = ${id}::uuid AND j.state IN ('waiting', 'running')`
}

/** Begin anew what failed, was cancelled or expired. */
export async function reviveJob(pass: ProjectPass, id: string): Promise<void> {
  await pass.tx.$executeRaw`
    UPDATE "ExportJob" j SET state = 'waiting', attempts = 0, done = 0, total = NULL, bytes = 0, pieces = 0, failure = NULL,
      troubles = '[]', "requestedAt" = now(), "startedAt" = NULL, "endedAt" = NULL, "expiresAt" = NULL
    WHERE ${own(pass)} AND j.id = ${id}::uuid AND (j.state IN ('failed', 'cancelled') OR ${expired})`
}

/**
 * Whose limits keep names out of the project's exports: a person who is not to be named may not be by pseudonym either. Who
 * deleted their account is among them, so that no file with their name is handed out any more.
 */
async function reticent({ tx, projectId }: ProjectPass): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ line: string }[]>`
    SELECT who || ' ' || step AS line FROM (
      SELECT 'project' AS who, "exportNames" AS names FROM "Project" WHERE id = ${projectId}::uuid
      UNION ALL SELECT p.id::text, p."exportNames" FROM "Membership" m JOIN "User" p ON p.id = m."userId"
        WHERE m."projectId" = ${projectId}::uuid
      UNION ALL SELECT p.id::text, 'deleted' FROM "Membership" m JOIN "User" p ON p.id = m."userId"
        WHERE m."projectId" = ${projectId}::uuid AND p."deletedAt" IS NOT NULL) limits
      CROSS JOIN LATERAL unnest(CASE names WHEN 'none' THEN ARRAY['pseudonym', 'none'] WHEN 'pseudonym' THEN ARRAY['pseudonym']
        WHEN 'deleted' THEN ARRAY['deleted']
        ELSE ARRAY[]::text[] END) step
    ORDER BY 1`
  return rows.map(({ line }) => line)
}

/** What hides others' work from the actor, and people's names from files. */
export async function exportSight(pass: ProjectPass): Promise<ExportSight> {
  const { tx, projectId, sight } = pass
  const { bound, norming, salt } = sight
  const blind = bound
    ? await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM "Document" WHERE "projectId" = ${projectId}::uuid AND coalesce(blind, ${sight.blind}) ORDER BY id`
    : []
  const rounds = norming
    ? await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM "NormingRound" WHERE "projectId" = ${projectId}::uuid AND stage = 'blind' ORDER BY id`
    : []
  return {
    bound,
    pseudonyms: salt !== null,
    blind: blind.map(({ id }) => id),
    rounds: rounds.map(({ id }) => id),
    reticent: await reticent(pass),
  }
}
