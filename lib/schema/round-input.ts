import * as z from "zod"
import { inProject, line, rowId } from "./place.ts"

/** Claims that a round holds at most. */
export const mostNormed = 100

export const roundWords = z.strictObject({
  name: line(120).min(1, "Give the round a name."),
  documentId: rowId().nullable(),
  claims: z
    .int("Give a whole number.")
    .min(1, "A round needs at least one claim.")
    .max(mostNormed, `A round has at most ${mostNormed} claims.`),
})

export const newRound = inProject.extend({ id: rowId(), ...roundWords.shape })
export const roundStep = inProject.extend({ roundId: rowId() })
