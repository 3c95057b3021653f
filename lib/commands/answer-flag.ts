import { flagById } from "../db/claim-rows.ts"
import { lastActor } from "../db/last-actor.ts"
import { fail, ok } from "../domain/failure.ts"
import { flagAnswer } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"

/**
 * Answer a flag: say how it was dealt with, and close it. An answer that another editor gave in between is a conflict
 * that carries it; who has seen it can put another answer in its place, which the history keeps both of.
 */
export const answerFlag = documentCommand("flag.answer", flagAnswer, async (pass, { flagId, version, answer }) => {
  const flag = await flagById(pass, flagId)
  if (!flag) return fail({ code: "not-found" })
  const { state: before } = flag
  if (before.status === "withdrawn") return fail({ code: "flag-closed", standing: before.status })
  if (flag.version !== version)
    return fail({
      code: "conflict",
      current: { ...before, version: flag.version },
      by: await lastActor(pass, flagId),
    })
  const after = { ...before, status: "answered" as const, answer, answeredBy: pass.actor.id }
  return ok({ change: { kind: "flag-answered", effect: { flags: [{ before, after }] } } })
})
