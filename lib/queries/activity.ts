import { ofDocument, ofProject } from "../db/history-scope.ts"
import { logHead } from "../db/log-in-project.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { ok } from "../domain/failure.ts"
import { activityFilter } from "../schema/list-filter.ts"
import { happeningsPage } from "./happenings.ts"
import { readFilter } from "./read-filter.ts"

/** What happened in a project, 50 at once, the newest first. `input` comes from an address. */
export async function activity(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(activityFilter, input)
  if (!filter.ok) return filter
  const { document } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    const scope = document ? ofDocument(pass, document) : ofProject(pass)
    return ok({ filter: filter.value, head: await logHead(pass), ...(await happeningsPage(pass, scope, filter.value)) })
  })
}
activity.input = activityFilter

type Answer = Awaited<ReturnType<typeof activity>>
export type ActivityPage = Extract<Answer, { ok: true }>["value"]
