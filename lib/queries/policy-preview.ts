import { currentPlaces } from "../db/citing-units.ts"
import { factsReader, type KnownFacts } from "../db/claim-facts.ts"
import { type Actor, readProject } from "../db/pass.ts"
import type { Permission } from "../domain/access.ts"
import { ok, type Result } from "../domain/failure.ts"
import { verdictOf } from "../domain/verdict.ts"
import { verdictMoves } from "../domain/verdict-moves.ts"
import { parse } from "../schema/parse.ts"
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
  const parsed = parse(policyDraft, input)
  if (!parsed.ok) return parsed
  const { projectId, ...draft } = parsed.value
  return readProject(actor, projectId, needs, async pass => {
    const claims: KnownFacts[] = []
    const factsOf = await factsReader(pass, "all")
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

export const policyPreview = Object.assign(preview, { needs, input: policyDraft })
