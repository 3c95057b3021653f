import type { SourcePage } from "../../../../../lib/queries/source.ts"
import { MovedClaims } from "../../_components/moved-claims.tsx"
import { ToldMoves } from "../../_components/told-moves.tsx"

interface Props {
  readonly projectId: string
  readonly preview: SourcePage["preview"]
}

/** What another grade of the source would change, grade by grade, and the claims that have no other witness. */
export function GradeChanges({ projectId, preview: { grades, alone } }: Props) {
  return (
    <>
      <div className="grid max-w-[42rem] gap-2">
        <h3 className="label-caps">What would change</h3>
        {grades.length === 0 ? (
          <p className="text-soft">No verdict depends on its grade.</p>
        ) : (
          grades.map(({ grade, moves }) => (
            <details key={grade}>
              <summary className="cursor-pointer">
                <b>{grade}</b>: {moves.map(({ sentence }) => sentence).join(" ")}
              </summary>
              <div className="mt-2 mb-3">
                <ToldMoves projectId={projectId} moves={moves} />
              </div>
            </details>
          ))
        )}
      </div>
      {alone.count > 0 && (
        <details className="max-w-[42rem]">
          <summary className="cursor-pointer">
            {alone.count === 1 ? "One claim rests" : `${alone.count} claims rest`} on a single witness: this source, or
            what goes back to the same origin.
          </summary>
          <MovedClaims projectId={projectId} claims={alone.claims} count={alone.count} />
        </details>
      )}
    </>
  )
}
