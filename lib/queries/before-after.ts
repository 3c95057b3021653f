import { activityRow } from "../db/activity-rows.ts"
import { type HistoryScope, ofClaim, ofProject, passageById } from "../db/history-scope.ts"
import { type Actor, type DocumentPass, type ProjectPass, readDocument, readProject } from "../db/pass.ts"
import type { Change } from "../domain/change.ts"
import { changeDetails } from "../domain/change-details.ts"
import type { Known } from "../domain/detail.ts"
import { fail, ok } from "../domain/failure.ts"
import type { Restoration } from "../domain/restoration.ts"
import { changePlace } from "../schema/list-filter.ts"
import { documentRestorations } from "./document-restorations.ts"
import { happeningsOf } from "./happenings.ts"
import { knownWords } from "./known-words.ts"
import { projectRestorations } from "./project-restorations.ts"
import { readFilter } from "./read-filter.ts"

/**
 * What one change changed, before and after, and what of it the actor can bring back. `claim` names the passage in whose
 * history it is looked at, where more may be seen of what the passage came from. `input` comes from an address.
 */
export async function beforeAfter(actor: Actor, input: unknown) {
  const place = readFilter(changePlace, input)
  if (!place.ok) return place
  const { projectId, streamId, revision, claim } = place.value
  if (streamId === projectId)
    return readProject(actor, projectId, "project.read", pass =>
      told(pass, ofProject(pass), { streamId, revision }, change => projectRestorations(pass, change)),
    )
  return readDocument(actor, streamId, "project.read", async pass => {
    if (pass.projectId !== projectId) return fail({ code: "not-found" })
    const scope = await scopeOf(pass, claim)
    return told(pass, scope, { streamId, revision }, (change, known) => documentRestorations(pass, change, known))
  })
}
beforeAfter.input = changePlace

async function scopeOf(pass: DocumentPass, claim: string | undefined): Promise<HistoryScope> {
  const passage = claim ? await passageById(pass, claim) : null
  return passage ? ofClaim(pass, passage) : ofProject(pass)
}

async function told(
  pass: ProjectPass,
  scope: HistoryScope,
  key: { readonly streamId: string; readonly revision: number },
  restorations: (change: Change, known: Known) => Promise<readonly Restoration[]>,
) {
  const row = await activityRow(pass, scope, key)
  if (!row) return fail({ code: "not-found" })
  const known = await knownWords(pass, row.change, row.documentId)
  const [happening] = await happeningsOf(pass, [row])
  return ok({
    happening: happening!,
    details: changeDetails(row.change, known),
    restorations: await restorations(row.change, known),
  })
}

type Answer = Awaited<ReturnType<typeof beforeAfter>>
export type BeforeAfter = Extract<Answer, { ok: true }>["value"]
