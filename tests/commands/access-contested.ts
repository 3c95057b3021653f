import { uuidv7 } from "uuidv7"
import { askAnnotators } from "../../lib/commands/ask-annotators.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { contested } from "../../lib/queries/contested.ts"
import { contestedClaim } from "../../lib/queries/contested-claim.ts"
import { value } from "../queries/project.ts"
import { inProject, place, requestId } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"

const whoReads = "ok ok ok ok not-found not-found signed-out"

/** What is contested, and questions to annotators. */
export const contestedRows: readonly Row[] = [
  row(
    "contested",
    "GET projects/[projectId]/contested",
    whoReads,
    (actor, { projectId }: { projectId: string }) => contested(actor, projectId),
    inProject,
  ),
  row(
    "contestedClaim",
    "GET projects/[projectId]/contested/[unitId]",
    whoReads,
    (actor, { projectId, unitId }: { projectId: string; unitId: string }) => contestedClaim(actor, projectId, unitId),
    async room => {
      const { unitId } = await place(room)
      return { projectId: room.projectId, unitId }
    },
  ),
  row(
    "askAnnotators",
    "POST documents/[documentId]/questions",
    "forbidden forbidden ok ok not-found not-found signed-out",
    askAnnotators,
    async room => {
      const { documentId, unitId } = await place(room)
      const label = { id: uuidv7(), label: "speculative", confidence: "low", rationale: plainRationale("Who saw it?") }
      value(await giveAnnotation(room.author, { documentId, unitId, ...label, seen: null, requestId: requestId() }))
      const ids = { threadId: uuidv7(), id: uuidv7(), requestId: requestId() }
      return { documentId, unitId, ...ids, text: "Who saw it?", asks: [room.author.id] }
    },
  ),
]
