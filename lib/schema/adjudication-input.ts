import * as z from "zod"
import { longestComment } from "../domain/comment-text.ts"
import { contestedOrders, contestedWays } from "../domain/contested.ts"
import { decisionWays } from "../domain/decision-way.ts"
import { labels } from "../domain/label.ts"
import { after, optional, page } from "./list-filter.ts"
import { inDocument, lines, rowId } from "./place.ts"

/** What an editor fills in who decides on a claim with its annotators side by side. */
export const decisionWords = z.strictObject({
  how: z.enum(decisionWays, "Choose how you decide."),
  label: z.enum(labels, "Choose a label: documented, disputed or speculative."),
  reason: lines(10_000).min(1, "Give the reason for the decision; it goes into the export."),
  /** Whose labels are taken or combined. */
  follows: z.array(rowId()).max(50),
})

/** `seen` is the id of the decision that the form was filled in against; null for none. */
export const adjudicationInput = inDocument.extend({
  unitId: rowId(),
  id: rowId(),
  label: decisionWords.shape.label,
  reason: decisionWords.shape.reason,
  how: z.enum(decisionWays).nullable().default(null),
  follows: decisionWords.shape.follows.default([]),
  seen: rowId().nullable(),
})
export const adjudicationReopening = inDocument.extend({ unitId: rowId(), seen: rowId() })

/** What an editor asks annotators of a claim. */
export const questionWords = z.strictObject({
  text: lines(longestComment).min(1, "Write the question first."),
  asks: z.array(rowId()).min(1, "Choose whom you ask.").max(50),
})
export const questionInput = inDocument.extend({
  unitId: rowId(),
  threadId: rowId(),
  id: rowId(),
  ...questionWords.shape,
})

/**
 * Which contested claims to list and in which order, as it stands in an address. Those that wait for answers are left
 * out unless asked for, and so are one's own where the policy forbids deciding them.
 */
export const contestedFilter = z.object({
  document: optional(rowId()),
  how: optional(z.enum(contestedWays)),
  show: optional(z.enum(["ready", "waiting", "all"])).transform(show => show ?? "ready"),
  own: optional(z.literal("1")),
  order: optional(z.enum(contestedOrders)).transform(order => order ?? "agreement"),
  page,
  after,
})
