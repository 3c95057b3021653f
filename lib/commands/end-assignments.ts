import { countsOf, endAssignmentsOf, remainingOf, saveAssignments } from "../db/assignment-rows.ts"
import { saveNotices } from "../db/notice-rows.ts"
import { holdDocuments, holdSome } from "../db/project-rows.ts"
import { assignEvenly } from "../domain/assignment.ts"
import { fail, ok } from "../domain/failure.ts"
import { assignmentsEnd } from "../schema/work-input.ts"
import { projectCommand } from "./command.ts"
import { onlyWhoLabel } from "./only-who-label.ts"

/**
 * End what somebody has left of their assignments, in one document or in all, and deal it out to others when some are
 * named: each claim to one of them who has nothing to do with it yet. What they labelled stays theirs.
 */
export const endAssignments = projectCommand("work.assign", assignmentsEnd, async (pass, input) => {
  const { id: batchId, userId, documentId } = input
  const people = input.to.filter(id => id !== userId)
  // An edit of claims under way carries what is assigned over to the claims that it makes.
  const held = documentId ? await holdSome(pass, [documentId]) : await holdDocuments(pass)
  if (documentId && held.length === 0) return fail({ code: "not-found" })
  const known = await onlyWhoLabel(pass, people, "to")
  if (!known.ok) return known
  const left = await remainingOf(pass, userId, documentId)
  await endAssignmentsOf(
    pass,
    userId,
    left.map(({ id }) => id),
  )
  const given = assignEvenly(
    left.filter(({ live }) => live).map(({ id, has }) => ({ id, has, lacks: 1 })),
    people,
    1,
  )
  await saveAssignments(pass, batchId, given)
  const to = countsOf(given, people).filter(({ count }) => count > 0)
  await saveNotices(
    pass,
    { streamId: pass.projectId, revision: pass.projectRevision },
    to.map(({ userId, count }) => ({ userId, kind: "assigned", count, ...(documentId && { documentId }) })),
  )
  return ok({
    change: { kind: "assignments-ended", userId, count: left.length, to },
    answer: { count: left.length, to },
  })
})
