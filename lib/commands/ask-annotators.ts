import { claimFacts } from "../db/claim-facts.ts"
import { mayDiscuss } from "../db/thread-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { questionInput } from "../schema/adjudication-input.ts"
import { documentCommand } from "./command.ts"
import { newComment } from "./comment-said.ts"
import { onlyWhoLabel } from "./only-who-label.ts"
import { liveClaim } from "./seen-unit.ts"

/**
 * Send a claim back to annotators with a question. It waits until each of them wrote an answer or gave another label, or
 * until somebody resolves the question.
 */
export const askAnnotators = documentCommand("claim.adjudicate", questionInput, async (pass, input) => {
  const { unitId, threadId, asks } = input
  const claim = await liveClaim(pass, unitId)
  if (!claim.ok) return claim
  if (!(await mayDiscuss(pass, claim.value.state))) return fail({ code: "discussion-veiled" })
  const [known] = await claimFacts(pass, pass, [unitId], "all")
  const labelled = new Set(known?.facts.annotations.map(({ reviewerId }) => reviewerId))
  if (asks.some(id => id === pass.actor.id || !labelled.has(id)))
    return fail({ code: "invalid", issues: [{ path: "asks", message: notAnnotators }] })
  const members = await onlyWhoLabel(pass, asks, "asks")
  if (!members.ok) return members
  const comment = await newComment(pass, input)
  if (!comment.ok) return comment
  const thread = { id: threadId, unitId, flagId: null, sourceId: null, createdBy: pass.actor.id, resolvedBy: null }
  const effect = {
    threads: [{ before: null, after: { ...thread, asks: [...new Set(asks)].sort() } }],
    comments: [{ before: null, after: comment.value }],
  }
  return ok({ change: { kind: "question-asked", unitId, effect } })
})

const notAnnotators = "Only people whose label of the claim stands can be asked. Choose among them."
