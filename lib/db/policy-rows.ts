import type { Policy } from "../domain/policy.ts"
import type { ProjectPass } from "./pass.ts"

export interface PolicyVersion {
  readonly version: number
  readonly body: Policy
  readonly by: string
  readonly at: Date
}

/** Every version of the project's policy, the newest first, with who made it. */
export const policyVersions = (pass: ProjectPass): Promise<PolicyVersion[]> =>
  pass.tx.$queryRaw<PolicyVersion[]>`
    SELECT p.version, p.body, u.name AS by, p."createdAt" AS at
    FROM "Policy" p JOIN "User" u ON u.id = p."createdBy"
    WHERE p."projectId" = ${pass.projectId}::uuid ORDER BY p.version DESC`
