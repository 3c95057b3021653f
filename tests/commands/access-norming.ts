import { createHash } from "node:crypto"
import { uuidv7 } from "uuidv7"
import { beginRound } from "../../lib/commands/begin-round.ts"
import { endRound } from "../../lib/commands/end-round.ts"
import { revealRound } from "../../lib/commands/reveal-round.ts"
import { database } from "../../lib/db/client.ts"
import { round } from "../../lib/queries/round.ts"
import { rounds } from "../../lib/queries/rounds.ts"
import { value } from "../queries/project.ts"
import { inProject, place, requestId } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import type { Room } from "./everybody.ts"

/**
 * The id of a round that draws the claims of a document in their order. Its id decides what it draws, and two rooms in which
 * the same is done must not differ in that.
 */
async function roundIn(documentId: string): Promise<string> {
  const units = await database().unit.findMany({ where: { documentId, retired: false }, orderBy: { start: "asc" } })
  for (;;) {
    const round = uuidv7()
    const drawn = units.map(({ id }) => createHash("md5").update(`${round}${id}`).digest("hex"))
    if (drawn.every((one, at) => at === 0 || drawn[at - 1]! < one)) return round
  }
}

/** A new round, as an input of what is done with one. */
async function begun(room: Room) {
  const { projectId, owner } = room
  const { documentId } = await place(room)
  const roundId = await roundIn(documentId)
  const asked = { projectId, id: roundId, name: "First", documentId, claims: 1, requestId: requestId() }
  value(await beginRound(owner, asked))
  return { projectId, roundId, requestId: requestId() }
}

/** What is done and seen in norming rounds. */
export const normingRows: readonly Row[] = [
  row(
    "beginRound",
    "POST projects/[projectId]/rounds",
    "forbidden forbidden ok ok not-found not-found signed-out",
    beginRound,
    async room => {
      const { documentId } = await place(room)
      const id = await roundIn(documentId)
      return { projectId: room.projectId, id, name: "First", documentId, claims: 1, requestId: requestId() }
    },
  ),
  row(
    "revealRound",
    "POST projects/[projectId]/rounds/[roundId]/reveal",
    "forbidden forbidden ok ok not-found not-found signed-out",
    revealRound,
    begun,
  ),
  row(
    "endRound",
    "POST projects/[projectId]/rounds/[roundId]/end",
    "forbidden forbidden ok ok not-found not-found signed-out",
    endRound,
    async room => {
      const asked = await begun(room)
      value(await revealRound(room.owner, asked))
      return { ...asked, requestId: requestId() }
    },
  ),
  row(
    "rounds",
    "GET projects/[projectId]/rounds",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => rounds(actor, projectId),
    inProject,
  ),
  row(
    "round",
    "GET projects/[projectId]/rounds/[roundId]",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, roundId }: { projectId: string; roundId: string }) => round(actor, projectId, roundId),
    async room => {
      const { projectId, roundId } = await begun(room)
      return { projectId, roundId }
    },
  ),
]
