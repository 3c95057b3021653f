import { ok, type Result } from "../domain/failure.ts"
import { drawnPseudonym } from "../domain/pseudonym.ts"
import { noteOwn } from "./account-event-rows.ts"
import { leaveProjects } from "./leave-projects.ts"
import { deleteOwnRows } from "./own-data-rows.ts"
import type { AccountPass } from "./pass.ts"

/** By what a deleted account is found again in the record, and what takes the place of its person's name. */
export interface DeletedAccount {
  readonly pseudonym: string
}

/**
 * Delete an account: who the person was is gone, and with it every way in and all that was theirs alone. What they did in
 * projects stays under a pseudonym that is drawn, so that nothing of it can be computed from who they were; the row keeps
 * its id, which the log's hashes cover. Refused while others would be left without an owner. `how` is noted with it.
 */
export async function deleteAccount(pass: AccountPass, how = ""): Promise<Result<DeletedAccount>> {
  const { tx, actor, at } = pass
  // Whatever names this row, a new membership for example, waits until it is over.
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${actor.id}::uuid FOR UPDATE`
  const left = await leaveProjects(pass)
  if (!left.ok) return left
  await deleteOwnRows(pass)
  // Whoever invited them may have noted for whom it was.
  await tx.invitation.updateMany({ where: { acceptedBy: actor.id }, data: { note: "" } })
  const pseudonym = drawnPseudonym(crypto.getRandomValues(new Uint8Array(8)))
  const gone = { passwordHash: null, orcid: null, email: `${crypto.randomUUID()}@deleted.invalid` }
  await tx.user.update({ where: { id: actor.id }, data: { ...gone, name: pseudonym, deletedAt: at } })
  await noteOwn(pass, "account-deleted", how)
  await tx.$executeRaw`SELECT pg_notify('apparatus_session', ${actor.id})`
  return ok({ pseudonym })
}
