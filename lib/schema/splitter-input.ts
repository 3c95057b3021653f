import * as z from "zod"

/** Characters (UTF-16 code units) of a text that somebody tries the splitter with, at most. */
export const longestTried = 20_000

export const triedText = z.strictObject({
  text: z
    .string()
    .max(longestTried, "This is longer than 20,000 characters. Shorten it, or add it to a project as a document.")
    .refine(text => text.trim() !== "", "Paste or type a text with at least one word.")
    .refine(text => text.isWellFormed(), "Remove the broken characters."),
})
