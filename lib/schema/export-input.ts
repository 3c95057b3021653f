import * as z from "zod"
import { exportFormatNames } from "../domain/export-format-name.ts"
import { labels } from "../domain/label.ts"
import { optional } from "./list-filter.ts"
import { rowId } from "./place.ts"

/** Which vetted claims to export, as it stands in an address: all when nothing is said. */
export const exportFilter = z.object({
  documentId: optional(rowId("Choose a document of this project.")),
  label: optional(z.enum(labels)),
  dissent: optional(z.enum(["with", "without"])),
  search: optional(z.string().trim().max(200)),
  /** Set when only positions go out and no words of the texts. */
  positions: optional(z.literal("1")).transform(said => said === "1"),
})

/** The same with the format of the file. */
export const fileChoice = exportFilter.extend({
  projectId: rowId("There is no such project."),
  format: z.enum(exportFormatNames, `Choose a format: ${exportFormatNames.join(", ")}.`),
})
