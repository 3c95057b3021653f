import { othersAtWork, ownChanges, standingRows } from "../db/own-changes.ts"
import type { DocumentPass } from "../db/pass.ts"
import { may } from "../domain/access.ts"
import type { DocumentChange } from "../domain/change.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { nextToRedo, nextToUndo, takeBack, undoNeeds } from "../domain/undo.ts"
import { inDocument } from "../schema/place.ts"
import { documentCommand } from "./command.ts"
import { decidesOwn } from "./decides-own.ts"

/** Take back one's own latest change of the document, unless what it made was changed since. */
export const undoChange = documentCommand("annotation.give", inDocument, pass => step(pass, "change-undone"))

/** Bring back what one's own latest undo took back. */
export const redoChange = documentCommand("annotation.give", inDocument, pass => step(pass, "change-redone"))

async function step(
  pass: DocumentPass,
  kind: "change-undone" | "change-redone",
): Promise<Result<{ change: DocumentChange; answer: { undone: string; unitId: string | null } }>> {
  const mine = await ownChanges(pass)
  const done = kind === "change-undone" ? nextToUndo(mine) : nextToRedo(mine)
  if (!done) return fail({ code: "nothing-to-undo" })
  const needs = undoNeeds[done.of ?? done.kind]
  if (!may(pass.role, needs)) return fail({ code: "forbidden", needs })
  const unitId = mine.find(change => change.revision === done.revision)?.unitId ?? null
  const change = takeBack(done, await standingRows(pass, done), kind, unitId ?? undefined)
  if (!change.ok) return change
  const retires = (change.value.effect.units ?? []).flatMap(unit =>
    unit.after?.retired && !unit.before?.retired ? [unit.after.id] : [],
  )
  const others = retires.length > 0 ? await othersAtWork(pass, retires) : []
  if (others.length > 0)
    return fail({
      code: "undo-blocked",
      why: `${others.join(" and ")} ${others.length === 1 ? "has" : "have"} worked on this passage since, so the step can't be undone. Merge or restore it from its card instead.`,
    })
  // Bringing a decision back is deciding: the policy may have come to forbid it, or the claim been labelled since.
  const decided = (change.value.effect.adjudications ?? []).find(({ after }) => after?.editorId === pass.actor.id)
  if (decided?.after && (await decidesOwn(pass, decided.after.unitId))) return fail({ code: "adjudication-own" })
  return ok({ change: change.value, answer: { undone: done.kind, unitId } })
}
