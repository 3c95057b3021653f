import type { ProposedUnit } from "../domain/unit.ts"
import { bandsOf } from "./bands.ts"
import { compareSaid, type DuplicateKind, layoutKey } from "./compare-said.ts"
import { readSaid, type Said } from "./said.ts"

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

/** Whether units of this kind are compared with others at all. */
export const canRepeat = (kind: ProposedUnit["kind"]): boolean => kind !== "boilerplate" && kind !== "fragment"

/**
 * Finds units that repeat an earlier unit of any kind but boilerplate and fragment. Another number, name or negation
 * is a variant, never a duplicate. Each repetition names the first unit of its content. The work is linear in the text:
 * units meet through the keys of {@link bandsOf}, and only those that share one are compared word by word.
 */
export function findDuplicates(units: readonly ProposedUnit[], text: string): Duplicate[] {
  const exact = new Map<string, number>()
  const plain = new Map<string, number>()
  const met = new Map<string, Known[]>()
  const duplicates: Duplicate[] = []
  units.forEach((unit, index) => {
    if (!canRepeat(unit.kind)) return
    const quote = text.slice(unit.start, unit.end)
    const same = exact.get(quote)
    if (same !== undefined) {
      duplicates.push({ of: same, duplicate: index, kind: "exact" })
      return
    }
    const layout = layoutKey(quote)
    const alike = plain.get(layout)
    const near = alike === undefined ? nearest({ index, said: readSaid(quote) }, met) : undefined
    const of = alike ?? near
    exact.set(quote, of ?? index)
    if (alike === undefined) plain.set(layout, of ?? index)
    if (of !== undefined) duplicates.push({ of, duplicate: index, kind: alike === undefined ? "near" : "layout" })
  })
  return duplicates
}

/** The first known unit that says what this one says; remembers this one if there is none. */
function nearest(unit: Known, met: Map<string, Known[]>): number | undefined {
  const figures = figuresOf(unit.said)
  const keys = bandsOf(unit.said).map((band, at) => (at === 0 ? `${band}` : `${band} ${figures}`))
  const tried = new Set<number>()
  let best: number | undefined
  for (const key of keys)
    for (const known of met.get(key) ?? []) {
      if (tried.has(known.index) || (best !== undefined && known.index > best)) continue
      tried.add(known.index)
      if (compareSaid(known.said, unit.said)?.kind === "same") best = known.index
    }
  if (best !== undefined) return best
  for (const key of keys) {
    const list = met.get(key)
    if (!list) met.set(key, [unit])
    else if (list.length < candidatesPerKey) list.push(unit)
  }
  return undefined
}

/** What duplicates never differ in, wherever it stands: their figures, numbers, denials and the first letters of their names. */
function figuresOf({ words }: Said): string {
  const figures: string[] = []
  words.forEach(({ role, form }, at) => {
    if (role === "number" || role === "date") figures.push(...(form.match(/\d+/g) ?? [form]))
    else if (role === "negation") figures.push("!")
    else if (role === "name" && at > 0) figures.push(form[0] as string)
  })
  return figures.sort().join(" ")
}
