import { type Effect, type UnitState, versionOf } from "./effect.ts"
import { firstWhere } from "./halving.ts"
import type { Span } from "./unit.ts"

/**
 * Tells where in the version that an effect brings what stood in the one before would be: between what came along from
 * before it and from behind it. Null when the two have changed their order. Units of the new version are at their place.
 */
export function placesAcross({ units = [] }: Effect, number: number): (unit: UnitState) => Span | null {
  const along = units.flatMap(({ before, after }) =>
    before && after && !after.retired && versionOf(before) !== versionOf(after) ? [{ before, after }] : [],
  )
  const sorted = along.sort((a, b) => a.before.start - b.before.start)
  return unit => {
    if (versionOf(unit) === number) return { start: unit.start, end: unit.end }
    const next = firstWhere(sorted.length, at => sorted[at]!.before.start >= unit.start)
    const start = sorted[next - 1]?.after.end ?? 0
    const end = sorted[next]?.after.start ?? Number.MAX_SAFE_INTEGER
    return start < end ? { start, end } : null
  }
}
