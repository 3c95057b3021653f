import { atWork, type OwnChange, ownChanges, standingRows, withEffect } from "../db/own-changes.ts"
import type { DocumentPass } from "../db/pass.ts"
import { may } from "../domain/access.ts"
import type { DocumentChange } from "../domain/change.ts"
import { type Failure, fail, ok, type Result } from "../domain/failure.ts"
import { failureSentence } from "../domain/failure-sentence.ts"
import { asksToRedo, asksToUndo, takeBack, undoNeeds } from "../domain/undo.ts"
import { redoInput, undoInput } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { decidesOwn } from "./decides-own.ts"

/**
 * Take back one's own latest change of the document that still stands. A step that can't be taken back is told; once
 * told, it is passed over for the one before it, so that nothing older is out of reach. A change that is named is taken
 * back alone, also when there are later ones.
 */
export const undoChange = documentCommand("annotation.give", undoInput, (pass, { told, revision }) =>
  step(pass, "change-undone", told, revision),
)

/** Bring back what one's own latest undo took back, under the same rule. */
export const redoChange = documentCommand("annotation.give", redoInput, (pass, { told }) =>
  step(pass, "change-redone", told),
)

type Kind = "change-undone" | "change-redone"
type Step = Result<{ change: DocumentChange; answer: { undone: string; unitId: string | null } }>

async function step(pass: DocumentPass, kind: Kind, told: readonly number[], named?: number): Promise<Step> {
  const asks = kind === "change-undone" ? asksToUndo() : asksToRedo()
  for await (const own of ownChanges(pass)) {
    const answer = asks(own)
    if (answer === "end") break
    if (named !== undefined && own.revision < named) break
    if (answer === "not" || (named !== undefined && own.revision !== named)) continue
    const taken = await taking(pass, own, kind, named !== undefined)
    if (taken.ok || !told.includes(own.revision)) return taken
  }
  return fail({ code: "nothing-to-undo" })
}

async function taking(pass: DocumentPass, own: OwnChange, kind: Kind, named: boolean): Promise<Step> {
  const { revision, unitId } = own
  const done = await withEffect(pass, own)
  const blocked = (why: string) => fail({ code: "undo-blocked", why, revision })
  const refused = (failure: Failure) => blocked(failureSentence(failure))
  const needs = undoNeeds[done.of ?? done.kind]
  if (!may(pass.role, needs)) return refused({ code: "forbidden", needs })
  const change = takeBack(done, await standingRows(pass, done), kind, unitId ?? undefined)
  if (!change.ok) return change
  const retires = (change.value.effect.units ?? []).flatMap(unit =>
    unit.after?.retired && !unit.before?.retired ? [unit.after.id] : [],
  )
  // What is named may have later work of one's own on it, which would go away with the passage.
  const others = retires.length > 0 ? await atWork(pass, retires, named) : []
  if (others.length > 0)
    return blocked(
      `${others.join(" and ")} ${others.length === 1 ? "has" : "have"} worked on this passage since, so the step can't be undone. Merge or restore it from its card instead.`,
    )
  // Bringing a decision back is deciding: the policy may have come to forbid it, or the claim been labelled since.
  const decided = (change.value.effect.adjudications ?? []).find(({ after }) => after?.editorId === pass.actor.id)
  if (decided?.after && (await decidesOwn(pass, decided.after.unitId))) return refused({ code: "adjudication-own" })
  return ok({ change: change.value, answer: { undone: done.kind, unitId } })
}
