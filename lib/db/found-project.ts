import type { Change } from "../domain/change.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { keepsAccount } from "./accounts.ts"
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
  if (!(await keepsAccount(pass))) return fail({ code: "signed-out" })
  const { id, name, description, policy } = project
  const headHash = new Uint8Array(32)
  const data = { id, name, description, headHash, createdBy: actor.id }
  // Waits for the same request under way, instead of failing on its row.
  const made = await tx.project.createMany({ data, skipDuplicates: true })
  if (made.count === 0) return (await repeated(tx, id, actor.id, request)) ?? fail({ code: "request-reused" })
  await tx.membership.create({ data: { projectId: id, userId: actor.id, role: "owner" } })
  await tx.policy.create({ data: { projectId: id, version: 1, body: policy, createdBy: actor.id } })
  const place = { projectId: id, documentId: null, actorId: actor.id, head: { revision: 0, headHash, at } }
  return ok(await appendChange(tx, place, request, { change }))
}
