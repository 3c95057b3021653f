import { firstWhere } from "./halving.ts"
import { type Tokens, tokenSteps } from "./text-tokens.ts"

/**
 * A stretch that two versions of a text have in common: `length` tokens from `old` in the one and from `fresh` in the
 * other. Of its first `head` and its last `tail` tokens it is not settled that they are these: beside a deletion or an
 * insertion the same words may as well belong to the stretch on the other side.
 */
export interface Run {
  readonly old: number
  readonly fresh: number
  readonly length: number
  readonly head: number
  readonly tail: number
}

export interface Alignment {
  readonly old: Tokens
  readonly fresh: Tokens
  /** In the order of both texts, without overlap but for unsettled tokens. */
  readonly runs: readonly Run[]
}

/** Words in a row that have to be found once in both texts to hold them together, and then once between two such. */
const pinLengths = [5, 3, 2] as const

interface Box {
  readonly old: readonly [from: number, to: number]
  readonly fresh: readonly [from: number, to: number]
}
type Stretch = Pick<Run, "old" | "fresh" | "length">

/**
 * What two versions of a text have in common, in order: words in a row that both have only once hold the texts together
 * (after the patience difference of Bram Cohen), what is equal beside them belongs to them, and between two of them the
 * same is done with fewer words. A choice between equals is never made. Time in proportion to the texts, but for
 * sorting.
 */
export function* alignmentSteps(oldText: string, freshText: string): Generator<null, Alignment> {
  const lexicon = new Map<string, number>()
  const old = yield* tokenSteps(oldText, lexicon)
  const fresh = yield* tokenSteps(freshText, lexicon)
  const whole: Box = { old: [0, old.says.length], fresh: [0, fresh.says.length] }
  const edges: Stretch[] = [
    { old: 0, fresh: 0, length: 0 },
    { old: whole.old[1], fresh: whole.fresh[1], length: 0 },
  ]
  const runs: Run[] = []
  yield* joined({ old, fresh, oldText, freshText }, edges, 0, runs)
  return { old, fresh, runs: runs.filter(({ length }) => length > 0) }
}

interface Pair {
  readonly old: Tokens
  readonly fresh: Tokens
  readonly oldText: string
  readonly freshText: string
}

/** Grows settled stretches towards one another, and looks for pins of `level` and finer in what is left between them. */
function* joined(pair: Pair, stretches: readonly Stretch[], level: number, into: Run[]): Generator<null, void> {
  const { old, fresh } = pair
  let open: Run = { ...stretches[0]!, head: 0, tail: 0 }
  for (const next of stretches.slice(1)) {
    const [oldFrom, freshFrom] = [open.old + open.length, open.fresh + open.length]
    const room = Math.min(next.old - oldFrom, next.fresh - freshFrom)
    let ahead = 0
    while (ahead < room && old.says[oldFrom + ahead] === fresh.says[freshFrom + ahead]) ahead++
    if (ahead === room && next.old - oldFrom === next.fresh - freshFrom) {
      open = { ...open, length: open.length + room + next.length }
      continue
    }
    let back = 0
    while (back < room && old.says[next.old - 1 - back] === fresh.says[next.fresh - 1 - back]) back++
    const both = Math.max(0, ahead + back - room)
    into.push({ ...open, length: open.length + ahead, tail: both })
    const box: Box = {
      old: [oldFrom + ahead, next.old - back],
      fresh: [freshFrom + ahead, next.fresh - back],
    }
    yield* within(pair, box, level, into)
    open = { old: next.old - back, fresh: next.fresh - back, length: next.length + back, head: both, tail: 0 }
  }
  into.push(open)
}

/** What has to be settled in a box whose edges differ. */
function* within(pair: Pair, box: Box, level: number, into: Run[]): Generator<null, void> {
  const length = pinLengths[level]
  if (length === undefined || box.old[0] >= box.old[1] || box.fresh[0] >= box.fresh[1]) return
  const pins = yield* pinsIn(pair, box, length)
  if (pins.length === 0) return yield* within(pair, box, level + 1, into)
  const ends: Stretch[] = [
    { old: box.old[0], fresh: box.fresh[0], length: 0 },
    ...pins,
    { old: box.old[1], fresh: box.fresh[1], length: 0 },
  ]
  yield* joined(pair, ends, level + 1, into)
}

/** Words in a row that occur once in either part of a box, as many of them as stand in the same order in both. */
function* pinsIn(pair: Pair, box: Box, length: number): Generator<null, Stretch[]> {
  const old = yield* onceIn(pair.oldText, pair.old, box.old, length)
  const fresh = yield* onceIn(pair.freshText, pair.fresh, box.fresh, length)
  const met: Stretch[] = []
  for (const [words, at] of old) {
    const place = at && fresh.get(words)
    if (place) met.push({ old: at[0], fresh: place[0], length: at[1] - at[0] })
  }
  return merged(inOrder(met))
}

/** Rows of `length` words that the part has, each with its tokens when it has it once, else null. */
function* onceIn(
  text: string,
  { starts, words }: Tokens,
  [from, to]: Box["old"],
  length: number,
): Generator<null, Map<string, readonly [number, number] | null>> {
  const found = new Map<string, readonly [number, number] | null>()
  let at = firstFrom(words, from)
  for (; at + length <= words.length && words[at + length - 1]! < to; at++) {
    const [first, behind] = [words[at]!, words[at + length - 1]! + 1]
    const row = text.slice(starts[first], starts[behind])
    found.set(row, found.has(row) ? null : [first, behind])
    if (at % 20_000 === 0) yield null
  }
  return found
}

const firstFrom = (sorted: readonly number[], least: number): number =>
  firstWhere(sorted.length, at => sorted[at]! >= least)

/** The longest part of pins, which are in the order of the old text, that is in the order of the new one too. */
function inOrder(pins: readonly Stretch[]): Stretch[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [at, { fresh }] of pins.entries()) {
    const place = firstWhere(tops.length, top => pins[tops[top]!]!.fresh >= fresh)
    before[at] = place > 0 ? tops[place - 1]! : -1
    tops[place] = at
  }
  const chain: Stretch[] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) chain.push(pins[at]!)
  return chain.reverse()
}

/** Pins that overlap at the same distance as one stretch; one that overlaps another at another distance is left out. */
function merged(pins: readonly Stretch[]): Stretch[] {
  const list: Stretch[] = []
  for (const pin of pins) {
    const last = list.at(-1)
    const end = last ? last.old + last.length : 0
    const freshEnd = last ? last.fresh + last.length : 0
    if (!last || (pin.old >= end && pin.fresh >= freshEnd)) list.push(pin)
    else if (pin.old - last.old === pin.fresh - last.fresh)
      list[list.length - 1] = { ...last, length: Math.max(last.length, pin.old + pin.length - last.old) }
  }
  return list
}
