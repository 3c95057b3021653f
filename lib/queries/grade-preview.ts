import { citingUnits, currentPlaces } from "../db/citing-units.ts"
import { claimFacts, currentPolicy } from "../db/claim-facts.ts"
import type { ProjectPass } from "../db/pass.ts"
import { type Reliability, reliabilities } from "../domain/grade.ts"
import { independentAmong } from "../domain/independence.ts"
import { verdictOf } from "../domain/verdict.ts"
import { type Judged, verdictMoves } from "../domain/verdict-moves.ts"
import { type ToldMove, toldMoves } from "./moved-claims.ts"

export interface GradePreview {
  /** What another grade would change; grades that change nothing are left out. */
  readonly grades: readonly { readonly grade: Reliability; readonly moves: readonly ToldMove[] }[]
  /** How many claims have this source as the only witness of what supports them. */
  readonly alone: number
}

/** Claims of each kind that are listed. */
const listed = 5

/** What would become of the claims that cite a source if it had another grade. */
export async function gradePreview(pass: ProjectPass, sourceId: string): Promise<GradePreview> {
  const { policy } = await currentPolicy(pass)
  const citing = await citingUnits(pass, [sourceId])
  const rows = []
  const documents = new Map<string, string>()
  for (const place of await currentPlaces(pass)) {
    const ids = citing.get(place.documentId)
    for (const row of ids ? await claimFacts(pass, place, ids) : []) {
      rows.push(row)
      documents.set(row.id, place.documentId)
    }
  }
  const grades = []
  for (const grade of reliabilities) {
    const judged = rows.map(({ id, verdict, facts }): Judged => {
      const citations = facts.citations.map(one => (one.sourceId === sourceId ? { ...one, grade } : one))
      return { unitId: id, before: verdict, after: verdictOf({ ...facts, citations }, policy).label }
    })
    const moves = await toldMoves(pass, verdictMoves(judged, listed), documents)
    if (moves.length > 0) grades.push({ grade, moves })
  }
  const alone = rows.filter(({ facts }) => {
    const supports = facts.citations.filter(({ stance }) => stance === "supports")
    return supports.some(one => one.sourceId === sourceId) && independentAmong(supports) === 1
  }).length
  return { grades, alone }
}
