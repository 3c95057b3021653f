import type { Standing } from "../../../../../lib/domain/claim-strip.ts"

/** The hatchings of a picture, under names of its own. */
export function StandingDefs({ name }: { name: string }) {
  return (
    <defs>
      <pattern id={`${name}-disputed`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="ground" />
        <path d="M-1.5 1.5l3 -3M0 6l6 -6M4.5 7.5l3 -3" className="ink-disputed" strokeWidth="2" />
      </pattern>
      <pattern id={`${name}-speculative`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" className="ground" />
        <circle cx="1.25" cy="1.25" r="1.15" className="ink-speculative" />
        <circle cx="3.75" cy="3.75" r="1.15" className="ink-speculative" />
      </pattern>
      <pattern id={`${name}-blocked`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="ground" />
        <path d="M0 3h6M3 0v6" className="ink-blocked" strokeWidth="1.5" />
      </pattern>
      <pattern id={`${name}-in-review`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className="ground" />
        <path d="M0 2h4" className="ink-in-review" strokeWidth="1" />
      </pattern>
    </defs>
  )
}

/** How a standing is filled: two in one colour, the others with a hatching of the picture `name`. */
export function standingFill(name: string, standing: Exclude<Standing, "open">): { className?: string; fill?: string } {
  if (standing === "documented" || standing === "contested") return { className: `stand-${standing}` }
  return { fill: `url(#${name}-${standing})` }
}
