import type { ToldMove } from "../../../../lib/queries/moved-claims.ts"
import { MovedClaims } from "./moved-claims.tsx"

/** Which verdicts would be others, each kind with the first of its claims. */
export function ToldMoves({ projectId, moves }: { projectId: string; moves: readonly ToldMove[] }) {
  return (
    <ul className="grid gap-3">
      {moves.map(({ sentence, claims, count }) => (
        <li key={sentence}>
          <p>{sentence}</p>
          <MovedClaims projectId={projectId} claims={claims} count={count} />
        </li>
      ))}
    </ul>
  )
}
