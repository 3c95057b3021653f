import type * as z from "zod"
import { unitPlaces } from "../db/activity-rows.ts"
import { whoLabels } from "../db/assignment-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import { type Actor, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { questionsTo } from "../db/question-rows.ts"
import { queueRule } from "../db/queue-rows.ts"
import { skippedClaimCount, skippedClaims } from "../db/skip-rows.ts"
import { workDocuments, workLineCount, workLines } from "../db/work-rows.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { shortened } from "../domain/sentence-words.ts"
import { pageSize, placeIn } from "../schema/list-filter.ts"
import { workFilter } from "../schema/work-input.ts"
import { readFilter } from "./read-filter.ts"

/**
 * Who has how much to do: of everybody for who assigns work, of themselves for everybody else, who are told nothing of
 * what others do or skip. `input` comes from an address.
 */
export async function workload(actor: Actor, projectId: string, input: unknown = {}) {
  const filter = readFilter(workFilter, input)
  if (!filter.ok) return filter
  const { documents: page, documentsAfter: after } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    const offered = offers(pass.role)
    const all = offered["work.assign"]
    const whose = all ? null : actor.id
    const names = await documentNames(pass)
    const people = await workLines(pass, whose, placeIn(filter.value), pageSize)
    if (!people.ok) return people
    const documents = await workDocuments(pass, whose, placeIn({ page, after }), pageSize)
    if (!documents.ok) return documents
    const skipped = all ? await skippedWithWords(pass, filter.value) : ok({ total: 0, claims: [], after: null })
    if (!skipped.ok) return skipped
    return ok({
      project: (await projectWordsRow(pass)).name,
      me: actor.id,
      offers: offered,
      filter: filter.value,
      wanted: (await queueRule(pass)).wanted,
      people: people.value.rows,
      after: people.value.after,
      total: all ? await workLineCount(pass) : 1,
      documents: documents.value.rows,
      documentsAfter: documents.value.after,
      names,
      /** What editors ask the reader about claims that they labelled. */
      questions: await questionsTo(pass),
      assignable: all ? await whoLabels(pass) : [],
      skipped: skipped.value,
    })
  })
}
workload.input = workFilter

/** What people skipped, with the beginning of each claim. */
async function skippedWithWords(pass: ProjectPass, { skips: page, skipsAfter: after }: z.output<typeof workFilter>) {
  const part = await skippedClaims(pass, placeIn({ page, after }), pageSize)
  if (!part.ok) return part
  const { rows } = part.value
  const places = await unitPlaces(
    pass,
    rows.map(({ unitId }) => unitId),
  )
  const claims = rows.map(row => ({ ...row, quote: shortened(places.get(row.unitId)?.quote ?? "") }))
  return ok({ total: await skippedClaimCount(pass), claims, after: part.value.after })
}

type Answer = Awaited<ReturnType<typeof workload>>
export type WorkPage = Extract<Answer, { ok: true }>["value"]
