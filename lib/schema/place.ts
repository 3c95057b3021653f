import * as z from "zod"

// Compiled checkers need eval, which the content security policy forbids in the browser.
z.config({ jitless: true })

/** Every write carries an id of its caller's making (UUID version 7), so that the same request twice is one change. */
export const requested = z.strictObject({ requestId: z.uuid() })

export const inProject = z.strictObject({ projectId: z.uuid(), requestId: z.uuid() })

export const inDocument = z.strictObject({ documentId: z.uuid(), requestId: z.uuid() })

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
