import { type ActivityRow, activityCount, activityRows, everyMember, unitPlaces } from "../db/activity-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import type { ChangeKind } from "../domain/change.ts"
import { changeSentence } from "../domain/change-sentence.ts"
import { ok } from "../domain/failure.ts"
import { shortened } from "../domain/sentence-words.ts"
import { activityFilter, pageSize } from "../schema/list-filter.ts"
import { changeWords } from "./change-words.ts"
import { readFilter } from "./read-filter.ts"

/** One thing that happened, told in a sentence that begins with `actor`. */
export interface Happening {
  readonly streamId: string
  readonly revision: number
  readonly at: Date
  readonly actorId: string
  readonly actor: string
  readonly kind: ChangeKind
  readonly sentence: string
  readonly documentId: string | null
  readonly document: string | null
  /** The live unit that it is about. */
  readonly unitId: string | null
  /** Where in the text it happened, when that is known. */
  readonly start: number | null
  /** The beginning of the passage, or nothing. */
  readonly quote: string
}

/** What happened in a project, 50 at once, the newest first. `input` comes from an address. */
export async function activity(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(activityFilter, input)
  if (!filter.ok) return filter
  const { page, ...wanted } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    const rows = await activityRows(pass, wanted, (page - 1) * pageSize, pageSize)
    const [people, documents] = [await everyMember(pass), await documentNames(pass)]
    const words = await changeWords(
      pass,
      rows.map(({ change }) => change),
    )
    const places = await unitPlaces(
      pass,
      rows.flatMap(({ unitId }) => (unitId ? [unitId] : [])),
    )
    const titles = new Map(documents.map(({ id, title }) => [id, title]))
    const told = (row: ActivityRow): Happening => {
      const { change, unitId, ...rest } = row
      const unit = unitId ? places.get(unitId) : undefined
      const flag = "effect" in change ? (change.effect.flags?.[0]?.after ?? null) : null
      const documentId = row.documentId ?? ("documentId" in change ? change.documentId : null)
      return {
        ...rest,
        kind: change.kind,
        sentence: changeSentence(change, words(row.actorId)),
        documentId,
        document: documentId ? (titles.get(documentId) ?? null) : null,
        unitId: unit && !unit.retired ? unitId : null,
        start: unit?.start ?? flag?.start ?? null,
        quote: shortened(unit?.quote ?? flag?.quote ?? ""),
      }
    }
    return ok({
      project: (await projectWordsRow(pass)).name,
      filter: filter.value,
      people: people.map(({ shownId, name }) => ({ id: shownId, name })),
      documents,
      total: await activityCount(pass, wanted),
      changes: rows.map(told),
    })
  })
}

type Answer = Awaited<ReturnType<typeof activity>>
export type ActivityPage = Extract<Answer, { ok: true }>["value"]
