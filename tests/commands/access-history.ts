import { restoreCitation } from "../../lib/commands/restore-citation.ts"
import { restoreFlag } from "../../lib/commands/restore-flag.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { beforeAfter } from "../../lib/queries/before-after.ts"
import { claimHistory } from "../../lib/queries/claim-history.ts"
import { documentHistory } from "../../lib/queries/document-history.ts"
import { value } from "../queries/project.ts"
import { gave, place, raised, requestId } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import type { Room, Somebody } from "./everybody.ts"

async function citationBack(room: Room, by: Somebody) {
  const { kept } = await gave(room, by)
  value(await withdrawCitation(by, kept))
  return { ...kept, version: 2, requestId: requestId() }
}

async function flagBack(room: Room, by: Somebody) {
  const flag = await raised(room, by)
  value(await withdrawFlag(by, flag))
  return { ...flag, version: 2, requestId: requestId() }
}

/** Histories, and what is brought back from them. */
export const historyRows: readonly Row[] = [
  row(
    "documentHistory",
    "GET documents/[documentId]/history",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, ...filter }: { documentId: string }) => documentHistory(actor, documentId, filter),
    async room => ({ documentId: (await place(room)).documentId }),
  ),
  row(
    "claimHistory",
    "GET documents/[documentId]/claims/[unitId]/history",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, unitId, ...filter }: { documentId: string; unitId: string }) =>
      claimHistory(actor, documentId, unitId, filter),
    async room => {
      const { documentId, unitId } = await place(room)
      return { documentId, unitId }
    },
  ),
  row(
    "beforeAfter",
    "GET projects/[projectId]/changes/[streamId]/[revision]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, input: object) => beforeAfter(actor, input),
    async room => {
      const { documentId } = await raised(room, room.author)
      return { projectId: room.projectId, streamId: documentId, revision: "1" }
    },
  ),
  row(
    "beforeAfter, of the project itself",
    "GET projects/[projectId]/changes/[streamId]/[revision]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, input: object) => beforeAfter(actor, input),
    async ({ projectId }) => ({ projectId, streamId: projectId, revision: "1" }),
  ),
  row(
    "restoreCitation",
    "POST documents/[documentId]/citations/[citationId]/restore",
    "forbidden ok ok ok not-found not-found signed-out",
    restoreCitation,
    citationBack,
  ),
  row(
    "restoreCitation, somebody else's",
    "POST documents/[documentId]/citations/[citationId]/restore",
    "forbidden only-your-own ok ok not-found not-found signed-out",
    restoreCitation,
    async room => citationBack(room, room.author),
  ),
  row(
    "restoreFlag",
    "POST documents/[documentId]/flags/[flagId]/restore",
    "forbidden ok ok ok not-found not-found signed-out",
    restoreFlag,
    flagBack,
  ),
  row(
    "restoreFlag, somebody else's",
    "POST documents/[documentId]/flags/[flagId]/restore",
    "forbidden only-your-own ok ok not-found not-found signed-out",
    restoreFlag,
    async room => flagBack(room, room.author),
  ),
]
