import { addPreAnnotations } from "../../lib/commands/add-pre-annotations.ts"
import { dismissPreAnnotation } from "../../lib/commands/dismiss-pre-annotation.ts"
import { database } from "../../lib/db/client.ts"
import { readMarkings } from "../../lib/queries/read-pre-annotations.ts"
import { value } from "../queries/project.ts"
import { place, requestId } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import type { Room } from "./everybody.ts"

const passage = { start: 0, end: 8, quote: "The ship", becomes: "disputed", text: "Who says so?" }

const marked = async (room: Room) => {
  const { documentId, unitId } = await place(room)
  return { documentId, unitId, number: 1, file: "tasks.json", passages: [passage], requestId: requestId() }
}

/** What comes in that other tools marked. */
export const preAnnotationRows: readonly Row[] = [
  row(
    "readMarkings",
    "POST documents/[documentId]/pre-annotations/read",
    "forbidden forbidden ok ok not-found not-found signed-out",
    readMarkings,
    async room => {
      const { documentId } = await place(room)
      const task = { data: { text: "The ship" }, annotations: [{ result: [] }] }
      return { documentId, files: [{ name: "tasks.json", base64: btoa(JSON.stringify([task])) }] }
    },
  ),
  row(
    "addPreAnnotations",
    "POST documents/[documentId]/pre-annotations",
    "forbidden forbidden ok ok not-found not-found signed-out",
    addPreAnnotations,
    async room => {
      const { unitId: _unit, ...input } = await marked(room)
      return input
    },
  ),
  row(
    "dismissPreAnnotation",
    "POST documents/[documentId]/pre-annotations/[preAnnotationId]/dismiss",
    "forbidden ok ok ok not-found not-found signed-out",
    dismissPreAnnotation,
    async room => {
      const { unitId, ...input } = await marked(room)
      value(await addPreAnnotations(room.owner, input))
      const { documentId } = input
      const { id } = await database().preAnnotation.findFirstOrThrow({ where: { documentId } })
      return { documentId, unitId, preAnnotationId: id, requestId: requestId() }
    },
  ),
]
