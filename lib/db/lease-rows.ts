import { leaseMinutes } from "../domain/queue-order.ts"
import type { ProjectPass } from "./pass.ts"

/** Waits until no other tab of the actor is being given a claim: both would get one. */
export async function awaitOtherTabs({ tx, projectId, actor }: ProjectPass): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Membership" WHERE "projectId" = ${projectId}::uuid AND "userId" = ${actor.id}::uuid FOR NO KEY UPDATE`
}

/** The claim that the queue gave the actor and that they have not labelled, skipped or left since. */
export async function ownLease(pass: ProjectPass): Promise<string | null> {
  const [row] = await pass.tx.$queryRaw<{ unitId: string }[]>`
    SELECT "unitId" FROM "ClaimLease"
    WHERE "projectId" = ${pass.projectId}::uuid AND "userId" = ${pass.actor.id}::uuid AND "expiresAt" > now()
    ORDER BY "takenAt" DESC LIMIT 1`
  return row?.unitId ?? null
}

/** Give the actor a claim for some minutes from now; answers from when. */
export async function saveLease(pass: ProjectPass, claim: { unitId: string; documentId: string }): Promise<Date> {
  const [row] = await pass.tx.$queryRaw<{ takenAt: Date }[]>`
    INSERT INTO "ClaimLease" ("unitId", "userId", "projectId", "documentId", "takenAt", "expiresAt")
    VALUES (${claim.unitId}::uuid, ${pass.actor.id}::uuid, ${pass.projectId}::uuid, ${claim.documentId}::uuid,
      clock_timestamp(), clock_timestamp() + ${leaseMinutes} * interval '1 minute')
    ON CONFLICT ("unitId", "userId") DO UPDATE SET "takenAt" = excluded."takenAt", "expiresAt" = excluded."expiresAt"
    RETURNING "takenAt"`
  return row!.takenAt
}

/** Let a lease run for the whole time again; false when it has ended. */
export async function renewLease(pass: ProjectPass, unitId: string, takenAt: Date): Promise<boolean> {
  const renewed = await pass.tx.$executeRaw`
    UPDATE "ClaimLease" SET "expiresAt" = clock_timestamp() + ${leaseMinutes} * interval '1 minute'
    WHERE "unitId" = ${unitId}::uuid AND "userId" = ${pass.actor.id}::uuid AND "projectId" = ${pass.projectId}::uuid
      AND "takenAt" = ${takenAt} AND "expiresAt" > now()`
  return renewed > 0
}

/** End the actor's lease on a claim; with `takenAt` only if it is that very one. */
export async function endLease(pass: ProjectPass, unitId: string, takenAt?: Date): Promise<void> {
  const { projectId, actor } = pass
  await pass.tx.claimLease.deleteMany({ where: { projectId, userId: actor.id, unitId, ...(takenAt && { takenAt }) } })
}

/** End the actor's leases on all claims but one. */
export async function endOtherLeases(pass: ProjectPass, kept: string | null): Promise<void> {
  const { projectId, actor } = pass
  const others = kept === null ? {} : { unitId: { not: kept } }
  await pass.tx.claimLease.deleteMany({ where: { projectId, userId: actor.id, ...others } })
}
