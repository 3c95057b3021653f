import { isPlace, tellLeft, tellPlace } from "../db/presence-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { presenceSaid } from "../schema/live-input.ts"
import { keepingCommand } from "./command.ts"

/** Say to others in the project where one is: in which document, on which claim, and whether one writes. Stored nowhere. */
export const tellPresence = keepingCommand("project.read", presenceSaid, async (pass, { place, tab, streamId }) => {
  if (!place) await tellLeft(pass, tab)
  else if (await isPlace(pass, place)) await tellPlace(pass, { ...place, tab, streamId })
  else return fail({ code: "not-found" })
  return ok({})
})
