import * as z from "zod"
import { exportFormatNames } from "../domain/export-format-name.ts"
import { exportNames } from "../domain/export-names.ts"
import { exportStates } from "../domain/export-state.ts"
import { labels } from "../domain/label.ts"
import { leftOutChoices } from "../domain/left-out-passages.ts"
import { optional } from "./list-filter.ts"
import { rowId } from "./place.ts"

/** Which claims to export, as it stands in an address: all that are vetted when nothing is said. */
export const exportFilter = z.object({
  /** Where they stand: vetted when nothing is said. */
  state: optional(z.enum(exportStates, `Choose where the claims stand: ${exportStates.join(", ")}.`)),
  documentId: optional(rowId("Choose a document of this project.")),
  label: optional(z.enum(labels)),
  dissent: optional(z.enum(["with", "without"])),
  search: optional(z.string().trim().max(200)),
  /** Which passages are left out that are flagged for privacy, a living person or a sensitive matter: none when nothing is said. */
  leaveOut: optional(z.enum(leftOutChoices, `Choose what is left out: ${leftOutChoices.join(", ")}.`)),
  /** What people are called: by name when nothing is said. */
  names: optional(z.enum(exportNames, `Choose how people are named: ${exportNames.join(", ")}.`)),
  /** Set when only positions go out and no words of the texts. */
  positions: optional(z.literal("1")).transform(said => said === "1"),
})

/** The same with the format of the file. */
export const fileChoice = exportFilter.extend({
  projectId: rowId("There is no such project."),
  format: z.enum(exportFormatNames, `Choose a format: ${exportFormatNames.join(", ")}.`),
})

/** Which claims, in the words of the page's address, so that what is stored can be shown as a choice again. */
const addressWords = z.partialRecord(exportFilter.keyof(), z.string().max(200))

/** A file to be made in the background; its id is its caller's making, so that the same request twice is one file. */
export const exportRequest = z.strictObject({
  projectId: rowId(),
  jobId: rowId(),
  format: z.enum(exportFormatNames, `Choose a format: ${exportFormatNames.join(", ")}.`),
  choice: addressWords,
})

/** One of the files that somebody asked for. */
export const exportPlace = z.strictObject({ projectId: rowId(), jobId: rowId() })
