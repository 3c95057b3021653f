import type { Role } from "../domain/access.ts"
import type { Provenance, SourceState } from "../domain/change.ts"
import type { Policy } from "../domain/policy.ts"
import { rulesVersion } from "../domain/rule-flags.ts"
import { type ArchiveReference, type CslItem, type SourceKind, sourceLine } from "../domain/source.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shown } from "./sight.ts"
import { insertVersion, type NewVersion } from "./version-rows.ts"

const json = (value: unknown) => value as Prisma.InputJsonValue

export interface MemberRow {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly version: number
  readonly joinedAt: Date
  /** Whether an archive brought them in, so that they have no account here and can do nothing. */
  readonly broughtIn: boolean
}

/** Everybody who is in the project now, by name. */
export async function members(pass: ProjectPass): Promise<MemberRow[]> {
  const rows = await pass.tx.membership.findMany({
    where: { projectId: pass.projectId, leftAt: null },
    include: { user: { select: { name: true, email: true, broughtInAt: true, deletedAt: true } } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  })
  return rows.map(row => ({
    userId: row.userId,
    name: row.user.name,
    email: row.user.email,
    role: row.role as Role,
    version: row.version,
    joinedAt: row.joinedAt,
    broughtIn: row.user.broughtInAt !== null || row.user.deletedAt !== null,
  }))
}

/** Whether somebody is the last owner who can sign in. */
export const isLastOwner = (all: readonly MemberRow[], { userId, role, broughtIn }: MemberRow): boolean =>
  role === "owner" && !broughtIn && !all.some(one => one.role === "owner" && !one.broughtIn && one.userId !== userId)

export async function saveRole(pass: ProjectPass, userId: string, role: Role): Promise<void> {
  const where = { projectId: pass.projectId, userId, leftAt: null }
  await pass.tx.membership.updateMany({ where, data: { role, version: { increment: 1 } } })
}

export async function saveDeparture(pass: ProjectPass, userId: string): Promise<void> {
  const where = { projectId: pass.projectId, userId, leftAt: null }
  await pass.tx.membership.updateMany({ where, data: { leftAt: pass.at, version: { increment: 1 } } })
}

export interface InvitationRow {
  readonly id: string
  readonly role: Role
  readonly note: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly createdBy: string
}

/** Invitations that can still be accepted. */
export async function openInvitations(pass: ProjectPass): Promise<InvitationRow[]> {
  const rows = await pass.tx.invitation.findMany({
    where: { projectId: pass.projectId, acceptedAt: null, revokedAt: null, expiresAt: { gt: pass.at } },
    include: { creator: { select: { name: true } } },
    orderBy: { createdAt: "desc" },
  })
  return rows.map(({ id, role, note, createdAt, expiresAt, creator }) => ({
    id,
    role: role as Role,
    note,
    createdAt,
    expiresAt,
    createdBy: creator.name,
  }))
}

/** Store an invitation; false when its id belongs to another one already. */
export async function insertInvitation(
  pass: ProjectPass,
  invitation: { id: string; role: Role; note: string; secretHash: Uint8Array<ArrayBuffer>; expiresAt: Date },
): Promise<boolean> {
  const data = { ...invitation, projectId: pass.projectId, createdBy: pass.actor.id, createdAt: pass.at }
  return (await pass.tx.invitation.createMany({ data, skipDuplicates: true })).count > 0
}

/** Withdraw an invitation that is still open; answers its role, or null when it is not. */
export async function withdrawOpenInvitation(pass: ProjectPass, id: string): Promise<Role | null> {
  const where = { id, projectId: pass.projectId, acceptedAt: null, revokedAt: null }
  const row = await pass.tx.invitation.findFirst({ where })
  if (!row) return null
  await pass.tx.invitation.updateMany({ where, data: { revokedAt: pass.at } })
  return row.role as Role
}

export interface ProjectRow {
  readonly name: string
  readonly description: string
  readonly version: number
}

export async function projectRow(pass: ProjectPass): Promise<ProjectRow> {
  return pass.tx.project.findUniqueOrThrow({
    where: { id: pass.projectId },
    select: { name: true, description: true, version: true },
  })
}

export async function saveProjectWords(pass: ProjectPass, words: { name: string; description: string }): Promise<void> {
  await pass.tx.project.update({ where: { id: pass.projectId }, data: { ...words, version: { increment: 1 } } })
}

/** Store the next version of the policy and make it the one that counts. */
export async function savePolicy(pass: ProjectPass, version: number, policy: Policy): Promise<void> {
  const { projectId, actor, at } = pass
  await pass.tx.policy.create({ data: { projectId, version, body: json(policy), createdBy: actor.id, createdAt: at } })
  await pass.tx.project.update({ where: { id: projectId }, data: { policyVersion: version } })
}

/** Every document of the project, held in the order of their ids until the end of the transaction. */
export async function holdDocuments(pass: ProjectPass): Promise<{ documentId: string; number: number }[]> {
  const rows = await pass.tx.$queryRaw<{ id: string; currentVersion: number }[]>`
    SELECT id, "currentVersion" FROM "Document" WHERE "projectId" = ${pass.projectId}::uuid ORDER BY id FOR NO KEY UPDATE`
  return rows.map(row => ({ documentId: row.id, number: row.currentVersion }))
}

/** Some documents of the project, held in the order of their ids until the end of the transaction. */
export async function holdSome(
  pass: ProjectPass,
  ids: readonly string[],
): Promise<{ documentId: string; number: number }[]> {
  const rows = await pass.tx.$queryRaw<{ id: string; currentVersion: number }[]>`
    SELECT id, "currentVersion" FROM "Document"
    WHERE "projectId" = ${pass.projectId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  return rows.map(row => ({ documentId: row.id, number: row.currentVersion }))
}

/** Store a document with its first version; false when its id belongs to another one already. */
export async function insertDocument(pass: ProjectPass, provenance: Provenance, version: NewVersion): Promise<boolean> {
  const { projectId, at } = pass
  const { documentId } = version
  const made = await pass.tx.document.createMany({
    data: { id: documentId, projectId, ...provenance, rulesVersion, headHash: new Uint8Array(32), createdAt: at },
    skipDuplicates: true,
  })
  if (made.count === 0) return false
  await insertVersion(pass, 1, version)
  return true
}

/** The document of this project that already holds the same text. */
export async function documentWithText(
  pass: ProjectPass,
  sha256: Uint8Array<ArrayBuffer>,
): Promise<{ id: string; title: string } | null> {
  const row = await pass.tx.version.findFirst({
    where: { projectId: pass.projectId, sha256 },
    select: { document: { select: { id: true, title: true } } },
  })
  return row?.document ?? null
}

export async function documentRow(pass: ProjectPass, id: string): Promise<(Provenance & { version: number }) | null> {
  const row = await pass.tx.document.findFirst({ where: { id, projectId: pass.projectId } })
  if (!row) return null
  const { title, author, foundAt, foundOn, licence, language, version } = row
  return { title, author, foundAt, foundOn, licence, language, version }
}

export async function saveProvenance(pass: ProjectPass, id: string, words: Provenance): Promise<void> {
  const where = { id, projectId: pass.projectId }
  await pass.tx.document.updateMany({ where, data: { ...words, version: { increment: 1 } } })
}

export interface SourceRow {
  readonly state: SourceState
  readonly version: number
  readonly createdBy: string
  /** The record that it was merged into. */
  readonly mergedIntoId: string | null
}

export async function sourceById(pass: ProjectPass, id: string): Promise<SourceRow | null> {
  const row = await pass.tx.source.findFirst({ where: { id, projectId: pass.projectId } })
  if (!row) return null
  const archive = row.archive as unknown as ArchiveReference | null
  const { created, tells } = row
  const state = { id, kind: row.kind as SourceKind, csl: row.csl as unknown as CslItem, archive, created, tells }
  return { state, version: row.version, createdBy: row.createdBy, mergedIntoId: row.mergedIntoId }
}

const columns = ({ kind, csl, archive, created, tells }: SourceState) => ({
  kind,
  csl: json(csl),
  line: sourceLine(csl, archive),
  archive: archive ? json(archive) : Prisma.DbNull,
  created,
  tells,
})

/** Store a source; false when its id belongs to another one already. */
export async function insertSource(pass: ProjectPass, source: SourceState): Promise<boolean> {
  const { projectId, actor, at } = pass
  const data = { id: source.id, projectId, ...columns(source), createdBy: actor.id, createdAt: at, updatedAt: at }
  return (await pass.tx.source.createMany({ data, skipDuplicates: true })).count > 0
}

/** Store many sources in one statement; false when one of their ids belongs to another one already. */
export async function insertSources(pass: ProjectPass, sources: readonly SourceState[]): Promise<boolean> {
  const rows = sources.map(({ csl, archive, ...source }) => ({
    ...source,
    csl,
    archive,
    line: sourceLine(csl, archive),
  }))
  const count = await pass.tx.$executeRaw`
    INSERT INTO "Source" (id, "projectId", kind, csl, line, archive, created, tells, "createdBy", "createdAt", "updatedAt")
    SELECT r.id, ${pass.projectId}::uuid, r.kind, r.csl, r.line, nullif(r.archive, 'null'), r.created, r.tells,
      ${pass.actor.id}::uuid, ${pass.at}, ${pass.at}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, kind text, csl jsonb, line text, archive jsonb, created text, tells text)
    ON CONFLICT DO NOTHING`
  return count === rows.length
}

export async function saveSource(pass: ProjectPass, source: SourceState): Promise<void> {
  const where = { id: source.id, projectId: pass.projectId }
  await pass.tx.source.updateMany({
    where,
    data: { ...columns(source), version: { increment: 1 }, updatedAt: pass.at },
  })
}

/** Hold a source, so that nobody can begin to cite it while it is being deleted. */
export async function holdSource(pass: ProjectPass, id: string): Promise<void> {
  await pass.tx.$queryRaw`
    SELECT 1 FROM "Source" WHERE id = ${id}::uuid AND "projectId" = ${pass.projectId}::uuid FOR UPDATE`
}

/** How many citations that the actor may see, withdrawn ones too, name the source: as cited, or as where it was seen. */
export async function citationsOf(pass: ProjectPass, sourceId: string): Promise<number> {
  const [row] = await pass.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Citation" c
    WHERE c."projectId" = ${pass.projectId}::uuid AND (c."sourceId" = ${sourceId}::uuid OR c."throughId" = ${sourceId}::uuid)
      AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)}`
  return row?.count ?? 0
}

export async function deleteSourceRow(pass: ProjectPass, id: string): Promise<void> {
  await pass.tx.source.deleteMany({ where: { id, projectId: pass.projectId } })
}
