import { unitPlaces } from "../db/activity-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import { type Actor, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { questionsTo } from "../db/question-rows.ts"
import { firstContested, queueProgress } from "../db/queue-progress.ts"
import { queueRule } from "../db/queue-rows.ts"
import { may, offers } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { shortened } from "../domain/sentence-words.ts"
import { queueFilter } from "../schema/queue-input.ts"
import { readFilter } from "./read-filter.ts"

/** What stands around the claim of the queue: its rule, its documents, and how far one is. `input` comes from an address. */
export async function queue(actor: Actor, projectId: string, input: unknown = {}) {
  const filter = readFilter(queueFilter, input)
  if (!filter.ok) return filter
  const { document, skipped } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    const documents = await documentNames(pass)
    if (document && !documents.some(({ id }) => id === document)) return fail({ code: "not-found" })
    const rule = await queueRule(pass)
    return ok({
      project: (await projectWordsRow(pass)).name,
      offers: offers(pass.role),
      ...rule,
      documents,
      filter: { documentId: document ?? null, skipped: skipped === "1" },
      contested: may(pass.role, "claim.adjudicate") ? await contestedClaims(pass, document ?? null) : [],
      /** How many questions wait for the reader. */
      questions: (await questionsTo(pass)).length,
      progress: await queueProgress(pass, document ?? null, rule.wanted),
    })
  })
}
queue.input = queueFilter

/** Some contested claims with their beginnings, for editors, who decide them. */
async function contestedClaims(pass: ProjectPass, documentId: string | null) {
  const ids = await firstContested(pass, documentId, 5)
  const places = await unitPlaces(pass, ids)
  return ids.map(unitId => {
    const { documentId, quote } = places.get(unitId)!
    return { unitId, documentId, quote: shortened(quote) }
  })
}

type Answer = Awaited<ReturnType<typeof queue>>
export type QueuePage = Extract<Answer, { ok: true }>["value"]
