import type { Room } from "../../../../../../lib/queries/reading-room.ts"

/** How many claims are vetted, in words, at the top of the page. */
export function Progress({ units }: { units: Room["units"] }) {
  const claims = units.filter(unit => unit.kind === "claim")
  const vetted = claims.filter(unit => unit.state === "vetted").length
  return (
    <span className="figures text-sm text-soft max-sm:hidden" id="room-progress">
      {vetted} of {claims.length} claims vetted
    </span>
  )
}
