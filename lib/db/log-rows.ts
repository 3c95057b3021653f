import { changeKinds } from "../domain/change.ts"
import { changeOf } from "../domain/stored-change.ts"
import { changeHash } from "./change-hash.ts"
import { Prisma } from "./generated/client.ts"
import type { Link, StreamEnd } from "./project-head.ts"

/** Asks the database a question, in one snapshot with all others that are asked of it. */
export type Asking = <T>(question: Prisma.Sql) => Promise<readonly T[]>

/** A project as its log is gone through. */
export interface LoggedProject {
  readonly id: string
  readonly name: string
  readonly salt: string
}

/** All projects in the order of their ids, or the one that is asked for. */
export const loggedProjects = (ask: Asking, projectId: string | null): Promise<readonly LoggedProject[]> =>
  ask(Prisma.sql`
    SELECT id, name, "pseudonymSalt"::text AS salt FROM "Project"
    ${projectId === null ? Prisma.empty : Prisma.sql`WHERE id = ${projectId}::uuid`} ORDER BY id`)

/** The end of each of a project's streams, as the project and its documents state it: its own first. */
export const statedEnds = (ask: Asking, projectId: string): Promise<readonly StreamEnd[]> =>
  ask(Prisma.sql`
    SELECT id AS stream, revision, "headHash" AS hash, 0 AS place FROM "Project" WHERE id = ${projectId}::uuid
    UNION ALL SELECT id, revision, "headHash", 1 FROM "Document" WHERE "projectId" = ${projectId}::uuid
    ORDER BY place, stream`)

/** Streams of which a project has changes though none of its documents has that id. */
export const strayStreams = async (ask: Asking, projectId: string): Promise<readonly string[]> => {
  const rows = await ask<{ stream: string }>(Prisma.sql`
    SELECT DISTINCT c."streamId" AS stream FROM "Change" c
    WHERE c."projectId" = ${projectId}::uuid AND c."streamId" <> ${projectId}::uuid
      AND NOT EXISTS (SELECT 1 FROM "Document" d WHERE d.id = c."streamId" AND d."projectId" = c."projectId")`)
  return rows.map(({ stream }) => stream)
}

/** Every change of a project as far as heads are made of it. */
export const linksOf = (ask: Asking, projectId: string): Promise<readonly Link[]> =>
  ask(Prisma.sql`
    SELECT "streamId" AS stream, revision, hash, at FROM "Change" WHERE "projectId" = ${projectId}::uuid`)

interface StoredChange {
  readonly revision: number
  readonly projectId: string
  readonly actorId: string
  readonly at: Date
  readonly kind: string
  readonly body: string
  readonly hash: Uint8Array
}

/** Changes, and bytes of them, that are read at once. */
const run = 500
const bytes = 4_000_000

/** Something that is wrong in a stream, at a revision, in words that go on after "change 7: ". */
export interface LogFault {
  readonly stream: string
  readonly revision: number
  readonly what: string
}

/**
 * Goes through a stream from its first change up to `end`, a run of changes at a time, and tells what is wrong: a number
 * that is missing, a hash that does not follow from the one before and the change's own words, words that are no change,
 * and an end that is another one than is stated. What comes behind a fault is judged from the hash that is stored.
 * `whole`: whether nothing may come behind `end`.
 */
export async function* streamFaults(
  ask: Asking,
  projectId: string,
  end: StreamEnd,
  whole: boolean,
): AsyncGenerator<LogFault> {
  const { stream } = end
  let revision = 0
  let hash: Uint8Array = new Uint8Array(32)
  const fault = (at: number, what: string): LogFault => ({ stream, revision: at, what })
  for (;;) {
    const changes = await changesBehind(ask, stream, revision)
    for (const change of changes) {
      if (!whole && change.revision > end.revision) break
      if (change.revision !== revision + 1) yield fault(revision + 1, missing(revision + 1, change.revision))
      else if (!Buffer.from(change.hash).equals(changeHash({ ...change, streamId: stream, previous: hash })))
        yield fault(
          change.revision,
          "it is not what was stored, or what stood before it is not: its hash does not follow",
        )
      if (change.projectId !== projectId) yield fault(change.revision, "it belongs to another project")
      if (!isReadable(change)) yield fault(change.revision, "its words can't be read as a change")
      revision = change.revision
      hash = change.hash
    }
    if (changes.length === 0 || (!whole && revision >= end.revision)) break
  }
  if (revision < end.revision) yield fault(end.revision, "it is missing at the end")
  else if (revision > end.revision) yield fault(revision, `it is the last, but the stream says that ${end.revision} is`)
  else if (!Buffer.from(hash).equals(end.hash))
    yield fault(revision, "it is the last, but the stream's head is another")
}

const missing = (from: number, next: number) =>
  next - from === 1 ? "it is missing" : `it and those up to ${next - 1} are missing`

const changesBehind = (ask: Asking, stream: string, revision: number): Promise<readonly StoredChange[]> =>
  ask(Prisma.sql`
    SELECT revision, "projectId", "actorId", at, kind, body, hash FROM (
      SELECT *, sum(octet_length(body)) OVER (ORDER BY revision) - octet_length(body) AS size FROM (
        SELECT * FROM "Change" WHERE "streamId" = ${stream}::uuid AND revision > ${revision} ORDER BY revision LIMIT ${run}
      ) c) c
    WHERE size < ${bytes} ORDER BY revision`)

function isReadable({ kind, body }: StoredChange): boolean {
  try {
    const rest: unknown = JSON.parse(body)
    if (typeof rest !== "object" || rest === null || !(changeKinds as readonly string[]).includes(kind)) return false
    changeOf(kind, body)
    return true
  } catch {
    return false
  }
}
