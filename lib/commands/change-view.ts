import { changeViewRow } from "../db/saved-view-rows.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { viewChange } from "../schema/flag-desk-input.ts"
import { keepingCommand } from "./command.ts"

/** Change what a view is called and who sees it: one's own, and as an editor one that the project shares. */
export const changeView = keepingCommand("project.read", viewChange, async (pass, { viewId, name, shared }) => {
  const edits = may(pass.role, "work.assign")
  if (shared && !edits) return fail({ code: "forbidden", needs: "work.assign" })
  return (await changeViewRow(pass, viewId, { name, shared }, edits)) ? ok({ viewId }) : fail({ code: "not-found" })
})
