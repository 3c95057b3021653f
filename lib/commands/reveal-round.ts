import { holdSome } from "../db/project-rows.ts"
import { closePhase, roundById, roundDocuments } from "../db/round-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { roundStep } from "../schema/round-input.ts"
import { projectCommand } from "./command.ts"

/** Open what everybody said in a round, all at once, and keep the labels as they stood. */
export const revealRound = projectCommand("work.assign", roundStep, async (pass, { roundId }) => {
  const round = await roundById(pass, roundId)
  if (!round) return fail({ code: "not-found" })
  if (round.stage !== "blind") return fail({ code: "round-moved-on" })
  // Held, so that no label is on its way while they are kept.
  await holdSome(pass, await roundDocuments(pass, roundId))
  await closePhase(pass, roundId, "before")
  return ok({ change: { kind: "round-revealed", roundId, name: round.name } })
})
