import { claims } from "../../lib/queries/claims.ts"
import { overview } from "../../lib/queries/overview.ts"
import { inProject, place } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"

/** The project at a glance, and the list behind its numbers. */
export const overviewRows: readonly Row[] = [
  row(
    "overview",
    "GET projects/[projectId]/overview",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => overview(actor, projectId, filter),
    inProject,
  ),
  row(
    "claims",
    "GET projects/[projectId]/claims",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => claims(actor, projectId, filter),
    inProject,
  ),
  row(
    "claims, what somebody has left",
    "GET projects/[projectId]/claims",
    "forbidden forbidden ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => claims(actor, projectId, filter),
    async room => {
      await place(room)
      return { projectId: room.projectId, assigned: room.author.id }
    },
  ),
]
