import { currentAdjudication, isVeiled } from "../db/claim-rows.ts"
import { lastActor } from "../db/last-actor.ts"
import { fail, ok } from "../domain/failure.ts"
import { adjudicationReopening } from "../schema/adjudication-input.ts"
import { documentCommand } from "./command.ts"

/** Take a decision back, so that the policy counts again; the decision stays in the history. */
export const reopenAdjudication = documentCommand(
  "claim.adjudicate",
  adjudicationReopening,
  async (pass, { unitId, seen }) => {
    const standing = await currentAdjudication(pass, unitId)
    if (!standing) return fail({ code: "adjudication-missing" })
    if (standing.id !== seen && (await isVeiled(pass, unitId))) return fail({ code: "adjudication-missing" })
    if (standing.id !== seen)
      return fail({ code: "conflict", current: standing, by: await lastActor(pass, standing.id) })
    const { editor: _name, ...before } = standing
    return ok({
      change: { kind: "adjudication-reopened", unitId, effect: { adjudications: [{ before, after: null }] } },
    })
  },
)
