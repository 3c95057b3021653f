import { currentPolicy } from "../db/claim-facts.ts"
import { currentAnnotation } from "../db/claim-rows.ts"
import type { DocumentPass } from "../db/pass.ts"

/** Whether a decision by the actor would be one on their own annotation that the policy forbids. */
export async function decidesOwn(pass: DocumentPass, unitId: string): Promise<boolean> {
  const { policy } = await currentPolicy(pass)
  return !policy.adjudicateOwn && (await currentAnnotation(pass, unitId, pass.actor.id)) !== null
}
