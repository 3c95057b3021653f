import { lastProjectActor } from "../db/last-actor.ts"
import { citationSetting, saveSetting, styleCsl } from "../db/style-rows.ts"
import { isStyleId } from "../domain/citation-setting.ts"
import { fail, ok } from "../domain/failure.ts"
import { styleChoice } from "../schema/style-input.ts"
import { projectCommand } from "./command.ts"

/** Choose how the project's sources are set. */
export const chooseStyle = projectCommand(
  "project.edit",
  styleChoice,
  async (pass, { style, locale, archives, seen }) => {
    const before = await citationSetting(pass)
    if (before.style !== seen.style || before.locale !== seen.locale || before.archives !== seen.archives)
      return fail({ code: "conflict", current: before, by: await lastProjectActor(pass, ["style-chosen"]) })
    if (!isStyleId(style) && (await styleCsl(pass, style)) === null) return fail({ code: "not-found" })
    const after = { style, locale, archives }
    await saveSetting(pass, after)
    return ok({ change: { kind: "style-chosen", before, after } })
  },
)
