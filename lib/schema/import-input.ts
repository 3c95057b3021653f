import * as z from "zod"
import { inProject, rowId } from "./place.ts"
import { sourceWords } from "./project-input.ts"

/** Characters of a bibliography that is read at once. */
export const longestImport = 32 * 1_048_576
/** Entries that are added at once. */
export const mostImported = 20_000

export const importText = z.strictObject({
  projectId: rowId(),
  text: z
    .string()
    .max(
      longestImport,
      "The text is larger than 32 MB. Export a part of the library and import one part after the other.",
    ),
})

/** One source to add; `again` when it repeats another on purpose. */
export const importedSource = z.strictObject({ id: rowId(), again: z.boolean().default(false), ...sourceWords.shape })

/** Entries are read one by one by the command, so that thousands of them hold nobody up. */
export const importInput = inProject.extend({
  entries: z
    .array(z.unknown())
    .min(1, "Choose at least one source.")
    .max(mostImported, "At most 20,000 sources can be added at once. Add them in parts."),
})
