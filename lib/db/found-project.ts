import type { Change } from "../domain/change.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { appendChange, type Receipt, type Request, repeated } from "./append-change.ts"
import type { AccountPass } from "./pass.ts"

/** Make a project with `actor` as its owner: the one write into a project that nobody can be let into yet. */
export async function foundProject(
  pass: AccountPass,
  project: { id: string; name: string; description: string; policy: object },
  request: Request,
  change: Change,
): Promise<Result<Receipt>> {
  const { tx, actor, at } = pass
  const existing = await tx.project.findUnique({ where: { id: project.id }, select: { createdBy: true } })
  if (existing) {
    if (existing.createdBy !== actor.id) return fail({ code: "request-reused" })
    return (await repeated(tx, project.id, actor.id, request)) ?? fail({ code: "request-reused" })
  }
  const { id, name, description, policy } = project
  const headHash = new Uint8Array(32)
  await tx.project.create({ data: { id, name, description, headHash, createdBy: actor.id } })
  await tx.membership.create({ data: { projectId: id, userId: actor.id, role: "owner" } })
  await tx.policy.create({ data: { projectId: id, version: 1, body: policy, createdBy: actor.id } })
  const place = { projectId: id, documentId: null, actorId: actor.id, head: { revision: 0, headHash, at } }
  return ok(await appendChange(tx, place, request, { change }))
}
