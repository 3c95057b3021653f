import { currentPolicy } from "../db/claim-facts.ts"
import { lastProjectActor } from "../db/last-actor.ts"
import { savePolicy } from "../db/project-rows.ts"
import { refreshAllVerdicts } from "../db/stored-verdicts.ts"
import { fail, ok } from "../domain/failure.ts"
import { policyChange } from "../schema/policy-input.ts"
import { projectCommand } from "./command.ts"

/** Make the next version of the policy and compute every verdict of the project again under it. */
export const changePolicy = projectCommand("policy.edit", policyChange, async (pass, input) => {
  const { projectId: _project, requestId: _request, version, ...after } = input
  const { version: current, policy: before } = await currentPolicy(pass)
  if (current !== version) {
    const by = await lastProjectActor(pass, ["policy-changed"])
    return fail({ code: "conflict", current: { ...before, version: current }, by })
  }
  await savePolicy(pass, current + 1, after)
  const verdictsChanged = await refreshAllVerdicts(pass)
  return ok({
    change: { kind: "policy-changed", version: current + 1, before, after },
    answer: { version: current + 1, verdictsChanged },
  })
})
