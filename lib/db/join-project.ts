import type { Role } from "../domain/access.ts"
import type { Change } from "../domain/change.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { keepsAccount } from "./accounts.ts"
import { appendChange, holdProject, type Receipt, type Request, repeated } from "./append-change.ts"
import type { AccountPass } from "./pass.ts"

/**
 * Let somebody join with an invitation: the one write into a project by a person who is not in it. The invitation's
 * secret is the permission; it is spent in the same transaction.
 */
export async function joinProject(
  pass: AccountPass,
  secretHash: Uint8Array<ArrayBuffer>,
  request: Request,
): Promise<Result<Receipt & { projectId: string }>> {
  const { tx, actor, at } = pass
  if (!(await keepsAccount(pass))) return fail({ code: "signed-out" })
  const invitation = await tx.invitation.findUnique({ where: { secretHash } })
  if (!invitation) return fail({ code: "invitation-spent" })
  const { projectId } = invitation
  const role = invitation.role as Role
  const head = await holdProject(tx, projectId)
  const known = await repeated(tx, projectId, actor.id, request)
  if (known) return known.ok ? ok({ ...known.value, projectId }) : known
  const inside = await tx.membership.count({ where: { projectId, userId: actor.id, leftAt: null } })
  if (inside > 0) return fail({ code: "already-member" })
  const spent = await tx.invitation.updateMany({
    where: { secretHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } },
    data: { acceptedAt: at, acceptedBy: actor.id },
  })
  if (spent.count === 0 || !head) return fail({ code: "invitation-spent" })
  await tx.membership.upsert({
    where: { projectId_userId: { projectId, userId: actor.id } },
    create: { projectId, userId: actor.id, role },
    update: { role, leftAt: null, joinedAt: at, version: { increment: 1 } },
  })
  const change: Change = { kind: "member-joined", userId: actor.id, role, invitationId: invitation.id }
  const place = { projectId, documentId: null, actorId: actor.id, head }
  return ok({ ...(await appendChange(tx, place, request, { change })), projectId })
}
