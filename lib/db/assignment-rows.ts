import { may, type Role } from "../domain/access.ts"
import { placesAcross } from "../domain/across-versions.ts"
import { type Assigned, assignEvenly, type ClaimToAssign, carriedOver, type Given } from "../domain/assignment.ts"
import type { AssignedCount } from "../domain/change.ts"
import { type Effect, type Step, type UnitState, versionOf } from "../domain/effect.ts"
import type { CueKind } from "../domain/unit.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { shownState } from "./sight.ts"

/** Which claims are to be assigned. `from` and `to` count the claims of the one document, from 1, both included. */
export interface ClaimSelection {
  readonly documentId: string | null
  readonly from: number | null
  readonly to: number | null
  readonly state: "unfinished" | "open" | "in-review" | "contested" | "all"
  readonly flagged: boolean
  readonly cue: CueKind | null
  readonly unassigned: boolean
}

/** The claims of a selection in the order of the texts, each with everybody who labelled it or has it assigned. */
const selectedClaims = (pass: ProjectPass, selection: ClaimSelection): Promise<ClaimToAssign[]> =>
  pass.tx.$queryRaw<ClaimToAssign[]>`
    WITH d AS (
      SELECT id, "currentVersion" AS number, row_number() OVER (ORDER BY "createdAt", id) AS place FROM "Document"
      WHERE "projectId" = ${pass.projectId}::uuid
        ${selection.documentId === null ? Prisma.empty : Prisma.sql`AND id = ${selection.documentId}::uuid`}),
    u AS (
      SELECT u.id, u."documentId", u.number, u.start, u."end", ${shownState(pass)} AS state, u.cues, d.place,
        row_number() OVER (PARTITION BY u."documentId" ORDER BY u.start) AS nth
      FROM d JOIN "Unit" u ON u."documentId" = d.id AND u.number = d.number AND u.kind = 'claim' AND NOT u.retired)
    SELECT u.id, array(
      SELECT a."reviewerId"::text FROM "Annotation" a WHERE a."unitId" = u.id AND a.current
      UNION SELECT s."userId"::text FROM "Assignment" s WHERE s."unitId" = u.id AND s."endedAt" IS NULL) AS has
    FROM u
    WHERE ${chosen(selection)} ORDER BY u.place, u.start`

function chosen({ from, to, state, flagged, cue, unassigned }: ClaimSelection): Prisma.Sql {
  const inState =
    state === "all"
      ? Prisma.sql`true`
      : state === "unfinished"
        ? Prisma.sql`u.state IN ('open', 'in-review', 'contested')`
        : Prisma.sql`u.state = ${state}`
  return Prisma.sql`${inState}
    ${from === null ? Prisma.empty : Prisma.sql`AND u.nth >= ${from}`}
    ${to === null ? Prisma.empty : Prisma.sql`AND u.nth <= ${to}`}
    ${cue === null ? Prisma.empty : Prisma.sql`AND u.cues @> ${JSON.stringify([{ kind: cue }])}::jsonb`}
    ${unassigned ? Prisma.sql`AND NOT EXISTS (SELECT 1 FROM "Assignment" s WHERE s."unitId" = u.id AND s."endedAt" IS NULL)` : Prisma.empty}
    ${
      flagged
        ? Prisma.sql`AND EXISTS (SELECT 1 FROM "Flag" f WHERE f."documentId" = u."documentId" AND f.number = u.number
            AND f.status = 'open' AND f."raisedBy" IS NOT NULL AND f.start < u."end" AND f."end" > u.start)`
        : Prisma.empty
    }`
}

/** Everybody in the project who labels claims, by name. */
export async function whoLabels(pass: ProjectPass): Promise<{ id: string; name: string; role: Role }[]> {
  const rows = await pass.tx.membership.findMany({
    where: { projectId: pass.projectId, leftAt: null },
    select: { role: true, user: { select: { id: true, name: true } } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  })
  return rows
    .map(({ role, user }) => ({ ...user, role: role as Role }))
    .filter(({ role }) => may(role, "annotation.give"))
}

/** Whether the project has the document. */
export const hasDocument = async (pass: ProjectPass, id: string): Promise<boolean> =>
  (await pass.tx.document.count({ where: { id, projectId: pass.projectId } })) > 0

export interface AssignmentPlan {
  /** How many claims the selection has. */
  readonly claims: number
  readonly given: readonly Given[]
  /** How many each of the people gets, in the order in which they were named. */
  readonly to: readonly AssignedCount[]
}

/** Who would get what, if the claims of a selection were dealt out now. */
export async function assignmentPlan(
  pass: ProjectPass,
  selection: ClaimSelection,
  people: readonly string[],
  overlap: number,
): Promise<AssignmentPlan> {
  const claims = await selectedClaims(pass, selection)
  const given = assignEvenly(claims, people, overlap)
  return { claims: claims.length, given, to: countsOf(given, people) }
}

export const countsOf = (given: readonly Given[], people: readonly string[]): AssignedCount[] => {
  const counts = new Map([...new Set(people)].map(userId => [userId, 0]))
  for (const { userId } of given) counts.set(userId, counts.get(userId)! + 1)
  return [...counts].map(([userId, count]) => ({ userId, count }))
}

/** Rows that one statement writes: it has a few seconds. */
const batch = 5_000

/** Make claims people's, by one act. Who has one already keeps it as it is. */
export async function saveAssignments(pass: ProjectPass, batchId: string, given: readonly Given[]): Promise<void> {
  const { projectId, actor, at } = pass
  for (let from = 0; from < given.length; from += batch) {
    const part = given.slice(from, from + batch)
    const units = part.map(({ unitId }) => unitId)
    const people = part.map(({ userId }) => userId)
    await pass.tx.$executeRaw`
      INSERT INTO "Assignment" (id, "projectId", "documentId", "unitId", "userId", "batchId", "assignedBy", "createdAt")
      SELECT gen_random_uuid(), u."projectId", u."documentId", u.id, g."userId", ${batchId}::uuid, ${actor.id}::uuid, ${at}
      FROM unnest(${units}::uuid[], ${people}::uuid[]) AS g("unitId", "userId")
      JOIN "Unit" u ON u.id = g."unitId" AND u."projectId" = ${projectId}::uuid
      ON CONFLICT DO NOTHING`
  }
}

/**
 * What somebody has assigned and not labelled, each with everybody else who labelled it or has it; also what is retired
 * and what the current text lost, which nobody can label and so are not live.
 */
export const remainingOf = (
  pass: ProjectPass,
  userId: string,
  documentId: string | null,
): Promise<(ClaimToAssign & { readonly live: boolean })[]> =>
  pass.tx.$queryRaw<(ClaimToAssign & { readonly live: boolean })[]>`
    SELECT u.id, NOT u.retired AND u.kind = 'claim' AND u.number = d."currentVersion" AS live,
      array(SELECT a."reviewerId"::text FROM "Annotation" a WHERE a."unitId" = u.id AND a.current
        UNION SELECT o."userId"::text FROM "Assignment" o
          WHERE o."unitId" = u.id AND o."endedAt" IS NULL AND o."userId" <> s."userId") AS has
    FROM "Assignment" s JOIN "Unit" u ON u.id = s."unitId" JOIN "Document" d ON d.id = u."documentId"
    WHERE s."projectId" = ${pass.projectId}::uuid AND s."userId" = ${userId}::uuid AND s."endedAt" IS NULL
      ${documentId === null ? Prisma.empty : Prisma.sql`AND s."documentId" = ${documentId}::uuid`}
      AND NOT EXISTS (
        SELECT 1 FROM "Annotation" a WHERE a."unitId" = u.id AND a."reviewerId" = s."userId" AND a.current)
    ORDER BY d."createdAt", d.id, u.start`

export async function endAssignmentsOf(pass: ProjectPass, userId: string, unitIds: readonly string[]): Promise<void> {
  await pass.tx.$executeRaw`
    UPDATE "Assignment" SET "endedAt" = ${pass.at}
    WHERE "projectId" = ${pass.projectId}::uuid AND "userId" = ${userId}::uuid AND "endedAt" IS NULL
      AND "unitId" = ANY(${unitIds}::uuid[])`
}

interface OpenAssignment extends Assigned {
  readonly id: string
  readonly unitId: string
  readonly batchId: string
  readonly assignedBy: string
}

/** Move assignments from the claims that an effect takes away to those that it brings in their place. */
export async function carryAssignments(pass: DocumentPass, effect: Effect): Promise<void> {
  const { projectId, documentId, at } = pass
  const steps = effect.units ?? []
  const stood = ({ before }: Step<UnitState>) => before !== null && !before.retired
  const gone = steps.flatMap(step => (stood(step) && step.after?.retired ? [step.before!] : []))
  const arrives = ({ before, after }: Step<UnitState>) => before && after && versionOf(before) !== versionOf(after)
  const come = steps.flatMap(step =>
    (!stood(step) || arrives(step)) && step.after && !step.after.retired && step.after.kind === "claim"
      ? [step.after]
      : [],
  )
  if (gone.length === 0 || come.length === 0) return
  const rows = await pass.tx.$queryRaw<Omit<OpenAssignment, "start" | "end">[]>`
    SELECT a.id, a."unitId", a."userId", a."batchId", a."assignedBy" FROM "Assignment" a
    WHERE a."unitId" = ANY(${gone.map(({ id }) => id)}::uuid[]) AND a."projectId" = ${projectId}::uuid AND a."endedAt" IS NULL`
  const placeOf = placesAcross(effect, pass.number)
  const units = new Map(gone.map(unit => [unit.id, unit]))
  const assigned = rows.flatMap((row): OpenAssignment[] => {
    const span = placeOf(units.get(row.unitId)!)
    return span ? [{ ...row, ...span }] : []
  })
  const { given, moved } = carriedOver(assigned, come)
  if (moved.length === 0) return
  await pass.tx.$executeRaw`
    UPDATE "Assignment" SET "endedAt" = ${at} WHERE id = ANY(${moved.map(({ id }) => id)}::uuid[])`
  const fresh = given.map(({ unitId, from: { userId, batchId, assignedBy } }) => ({
    unitId,
    userId,
    batchId,
    assignedBy,
  }))
  for (let from = 0; from < fresh.length; from += batch)
    await pass.tx.$executeRaw`
      INSERT INTO "Assignment" (id, "projectId", "documentId", "unitId", "userId", "batchId", "assignedBy", "createdAt")
      SELECT gen_random_uuid(), ${projectId}::uuid, ${documentId}::uuid, r."unitId", r."userId", r."batchId", r."assignedBy", ${at}
      FROM jsonb_to_recordset(${JSON.stringify(fresh.slice(from, from + batch))}::jsonb)
        AS r("unitId" uuid, "userId" uuid, "batchId" uuid, "assignedBy" uuid)
      ON CONFLICT DO NOTHING`
}
