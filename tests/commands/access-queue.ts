import { uuidv7 } from "uuidv7"
import { assignClaims } from "../../lib/commands/assign-claims.ts"
import { endAssignments } from "../../lib/commands/end-assignments.ts"
import { keepClaim } from "../../lib/commands/keep-claim.ts"
import { leaveClaim } from "../../lib/commands/leave-claim.ts"
import { nextClaim } from "../../lib/commands/next-claim.ts"
import { orderQueue } from "../../lib/commands/order-queue.ts"
import { skipClaim } from "../../lib/commands/skip-claim.ts"
import { withdrawSkip } from "../../lib/commands/withdraw-skip.ts"
import { assignmentPreview } from "../../lib/queries/assignment-preview.ts"
import { queue } from "../../lib/queries/queue.ts"
import { workload } from "../../lib/queries/workload.ts"
import { value } from "../queries/project.ts"
import { inProject, place, requestId } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import type { Room, Somebody } from "./everybody.ts"

async function lease(room: Room, by: Somebody) {
  await place(room)
  const { projectId } = room
  const { claim } = value(await nextClaim(by, { projectId, documentId: null, skipped: false }))
  return { projectId, unitId: claim!.unitId, takenAt: claim!.takenAt }
}

async function skip(room: Room) {
  const { unitId } = await place(room)
  return { projectId: room.projectId, unitId, reason: "unclear", note: "" }
}

async function skipped(room: Room, by: Somebody) {
  const input = await skip(room)
  value(await skipClaim(by, input))
  return { projectId: input.projectId, unitId: input.unitId }
}

async function draft(room: Room) {
  const { documentId } = await place(room)
  const kinds = { state: "unfinished", flagged: false, cue: null, unassigned: false }
  const selection = { documentId, from: 1, to: 1, ...kinds }
  return { projectId: room.projectId, ...selection, people: [room.author.id], overlap: 1 }
}

async function assignment(room: Room) {
  const seen = [{ userId: room.author.id, count: 1 }]
  return { ...(await draft(room)), id: uuidv7(), seen, requestId: requestId() }
}

/** The queue and who has which claims to do. */
export const queueRows: readonly Row[] = [
  row(
    "nextClaim",
    "POST projects/[projectId]/queue/next",
    "forbidden ok ok ok not-found not-found signed-out",
    nextClaim,
    async room => {
      await place(room)
      return { projectId: room.projectId, documentId: null, skipped: false }
    },
  ),
  row(
    "keepClaim",
    "POST projects/[projectId]/queue/keep",
    "forbidden ok ok ok not-found not-found signed-out",
    keepClaim,
    lease,
  ),
  row(
    "leaveClaim",
    "POST projects/[projectId]/queue/leave",
    "forbidden ok ok ok not-found not-found signed-out",
    leaveClaim,
    lease,
  ),
  row(
    "skipClaim",
    "POST projects/[projectId]/queue/skip",
    "forbidden ok ok ok not-found not-found signed-out",
    skipClaim,
    skip,
  ),
  row(
    "withdrawSkip",
    "POST projects/[projectId]/queue/skip/withdraw",
    "forbidden ok ok ok not-found not-found signed-out",
    withdrawSkip,
    skipped,
  ),
  row(
    "orderQueue",
    "POST projects/[projectId]/queue",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    orderQueue,
    async ({ projectId }) => ({ projectId, order: "fewest", seen: "document", requestId: requestId() }),
  ),
  row(
    "queue",
    "GET projects/[projectId]/queue",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => queue(actor, projectId),
    inProject,
  ),
  row(
    "assignClaims",
    "POST projects/[projectId]/work/assign",
    "forbidden forbidden ok ok not-found not-found signed-out",
    assignClaims,
    assignment,
  ),
  row(
    "assignmentPreview",
    "POST projects/[projectId]/work/assign/preview",
    "forbidden forbidden ok ok not-found not-found signed-out",
    assignmentPreview,
    draft,
  ),
  row(
    "endAssignments",
    "POST projects/[projectId]/work/end",
    "forbidden forbidden ok ok not-found not-found signed-out",
    endAssignments,
    async room => {
      value(await assignClaims(room.owner, await assignment(room)))
      const { projectId, author } = room
      return { projectId, id: uuidv7(), userId: author.id, documentId: null, to: [], requestId: requestId() }
    },
  ),
  row(
    "workload",
    "GET projects/[projectId]/work",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => workload(actor, projectId),
    inProject,
  ),
]
