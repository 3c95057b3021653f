import type { Role } from "../domain/access.ts"
import type { Change } from "../domain/change.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { appendChange, holdProject } from "./append-change.ts"
import { type AccountPass, ownProjects, type ProjectPass } from "./pass.ts"
import { isLastOwner, type MemberRow, members, saveDeparture } from "./project-rows.ts"

/** Projects that hang on one person, by name. */
export interface HangingProjects {
  /** Of these they are the only owner, and others work in them. */
  readonly shared: readonly string[]
  /** In these nobody else can sign in. */
  readonly alone: readonly string[]
}

const canSignIn = ({ broughtIn }: MemberRow) => !broughtIn

async function hanging(pass: ProjectPass): Promise<keyof HangingProjects | null> {
  const all = await members(pass)
  const own = all.find(({ userId }) => userId === pass.actor.id)
  if (!own) return null
  if (!all.some(one => one !== own && canSignIn(one))) return "alone"
  return isLastOwner(all, own) ? "shared" : null
}

/** Which of one's projects nobody could go on with, or nobody could lead, without one. */
export async function hangingProjects(pass: AccountPass): Promise<HangingProjects> {
  const found: Record<keyof HangingProjects, string[]> = { shared: [], alone: [] }
  for (const project of await ownProjects(pass)) {
    const how = await hanging(project)
    if (how) found[how].push(await nameOf(project))
  }
  return found
}

const nameOf = async ({ tx, projectId }: ProjectPass): Promise<string> =>
  (await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { name: true } })).name

/**
 * Leave every project, since one's account is being deleted, and withdraw the invitations that one made and nobody took.
 * It is refused where others would be left without an owner. Projects are held in the order of their ids, as long as the
 * transaction lasts.
 */
export async function leaveProjects(pass: AccountPass): Promise<Result<null>> {
  const { tx, actor, at } = pass
  await tx.$queryRaw`
    SELECT 1 FROM "Project" p WHERE p.id IN (
      SELECT "projectId" FROM "Membership" WHERE "userId" = ${actor.id}::uuid AND "leftAt" IS NULL
      UNION SELECT "projectId" FROM "Invitation" WHERE "createdBy" = ${actor.id}::uuid AND "acceptedAt" IS NULL AND "revokedAt" IS NULL)
    ORDER BY p.id FOR NO KEY UPDATE`
  const { shared } = await hangingProjects(pass)
  if (shared.length > 0) return fail({ code: "only-owner", projects: shared })
  const open = { createdBy: actor.id, acceptedAt: null, revokedAt: null }
  for (const { id, projectId, role } of await tx.invitation.findMany({ where: open, orderBy: { id: "asc" } })) {
    await tx.invitation.update({ where: { id }, data: { revokedAt: at } })
    await append(pass, projectId, { kind: "invitation-withdrawn", invitationId: id, role: role as Role })
  }
  for (const project of await ownProjects(pass)) {
    const { projectId, role } = project
    await saveDeparture(project, actor.id)
    await append(pass, projectId, { kind: "member-removed", userId: actor.id, role, accountDeleted: true })
  }
  return ok(null)
}

async function append({ tx, actor }: AccountPass, projectId: string, change: Change): Promise<void> {
  const head = await holdProject(tx, projectId)
  const request = { id: crypto.randomUUID(), inputHash: Buffer.alloc(32) }
  await appendChange(tx, { projectId, documentId: null, actorId: actor.id, head: head! }, request, { change })
}
