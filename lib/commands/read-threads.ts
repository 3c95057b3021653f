import { saveRead } from "../db/discussion-rows.ts"
import { ok } from "../domain/failure.ts"
import { threadsRead } from "../schema/comment-input.ts"
import { keepingCommand } from "./command.ts"

/** Note that one has read discussions until a moment; what told of them in the inbox is read too. */
export const readThreads = keepingCommand("project.read", threadsRead, async (pass, { threads }) => {
  await saveRead(
    pass,
    threads.map(({ threadId, to }) => ({ threadId, to: new Date(to) })),
  )
  return ok({ read: threads.length })
})
