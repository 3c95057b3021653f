import type { Role } from "../domain/access.ts"
import { database } from "./client.ts"

export interface InvitationOffer {
  readonly projectId: string
  readonly project: string
  readonly role: Role
  readonly invitedBy: string
  readonly expiresAt: Date
  readonly acceptedBy: string | null
  readonly withdrawn: boolean
}

/** What an invitation's link offers, whatever became of it; the link's secret is the permission to see it. */
export async function invitationBySecret(secretHash: Uint8Array<ArrayBuffer>): Promise<InvitationOffer | null> {
  const row = await database().invitation.findUnique({
    where: { secretHash },
    include: { project: { select: { name: true } }, creator: { select: { name: true } } },
  })
  if (!row) return null
  return {
    projectId: row.projectId,
    project: row.project.name,
    role: row.role as Role,
    invitedBy: row.creator.name,
    expiresAt: row.expiresAt,
    acceptedBy: row.acceptedBy,
    withdrawn: row.revokedAt !== null,
  }
}

/** Whether an invitation can still be accepted. Asked again, with the row held, when it is. */
export async function isInvitationOpen(secretHash: Uint8Array<ArrayBuffer>, at: Date): Promise<boolean> {
  const where = { secretHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } }
  return (await database().invitation.count({ where })) > 0
}

/** Whether somebody is in a project now. */
export async function isMember(projectId: string, userId: string): Promise<boolean> {
  return (await database().membership.count({ where: { projectId, userId, leftAt: null } })) > 0
}
