import { type Policy, type StoredPolicy, storedPolicy } from "../domain/policy.ts"
import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownName } from "./sight.ts"

export interface PolicyVersion {
  readonly version: number
  readonly body: Policy
  readonly by: string
  readonly at: Date
}

/** Every version of the project's policy, the newest first, with who made it. */
export async function policyVersions(pass: ProjectPass): Promise<PolicyVersion[]> {
  const rows = await pass.tx.$queryRaw<(Omit<PolicyVersion, "body"> & { body: StoredPolicy })[]>`
    SELECT p.version, p.body, ${shownName(pass, Prisma.sql`u`)} AS by, p."createdAt" AS at
    FROM "Policy" p JOIN "User" u ON u.id = p."createdBy"
    WHERE p."projectId" = ${pass.projectId}::uuid ORDER BY p.version DESC`
  return rows.map(row => ({ ...row, body: storedPolicy(row.body) }))
}
