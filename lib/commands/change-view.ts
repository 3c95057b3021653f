import { changeViewRow } from "../db/saved-view-rows.ts"
import { may } from "../domain/access.ts"
import { fail, ok } from "../domain/failure.ts"
import { filterWords } from "../domain/flag-desk.ts"
import { deskFilter, viewChange } from "../schema/flag-desk-input.ts"
import { parse } from "../schema/parse.ts"
import { keepingCommand } from "./command.ts"

/** Change what a view is called, who sees it and what it lists: one's own, and as an editor one that the project shares. */
export const changeView = keepingCommand("project.read", viewChange, async (pass, { viewId, name, shared, filter }) => {
  const edits = may(pass.role, "work.assign")
  if (shared && !edits) return fail({ code: "forbidden", needs: "work.assign" })
  const read = filter && parse(deskFilter, filter)
  if (read && !read.ok) return read
  const words = {
    ...(name !== undefined && { name }),
    ...(shared !== undefined && { shared }),
    ...(read && { filter: filterWords(read.value) }),
  }
  return (await changeViewRow(pass, viewId, words, edits)) ? ok({ viewId }) : fail({ code: "not-found" })
})
