import type { DuplicateKind } from "../domain/likeness.ts"
import type { ProposedUnit } from "../domain/unit.ts"
import { bandsOf } from "./bands.ts"
import { compareSaid } from "./compare-said.ts"
import { hashOf, mixed } from "./hash.ts"
import { canRepeat } from "./repeat-keys.ts"
import { readSaid, type Said, saysSomething } from "./said.ts"

/** Unit `duplicate` says what the earlier unit `of` says; both are indexes into the units. */
export interface Duplicate {
  readonly of: number
  readonly duplicate: number
  readonly kind: DuplicateKind
}

/** Earlier units that one key leads to; more would make the work of a repetitive text quadratic. */
const candidatesPerKey = 6

interface Known {
  readonly index: number
  readonly said: Said
}

/**
 * Finds units that repeat an earlier unit of any kind but boilerplate and fragment. Another number, name or negation
 * is a variant, never a duplicate, and a unit of nothing but dates and figures repeats none. Each repetition names the first unit of its content. The work is linear in the text:
 * units meet through the keys of {@link bandsOf}, and only those that share one are compared word by word.
 */
export function findDuplicates(units: readonly ProposedUnit[], text: string): Duplicate[] {
  const exact = new Map<string, number>()
  const met = new Map<number, Known[]>()
  const duplicates: Duplicate[] = []
  units.forEach((unit, index) => {
    if (!canRepeat(unit.kind)) return
    const quote = text.slice(unit.start, unit.end)
    const same = exact.get(quote)
    if (same !== undefined) {
      duplicates.push({ of: same, kind: "exact", duplicate: index })
      return
    }
    const said = readSaid(quote)
    if (!saysSomething(said)) return
    const found = nearest({ index, said }, met)
    exact.set(quote, found?.of ?? index)
    if (found) duplicates.push({ ...found, duplicate: index })
  })
  return duplicates
}

/** The first known unit that says what this one says, and how; remembers this one if there is none. */
function nearest(unit: Known, met: Map<number, Known[]>): { of: number; kind: DuplicateKind } | null {
  const figures = figuresOf(unit.said)
  const keys = bandsOf(unit.said).map((band, at) => (at === 0 ? band : band ^ figures))
  const tried = new Set<number>()
  let best: { of: number; kind: DuplicateKind } | null = null
  for (const key of keys)
    for (const known of met.get(key) ?? []) {
      if (tried.has(known.index) || (best !== null && known.index > best.of)) continue
      tried.add(known.index)
      const likeness = compareSaid(known.said, unit.said)
      if (likeness?.kind === "same") best = { of: known.index, kind: likeness.how }
    }
  if (best !== null) return best
  for (const key of keys) {
    const list = met.get(key)
    if (!list) met.set(key, [unit])
    else if (list.length < candidatesPerKey) list.push(unit)
  }
  return null
}

/** A hash of what duplicates never differ in, in whatever order: figures, numbers, denials, the first letters of names. */
function figuresOf({ words }: Said): number {
  let figures = 0
  words.forEach(({ role, form }, at) => {
    if (role === "number" || role === "date") for (const run of form.match(/\d+/g) ?? [form]) figures += hashOf(run)
    else if (role === "negation") figures += 0x4e6f
    else if (role === "name" && at > 0) figures += hashOf(form.charAt(0))
  })
  return mixed(figures)
}
