import { unitPlaces } from "../db/activity-rows.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { reopenedCount, reopenedRows } from "../db/reopening-rows.ts"
import { changeSentence } from "../domain/change-sentence.ts"
import { ok } from "../domain/failure.ts"
import { shortened } from "../domain/sentence-words.ts"
import { pageSize, placeIn, reopenedFilter } from "../schema/list-filter.ts"
import { changeWords } from "./change-words.ts"
import { readFilter } from "./read-filter.ts"

/**
 * The claims whose verdict fell and that have none again, each with what it was and what brought it down, 50 at once,
 * what fell last first. `input` comes from an address.
 */
export async function reopened(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(reopenedFilter, input)
  if (!filter.ok) return filter
  return readProject(actor, projectId, "project.read", async pass => {
    const part = await reopenedRows(pass, placeIn(filter.value), pageSize)
    if (!part.ok) return part
    const { rows, after } = part.value
    const words = await changeWords(
      pass,
      rows.map(({ change }) => change),
    )
    const places = await unitPlaces(
      pass,
      rows.map(({ unitId }) => unitId),
    )
    return ok({
      project: (await projectWordsRow(pass)).name,
      filter: filter.value,
      total: await reopenedCount(pass),
      after,
      claims: rows.map(({ change, actorId, ...row }) => ({
        ...row,
        quote: shortened(places.get(row.unitId)?.quote ?? ""),
        sentence: changeSentence(change, words(actorId)),
      })),
    })
  })
}
reopened.input = reopenedFilter

type Answer = Awaited<ReturnType<typeof reopened>>
export type ReopenedClaim = Extract<Answer, { ok: true }>["value"]["claims"][number]
