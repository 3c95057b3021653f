import { currentPlaces, unitsReached } from "../db/citing-units.ts"
import { currentPolicy, factsReader, inBatches, type KnownFacts } from "../db/claim-facts.ts"
import type { ProjectPass } from "../db/pass.ts"
import type { ClaimFacts } from "../domain/claim-facts.ts"
import { type Reliability, reliabilities } from "../domain/grade.ts"
import { independentAmong } from "../domain/independence.ts"
import { verdictOf } from "../domain/verdict.ts"
import { verdictMoves } from "../domain/verdict-moves.ts"
import { type MovedClaim, movedClaims, type ToldMove, told } from "./moved-claims.ts"

export interface GradePreview {
  /** What another grade would change; grades that change nothing are left out. */
  readonly grades: readonly { readonly grade: Reliability; readonly moves: readonly ToldMove[] }[]
  /** The claims that have this source as the only witness of what supports them: how many, and the first of them. */
  readonly alone: { readonly count: number; readonly claims: readonly MovedClaim[] }
}

/** Claims of each kind that are listed. */
const listed = 5

/** What would become of the claims that a source is evidence on if it had another grade. */
export async function gradePreview(pass: ProjectPass, sourceId: string): Promise<GradePreview> {
  const { policy } = await currentPolicy(pass)
  const rows = await factsReached(pass, sourceId)
  const grades = reliabilities.map(grade => {
    const judge = (facts: ClaimFacts) => verdictOf(graded(facts, sourceId, grade), policy)
    return { grade, moves: verdictMoves(rows, judge, listed) }
  })
  const alone = rows.filter(({ facts }) => restsOn(facts, sourceId)).map(({ id }) => id)
  const first = alone.slice(0, listed)
  const moved = grades.flatMap(({ moves }) => moves.flatMap(({ unitIds }) => unitIds))
  const claimsOf = await movedClaims(pass, [...moved, ...first])
  return {
    grades: grades.flatMap(({ grade, moves }) => (moves.length > 0 ? [{ grade, moves: told(moves, claimsOf) }] : [])),
    alone: { count: alone.length, claims: claimsOf(first) },
  }
}

async function factsReached(pass: ProjectPass, sourceId: string): Promise<readonly KnownFacts[]> {
  const reached = await unitsReached(pass, [sourceId])
  const rows: KnownFacts[] = []
  if (reached.size === 0) return rows
  const factsOf = await factsReader(pass, "seen")
  for (const place of await currentPlaces(pass))
    for (const ids of inBatches(reached.get(place.documentId) ?? []))
      rows.push(...(await factsOf(place, ids)).filter(({ kind, veiled }) => kind === "claim" && !veiled))
  return rows
}

const graded = (facts: ClaimFacts, sourceId: string, grade: Reliability): ClaimFacts => ({
  ...facts,
  citations: facts.citations.map(one => (one.sourceId === sourceId ? { ...one, grade } : one)),
})

function restsOn({ citations }: ClaimFacts, sourceId: string): boolean {
  const supports = citations.filter(({ stance }) => stance === "supports")
  return supports.some(one => one.sourceId === sourceId) && independentAmong(supports) === 1
}
