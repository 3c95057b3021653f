import * as z from "zod"
import { queueOrders } from "../domain/queue-order.ts"
import { skipReasons } from "../domain/skip.ts"
import { optional } from "./list-filter.ts"
import { inProject, lines, rowId } from "./place.ts"

/** What is about the queue of one person and no change of the project's record. */
const inQueue = z.strictObject({ projectId: rowId() })
const ofClaim = inQueue.extend({ unitId: rowId() })

/** Which part of the queue a page shows, as it stands in an address. */
export const queueFilter = z.object({ document: optional(rowId()), skipped: optional(z.literal("1")) })

/** The next claim out of one document or of all, or out of those that one skipped. */
export const nextInput = inQueue.extend({ documentId: rowId().nullable(), skipped: z.boolean() })

/** `takenAt` tells one's own lease from a later one on the same claim, which another tab took. */
export const leaseInput = ofClaim.extend({ takenAt: z.iso.datetime() })

const skip = z.strictObject({ reason: z.enum(skipReasons, "Choose why you skip it."), note: lines(2_000) })
const saysWhich = ({ reason, note }: z.output<typeof skip>) => reason !== "other" || note !== ""
const unsaid = { path: ["note"], message: "Say what the reason is." }
export const skipWords = skip.refine(saysWhich, unsaid)
export const skipInput = ofClaim.extend(skip.shape).refine(saysWhich, unsaid)
export const skipWithdrawal = ofClaim

/** `seen` is the order that the form was filled in against. */
export const queueOrderInput = inProject.extend({
  order: z.enum(queueOrders, "Choose an order."),
  seen: z.enum(queueOrders),
})
