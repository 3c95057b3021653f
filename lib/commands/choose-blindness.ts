import { projectBlindness, saveBlindness } from "../db/blindness-rows.ts"
import { lastProjectActor } from "../db/last-actor.ts"
import { fail, ok } from "../domain/failure.ts"
import { blindnessChoice } from "../schema/blindness-input.ts"
import { projectCommand } from "./command.ts"

/** Choose what the project's reviewers see of each other. */
export const chooseBlindness = projectCommand(
  "policy.edit",
  blindnessChoice,
  async (pass, { blind, pseudonyms, seen }) => {
    const before = await projectBlindness(pass)
    if (before.blind !== seen.blind || before.pseudonyms !== seen.pseudonyms)
      return fail({ code: "conflict", current: before, by: await lastProjectActor(pass, ["blindness-chosen"]) })
    const after = { blind, pseudonyms }
    await saveBlindness(pass, after)
    return ok({ change: { kind: "blindness-chosen", before, after } })
  },
)
