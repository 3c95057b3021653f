import { createHash } from "node:crypto"
import { may, type Permission, type Role } from "../domain/access.ts"
import type { Change } from "../domain/change.ts"
import { type Failure, fail, ok, type Result } from "../domain/failure.ts"
import { database, type Transaction } from "./client.ts"
import { retrying } from "./retry.ts"

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
    readonly documentId: string,
    readonly number: number,
    readonly revision: number,
  ) {
    super(tx, actor, role, projectId, projectRevision, at)
    void this.#inside
  }
}

export type { AccountPass, DocumentPass, ProjectPass }

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

/** Whether words from an address can be a row's id; the database refuses to compare others. */
export const isId = (words: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(words)

/** Let a signed-in actor work on what is their own, in one transaction. A refusal rolls back. */
export function ownAccount<T>(actor: Actor, work: (pass: AccountPass) => Promise<Result<T>>): Promise<Result<T>> {
  return transaction("ReadCommitted", tx => work(new AccountPass(tx, actor, new Date())))
}

/** Let `actor` into a project to look around, in one snapshot. */
export function readProject<T>(
  actor: Actor,
  projectId: string,
  needs: Permission,
  work: (pass: ProjectPass) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!isId(projectId)) return Promise.resolve(fail({ code: "not-found" }))
  return transaction("RepeatableRead", async tx => {
    const member = await membership(tx, actor, projectId)
    const refusal = refused(member, needs)
    if (refusal) return fail(refusal)
    return work(new ProjectPass(tx, actor, member!.role, projectId, member!.revision, new Date()))
  })
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
    const refusal = refused(member, needs)
    if (refusal) return fail(refusal)
    return work(
      new DocumentPass(
        tx,
        actor,
        member!.role,
        document.projectId,
        member!.revision,
        new Date(),
        documentId,
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
    const before = refused(await membership(tx, actor, projectId), needs)
    if (before) return fail(before)
    const [head] = await tx.$queryRaw<Head[]>`
      SELECT revision, "headHash", clock_timestamp() AS at FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
    const member = await membership(tx, actor, projectId)
    const refusal = refused(member, needs)
    if (refusal || !head) return fail(refusal ?? { code: "not-found" })
    const known = await repeated(tx, projectId, actor, request)
    if (known) return known as Result<Receipt & Partial<T>>
    const pass = new ProjectPass(tx, actor, member!.role, projectId, head.revision + 1, head.at)
    const done = await work(pass)
    if (!done.ok) return done
    await appendToProject(pass, head.headHash, request, done.value)
    return ok({ revision: head.revision + 1, repeated: false, ...done.value.answer })
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
  return transaction("ReadCommitted", async tx => {
    const place = await tx.document.findUnique({ where: { id: documentId }, select: { projectId: true } })
    if (!place) return fail({ code: "not-found" })
    // The share lock makes a role change wait for writes under way, so that none lands after it is acknowledged.
    const member = await membership(tx, actor, place.projectId, "share")
    const refusal = refused(member, needs)
    if (refusal) return fail(refusal)
    const [head] = await tx.$queryRaw<(Head & { currentVersion: number })[]>`
      SELECT revision, "headHash", "currentVersion", clock_timestamp() AS at
      FROM "Document" WHERE id = ${documentId}::uuid FOR NO KEY UPDATE`
    if (!head) return fail({ code: "not-found" })
    const known = await repeated(tx, documentId, actor, request)
    if (known) return known as Result<Receipt & Partial<T>>
    const revision = head.revision + 1
    const pass = new DocumentPass(
      tx,
      actor,
      member!.role,
      place.projectId,
      member!.revision,
      head.at,
      documentId,
      head.currentVersion,
      revision,
    )
    const done = await work(pass)
    if (!done.ok) return done
    const hash = await append(tx, {
      streamId: documentId,
      documentId,
      projectId: place.projectId,
      revision,
      actor,
      at: head.at,
      previous: head.headHash,
      request,
      entry: done.value,
    })
    await tx.$executeRaw`UPDATE "Document" SET revision = ${revision}, "headHash" = ${hash} WHERE id = ${documentId}::uuid`
    await tx.$executeRaw`SELECT pg_notify('apparatus', ${JSON.stringify({ projectId: place.projectId, documentId, revision })})`
    return ok({ revision, repeated: false, ...done.value.answer })
  })
}

/** Make a project with `actor` as its owner: the one write into a project that nobody can be let into yet. */
export async function foundProject(
  pass: AccountPass,
  project: { id: string; name: string; description: string; policy: object },
  request: Request,
  change: Change,
): Promise<Result<Receipt>> {
  const { tx, actor } = pass
  const existing = await tx.project.findUnique({ where: { id: project.id }, select: { createdBy: true } })
  if (existing) {
    if (existing.createdBy !== actor.id) return fail({ code: "request-reused" })
    return (await repeated(tx, project.id, actor, request)) ?? fail({ code: "request-reused" })
  }
  const { id, name, description, policy } = project
  await tx.project.create({ data: { id, name, description, headHash: new Uint8Array(32), createdBy: actor.id } })
  await tx.membership.create({ data: { projectId: id, userId: actor.id, role: "owner" } })
  await tx.policy.create({ data: { projectId: id, version: 1, body: policy, createdBy: actor.id } })
  const inside = new ProjectPass(tx, actor, "owner", id, 1, pass.at)
  await appendToProject(inside, Buffer.alloc(32), request, { change })
  return ok({ revision: 1, repeated: false })
}

/**
 * Let somebody join with an invitation: the one write into a project by a person who is not in it. The invitation's
 * secret is the permission; it is spent in the same transaction.
 */
export async function joinProject(
  pass: AccountPass,
  secretHash: Uint8Array<ArrayBuffer>,
  request: Request,
): Promise<Result<Receipt & { projectId: string }>> {
  const { tx, actor } = pass
  const invitation = await tx.invitation.findUnique({ where: { secretHash } })
  if (!invitation) return fail({ code: "invitation-spent" })
  const { projectId, role } = invitation
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT revision, "headHash", clock_timestamp() AS at FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
  const member = await membership(tx, actor, projectId)
  if (member) return fail({ code: "already-member" })
  const spent = await tx.invitation.updateMany({
    where: { secretHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: pass.at } },
    data: { acceptedAt: pass.at, acceptedBy: actor.id },
  })
  if (spent.count === 0 || !head) return fail({ code: "invitation-spent" })
  await tx.membership.upsert({
    where: { projectId_userId: { projectId, userId: actor.id } },
    create: { projectId, userId: actor.id, role },
    update: { role, leftAt: null, joinedAt: pass.at, version: { increment: 1 } },
  })
  const inside = new ProjectPass(tx, actor, role as Role, projectId, head.revision + 1, head.at)
  const change: Change = { kind: "member-joined", userId: actor.id, role: role as Role, invitationId: invitation.id }
  await appendToProject(inside, head.headHash, request, { change })
  return ok({ revision: head.revision + 1, repeated: false, projectId })
}

interface Head {
  readonly revision: number
  readonly headHash: Buffer
  readonly at: Date
}

async function appendToProject(pass: ProjectPass, previous: Uint8Array, request: Request, entry: Entry): Promise<void> {
  const { tx, actor, projectId, projectRevision: revision, at } = pass
  const hash = await append(tx, {
    streamId: projectId,
    documentId: null,
    projectId,
    revision,
    actor,
    at,
    previous,
    request,
    entry,
  })
  await tx.$executeRaw`UPDATE "Project" SET revision = ${revision}, "headHash" = ${hash} WHERE id = ${projectId}::uuid`
  await tx.$executeRaw`SELECT pg_notify('apparatus', ${JSON.stringify({ projectId, documentId: null, revision })})`
}

interface Link {
  readonly streamId: string
  readonly documentId: string | null
  readonly projectId: string
  readonly revision: number
  readonly actor: Actor
  readonly at: Date
  readonly previous: Uint8Array
  readonly request: Request
  readonly entry: Entry
}

async function append(tx: Transaction, link: Link): Promise<Buffer> {
  const { streamId, documentId, projectId, revision, actor, at, previous, request, entry } = link
  const { kind, ...rest } = entry.change
  const body = JSON.stringify(rest)
  const hash = changeHash({ previous, streamId, revision, actorId: actor.id, at, kind, body })
  await tx.$executeRaw`
    INSERT INTO "Change" ("streamId", revision, "projectId", "documentId", "unitId", "actorId", at, kind, body, undoes, "requestId", "inputHash", hash)
    VALUES (${streamId}::uuid, ${revision}, ${projectId}::uuid, ${documentId}::uuid, ${entry.unitId ?? null}::uuid, ${actor.id}::uuid,
      ${at}, ${kind}, ${body}, ${entry.undoes ?? null}, ${request.id}::uuid, ${request.inputHash}, ${hash})`
  return hash
}

/** SHA-256 that ties a change to the one before it: of the previous hash and the fields, parted by line feeds. */
export function changeHash(link: {
  previous: Uint8Array
  streamId: string
  revision: number
  actorId: string
  at: Date
  kind: string
  body: string
}): Buffer {
  const fields = [link.streamId, String(link.revision), link.actorId, link.at.toISOString(), link.kind, link.body]
  return createHash("sha256").update(link.previous).update(fields.join("\n")).digest()
}

/** The answer that a request got before, if it was carried out already; a refusal if its id stands for another one. */
async function repeated(
  tx: Transaction,
  streamId: string,
  actor: Actor,
  request: Request,
): Promise<Result<Receipt> | null> {
  const change = await tx.change.findUnique({
    where: { streamId_requestId: { streamId, requestId: request.id } },
    select: { revision: true, actorId: true, inputHash: true },
  })
  if (!change) return null
  const same = change.actorId === actor.id && request.inputHash.equals(change.inputHash)
  return same ? ok({ revision: change.revision, repeated: true }) : fail({ code: "request-reused" })
}

async function membership(
  tx: Transaction,
  actor: Actor,
  projectId: string,
  lock?: "share",
): Promise<{ role: Role; revision: number } | null> {
  if (lock)
    await tx.$queryRaw`
      SELECT 1 FROM "Membership" WHERE "projectId" = ${projectId}::uuid AND "userId" = ${actor.id}::uuid FOR SHARE`
  const row = await tx.membership.findFirst({
    where: { projectId, userId: actor.id, leftAt: null },
    select: { role: true, project: { select: { revision: true } } },
  })
  return row && { role: row.role as Role, revision: row.project.revision }
}

// Strangers and missing projects get the same answer, so that ids can't be probed.
function refused(member: { role: Role } | null, needs: Permission): Failure | null {
  if (!member) return { code: "not-found" }
  return may(member.role, needs) ? null : { code: "forbidden", needs }
}

// Prisma only rolls back when something is thrown.
class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super("refused")
  }
}

async function transaction<T>(
  isolationLevel: "ReadCommitted" | "RepeatableRead",
  work: (tx: Transaction) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await retrying(() =>
      database().$transaction(
        async tx => {
          const result = await work(tx)
          if (!result.ok) throw new Refusal(result.failure)
          return result
        },
        { isolationLevel },
      ),
    )
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure)
    throw error
  }
}
