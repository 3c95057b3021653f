import { diffArrays } from "diff"
import { mostEdits } from "./text-diff.ts"

/** What two people made of one list of tokens, in one list. */
export interface Merged {
  readonly tokens: string[]
  /** Both changed the same place, and not alike: what each put there stands one after the other. */
  readonly clash: boolean
}

/** A stretch of the list that both had in sight, and what one of them put in its place. */
interface Hunk {
  readonly start: number
  readonly end: number
  readonly put: readonly string[]
}

/**
 * A three-way merge. What only one side changed is taken from it, and what both changed alike is taken once. Where both
 * changed the same place, theirs stands before mine, parted by what `glue` says; every run of tokens that either side
 * put in is in the merged list, whole.
 */
export function mergeTokens(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
  glue: (last: string, first: string) => readonly string[] = () => [],
): Merged {
  const [left, right] = [hunksOf(base, theirs), hunksOf(base, mine)]
  const tokens: string[] = []
  let clash = false
  let at = 0
  while (left.length > 0 || right.length > 0) {
    const { start, end, ours, others } = takePlace(left, right)
    tokens.push(...base.slice(at, start))
    at = end
    const [a, b] = [applied(base, start, end, ours), applied(base, start, end, others)]
    if (ours.length === 0) tokens.push(...b)
    else if (others.length === 0 || same(a, b)) tokens.push(...a)
    else {
      clash = true
      const [last, first] = [a.at(-1), b[0]]
      tokens.push(...a, ...(last !== undefined && first !== undefined ? glue(last, first) : []), ...b)
    }
  }
  tokens.push(...base.slice(at))
  return { tokens, clash }
}

/** Takes the next place that was changed off both lists, with every hunk that meets another one there. */
function takePlace(left: Hunk[], right: Hunk[]): { start: number; end: number; ours: Hunk[]; others: Hunk[] } {
  const before = (a: Hunk | undefined, b: Hunk | undefined) =>
    a !== undefined && (b === undefined || a.start < b.start || (a.start === b.start && a.end <= b.end))
  const first = (before(left[0], right[0]) ? left[0] : right[0]) as Hunk
  const place = { start: first.start, end: first.end, ours: [] as Hunk[], others: [] as Hunk[] }
  const meets = (hunk: Hunk | undefined): hunk is Hunk =>
    hunk !== undefined &&
    (hunk.start < place.end || (hunk.start === place.start && hunk.end === place.end && place.start === place.end))
  const taken = (from: Hunk[], into: Hunk[]) => {
    const [hunk] = from
    if (hunk !== first && !meets(hunk)) return false
    from.shift()
    into.push(hunk as Hunk)
    place.end = Math.max(place.end, (hunk as Hunk).end)
    return true
  }
  for (;;) if (!taken(left, place.ours) && !taken(right, place.others)) return place
}

function hunksOf(base: readonly string[], side: readonly string[]): Hunk[] {
  const parts = diffArrays([...base], [...side], { maxEditLength: mostEdits })
  if (!parts) return [{ start: 0, end: base.length, put: side }]
  const hunks: Hunk[] = []
  let at = 0
  let open: { start: number; put: string[] } | null = null
  for (const { value, added, removed } of parts) {
    if (added || removed) open ??= { start: at, put: [] }
    else if (open) {
      hunks.push({ start: open.start, end: at, put: open.put })
      open = null
    }
    if (added) open?.put.push(...value)
    else at += value.length
  }
  if (open) hunks.push({ start: open.start, end: at, put: open.put })
  return hunks
}

function applied(base: readonly string[], start: number, end: number, hunks: readonly Hunk[]): string[] {
  const made: string[] = []
  let at = start
  for (const hunk of hunks) {
    made.push(...base.slice(at, hunk.start), ...hunk.put)
    at = hunk.end
  }
  return [...made, ...base.slice(at, end)]
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((token, index) => token === b[index])
