import { ok } from "../domain/failure.ts"
import { flagAnswer } from "../schema/annotation-input.ts"
import { documentCommand } from "./command.ts"
import { openFlag } from "./open-flag.ts"

/** Answer a flag: say how it was dealt with, and close it. */
export const answerFlag = documentCommand("flag.answer", flagAnswer, async (pass, { flagId, version, answer }) => {
  const flag = await openFlag(pass, flagId, version)
  if (!flag.ok) return flag
  const before = flag.value.state
  const after = { ...before, status: "answered" as const, answer, answeredBy: pass.actor.id }
  return ok({ change: { kind: "flag-answered", effect: { flags: [{ before, after }] } } })
})
