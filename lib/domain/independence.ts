/** A source with where its word comes from in the end (`rootsOf`): itself when it derives from nothing. */
export interface Witness {
  readonly sourceId: string
  readonly rootIds: readonly string[]
}

/** Steps of the exact search in one group of entangled sources. */
const searchSteps = 20_000

/** How many mutually independent witnesses the sources contain: the size of `witnessesAmong`. */
export const independentAmong = (sources: readonly Witness[]): number => witnessesAmong(sources).length

/**
 * The largest choice of the sources among which no two share a root, as ids in their order: two sources are
 * independent when neither derives from the other and they have no common origin. A source that is given twice is one.
 * Of several choices of that size the same is taken whatever the order.
 *
 * This is set packing, which is hard in general, so that the search is exact as far as it is cheap: sources whose
 * roots include all roots of another are left out first, groups that share nothing are searched apart, and each group
 * takes at most `searchSteps`, enough for some forty sources however they share roots. Beyond that the answer is the
 * best found by then, which can be too small but never too large. A source that shares a root with no other always adds one.
 */
export function witnessesAmong(sources: readonly Witness[]): readonly string[] {
  return groups(undominated(distinct(sources)))
    .flatMap(largestChoice)
    .sort()
}

interface Candidate {
  readonly sourceId: string
  readonly roots: ReadonlySet<string>
}

/** Each source once; those with few roots first, which stand in the way of the fewest others, and originals before copies. */
function distinct(sources: readonly Witness[]): Candidate[] {
  const roots = new Map<string, Set<string>>()
  for (const { sourceId, rootIds } of sources) {
    const known = roots.get(sourceId) ?? new Set<string>()
    for (const id of rootIds.length > 0 ? rootIds : [sourceId]) known.add(id)
    roots.set(sourceId, known)
  }
  return [...roots]
    .map(([sourceId, set]) => ({ sourceId, roots: set }))
    .sort((a, b) => a.roots.size - b.roots.size || derived(a) - derived(b) || (a.sourceId < b.sourceId ? -1 : 1))
}

const derived = ({ sourceId, roots }: Candidate) => (roots.has(sourceId) ? 0 : 1)

/** Without the sources in whose place another could stand in every choice. */
function undominated(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of candidates)
    if (!kept.some(({ roots }) => [...roots].every(root => candidate.roots.has(root)))) kept.push(candidate)
  return kept
}

const shareRoot = (a: Candidate, b: Candidate) => [...a.roots].some(root => b.roots.has(root))

/** The sources in groups, so that no two of different groups share a root. */
function groups(candidates: readonly Candidate[]): Candidate[][] {
  const left = new Set(candidates)
  const found: Candidate[][] = []
  for (const first of candidates) {
    if (!left.delete(first)) continue
    const group = [first]
    for (const member of group)
      for (const other of left)
        if (shareRoot(member, other)) {
          left.delete(other)
          group.push(other)
        }
    found.push(candidates.filter(candidate => group.includes(candidate)))
  }
  return found
}

/** Branch and bound over one group. Without a step left, the choice found first stands, which is the greedy one. */
function largestChoice(group: readonly Candidate[]): readonly string[] {
  let best: readonly Candidate[] = []
  let steps = searchSteps
  const search = (chosen: readonly Candidate[], open: readonly Candidate[]): void => {
    if (chosen.length > best.length) best = chosen
    const [first, ...rest] = open
    if (!first || chosen.length + open.length <= best.length || steps-- <= 0) return
    search(
      [...chosen, first],
      rest.filter(other => !shareRoot(first, other)),
    )
    search(chosen, rest)
  }
  search([], group)
  return best.map(({ sourceId }) => sourceId)
}
