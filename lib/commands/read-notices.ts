import { saveAllRead, saveNoticesRead } from "../db/inbox-rows.ts"
import { ownProjects } from "../db/pass.ts"
import { ok } from "../domain/failure.ts"
import { allNoticesRead, noticesRead } from "../schema/comment-input.ts"
import { accountCommand } from "./command.ts"

/** Mark notices of one's own as read. */
export const readNotices = accountCommand("write", noticesRead, async (pass, { ids }) => {
  await saveNoticesRead(pass, ids)
  return ok({ read: ids.length })
})

/** Mark everything as read that came until a moment; what blindness still hides goes on waiting. */
export const readAllNotices = accountCommand("write", allNoticesRead, async (pass, { until, project }) => {
  const filter = { unread: true, until: new Date(until), ...(project && { project }) }
  return ok({ read: await saveAllRead(pass, await ownProjects(pass), filter) })
})
