import { holdDocuments, holdSome } from "../db/project-rows.ts"
import { insertRound } from "../db/round-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { newRound } from "../schema/round-input.ts"
import { projectCommand } from "./command.ts"

/** Begin a norming round: draw claims that nobody labelled, for everybody to label blind. */
export const beginRound = projectCommand("work.assign", newRound, async (pass, { id, name, documentId, claims }) => {
  // Held, so that no label is on its way to a claim that is drawn as one that nobody labelled.
  const held = documentId ? await holdSome(pass, [documentId]) : await holdDocuments(pass)
  if (documentId && held.length === 0) return fail({ code: "not-found" })
  const drawn = await insertRound(pass, { id, name, documentId, claims })
  if (drawn === null) return fail({ code: "request-reused" })
  if (drawn < claims) return fail({ code: "claims-too-few", there: drawn })
  return ok({ change: { kind: "round-begun", roundId: id, name, claims } })
})
