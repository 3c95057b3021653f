import { holdSome } from "../db/project-rows.ts"
import { closePhase, roundById, roundDocuments } from "../db/round-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { roundStep } from "../schema/round-input.ts"
import { projectCommand } from "./command.ts"

/** End a round, and keep the labels as they stood after the discussion. */
export const endRound = projectCommand("work.assign", roundStep, async (pass, { roundId }) => {
  const round = await roundById(pass, roundId)
  if (!round) return fail({ code: "not-found" })
  if (round.stage !== "open") return fail({ code: "round-moved-on" })
  // Held, so that no label is on its way while they are kept.
  await holdSome(pass, await roundDocuments(pass, roundId))
  await closePhase(pass, roundId, "after")
  return ok({ change: { kind: "round-ended", roundId, name: round.name } })
})
