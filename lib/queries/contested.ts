import { unitPlaces } from "../db/activity-rows.ts"
import { contestedCounts, contestedRows } from "../db/contested-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { shortened } from "../domain/sentence-words.ts"
import { contestedFilter } from "../schema/adjudication-input.ts"
import { pageSize, placeIn } from "../schema/list-filter.ts"
import { contestedWish, waysOf } from "./listed-contested.ts"
import { readFilter } from "./read-filter.ts"

/**
 * The contested claims over all documents of a project that the reader may see, 50 at once, by default those on which
 * people agree least first. `input` comes from an address.
 */
export async function contested(actor: Actor, projectId: string, input: unknown = {}) {
  const filter = readFilter(contestedFilter, input)
  if (!filter.ok) return filter
  const { page: _page, after: _after, ...asked } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    const { wish, ownForbidden } = await contestedWish(pass, asked)
    const part = await contestedRows(pass, wish, placeIn(filter.value), pageSize)
    if (!part.ok) return part
    const { rows, after } = part.value
    const ways = await waysOf(pass, rows)
    const places = await unitPlaces(
      pass,
      rows.map(({ unitId }) => unitId),
    )
    return ok({
      project: (await projectWordsRow(pass)).name,
      offers: offers(pass.role),
      filter: filter.value,
      /** Whether the policy keeps the reader from deciding what they labelled. */
      ownForbidden,
      documents: await documentNames(pass),
      after,
      ...(await contestedCounts(pass, wish)),
      claims: rows.map(({ lastAt, number: _number, ...row }) => ({
        ...row,
        lastAt: lastAt?.toISOString() ?? null,
        ways: ways.get(row.unitId) ?? [],
        quote: shortened(places.get(row.unitId)?.quote ?? ""),
      })),
    })
  })
}
contested.input = contestedFilter

type Answer = Awaited<ReturnType<typeof contested>>
export type ContestedPage = Extract<Answer, { ok: true }>["value"]
