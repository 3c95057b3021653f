import * as z from "zod"
import { parseEdtf } from "../domain/edtf-date.ts"
import { largestSnapshot } from "../domain/snapshot.ts"
import { inProject, line, rowId } from "./place.ts"

/** A day of the calendar, since a page may be another one on the next. */
const day = line(10).refine(
  text => /^\d{4}-\d\d-\d\d$/.test(text) && parseEdtf(text) !== null,
  "Write the day on which you took it, such as 2026-11-28.",
)

export const snapshotWords = z.strictObject({ takenOn: day, text: z.string().max(largestSnapshot) })
export const snapshotInput = inProject.extend({
  sourceId: rowId(),
  id: rowId(),
  takenOn: day,
  fileName: line(200).min(1, "Give the file a name."),
  /** The very bytes that are kept. */
  base64: z
    .base64()
    .min(1, "Paste the text or choose a file.")
    .max(Math.ceil(largestSnapshot / 3) * 4, "This is larger than 10 MB. Take a part of it, or save it as text."),
})
