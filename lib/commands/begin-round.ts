import { documentRow } from "../db/project-rows.ts"
import { insertRound } from "../db/round-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { newRound } from "../schema/round-input.ts"
import { projectCommand } from "./command.ts"

/** Begin a norming round: draw claims that nobody labelled, for everybody to label blind. */
export const beginRound = projectCommand("work.assign", newRound, async (pass, { id, name, documentId, claims }) => {
  if (documentId && !(await documentRow(pass, documentId))) return fail({ code: "not-found" })
  const drawn = await insertRound(pass, { id, name, documentId, claims })
  if (drawn === null) return fail({ code: "request-reused" })
  if (drawn < claims) return fail({ code: "claims-too-few", there: drawn })
  return ok({ change: { kind: "round-begun", roundId: id, name, claims } })
})
