import type { Span } from "./unit.ts"

/** A claim that is to be assigned, with everybody who labelled it or has it assigned already. */
export interface ClaimToAssign {
  readonly id: string
  readonly has: readonly string[]
  /** How many more it is to get, whoever has it; else it is filled up to the overlap. */
  readonly lacks?: number
}

/** That a claim is to be somebody's. */
export interface Given {
  readonly unitId: string
  readonly userId: string
}

/**
 * Give each claim to so many of the people that it has `overlap` of them, or all when there are fewer; who labelled it
 * or has it already is one of them and does not get it twice, so that doing it again gives nothing. What people get is
 * as even as that allows: within one claim of each other when nobody had any. Claims are dealt out in their order to
 * who has least; then what is uneven is passed on along chains of people until no chain makes it more even.
 */
export function assignEvenly(
  claims: readonly ClaimToAssign[],
  people: readonly string[],
  overlap: number,
): readonly Given[] {
  const who = [...new Set(people)]
  const loads = who.map(() => 0)
  const dealt = claims.map(({ has, lacks }) => {
    const free = who.map((_, at) => at).filter(at => !has.includes(who[at]!))
    const missing = lacks ?? Math.min(overlap, who.length) - (who.length - free.length)
    const chosen = new Set([...free].sort((a, b) => loads[a]! - loads[b]! || a - b).slice(0, Math.max(0, missing)))
    for (const at of chosen) loads[at]!++
    return { free, chosen }
  })
  even(dealt, loads)
  return dealt.flatMap(({ chosen }, claim) =>
    [...chosen].sort((a, b) => a - b).map(at => ({ unitId: claims[claim]!.id, userId: who[at]! })),
  )
}

interface Dealt {
  /** Places of the people who may get the claim, and of those who do. */
  readonly free: readonly number[]
  readonly chosen: Set<number>
}

/** Pass claims on until nobody with more than one claim over somebody else can be relieved by a chain of moves. */
function even(dealt: readonly Dealt[], loads: number[]): void {
  if (spread(loads) <= 1) return
  // For each pair of people, the claims that may pass from the one to the other; out of date ones are dropped when met.
  const moves = loads.map(() => loads.map((): number[] => []))
  const offer = (claim: number) => {
    const { free, chosen } = dealt[claim]!
    for (const from of chosen) for (const to of free) if (!chosen.has(to)) moves[from]![to]!.push(claim)
  }
  const movable = (from: number, to: number): number | undefined => {
    const list = moves[from]![to]!
    while (list.length > 0) {
      const { chosen } = dealt[list.at(-1)!]!
      if (chosen.has(from) && !chosen.has(to)) return list.at(-1)
      list.pop()
    }
    return undefined
  }
  for (let claim = 0; claim < dealt.length; claim++) offer(claim)
  for (let chain = relief(loads, movable); chain; chain = relief(loads, movable)) {
    for (let at = 0; at + 1 < chain.length; at++) {
      const [from, to] = [chain[at]!, chain[at + 1]!]
      const claim = movable(from, to)!
      dealt[claim]!.chosen.delete(from)
      dealt[claim]!.chosen.add(to)
      offer(claim)
    }
    loads[chain[0]!]!--
    loads[chain.at(-1)!]!++
  }
}

const spread = (loads: readonly number[]) => Math.max(...loads) - Math.min(...loads)

/** A shortest chain of people, each of whom can pass a claim to the next, whose first has two more than its last. */
function relief(
  loads: readonly number[],
  movable: (from: number, to: number) => number | undefined,
): readonly number[] | null {
  const fullest = loads.map((_, at) => at).sort((a, b) => loads[b]! - loads[a]!)
  for (const first of fullest) {
    const before = new Map<number, number>([[first, first]])
    for (const here of before.keys()) {
      if (loads[here]! <= loads[first]! - 2) return chainTo(here, before)
      for (let next = 0; next < loads.length; next++)
        if (!before.has(next) && movable(here, next) !== undefined) before.set(next, here)
    }
  }
  return null
}

function chainTo(last: number, before: ReadonlyMap<number, number>): readonly number[] {
  const chain = [last]
  for (let at = last; before.get(at) !== at; at = before.get(at)!) chain.unshift(before.get(at)!)
  return chain
}

/** An assignment of a passage, with whatever else is kept of it. */
export type Assigned = Span & { readonly userId: string }

/**
 * Whose the units are that come in the place of others: each belongs to everybody to whom a passage under it belonged,
 * once. `moved` are the assignments that something came for. Passages of one side do not overlap, as units don't.
 */
export function carriedOver<A extends Assigned>(
  gone: readonly A[],
  come: readonly (Span & { readonly id: string })[],
): { readonly given: readonly { readonly unitId: string; readonly from: A }[]; readonly moved: readonly A[] } {
  const under = [...gone].sort((a, b) => a.start - b.start)
  const given: { unitId: string; from: A }[] = []
  const moved = new Set<A>()
  let first = 0
  for (const { id, start, end } of [...come].sort((a, b) => a.start - b.start)) {
    while (first < under.length && under[first]!.end <= start) first++
    const people = new Set<string>()
    for (let at = first; at < under.length && under[at]!.start < end; at++) {
      const from = under[at]!
      moved.add(from)
      if (!people.has(from.userId)) given.push({ unitId: id, from })
      people.add(from.userId)
    }
  }
  return { given, moved: [...moved] }
}
