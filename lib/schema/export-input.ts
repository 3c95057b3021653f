import * as z from "zod"
import { rowId } from "./place.ts"

export const exportFormats = ["json", "csv"] as const

/** What to export: one document, or all of them when none is named. */
export const exportChoice = z.object({
  projectId: rowId("There is no such project."),
  format: z.enum(exportFormats, "Choose a format: json or csv."),
  documentId: z
    .union([z.literal("").transform(() => undefined), rowId("Choose a document of this project.")])
    .optional(),
})
