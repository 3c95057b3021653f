import { currentPlaces } from "../db/citing-units.ts"
import { claimFacts } from "../db/claim-facts.ts"
import { type Actor, readProject } from "../db/pass.ts"
import type { Permission } from "../domain/access.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { verdictOf } from "../domain/verdict.ts"
import { type Judged, verdictMoves } from "../domain/verdict-moves.ts"
import { policyDraft } from "../schema/policy-input.ts"
import { type ToldMove, toldMoves } from "./moved-claims.ts"

const needs: Permission = "policy.edit"
/** Claims of each kind that are listed. */
const listed = 10

/** Which verdicts would be others under a policy that nobody has saved yet. Nothing is stored. */
async function preview(
  actor: Actor,
  input: unknown,
): Promise<Result<{ readonly claims: number; readonly moves: readonly ToldMove[] }>> {
  const parsed = policyDraft.safeParse(input)
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }))
    return fail({ code: "invalid", issues })
  }
  const { projectId, ...draft } = parsed.data
  return readProject(actor, projectId, needs, async pass => {
    const judged: Judged[] = []
    const documents = new Map<string, string>()
    for (const place of await currentPlaces(pass))
      for (const row of await claimFacts(pass, place, null)) {
        // A passage that became a question, say, keeps what was said of it and is no claim.
        if (row.kind !== "claim") continue
        judged.push({ unitId: row.id, before: row.verdict, after: verdictOf(row.facts, draft).label })
        documents.set(row.id, place.documentId)
      }
    return ok({ claims: judged.length, moves: await toldMoves(pass, verdictMoves(judged, listed), documents) })
  })
}

export const policyPreview = Object.assign(preview, { needs })
