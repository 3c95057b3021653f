import * as z from "zod"
import { rowId } from "./place.ts"

/** Where a tab says that its person is; without a place it says that it is being left. */
export const presenceSaid = z.strictObject({
  projectId: rowId(),
  requestId: rowId(),
  /** The browser's stream, with which this ends. */
  streamId: rowId(),
  tab: rowId(),
  place: z
    .strictObject({ documentId: rowId().nullable(), unitId: rowId().nullable(), writing: z.boolean() })
    .nullable(),
})

/** What a reading room was read at: the mark of its snapshot, its revision and how the actor saw it. */
export const roomSeen = z.object({
  mark: z.string().regex(/^\d{1,19}$/),
  revision: z.coerce.number<number | string>().int().min(0).max(2_147_483_647),
  sight: z.string().max(100),
})
