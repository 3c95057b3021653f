import { account } from "../../lib/queries/account.ts"
import { accountEvents } from "../../lib/queries/account-events.ts"
import { activity } from "../../lib/queries/activity.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { claimNotes } from "../../lib/queries/claim-notes.ts"
import { exportPreview } from "../../lib/queries/export-preview.ts"
import { flags } from "../../lib/queries/flags.ts"
import { members } from "../../lib/queries/members.ts"
import { policy } from "../../lib/queries/policy.ts"
import { projectLog } from "../../lib/queries/project-log.ts"
import { projectOverview } from "../../lib/queries/project-overview.ts"
import { projects } from "../../lib/queries/projects.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { reopened } from "../../lib/queries/reopened.ts"
import { resplit } from "../../lib/queries/resplit.ts"
import { whoAmI } from "../../lib/queries/who-am-i.ts"
import { ownDataOf } from "../queries/own-data-of.ts"
import { exportText } from "../queries/whole-export.ts"
import { inProject, place } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"

/** What can be seen. */
export const seenRows: readonly Row[] = [
  row(
    "readingRoom",
    "GET documents/[documentId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId }: { documentId: string }) => readingRoom(actor, documentId),
    async room => ({ documentId: (await place(room)).documentId }),
  ),
  row(
    "resplit",
    "GET documents/[documentId]/resplit",
    "forbidden forbidden ok ok not-found not-found signed-out",
    (actor, { documentId }: { documentId: string }) => resplit(actor, documentId),
    async room => ({ documentId: (await place(room)).documentId }),
  ),
  row(
    "claimCard",
    "GET documents/[documentId]/claims/[unitId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, unitId }: { documentId: string; unitId: string }) => claimCard(actor, documentId, unitId),
    async room => {
      const { documentId, unitId } = await place(room)
      return { documentId, unitId }
    },
  ),
  row(
    "claimNotes",
    "GET documents/[documentId]/claims/[unitId]/notes",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, unitId }: { documentId: string; unitId: string }) => claimNotes(actor, documentId, unitId),
    async room => {
      const { documentId, unitId } = await place(room)
      return { documentId, unitId }
    },
  ),
  row(
    "projectOverview",
    "GET projects/[projectId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => projectOverview(actor, projectId),
    inProject,
  ),
  row(
    "members",
    "GET projects/[projectId]/members",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => members(actor, projectId),
    inProject,
  ),
  row(
    "policy",
    "GET projects/[projectId]/policy",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => policy(actor, projectId),
    inProject,
  ),
  row(
    "flags",
    "GET projects/[projectId]/flags",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => flags(actor, projectId, filter),
    inProject,
  ),
  row(
    "activity",
    "GET projects/[projectId]/activity",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => activity(actor, projectId, filter),
    inProject,
  ),
  row(
    "projectLog",
    "GET projects/[projectId]/log",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...asked }: { projectId: string }) => projectLog(actor, projectId, asked),
    inProject,
  ),
  row(
    "reopened",
    "GET projects/[projectId]/reopened",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...filter }: { projectId: string }) => reopened(actor, projectId, filter),
    inProject,
  ),
  row(
    "exportFile",
    "GET projects/[projectId]/export",
    "ok ok ok ok not-found not-found signed-out",
    exportText,
    async ({ projectId }) => ({ projectId, format: "csv" }),
  ),
  row(
    "exportPreview",
    "GET projects/[projectId]/export/preview",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => exportPreview(actor, projectId, {}),
    inProject,
  ),
  row(
    "projects",
    "GET projects",
    "ok ok ok ok ok ok signed-out",
    actor => projects(actor),
    async () => ({}),
  ),
  row(
    "accountEvents",
    "account",
    "ok ok ok ok ok ok sign-in",
    actor => accountEvents(actor),
    async () => ({}),
  ),
  row(
    "account",
    "account",
    "ok ok ok ok ok ok sign-in",
    actor => account(actor),
    async () => ({}),
  ),
  row(
    "ownData",
    "GET account/data",
    "ok ok ok ok ok ok signed-out",
    actor => ownDataOf(actor),
    async () => ({}),
  ),
  row(
    "whoAmI",
    "GET account",
    "ok ok ok ok ok ok signed-out",
    actor => whoAmI(actor),
    async () => ({}),
  ),
]
