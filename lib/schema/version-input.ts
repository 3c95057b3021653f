import * as z from "zod"
import { inDocument, lines, rowId } from "./place.ts"
import { uploadCeiling, uploadedFile } from "./project-input.ts"

const version = z.int().min(1)
const position = z.int().min(0).max(100_000_000)

const given = {
  /** The number of the version that the text corrects, as the person saw it. */
  onto: version,
  text: z.string().max(uploadCeiling).optional(),
  file: uploadedFile.optional(),
}
/**
 * What the form holds: `file` tells files apart, so that another file is another attempt, `ends` says how the lines of the
 * text end. It stands here because a checker that is made before `place.ts` is there tries eval, which pages forbid.
 */
export const versionWords = z.object({ text: z.string(), file: z.string(), ends: z.string() })
export const newVersion = inDocument.extend(given)
export const versionReading = z.strictObject({ documentId: rowId(), ...given })

/** A lost claim as the person saw it, and the passage of the current text that they chose for it. */
export const unitPlacement = inDocument.extend({ unitId: rowId(), version, ontoId: rowId(), ontoVersion: version })
export const unitGivenUp = inDocument.extend({
  unitId: rowId(),
  version,
  reason: lines(2_000).min(1, "Say why it is given up. It stays in the history with your reason."),
})
/** A lost flag, and the words of the current text that it is to stand on. */
export const flagPlacement = inDocument.extend({
  flagId: rowId(),
  version,
  /** The version of the text that the positions are of. */
  number: version,
  start: position,
  end: position,
  quote: z.string().min(1).max(20_000),
})

/** What somebody looks for in the current text to place a lost claim or flag on. */
export const placeSearch = z.object({
  documentId: rowId(),
  words: z.string().trim().max(300).default(""),
})
