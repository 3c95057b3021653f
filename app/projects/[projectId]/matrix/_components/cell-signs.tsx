import type { MatrixCell } from "../../../../../lib/domain/evidence-matrix.ts"
import { stanceSigns } from "../../../../../lib/domain/stance-words.ts"
import { stanceColours } from "./legend.tsx"

/** A cell for the eye: a sign for each stance, and the credibility as a small digit. */
export function CellSigns({ cell: { stances, credibility } }: { cell: MatrixCell }) {
  const size = stances.length > 2 ? "text-[0.5rem] tracking-tighter" : stances.length > 1 ? "text-xs" : "text-base"
  return (
    <span aria-hidden="true" className={`leading-none ${size}`}>
      {stances.map(stance => (
        <span key={stance} className={stanceColours[stance]}>
          {stanceSigns[stance]}
        </span>
      ))}
      {credibility !== null && (
        <span className="figures absolute right-1 bottom-0.5 text-xs leading-none tracking-normal text-soft">
          {credibility}
        </span>
      )}
    </span>
  )
}
