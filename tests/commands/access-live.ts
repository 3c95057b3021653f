import { uuidv7 } from "uuidv7"
import { tellPresence } from "../../lib/commands/tell-presence.ts"
import { liveRevisions } from "../../lib/queries/live-revisions.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { roomSince } from "../../lib/queries/room-since.ts"
import { value } from "../queries/project.ts"
import { place } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"

/** What travels live: where the streams of changes have come, what became of a document, and who is where. */
export const liveRows: readonly Row[] = [
  row(
    "liveRevisions",
    "GET live",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projects }: { projects: string }) => liveRevisions(actor, projects),
    async ({ projectId }) => ({ projects: projectId }),
  ),
  row(
    "roomSince",
    "GET documents/[documentId]/since",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, ...seen }: { documentId: string }) => roomSince(actor, documentId, seen),
    async (room, by) => {
      const { documentId } = await place(room)
      const { mark, revision, sight } = value(await readingRoom(by, documentId))
      return { documentId, mark, revision: String(revision), sight }
    },
  ),
  row(
    "tellPresence",
    "POST projects/[projectId]/presence",
    "ok ok ok ok not-found not-found signed-out",
    tellPresence,
    async room => {
      const { documentId, unitId } = await place(room)
      const at = { documentId, unitId, writing: true }
      return { projectId: room.projectId, streamId: uuidv7(), tab: uuidv7(), place: at, requestId: uuidv7() }
    },
  ),
]
