import { citationSetting, saveStyleRetirement, styleById } from "../db/style-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { styleRetirement } from "../schema/style-input.ts"
import { projectCommand } from "./command.ts"

/** Take an uploaded style off the list. It stays stored, since the history names it. */
export const retireStyle = projectCommand("project.edit", styleRetirement, async (pass, { styleId }) => {
  const style = await styleById(pass, styleId)
  if (!style) return fail({ code: "not-found" })
  if ((await citationSetting(pass)).style === styleId) return fail({ code: "style-in-use" })
  await saveStyleRetirement(pass, styleId)
  return ok({ change: { kind: "style-retired", styleId, title: style.title } })
})
