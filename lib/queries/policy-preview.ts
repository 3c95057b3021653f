import { currentPlaces } from "../db/citing-units.ts"
import { factsReader, type KnownFacts } from "../db/claim-facts.ts"
import { type Actor, readProject } from "../db/pass.ts"
import type { Permission } from "../domain/access.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { verdictOf } from "../domain/verdict.ts"
import { verdictMoves } from "../domain/verdict-moves.ts"
import { policyDraft } from "../schema/policy-input.ts"
import { movedClaims, type ToldMove, told } from "./moved-claims.ts"

const needs: Permission = "policy.edit"
/** Claims of each kind that are listed. */
const listed = 10

export interface PolicyPreview {
  /** How many claims were looked at. */
  readonly claims: number
  readonly moves: readonly ToldMove[]
}

/** Which verdicts would be others under a policy that nobody has saved yet. Nothing is stored. */
async function preview(actor: Actor, input: unknown): Promise<Result<PolicyPreview>> {
  const parsed = policyDraft.safeParse(input)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }))
    return fail({ code: "invalid", issues })
  }
  const { projectId, ...draft } = parsed.data
  return readProject(actor, projectId, needs, async pass => {
    const claims: KnownFacts[] = []
    const factsOf = await factsReader(pass)
    // A passage that became a question, say, keeps what was said of it and is no claim.
    for (const place of await currentPlaces(pass))
      claims.push(...(await factsOf(place, null)).filter(({ kind }) => kind === "claim"))
    const moves = verdictMoves(claims, facts => verdictOf(facts, draft), listed)
    const claimsOf = await movedClaims(
      pass,
      moves.flatMap(({ unitIds }) => unitIds),
    )
    return ok({ claims: claims.length, moves: told(moves, claimsOf) })
  })
}

export const policyPreview = Object.assign(preview, { needs })
