import { assigneeOf, flagsByIds, ownChangeAt } from "../db/flag-act-rows.ts"
import { withEffect } from "../db/own-changes.ts"
import { membersShownAs } from "../db/shown-people.ts"
import { may } from "../domain/access.ts"
import type { DocumentChangeKind } from "../domain/change.ts"
import type { FlagState, Step } from "../domain/effect.ts"
import { fail, ok } from "../domain/failure.ts"
import { deskKinds, type FlagOutcome, flagActs, stepOf, stillStanding } from "../domain/flag-act.ts"
import { takeBack, undoNeeds } from "../domain/undo.ts"
import { documentFlagsAct, documentFlagsUndo } from "../schema/flag-desk-input.ts"
import { documentCommand } from "./command.ts"

/** What came of each flag, by its id. */
export type Outcomes = Readonly<Record<string, FlagOutcome>>

/**
 * The part of an act at the flag desk that is one document's: one change with a step for each flag that could be acted
 * on. Flags that could not stay as they are; when none could, there is no change, and the answer says why in each case.
 */
export const actOnDocumentFlags = documentCommand("flag.raise", documentFlagsAct, async (pass, input) => {
  const { projectId, act, flags } = input
  if (pass.projectId !== projectId) return fail({ code: "not-found" })
  const { kind, needs } = flagActs[act.do]
  if (!may(pass.role, needs)) return fail({ code: "forbidden", needs })
  const found = await flagsByIds(
    pass,
    flags.map(({ id }) => id),
  )
  const wanted = act.do === "assign" ? act.assigneeId : null
  const known = wanted && ((await membersShownAs(pass, [wanted])).get(wanted) ?? null)
  const states = [...found.values()].map(({ state }) => state)
  const assignee = known ? await assigneeOf(pass, known, states) : null
  if (wanted && !assignee)
    return fail({ code: "invalid", issues: [{ path: "assigneeId", message: "Choose a member who reviews or edits." }] })
  const meant = act.do === "assign" ? { ...act, assigneeId: assignee?.id ?? null } : act
  const by = { id: pass.actor.id, role: pass.role }
  const steps: Step<FlagState>[] = []
  const outcomes: Record<string, FlagOutcome> = {}
  for (const { id, version } of flags) {
    const flag = found.get(id)
    const step = !flag ? "gone" : assignee?.hidden.has(id) ? "hidden" : stepOf(flag, version, meant, by)
    if (typeof step !== "string") steps.push(step)
    outcomes[id] = typeof step === "string" ? step : "done"
  }
  if (steps.length === 0) return fail({ code: "flags-unchanged", outcomes })
  return ok({ change: { kind, effect: { flags: steps } }, answer: { outcomes } })
})

/**
 * Take back one's own act at the flag desk in one document, named by the revision that it was. Flags that were changed
 * since stay as they are; when all were, nothing is taken back.
 */
export const undoDocumentFlags = documentCommand("flag.raise", documentFlagsUndo, async (pass, input) => {
  if (pass.projectId !== input.projectId) return fail({ code: "not-found" })
  const own = await ownChangeAt(pass, input.revision)
  if (!own || !(deskKinds as readonly DocumentChangeKind[]).includes(own.kind)) return fail({ code: "not-found" })
  const needs = undoNeeds[own.kind]
  if (!may(pass.role, needs)) return fail({ code: "forbidden", needs })
  const done = await withEffect(pass, own)
  const touched = (done.effect.flags ?? []).flatMap(({ after }) => (after ? [after.id] : []))
  const rows = await flagsByIds(pass, touched)
  const now = new Map([...rows].map(([id, { state }]) => [id, state]))
  const flags = stillStanding(done.effect, now)
  if (flags.length === 0)
    return fail({
      code: "undo-blocked",
      why: "These flags were changed again in the meantime, so this can't be undone.",
      revision: own.revision,
    })
  const change = takeBack({ ...done, effect: { flags } }, (_, key) => now.get(key) ?? null, "change-undone")
  return change.ok
    ? ok({ change: change.value, answer: { undone: flags.length, kept: touched.length - flags.length } })
    : change
})
