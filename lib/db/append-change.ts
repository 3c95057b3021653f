import type { Change } from "../domain/change.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { storedBody } from "../domain/stored-change.ts"
import { changeHash } from "./change-hash.ts"
import type { Transaction } from "./client.ts"
import { Prisma } from "./generated/client.ts"

/** A request's own id and the hash of what it asks for, so that the same request twice is one change. */
export interface Request {
  readonly id: string
  readonly inputHash: Buffer
}

/** What a change came to. `repeated` when the same request had been carried out before. */
export interface Receipt {
  readonly revision: number
  readonly repeated: boolean
}

/** A change with where its history shows it. */
export interface Entry {
  readonly change: Change
  readonly unitId?: string
  readonly undoes?: number
}

/** The end of a stream, as it stands while its row is held. */
export interface Head {
  readonly revision: number
  readonly headHash: Uint8Array
  readonly at: Date
}

/** Holds a project's row until the transaction ends; answers the end of its own stream, or null when there is no such project. */
export async function holdProject(tx: Transaction, projectId: string): Promise<Head | null> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT revision, "headHash", clock_timestamp() AS at FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
  return head ?? null
}

/** Where a change goes: behind `head` of the document's stream, or of the project's own when there is no document. */
export interface Place {
  readonly projectId: string
  readonly documentId: string | null
  readonly actorId: string
  readonly head: Head
}

/**
 * Append a change to its stream under the next revision, tie it to the one before, and ring the bell. The caller holds
 * the stream's row. Only what lets people in calls this.
 */
export async function appendChange(tx: Transaction, place: Place, request: Request, entry: Entry): Promise<Receipt> {
  const { projectId, documentId, actorId, head } = place
  const { kind } = entry.change
  const body = storedBody(entry.change)
  const streamId = documentId ?? projectId
  const revision = head.revision + 1
  const hash = changeHash({ previous: head.headHash, streamId, revision, actorId, at: head.at, kind, body })
  const stream = documentId ? Prisma.sql`"Document"` : Prisma.sql`"Project"`
  // One statement and no three, since others wait for the row meanwhile.
  await tx.$queryRaw`
    WITH change AS (
      INSERT INTO "Change" ("streamId", revision, "projectId", "documentId", "unitId", "actorId", at, kind, body, undoes, "requestId", "inputHash", hash)
      VALUES (${streamId}::uuid, ${revision}, ${projectId}::uuid, ${documentId}::uuid, ${entry.unitId ?? null}::uuid, ${actorId}::uuid,
        ${head.at}, ${kind}, ${body}, ${entry.undoes ?? null}, ${request.id}::uuid, ${request.inputHash}, ${hash}::bytea)),
    stream AS (UPDATE ${stream} SET revision = ${revision}, "headHash" = ${hash}::bytea WHERE id = ${streamId}::uuid)
    SELECT pg_notify('apparatus', ${JSON.stringify({ projectId, documentId, revision })}) IS NULL`
  return { revision, repeated: false }
}

/** The answer that a request got before, if it was carried out already; a refusal if its id stands for another one. */
export async function repeated(
  tx: Transaction,
  streamId: string,
  actorId: string,
  request: Request,
): Promise<Result<Receipt> | null> {
  const change = await tx.change.findUnique({
    where: { streamId_requestId: { streamId, requestId: request.id } },
    select: { revision: true, actorId: true, inputHash: true },
  })
  if (!change) return null
  const same = change.actorId === actorId && request.inputHash.equals(change.inputHash)
  return same ? ok({ revision: change.revision, repeated: true }) : fail({ code: "request-reused" })
}
