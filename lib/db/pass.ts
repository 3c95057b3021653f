import { may, type Permission, type Role } from "../domain/access.ts"
import { type Failure, fail, ok, type Result } from "../domain/failure.ts"
import { noteRefusal } from "./account-event-rows.ts"
import type { Entry, Head, Receipt, Request } from "./append-change.ts"
import { appendChange, holdProject, repeated } from "./append-change.ts"
import type { Transaction } from "./client.ts"
import { Prisma } from "./generated/client.ts"
import { lineUp } from "./line-up.ts"
import { type MemberRow, memberOf, members, type Sight } from "./member-row.ts"
import { transaction } from "./transaction.ts"

/** Somebody who is signed in. */
export interface Actor {
  readonly id: string
}

/** Proof that somebody is signed in and acts on what is theirs. */
class AccountPass {
  // Makes the type nominal: an object with the right fields is no pass.
  #granted = true
  constructor(
    readonly tx: Transaction,
    readonly actor: Actor,
    readonly at: Date,
  ) {
    void this.#granted
  }
}

/** Proof that an actor was let into a project with a role. Every function that touches its rows asks for one. */
class ProjectPass {
  #granted = true
  constructor(
    readonly tx: Transaction,
    readonly actor: Actor,
    readonly role: Role,
    readonly projectId: string,
    readonly projectRevision: number,
    readonly at: Date,
    readonly sight: Sight,
  ) {
    void this.#granted
  }
}

/** Proof that an actor was let into a document. While changing, `revision` is the one that the change will get. */
class DocumentPass extends ProjectPass {
  #inside = true
  constructor(
    tx: Transaction,
    actor: Actor,
    role: Role,
    projectId: string,
    projectRevision: number,
    at: Date,
    sight: Sight,
    readonly documentId: string,
    readonly number: number,
    readonly revision: number,
  ) {
    super(tx, actor, role, projectId, projectRevision, at, sight)
    void this.#inside
  }
}

export type { AccountPass, DocumentPass, ProjectPass }

/** Whether words from an address can be a row's id; the database refuses to compare others. */
export const isId = (words: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(words)

/**
 * Let a signed-in actor work on what is their own, in one transaction, which may take `timeout` milliseconds, half a minute
 * when nothing is said. A refusal rolls back.
 */
export function ownAccount<T>(
  actor: Actor,
  work: (pass: AccountPass) => Promise<Result<T>>,
  timeout?: number,
): Promise<Result<T>> {
  return transaction("ReadCommitted", tx => work(new AccountPass(tx, actor, new Date())), timeout)
}

/** Passes into all the projects that somebody belongs to, within what they do on their account. */
export function ownProjects(pass: AccountPass): Promise<readonly ProjectPass[]> {
  return memberships(pass)
}

async function memberships({ tx, actor, at }: AccountPass): Promise<readonly ProjectPass[]> {
  const rows = await tx.$queryRaw<MemberRow[]>`
    ${members} WHERE m."userId" = ${actor.id}::uuid AND m."leftAt" IS NULL ORDER BY m."projectId"`
  return rows.map(row => {
    const { role, revision, sight } = memberOf(row)
    return new ProjectPass(tx, actor, role, row.projectId, revision, at, sight)
  })
}

type InProject<T> = (pass: ProjectPass) => Promise<Result<T>>

/** Let `actor` into a project to look around, in one snapshot. */
export function readProject<T>(actor: Actor, projectId: string, needs: Permission, work: InProject<T>) {
  return intoProject("RepeatableRead", actor, projectId, needs, work)
}

/**
 * As readProject, for a reading that goes through all of a project and may take ten minutes, in one snapshot. Other work
 * between two of its questions, as the setting of sources, may take as long.
 */
export function readWholeProject<T>(actor: Actor, projectId: string, needs: Permission, work: InProject<T>) {
  const patient: InProject<T> = async pass => {
    await pass.tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '10min'`
    return work(pass)
  }
  return intoProject("RepeatableRead", actor, projectId, needs, patient, 600_000)
}

/**
 * Let `actor` into a project to keep there what is theirs alone and no part of its record: a lease, a mark of what they
 * read. It holds no row for them and leaves no line in the log.
 */
export function keepInProject<T>(actor: Actor, projectId: string, needs: Permission, work: InProject<T>) {
  return intoProject("ReadCommitted", actor, projectId, needs, work)
}

function intoProject<T>(
  isolation: "ReadCommitted" | "RepeatableRead",
  actor: Actor,
  projectId: string,
  needs: Permission,
  work: InProject<T>,
  timeout?: number,
): Promise<Result<T>> {
  if (!isId(projectId)) return Promise.resolve(fail({ code: "not-found" }))
  const run = async (tx: Transaction) => {
    const member = await membership(tx, actor, projectId)
    const refusal = refused(actor, projectId, member, needs)
    if (refusal) return fail(refusal)
    return work(new ProjectPass(tx, actor, member!.role, projectId, member!.revision, new Date(), member!.sight))
  }
  return transaction(isolation, run, timeout)
}

/** Let `actor` into a document to look around, in one snapshot. */
export function readDocument<T>(
  actor: Actor,
  documentId: string,
  needs: Permission,
  work: (pass: DocumentPass) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!isId(documentId)) return Promise.resolve(fail({ code: "not-found" }))
  return transaction("RepeatableRead", async tx => {
    const document = await tx.document.findUnique({ where: { id: documentId } })
    if (!document) return fail({ code: "not-found" })
    const member = await membership(tx, actor, document.projectId)
    const refusal = refused(actor, document.projectId, member, needs)
    if (refusal) return fail(refusal)
    return work(
      new DocumentPass(
        tx,
        actor,
        member!.role,
        document.projectId,
        member!.revision,
        new Date(),
        member!.sight,
        document.id,
        document.currentVersion,
        document.revision,
      ),
    )
  })
}

/**
 * Let `actor` into a project to make one change of the project itself. Holds the project's row, so that changes of
 * one project happen one after another, appends the change under the next revision and rings the bell.
 */
export function changeProject<T extends object>(
  actor: Actor,
  projectId: string,
  needs: Permission,
  request: Request,
  work: (pass: ProjectPass) => Promise<Result<Entry & { answer: T }>>,
): Promise<Result<Receipt & Partial<T>>> {
  return transaction("ReadCommitted", async tx => {
    // A stranger must not be able to hold the row, so the question comes before the lock, and again behind it.
    const before = refused(actor, projectId, await membership(tx, actor, projectId), needs)
    if (before) return fail(before)
    const head = await holdProject(tx, projectId)
    const member = await membership(tx, actor, projectId)
    const refusal = refused(actor, projectId, member, needs)
    if (refusal || !head) return fail(refusal ?? { code: "not-found" })
    const known = await repeated(tx, projectId, actor.id, request)
    if (known) return known as Result<Receipt & Partial<T>>
    const pass = new ProjectPass(tx, actor, member!.role, projectId, head.revision + 1, head.at, member!.sight)
    const done = await work(pass)
    if (!done.ok) return done
    const place = { projectId, documentId: null, actorId: actor.id, head }
    const receipt = await appendChange(tx, place, request, done.value)
    return ok({ ...receipt, ...done.value.answer })
  })
}

/**
 * Let `actor` into a document to make one change. Holds the document's row, so that writers of one document stand
 * in line for the length of a commit and rules are free of races.
 */
export function changeDocument<T extends object>(
  actor: Actor,
  documentId: string,
  needs: Permission,
  request: Request,
  work: (pass: DocumentPass) => Promise<Result<Entry & { answer: T }>>,
): Promise<Result<Receipt & Partial<T>>> {
  const change = () =>
    transaction<Receipt & Partial<T>>("ReadCommitted", async tx => {
      const place = await tx.document.findUnique({ where: { id: documentId }, select: { projectId: true } })
      if (!place) return fail({ code: "not-found" })
      const { projectId } = place
      // The share lock makes a role change wait for writes under way, so that none lands after it is acknowledged.
      const member = await membership(tx, actor, projectId, "held")
      const refusal = refused(actor, projectId, member, needs)
      if (refusal) return fail(refusal)
      const [head] = await tx.$queryRaw<(Head & { number: number })[]>`
      SELECT revision, "headHash", "currentVersion" AS number, clock_timestamp() AS at
      FROM "Document" WHERE id = ${documentId}::uuid FOR NO KEY UPDATE`
      if (!head) return fail({ code: "not-found" })
      const known = await repeated(tx, documentId, actor.id, request)
      if (known) return known as Result<Receipt & Partial<T>>
      // Asked again behind the lock: a round that began meanwhile hides what others said.
      const { role, revision, sight } = (await membership(tx, actor, projectId))!
      const { at, number } = head
      const next = head.revision + 1
      const pass = new DocumentPass(tx, actor, role, projectId, revision, at, sight, documentId, number, next)
      const done = await work(pass)
      if (!done.ok) return done
      const stream = { projectId, documentId, actorId: actor.id, head }
      const receipt = await appendChange(tx, stream, request, done.value)
      return ok({ ...receipt, ...done.value.answer })
    })
  return lineUp(documentId, change)
}

/**
 * Let the server itself bring up to date what is computed from the rows of one document whose rules are older than
 * `rulesVersion`, while the document is held, and note that it did. Nobody acts, so nothing of the record may change.
 * Servers that do so at once take different documents. Answers false when none is left.
 */
export function tendDocument(
  rulesVersion: number,
  work: (pass: DocumentPass) => Promise<void>,
): Promise<Result<boolean>> {
  return transaction("ReadCommitted", async tx => {
    const [row] = await tx.$queryRaw<
      (Pick<DocumentPass, "projectId" | "number" | "revision" | "at"> & { id: string })[]
    >`
      SELECT id, "projectId", "currentVersion" AS number, revision, clock_timestamp() AS at FROM "Document"
      WHERE "rulesVersion" < ${rulesVersion} ORDER BY "createdAt", id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`
    if (!row) return ok(false)
    const { id, projectId, number, revision, at } = row
    const sight = { bound: false, blind: false, norming: false, salt: null }
    await work(new DocumentPass(tx, nobody, "owner", projectId, 0, at, sight, id, number, revision))
    await tx.document.update({ where: { id }, data: { rulesVersion } })
    return ok(true)
  })
}

const nobody: Actor = { id: "00000000-0000-0000-0000-000000000000" }

/** The same pass for another version of the document's text, which a change has just made the current one. */
export function atVersion(pass: DocumentPass, number: number): DocumentPass {
  const { tx, actor, role, projectId, projectRevision, at, sight, documentId, revision } = pass
  return new DocumentPass(tx, actor, role, projectId, projectRevision, at, sight, documentId, number, revision)
}

/** `held` while the transaction lasts, so that a change of the role waits for it. */
async function membership(
  tx: Transaction,
  actor: Actor,
  projectId: string,
  held?: "held",
): Promise<{ role: Role; revision: number; sight: Sight } | null> {
  const [row] = await tx.$queryRaw<MemberRow[]>`
    ${members} WHERE m."projectId" = ${projectId}::uuid AND m."userId" = ${actor.id}::uuid AND m."leftAt" IS NULL
    ${held ? Prisma.sql`FOR SHARE OF m` : Prisma.empty}`
  return row ? memberOf(row) : null
}

// Strangers and missing projects get the same answer, so that ids can't be probed; that somebody tries is written down.
function refused(actor: Actor, projectId: string, member: { role: Role } | null, needs: Permission): Failure | null {
  if (member && may(member.role, needs)) return null
  noteRefusal(actor, member ? needs : "not-a-member", projectId)
  return member ? { code: "forbidden", needs } : { code: "not-found" }
}
