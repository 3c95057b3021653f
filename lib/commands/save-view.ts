import { mostViews, ownViewCount, saveNewView } from "../db/saved-view-rows.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { filterWords } from "../domain/flag-desk.ts"
import { deskFilter, newView } from "../schema/flag-desk-input.ts"
import { parse } from "../schema/parse.ts"
import { keepingCommand } from "./command.ts"

/** Keep a filter of the flag desk under a name, for oneself, or as an editor for the whole project. */
export const saveView = keepingCommand("project.read", newView, async (pass, { viewId, filter, name, shared }) => {
  if (shared && !may(pass.role, "work.assign")) return fail({ code: "forbidden", needs: "work.assign" })
  const read = parse(deskFilter, filter)
  if (!read.ok) return read
  if ((await ownViewCount(pass)) >= mostViews) return fail({ code: "views-full", most: mostViews })
  const saved = await saveNewView(pass, viewId, { name, shared }, filterWords(read.value))
  return saved ? ok({ viewId }) : fail({ code: "request-reused" })
})
