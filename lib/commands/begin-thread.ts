import { flagById } from "../db/claim-rows.ts"
import { idsTaken } from "../db/ids-taken.ts"
import type { DocumentPass } from "../db/pass.ts"
import { sourceById } from "../db/project-rows.ts"
import { mayDiscuss, saveComment, saveThread, unitAt } from "../db/thread-rows.ts"
import { unitById } from "../db/unit-rows.ts"
import type { InVersion } from "../domain/effect.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { Span } from "../domain/unit.ts"
import { sourceThreadInput, threadInput } from "../schema/comment-input.ts"
import { documentCommand, projectCommand } from "./command.ts"
import { newComment } from "./comment-said.ts"

/** Begin a discussion of a passage or of a flag with its first comment. */
export const beginThread = documentCommand("comment.give", threadInput, async (pass, input) => {
  const { threadId, unitId, flagId } = input
  const place = unitId ? await livePassage(pass, unitId) : await flagged(pass, flagId!)
  if (!place.ok) return place
  if (!(await mayDiscuss(pass, place.value))) return fail({ code: "discussion-veiled" })
  const comment = await newComment(pass, input)
  if (!comment.ok) return comment
  const thread = { id: threadId, unitId, flagId, sourceId: null, createdBy: pass.actor.id, resolvedBy: null }
  const about = unitId ?? (await unitAt(pass, place.value))
  const effect = {
    threads: [{ before: null, after: thread }],
    comments: [{ before: null, after: comment.value }],
  }
  return ok({ change: { kind: "comment-given", effect, ...(about && { unitId: about }) } })
})

async function livePassage(pass: DocumentPass, unitId: string): Promise<Result<Span & InVersion>> {
  const unit = await unitById(pass, unitId)
  if (!unit) return fail({ code: "not-found" })
  return unit.state.retired ? fail({ code: "unit-retired" }) : ok(unit.state)
}

async function flagged(pass: DocumentPass, flagId: string): Promise<Result<Span & InVersion>> {
  const flag = await flagById(pass, flagId)
  return flag ? ok(flag.state) : fail({ code: "not-found" })
}

/** Begin a discussion of a source with its first comment. */
export const beginSourceThread = projectCommand("comment.give", sourceThreadInput, async (pass, input) => {
  const { threadId, sourceId } = input
  if (!(await sourceById(pass, sourceId))) return fail({ code: "not-found" })
  const comment = await newComment(pass, input)
  if (!comment.ok) return comment
  const thread = { id: threadId, unitId: null, flagId: null, sourceId, createdBy: pass.actor.id, resolvedBy: null }
  const threads = [{ before: null, after: thread }]
  const comments = [{ before: null, after: comment.value }]
  if (await idsTaken(pass, { threads, comments })) return fail({ code: "request-reused" })
  await saveThread(pass, threads[0]!, null)
  await saveComment(pass, comments[0]!)
  return ok({ change: { kind: "source-comment-given", sourceId, threads, comments } })
})
