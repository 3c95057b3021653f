import { uuidv7 } from "uuidv7"
import { actOnFlags } from "../../lib/commands/act-on-flags.ts"
import { changeView } from "../../lib/commands/change-view.ts"
import { deleteView } from "../../lib/commands/delete-view.ts"
import { saveView } from "../../lib/commands/save-view.ts"
import { undoFlags } from "../../lib/commands/undo-flags.ts"
import { flagPreview } from "../../lib/queries/flag-preview.ts"
import { flagsChosen, moreFlags } from "../../lib/queries/flags.ts"
import { value } from "../queries/project.ts"
import { inProject, raised, requestId } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import type { Room, Somebody } from "./everybody.ts"

async function chosen(room: Room, by: Somebody, act: object) {
  const { documentId, flagId: id, version } = await raised(room, by)
  return { projectId: room.projectId, act, flags: [{ documentId, id, version }], requestId: requestId() }
}

async function undoing(room: Room, by: Somebody) {
  const { changes } = value(await actOnFlags(by, await chosen(room, by, { do: "withdraw" })))
  return { projectId: room.projectId, changes, requestId: requestId() }
}

const view = (room: Room, shared = false) => ({
  projectId: room.projectId,
  viewId: uuidv7(),
  name: "Late",
  shared,
  filter: {},
})

async function kept(room: Room, by: Somebody, shared = false) {
  const { filter: _, ...made } = view(room, shared)
  value(await saveView(by, { ...made, filter: { due: "overdue" } }))
  return made
}

/** The flag desk. */
export const deskRows: readonly Row[] = [
  row(
    "actOnFlags, answers",
    "POST projects/[projectId]/flags/act",
    "forbidden forbidden ok ok not-found not-found signed-out",
    actOnFlags,
    room => chosen(room, room.author, { do: "answer", answer: "Looked up." }),
  ),
  row(
    "actOnFlags, takes upon oneself",
    "POST projects/[projectId]/flags/act",
    "forbidden ok ok ok not-found not-found signed-out",
    actOnFlags,
    (room, by) => chosen(room, room.author, { do: "assign", assigneeId: by.id }),
  ),
  row(
    "undoFlags",
    "POST projects/[projectId]/flags/undo",
    "forbidden ok ok ok not-found not-found signed-out",
    undoFlags,
    undoing,
  ),
  row(
    "undoFlags, somebody else's",
    "POST projects/[projectId]/flags/undo",
    "forbidden not-found not-found not-found not-found not-found signed-out",
    undoFlags,
    undoing,
    "author",
  ),
  row(
    "saveView",
    "POST projects/[projectId]/views",
    "ok ok ok ok not-found not-found signed-out",
    saveView,
    async room => view(room),
  ),
  row(
    "saveView, for all",
    "POST projects/[projectId]/views",
    "forbidden forbidden ok ok not-found not-found signed-out",
    saveView,
    async room => view(room, true),
  ),
  row(
    "changeView",
    "POST projects/[projectId]/views/[viewId]",
    "ok ok ok ok not-found not-found signed-out",
    changeView,
    async (room, by) => ({ ...(await kept(room, by)), name: "Later" }),
  ),
  row(
    "changeView, one that all share",
    "POST projects/[projectId]/views/[viewId]",
    "forbidden forbidden ok ok not-found not-found signed-out",
    changeView,
    async room => ({ ...(await kept(room, room.owner, true)), name: "Later" }),
  ),
  row(
    "changeView, what a shared one lists",
    "POST projects/[projectId]/views/[viewId]",
    "not-found not-found ok ok not-found not-found signed-out",
    changeView,
    async room => {
      const { projectId, viewId } = await kept(room, room.owner, true)
      return { projectId, viewId, filter: { due: "week" } }
    },
  ),
  row(
    "deleteView",
    "POST projects/[projectId]/views/[viewId]/delete",
    "ok ok ok ok not-found not-found signed-out",
    deleteView,
    async (room, by) => {
      const { projectId, viewId } = await kept(room, by)
      return { projectId, viewId }
    },
  ),
  row(
    "deleteView, somebody else's",
    "POST projects/[projectId]/views/[viewId]/delete",
    "not-found not-found not-found not-found not-found not-found signed-out",
    deleteView,
    async room => {
      const { projectId, viewId } = await kept(room, room.author)
      return { projectId, viewId }
    },
    "author",
  ),
  row(
    "moreFlags",
    "GET projects/[projectId]/flags/more",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, ...rest }: { projectId: string }) => moreFlags(actor, projectId, rest),
    async ({ projectId }) => ({ projectId, after: JSON.stringify(["2026-01-01 00:00:00+00", uuidv7()]) }),
  ),
  row(
    "flagsChosen",
    "GET projects/[projectId]/flags/chosen",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => flagsChosen(actor, projectId, {}),
    inProject,
  ),
  row(
    "flagPreview",
    "GET documents/[documentId]/flags/[flagId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { documentId, flagId }: { documentId: string; flagId: string }) => flagPreview(actor, documentId, flagId),
    async room => {
      const { documentId, flagId } = await raised(room, room.author)
      return { documentId, flagId }
    },
  ),
]
