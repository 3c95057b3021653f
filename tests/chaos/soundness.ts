import { database } from "../../lib/db/client.ts"
import type { DocumentChange } from "../../lib/domain/change.ts"
import { replay } from "../../lib/domain/replay.ts"
import { changeOf } from "../../lib/domain/stored-change.ts"
import { canonical } from "../../lib/domain/undo.ts"
import { stored } from "../commands/log-and-rows.ts"
import { chain } from "../commands/room.ts"
import type { Asked, Ground } from "./reviewers.ts"

/** What is wrong in the database after everything, in sentences; none when all is as it was promised. */
export interface Soundness {
  /** Changes that were acknowledged and are not there. */
  readonly lost: number
  /** Changes that are there twice, or that nobody asked for. */
  readonly doubled: number
  /** Rows that the log does not give, or gives otherwise. */
  readonly half: number
  /** Chains that do not verify. */
  readonly broken: readonly string[]
  /** Changes that are stored in all. */
  readonly changes: number
}

/** Compare what reviewers were told with what is stored, and what is stored with the log. */
export async function soundness(
  { projectId, documents }: Ground,
  asked: readonly Asked[],
  began: ReadonlyMap<string, Beginning>,
): Promise<Soundness> {
  const acknowledged = asked.filter(({ status }) => status === 200)
  let [lost, doubled, half, changes] = [0, 0, 0, 0]
  const broken: string[] = []
  for (const id of [projectId, ...documents.map(each => each.id)])
    await chain(id).catch((trouble: Error) => void broken.push(`${id}: ${trouble.message}`))
  for (const { id } of documents) {
    const { units, revision } = began.get(id)!
    const log = await database().change.findMany({ where: { streamId: id }, orderBy: { revision: "asc" } })
    const since = new Map(log.filter(change => change.revision > revision).map(change => [change.requestId, change]))
    changes += since.size
    const here = acknowledged.filter(({ documentId }) => documentId === id)
    lost += here.filter(({ requestId, revision }) => since.get(requestId)?.revision !== revision).length
    const known = new Set(asked.map(({ requestId }) => requestId))
    doubled += [...since.keys()].filter(requestId => !known.has(requestId)).length
    const folded = replay(
      units,
      log.map(({ kind, body }) => (changeOf(kind, body) as DocumentChange).effect),
    )
    const rows = await stored(id)
    for (const part of ["units", "annotations", "citations"] as const) half += differences(rows[part], folded[part])
  }
  return { lost, doubled, half, broken, changes }
}

interface Beginning {
  readonly units: Parameters<typeof replay>[0]
  readonly revision: number
}

/** How each document stands before anybody reviews it. */
export async function beginnings({ documents }: Ground): Promise<ReadonlyMap<string, Beginning>> {
  const entries = documents.map(async ({ id }) => {
    const { revision } = await database().document.findUniqueOrThrow({ where: { id }, select: { revision: true } })
    return [id, { units: [...(await stored(id)).units.values()], revision }] as const
  })
  return new Map(await Promise.all(entries))
}

function differences(rows: ReadonlyMap<string, unknown>, folded: ReadonlyMap<string, unknown>): number {
  const keys = new Set([...rows.keys(), ...folded.keys()])
  return [...keys].filter(key => canonical(rows.get(key) ?? null) !== canonical(folded.get(key) ?? null)).length
}
