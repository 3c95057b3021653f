import { type ExportSight, exportDays, type MissingDocument, mostAttempts } from "../domain/export-job.ts"
import { database } from "./client.ts"

/** A file that this worker makes now. What it writes counts only while the lease is its own. */
export interface TakenJob {
  readonly id: string
  readonly leaseId: string
  readonly projectId: string
  readonly personId: string
  readonly format: string
  readonly choice: Readonly<Record<string, string>>
}

/** Seconds after which a worker that was not heard of has lost its job. */
const held = 20

/**
 * Take on the file that has waited longest, or one whose worker was not heard of. No two workers take the same. Null
 * when none waits.
 */
export async function takeJob(): Promise<TakenJob | null> {
  const leaseId = crypto.randomUUID()
  const rows = await database().$queryRaw<TakenJob[]>`
    WITH next AS (
      SELECT id FROM "ExportJob"
      WHERE state = 'waiting' OR (state = 'running' AND "heldUntil" < clock_timestamp() AND attempts < ${mostAttempts})
      ORDER BY "requestedAt", id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
    UPDATE "ExportJob" j SET state = 'running', "leaseId" = ${leaseId}::uuid, attempts = attempts + 1, done = 0, total = NULL,
      bytes = 0, "heldUntil" = clock_timestamp() + ${held} * interval '1 second', "startedAt" = clock_timestamp()
    FROM next WHERE j.id = next.id
    RETURNING j.id, j."leaseId", j."projectId", j."personId", j.format, j.choice`
  return rows[0] ?? null
}

/** Say that a job is still worked on, and how far it is; false when it is this worker's no longer. */
export async function holdJob(
  { id, leaseId }: TakenJob,
  { done, total, bytes }: { readonly done: number; readonly total: number | null; readonly bytes: number },
): Promise<boolean> {
  const count = await database().$executeRaw`
    UPDATE "ExportJob" SET "heldUntil" = clock_timestamp() + ${held} * interval '1 second', done = ${done}, total = ${total}::int, bytes = ${bytes}::bigint
    WHERE id = ${id}::uuid AND "leaseId" = ${leaseId}::uuid AND state = 'running'`
  return count > 0
}

/** Add a piece to the file; false when the job is this worker's no longer. */
export async function savePiece({ id, leaseId }: TakenJob, sequence: number, bytes: Uint8Array): Promise<boolean> {
  // The share lock makes whoever takes the job over wait for this piece, and take it away with the others.
  const count = await database().$executeRaw`
    INSERT INTO "ExportPiece" ("jobId", sequence, bytes)
    SELECT j.id, ${sequence}, ${bytes} FROM (SELECT id FROM "ExportJob"
      WHERE id = ${id}::uuid AND "leaseId" = ${leaseId}::uuid AND state = 'running' FOR SHARE) j`
  return count > 0
}

/** Pieces that one statement takes away, so that it ends in time. */
const swept = 100

/** Take away what an earlier attempt wrote of the file; false when the job is this worker's no longer. */
export async function emptyFile(job: TakenJob): Promise<boolean> {
  for (;;) {
    const gone = await database().$executeRaw`
      DELETE FROM "ExportPiece" WHERE "jobId" = ${job.id}::uuid AND sequence IN (
        SELECT sequence FROM "ExportPiece" WHERE "jobId" = ${job.id}::uuid LIMIT ${swept})
      AND EXISTS (SELECT 1 FROM "ExportJob" WHERE id = ${job.id}::uuid AND "leaseId" = ${job.leaseId}::uuid AND state = 'running')`
    if (gone < swept) return holdJob(job, { done: 0, total: null, bytes: 0 })
  }
}

/** What a file is, once it is whole. */
export interface MadeFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly pieces: number
  readonly done: number
  readonly missing: readonly MissingDocument[]
  readonly sight: ExportSight
}

/** The file is whole, and kept for some days; false when the job is this worker's no longer. */
export async function finishJob({ id, leaseId }: TakenJob, file: MadeFile): Promise<boolean> {
  const count = await database().$executeRaw`
    UPDATE "ExportJob" SET state = 'done', "leaseId" = NULL, "heldUntil" = NULL, name = ${file.name}, "mediaType" = ${file.mediaType},
      bytes = ${file.bytes}::bigint, pieces = ${file.pieces}, done = ${file.done}, total = ${file.done},
      troubles = ${JSON.stringify(file.missing)}::jsonb, sight = ${JSON.stringify(file.sight)}::jsonb,
      "endedAt" = clock_timestamp(), "expiresAt" = clock_timestamp() + ${exportDays} * interval '1 day'
    WHERE id = ${id}::uuid AND "leaseId" = ${leaseId}::uuid AND state = 'running'`
  return count > 0
}

/** The file can't be made, for a reason in a sentence. */
export async function failJob({ id, leaseId }: TakenJob, sentence: string): Promise<void> {
  await database().$executeRaw`
    UPDATE "ExportJob" SET state = 'failed', failure = ${sentence}, "leaseId" = NULL, "heldUntil" = NULL, "endedAt" = clock_timestamp()
    WHERE id = ${id}::uuid AND "leaseId" = ${leaseId}::uuid AND state = 'running'`
}

/** Let another worker have the job at once, since this one stops. */
export async function releaseJob({ id, leaseId }: TakenJob): Promise<void> {
  await database().$executeRaw`
    UPDATE "ExportJob" SET state = 'waiting', attempts = attempts - 1, done = 0, total = NULL, bytes = 0, "leaseId" = NULL, "heldUntil" = NULL
    WHERE id = ${id}::uuid AND "leaseId" = ${leaseId}::uuid AND state = 'running'`
}

/** Give up what was begun as often as it may and whose worker was not heard of; the reason in a sentence. */
export async function giveUpDead(sentence: string): Promise<void> {
  await database().$executeRaw`
    UPDATE "ExportJob" SET state = 'failed', failure = ${sentence}, "leaseId" = NULL, "heldUntil" = NULL, "endedAt" = clock_timestamp()
    WHERE state = 'running' AND "heldUntil" < clock_timestamp() AND attempts >= ${mostAttempts}`
}

/** Take away the files that nobody can download any more, and after a month what tells of them. */
export async function sweepFiles(isStopping: () => boolean): Promise<void> {
  for (let gone = swept; gone === swept && !isStopping(); )
    gone = await database().$executeRaw`
      DELETE FROM "ExportPiece" WHERE ("jobId", sequence) IN (
        SELECT p."jobId", p.sequence FROM "ExportPiece" p JOIN "ExportJob" j ON j.id = p."jobId"
        WHERE j.state IN ('failed', 'cancelled') OR (j.state = 'done' AND j."expiresAt" <= clock_timestamp()) LIMIT ${swept})`
  await database().$executeRaw`
    DELETE FROM "ExportJob" j WHERE j.state IN ('done', 'failed', 'cancelled') AND j."endedAt" < clock_timestamp() - interval '30 days'
      AND NOT EXISTS (SELECT 1 FROM "ExportPiece" p WHERE p."jobId" = j.id)`
}
