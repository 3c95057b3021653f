import * as z from "zod"
import { longestComment } from "../domain/comment-text.ts"
import { mailChoices } from "../domain/mail-choice.ts"
import { after, optional, page } from "./list-filter.ts"
import { inDocument, inProject, lines, rowId } from "./place.ts"

const version = z.int().min(1)

/** What a person types: several lines, mentions as `@[id]`. */
export const commentWords = z.strictObject({ text: lines(longestComment).min(1, "Write something first.") })

const threadWords = { threadId: rowId(), id: rowId(), ...commentWords.shape }

/** A first comment, on a passage or on a flag. */
export const threadInput = z
  .strictObject({
    ...inDocument.shape,
    ...threadWords,
    unitId: rowId().nullable().default(null),
    flagId: rowId().nullable().default(null),
  })
  .refine(({ unitId, flagId }) => (unitId === null) !== (flagId === null), "Name the passage or the flag.")
export const sourceThreadInput = inProject.extend({ ...threadWords, sourceId: rowId() })

export const commentInput = inDocument.extend(threadWords)
export const sourceCommentInput = inProject.extend(threadWords)

export const commentChange = inDocument.extend({ commentId: rowId(), version, ...commentWords.shape })
export const sourceCommentChange = inProject.extend({ commentId: rowId(), version, ...commentWords.shape })

export const commentDeletion = inDocument.extend({ commentId: rowId(), version })
export const sourceCommentDeletion = inProject.extend({ commentId: rowId(), version })

/** For resolving and reopening. */
export const threadStep = inDocument.extend({ threadId: rowId(), version })
export const sourceThreadStep = inProject.extend({ threadId: rowId(), version })

/** `to` is when the newest comment was written that the person had in sight. */
export const threadsRead = z.strictObject({
  projectId: rowId(),
  threads: z
    .array(z.strictObject({ threadId: rowId(), to: z.iso.datetime() }))
    .min(1)
    .max(200),
})

/** Which notices to list, as it stands in an address; all of them when nothing is said. */
export const inboxFilter = z.object({
  show: optional(z.enum(["unread", "all"])).transform(show => show ?? "unread"),
  project: optional(rowId()),
  page,
  after,
})

export const noticesRead = z.strictObject({ ids: z.array(rowId()).min(1).max(200) })

/** All that came until then, in one project or in all. */
export const allNoticesRead = z.strictObject({ until: z.iso.datetime(), project: rowId().nullable().default(null) })

export const mailWords = z.strictObject({ choice: z.enum(mailChoices, "Choose how often.") })

export const unsubscribing = z.strictObject({ token: z.string().min(1).max(200) })
