import { ownChangeAt } from "../db/flag-act-rows.ts"
import { withEffect } from "../db/own-changes.ts"
import { type Actor, readDocument, readProject } from "../db/pass.ts"
import { byKey } from "../domain/by-key.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { type FlagOutcome, flagActs } from "../domain/flag-act.ts"
import { flagsAct } from "../schema/flag-desk-input.ts"
import { parse } from "../schema/parse.ts"
import { derivedRequest } from "./derived-request.ts"
import { actOnDocumentFlags, type Outcomes } from "./flags-in-document.ts"

/** What an act came to: the changes that it made, by which it can be taken back, and what came of each flag. */
export interface Acted {
  readonly changes: readonly { readonly documentId: string; readonly revision: number }[]
  readonly outcomes: Outcomes
}

/**
 * Answer, assign, date, withdraw or reopen flags of several documents at once. What is done in each is one change of its
 * own, so that a document that can't be held just now keeps none of the others waiting; the same request again makes no
 * second one.
 */
async function actOn(actor: Actor, raw: unknown): Promise<Result<Acted>> {
  const parsed = parse(flagsAct, raw)
  if (!parsed.ok) return parsed
  const { projectId, requestId, act, flags } = parsed.value
  const allowed = await readProject(actor, projectId, flagActs[act.do].needs, async () => ok(null))
  if (!allowed.ok) return allowed
  const changes: Acted["changes"][number][] = []
  const outcomes: Record<string, FlagOutcome> = {}
  for (const [documentId, inIt] of byKey(flags, flag => flag.documentId)) {
    const here = { projectId, documentId, requestId: derivedRequest(requestId, documentId) }
    const seen = inIt.map(({ id, version }) => ({ id, version }))
    const done = await actOnDocumentFlags(actor, { ...here, act, flags: seen })
    if (done.ok) {
      changes.push({ documentId, revision: done.value.revision })
      Object.assign(outcomes, done.value.outcomes ?? (await saidBefore(actor, documentId, done.value.revision, seen)))
    } else if (done.failure.code === "flags-unchanged") Object.assign(outcomes, done.failure.outcomes)
    else if (done.failure.code === "not-found") for (const { id } of seen) outcomes[id] = "gone"
    else return changes.length === 0 ? done : fail({ code: "flags-halted", changes, why: done.failure })
  }
  return ok({ changes, outcomes })
}

/** What came of the flags of a request that was carried out before: those that its change touched were done. */
async function saidBefore(
  actor: Actor,
  documentId: string,
  revision: number,
  flags: readonly { readonly id: string }[],
): Promise<Outcomes> {
  const touched = await readDocument(actor, documentId, "project.read", async pass => {
    const own = await ownChangeAt(pass, revision)
    const steps = own ? ((await withEffect(pass, own)).effect.flags ?? []) : []
    return ok(new Set(steps.map(({ after }) => after?.id)))
  })
  return Object.fromEntries(
    flags.map(({ id }) => [id, touched.ok && touched.value.has(id) ? ("done" as const) : ("changed" as const)]),
  )
}

/** {@link actOn} with what anybody needs to act at all; an answer needs more. */
export const actOnFlags = Object.assign(actOn, {
  needs: "flag.raise" as const,
  scope: "project" as const,
  input: flagsAct,
})
