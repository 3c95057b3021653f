import { deleteViewRow } from "../db/saved-view-rows.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { viewDeletion } from "../schema/flag-desk-input.ts"
import { keepingCommand } from "./command.ts"

/** Delete a view, one's own, and as an editor one that the project shares. The flags that it showed stay as they are. */
export const deleteView = keepingCommand("project.read", viewDeletion, async (pass, { viewId }) =>
  (await deleteViewRow(pass, viewId, may(pass.role, "work.assign"))) ? ok({}) : fail({ code: "not-found" }),
)
