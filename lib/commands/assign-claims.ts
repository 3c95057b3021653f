import { assignmentPlan, saveAssignments } from "../db/assignment-rows.ts"
import { saveNotices } from "../db/notice-rows.ts"
import { holdDocuments, holdSome } from "../db/project-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { assignmentInput } from "../schema/work-input.ts"
import { projectCommand } from "./command.ts"
import { onlyWhoLabel } from "./only-who-label.ts"

/** Deal claims out to people, as evenly as can be; what would be dealt out otherwise than it was shown is refused. */
export const assignClaims = projectCommand("work.assign", assignmentInput, async (pass, input) => {
  const { id: batchId, people, overlap, seen, documentId } = input
  // An edit of claims under way carries what is assigned over to the claims that it makes.
  const held = documentId ? await holdSome(pass, [documentId]) : await holdDocuments(pass)
  if (documentId && held.length === 0) return fail({ code: "not-found" })
  const known = await onlyWhoLabel(pass, people, "people")
  if (!known.ok) return known
  const { claims, given, to } = await assignmentPlan(pass, input, people, overlap)
  const told = new Map(seen.map(({ userId, count }) => [userId, count]))
  if (to.some(({ userId, count }) => told.get(userId) !== count))
    return fail({ code: "conflict", current: { claims, to }, by: null })
  await saveAssignments(pass, batchId, given)
  const got = to.filter(({ count }) => count > 0)
  await saveNotices(
    pass,
    { streamId: pass.projectId, revision: pass.projectRevision },
    got.map(({ userId, count }) => ({ userId, kind: "assigned", count, ...(documentId && { documentId }) })),
  )
  return ok({ change: { kind: "claims-assigned", batchId, claims, overlap, to: got }, answer: { to } })
})
