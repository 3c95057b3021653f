import type { DuplicateKind } from "../domain/likeness.ts"
import type { ProposedUnit } from "../domain/unit.ts"
import { bandsOf } from "./bands.ts"
import { repeats } from "./compare-said.ts"
import { hashOf, mixed } from "./hash.ts"
import { MetKeys } from "./met-keys.ts"
import { canRepeat } from "./repeat-keys.ts"
import { readSaid, type Said, type SaidWord, saysSomething } from "./said.ts"

/** Unit `duplicate` says what the earlier unit `of` says; both are indexes into the units. */
export interface Duplicate {
  readonly of: number
  readonly duplicate: number
  readonly kind: DuplicateKind
}

/** Earlier units that one key leads to; more would make the work of a repetitive text quadratic. */
const candidatesPerKey = 6

/**
 * Finds units that repeat an earlier unit of any kind but boilerplate and fragment. Another number, name or negation
 * is a variant, never a duplicate, and a unit of nothing but dates and figures repeats none. Each repetition names the
 * first unit of its content. The work is linear in the text: units meet through the keys of {@link bandsOf}, and only
 * those that share one are compared word by word.
 */
export function findDuplicates(units: readonly ProposedUnit[], text: string): Duplicate[] {
  const exact = new Map<string, number>()
  const met = new MetUnits()
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
    const found = met.nearest(said, index)
    exact.set(quote, found?.of ?? index)
    if (found) duplicates.push({ ...found, duplicate: index })
  })
  return duplicates
}

/** Units that say something for the first time. */
class MetUnits {
  private readonly keys = new MetKeys(candidatesPerKey)
  private readonly quotes: string[] = []
  /** What they say, of those that were compared; to keep it of all takes many times the memory of the text. */
  private readonly said: (Said | undefined)[] = []
  private readonly indexes: number[] = []
  /** For each of them, the last unit that was compared with it. */
  private readonly compared: number[] = []

  /** The first known unit that says what this one says, and how; remembers this one if there is none. */
  nearest(said: Said, index: number): { of: number; kind: DuplicateKind } | null {
    const { keys } = this
    const figures = figuresOf(said)
    const bands = bandsOf(said)
    let best = -1
    let kind: DuplicateKind = "near"
    for (let band = 0; band < bands.length; band++) {
      const key = keyOf(bands, band, figures)
      for (let entry = keys.newestOf(key); entry !== 0; entry = keys.entryBefore(entry)) {
        const known = keys.valueAt(entry)
        if (this.compared[known] === index || (best !== -1 && known > best)) continue
        this.compared[known] = index
        const how = repeats(this.saidBy(known), said)
        if (how === null) continue
        best = known
        kind = how
      }
    }
    if (best !== -1) return { of: this.indexes[best] as number, kind }
    const known = this.quotes.push(said.quote) - 1
    this.indexes.push(index)
    this.compared.push(index)
    for (let band = 0; band < bands.length; band++) keys.add(keyOf(bands, band, figures), known)
    return null
  }

  private saidBy(known: number): Said {
    const said = this.said[known] ?? readSaid(this.quotes[known] as string)
    this.said[known] = said
    return said
  }
}

/** The key of a band: those after the first lead only to units with the same figures. */
const keyOf = (bands: readonly number[], band: number, figures: number): number =>
  band === 0 ? (bands[0] as number) : (bands[band] as number) ^ figures

/** A hash of what duplicates never differ in, in whatever order: figures, numbers, denials, the first letters of names. */
function figuresOf({ words }: Said): number {
  let figures = 0
  for (let at = 0; at < words.length; at++) {
    const { role, form } = words[at] as SaidWord
    if (role === "word" || role === "small") continue
    if (role === "number" || role === "date") for (const run of form.match(/\d+/g) ?? [form]) figures += hashOf(run)
    else if (role === "negation") figures += 0x4e6f
    else if (at > 0) figures += mixed(form.charCodeAt(0))
  }
  return mixed(figures)
}
