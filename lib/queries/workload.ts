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
import { pageSize } from "../schema/list-filter.ts"
import { workFilter } from "../schema/work-input.ts"
import { readFilter } from "./read-filter.ts"

/**
 * Who has how much to do: of everybody for who assigns work, of themselves for everybody else, who are told nothing of
 * what others do or skip. `input` comes from an address.
 */
export async function workload(actor: Actor, projectId: string, input: unknown = {}) {
  const filter = readFilter(workFilter, input)
  if (!filter.ok) return filter
  const { page, documents, skips } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    const offered = offers(pass.role)
    const all = offered["work.assign"]
    const whose = all ? null : actor.id
    const names = await documentNames(pass)
    return ok({
      project: (await projectWordsRow(pass)).name,
      me: actor.id,
      offers: offered,
      filter: filter.value,
      wanted: (await queueRule(pass)).wanted,
      people: await workLines(pass, whose, (page - 1) * pageSize, pageSize),
      total: all ? await workLineCount(pass) : 1,
      documents: await workDocuments(pass, whose, (documents - 1) * pageSize, pageSize),
      names,
      /** What editors ask the reader about claims that they labelled. */
      questions: await questionsTo(pass),
      assignable: all ? await whoLabels(pass) : [],
      skipped: all ? await skippedWithWords(pass, (skips - 1) * pageSize) : { total: 0, claims: [] },
    })
  })
}
workload.input = workFilter

/** What people skipped, with the beginning of each claim. */
async function skippedWithWords(pass: ProjectPass, from: number) {
  const rows = await skippedClaims(pass, from, pageSize)
  const places = await unitPlaces(
    pass,
    rows.map(({ unitId }) => unitId),
  )
  const claims = rows.map(row => ({ ...row, quote: shortened(places.get(row.unitId)?.quote ?? "") }))
  return { total: await skippedClaimCount(pass), claims }
}

type Answer = Awaited<ReturnType<typeof workload>>
export type WorkPage = Extract<Answer, { ok: true }>["value"]
