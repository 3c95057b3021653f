import { saveThread, type ThreadRow } from "../db/thread-rows.ts"
import { ok } from "../domain/failure.ts"
import { sourceThreadStep, threadStep } from "../schema/comment-input.ts"
import { documentCommand, projectCommand } from "./command.ts"
import { seenThread } from "./comment-said.ts"

const step = ({ state: before }: ThreadRow, resolvedBy: string | null) => [{ before, after: { ...before, resolvedBy } }]
const about = ({ unitId }: ThreadRow) => (unitId ? { unitId } : {})

/** Say that a discussion is settled. */
export const resolveThread = documentCommand("comment.give", threadStep, async (pass, { threadId, version }) => {
  const thread = await seenThread(pass, pass.documentId, threadId, version)
  if (!thread.ok) return thread
  const threads = step(thread.value, pass.actor.id)
  return ok({ change: { kind: "thread-resolved", effect: { threads }, ...about(thread.value) } })
})

/** Say that a discussion is not settled after all. */
export const reopenThread = documentCommand("comment.give", threadStep, async (pass, { threadId, version }) => {
  const thread = await seenThread(pass, pass.documentId, threadId, version)
  if (!thread.ok) return thread
  const threads = step(thread.value, null)
  return ok({ change: { kind: "thread-reopened", effect: { threads }, ...about(thread.value) } })
})

/** Say that a discussion of a source is settled. */
export const resolveSourceThread = projectCommand(
  "comment.give",
  sourceThreadStep,
  async (pass, { threadId, version }) => {
    const thread = await seenThread(pass, null, threadId, version)
    if (!thread.ok) return thread
    const threads = step(thread.value, pass.actor.id)
    await saveThread(pass, threads[0]!, null)
    const sourceId = thread.value.state.sourceId!
    return ok({ change: { kind: "source-thread-resolved", sourceId, threads, comments: [] } })
  },
)

/** Say that a discussion of a source is not settled after all. */
export const reopenSourceThread = projectCommand(
  "comment.give",
  sourceThreadStep,
  async (pass, { threadId, version }) => {
    const thread = await seenThread(pass, null, threadId, version)
    if (!thread.ok) return thread
    const threads = step(thread.value, null)
    await saveThread(pass, threads[0]!, null)
    const sourceId = thread.value.state.sourceId!
    return ok({ change: { kind: "source-thread-reopened", sourceId, threads, comments: [] } })
  },
)
