import * as z from "zod"
import { rowId } from "./place.ts"
import { uploadedFile } from "./project-input.ts"

/** A file that somebody wants to look at before it becomes a document. */
export const fileReading = z.strictObject({ projectId: rowId(), file: uploadedFile })

/** The address of a page or a file that is to be fetched. */
export const pageFetch = z.strictObject({
  projectId: rowId(),
  address: z
    .string()
    .trim()
    .max(2_000)
    .regex(/^https?:\/\/[^\s/]+/i, "Write the address in full, beginning with https:// or http://."),
})
