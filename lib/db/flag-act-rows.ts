import { bindsBlindness, may, type Role } from "../domain/access.ts"
import type { DocumentChangeKind } from "../domain/change.ts"
import type { FlagState } from "../domain/effect.ts"
import { type FlagRow, flagState } from "./claim-rows.ts"
import { Prisma } from "./generated/client.ts"
import type { OwnChange } from "./own-changes.ts"
import type { DocumentPass } from "./pass.ts"
import { unveiled, veils } from "./sight.ts"

/**
 * Flags of the document by their ids, also those that the current text lost, without those that the actor may not see. They
 * can be dealt with like others: who finds one at the desk need not place it first.
 */
export async function flagsByIds(pass: DocumentPass, ids: readonly string[]): Promise<ReadonlyMap<string, FlagRow>> {
  const { projectId, documentId } = pass
  const rows = await pass.tx.flag.findMany({ where: { id: { in: [...ids] }, projectId, documentId } })
  const seen = veils(pass) ? await unveiledFlags(pass, ids) : null
  return new Map(
    rows
      .filter(({ id }) => !seen || seen.has(id))
      .map(row => [row.id, { state: flagState(row), version: row.version }] as const),
  )
}

async function unveiledFlags(pass: DocumentPass, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT f.id FROM "Flag" f WHERE f.id = ANY(${[...ids]}::uuid[])
      AND (f."unitId" IS NULL OR ${unveiled(pass, Prisma.sql`f."unitId"`, Prisma.sql`f."documentId"`)})`
  return new Set(rows.map(({ id }) => id))
}

/** A member who can be given flags: who they are in the rows, and which of the flags are hidden from them. */
export interface Assignee {
  readonly id: string
  readonly hidden: ReadonlySet<string>
}

/**
 * The member behind an id of the rows, if their role lets them work on flags, with those of `flags` that a rule raised on
 * claims whose labels they may not see yet: a flag would tell them that there are some.
 */
export async function assigneeOf(
  pass: DocumentPass,
  userId: string,
  flags: readonly FlagState[],
): Promise<Assignee | null> {
  const where = { projectId: pass.projectId, userId, leftAt: null }
  const member = await pass.tx.membership.findFirst({ where, select: { role: true } })
  const role = member?.role as Role | undefined
  if (!role || !may(role, "flag.raise")) return null
  const units = flags.flatMap(({ unitId }) => (unitId ? [unitId] : []))
  if (units.length === 0) return { id: userId, hidden: new Set() }
  const rows = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT u.id FROM "Unit" u JOIN "Document" d ON d.id = u."documentId" JOIN "Project" r ON r.id = u."projectId"
    WHERE u.id = ANY(${units}::uuid[]) AND u."documentId" = ${pass.documentId}::uuid AND (
      EXISTS (SELECT 1 FROM "NormingClaim" c JOIN "NormingRound" n ON n.id = c."roundId"
        WHERE c."unitId" = u.id AND n.stage = 'blind')
      OR (${bindsBlindness(role)} AND coalesce(d.blind, r.blind) AND NOT EXISTS (
        SELECT 1 FROM "Annotation" own WHERE own."unitId" = u.id AND own."reviewerId" = ${userId}::uuid)))`
  const hidden = new Set(rows.map(({ id }) => id))
  return { id: userId, hidden: new Set(flags.filter(({ unitId }) => unitId && hidden.has(unitId)).map(({ id }) => id)) }
}

/** One of the actor's own changes of the document, by its revision. */
export async function ownChangeAt(pass: DocumentPass, revision: number): Promise<OwnChange | null> {
  const row = await pass.tx.change.findFirst({
    where: { streamId: pass.documentId, actorId: pass.actor.id, revision },
    select: { revision: true, kind: true, undoes: true, unitId: true },
  })
  return row && { ...row, kind: row.kind as DocumentChangeKind }
}
