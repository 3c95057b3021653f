import { awaitOtherTabs, endOtherLeases, ownLease, saveLease } from "../db/lease-rows.ts"
import type { ProjectPass } from "../db/pass.ts"
import { queueProgress } from "../db/queue-progress.ts"
import { nextInQueue, type QueuedRow, type QueueWish, queueRule } from "../db/queue-rows.ts"
import { ownSkip } from "../db/skip-rows.ts"
import { ok } from "../domain/failure.ts"
import { queueReason, standingWords } from "../domain/queue-order.ts"
import type { QueueAnswer } from "../domain/queue-progress.ts"
import { nextInput } from "../schema/queue-input.ts"
import { keepingCommand } from "./command.ts"

/**
 * Give the actor the next claim of the queue for some minutes, and say why it is this one; null when none is left for
 * them. Who has one that they have not labelled gets the same again, as in a second tab. What they had before ends.
 */
export const nextClaim = keepingCommand("annotation.give", nextInput, async (pass, { documentId, skipped }) => {
  const { order, wanted } = await queueRule(pass)
  const wish = { order, wanted, documentId, skipped }
  await awaitOtherTabs(pass)
  const kept = await ownLease(pass)
  const again = kept === null ? null : await nextInQueue(pass, { ...wish, only: kept }, "wait")
  const found = again ?? (await firstFree(pass, wish))
  await endOtherLeases(pass, found?.unitId ?? null)
  const takenAt = found && (await saveLease(pass, found))
  const progress = await queueProgress(pass, documentId, wanted)
  const answer: QueueAnswer = {
    claim: found && {
      unitId: found.unitId,
      documentId: found.documentId,
      takenAt: takenAt!.toISOString(),
      why: queueReason(order, found),
      standing: standingWords(found, wanted),
      assigned: found.assigned,
      skip: found.skipped ? await ownSkip(pass, found.unitId) : null,
    },
    progress,
  }
  return ok(answer)
})

/**
 * The first claim that is still free once its row is held. Who holds it looks again, since what others took or labelled
 * until then was not in sight. When nothing can be had without waiting, it waits for those that somebody is at.
 */
async function firstFree(pass: ProjectPass, wish: QueueWish): Promise<QueuedRow | null> {
  const except: string[] = []
  for (const hold of ["skip", "wait"] as const)
    for (;;) {
      const held = await nextInQueue(pass, { ...wish, except }, hold)
      // While it waited for what there was, that may have been cut anew: what came in its place was not in sight.
      if (!held && hold === "wait" && (await nextInQueue(pass, { ...wish, except }, "look"))) continue
      if (!held) break
      const seen = await nextInQueue(pass, { ...wish, only: held.unitId }, "look")
      if (seen) return seen
      except.push(held.unitId)
    }
  return null
}
