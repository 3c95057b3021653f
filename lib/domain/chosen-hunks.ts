import { fail, ok, type Result } from "./failure.ts"
import type { Hunk } from "./resplit.ts"
import type { Span } from "./unit.ts"

/**
 * The hunks that a person chose by their stretches, when each still stands as it was seen: it begins and ends where it
 * did, and nothing in `reached`, which is where people worked since, lies in it. Otherwise a failure names the others.
 * Time in proportion to what is given, but for sorting.
 */
export function chosenHunks(
  hunks: readonly Hunk[],
  wanted: readonly Span[],
  reached: readonly (Span & { readonly name: string })[],
): Result<readonly Hunk[]> {
  const known = new Map(hunks.map(hunk => [hunk.start, hunk]))
  const worked = [...reached].sort((a, b) => a.start - b.start)
  const [taken, overtaken, names]: [Hunk[], Span[], Set<string>] = [[], [], new Set()]
  let open: (typeof worked)[number][] = []
  let next = 0
  for (const { start, end } of [...wanted].sort((a, b) => a.start - b.start)) {
    while (next < worked.length && worked[next]!.start < end) open.push(worked[next++]!)
    open = open.filter(reach => reach.end > start)
    for (const { name } of open) names.add(name)
    const hunk = known.get(start)
    if (hunk?.end === end && open.length === 0 && taken.at(-1) !== hunk) taken.push(hunk)
    else overtaken.push({ start, end })
  }
  if (overtaken.length === 0) return ok(taken)
  return fail({ code: "resplit-overtaken", stretches: overtaken, by: [...names].join(" and ") || null })
}
