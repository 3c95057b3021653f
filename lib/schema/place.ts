import * as z from "zod"

// Compiled checkers need eval, which the content security policy forbids in the browser.
z.config({ jitless: true })

/** A row's id, in lower case as the database writes it, so that one row has one id wherever ids are compared or hashed. */
export const rowId = (message?: string) => z.uuid(message).toLowerCase()

/** Every write carries an id of its caller's making (UUID version 7), so that the same request twice is one change. */
export const requested = z.strictObject({ requestId: rowId() })

export const inProject = z.strictObject({ projectId: rowId(), requestId: rowId() })

export const inDocument = z.strictObject({ documentId: rowId(), requestId: rowId() })

/** A line of text of at most `max` characters, without control characters; white space at the ends is dropped. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Shorten this to ${max} characters.`)
    .refine(text => text.isWellFormed() && !/\p{Cc}/u.test(text), "Remove the line breaks or control characters.")

/** A text of several lines. */
export const lines = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Shorten this to ${max} characters.`)
    .refine(text => text.isWellFormed() && !text.includes("\0"), "Remove the broken characters.")

export const required = (words: z.ZodString) => words.min(1, "Fill this in.")
