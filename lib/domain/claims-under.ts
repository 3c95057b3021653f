import { firstEndingAfter } from "./halving.ts"
import type { Span, UnitKind } from "./unit.ts"

/** A unit as far as a passage is matched with it. */
export interface UnitPlace extends Span {
  readonly id: string
  readonly kind: UnitKind
}

/** The claims that a marked passage is about, and how it lies on them. */
export interface ClaimsUnder {
  readonly claims: readonly UnitPlace[]
  readonly how: "the-claim" | "within" | "across"
}

/** More claims than a remark on one passage is about. */
export const mostClaimsUnder = 20

/**
 * Which claims a passage is about: those of which it covers at least half, or else the one of which it covers most.
 * Boundaries stay as they are. Without a claim under it, the kind of what is there instead, if there is anything.
 * `units` are the live ones in the order of the text.
 */
export function claimsUnder(
  units: readonly UnitPlace[],
  span: Span,
): ClaimsUnder | { readonly instead: UnitKind | "too-many" | null } {
  const touched: UnitPlace[] = []
  for (let at = firstEndingAfter(units, span.start); at < units.length && units[at]!.start < span.end; at++)
    touched.push(units[at]!)
  const claims = touched.filter(({ kind }) => kind === "claim")
  if (claims.length === 0) return { instead: touched[0]?.kind ?? null }
  const covered = ({ start, end }: Span) => Math.min(end, span.end) - Math.max(start, span.start)
  const most = claims.reduce((best, one) => (covered(one) > covered(best) ? one : best))
  const half = claims.filter(one => 2 * covered(one) >= one.end - one.start)
  const about = half.length > 0 ? half : [most]
  if (about.length > mostClaimsUnder) return { instead: "too-many" }
  if (about.length > 1) return { claims: about, how: "across" }
  const [only] = about as [UnitPlace]
  return {
    claims: about,
    how: covered(only) === only.end - only.start && touched.length === 1 ? "the-claim" : "within",
  }
}
