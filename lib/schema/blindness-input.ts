import * as z from "zod"
import { inProject, rowId } from "./place.ts"

export const blindnessWords = z.strictObject({ blind: z.boolean(), pseudonyms: z.boolean() })

/** What reviewers are to see of each other, and what the person saw that it was. */
export const blindnessChoice = inProject.extend({ ...blindnessWords.shape, seen: blindnessWords })

const ofDocument = z.boolean().nullable()
export const documentBlindnessChoice = inProject.extend({ documentId: rowId(), blind: ofDocument, seen: ofDocument })
