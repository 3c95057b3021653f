import type { UnitKind } from "../../lib/domain/unit.ts"
import type { SplitUnit } from "../../lib/text/split-unit.ts"
import type { AnnotatedText, GoldUnit } from "./annotated-text.ts"

/** Counts of a comparison; precision, recall and F1 follow from them. */
export interface Tally {
  readonly right: number
  /** Found but not so in the annotation. */
  readonly extra: number
  readonly missed: number
}

export interface Score {
  readonly boundaries: Tally
  readonly kinds: { readonly right: number; readonly of: number }
  readonly hedges: Tally
  /** Attributed units whose source is right; a wrong source counts as extra and as missed. */
  readonly attributions: Tally
  readonly clauses: Tally
  readonly duplicates: Tally
  /** What differs, a line each, for reading. */
  readonly differences: readonly string[]
}

/** F1 of a tally, 0 to 100; 100 when there was nothing to find and nothing was found. */
export function f1({ right, extra, missed }: Tally): number {
  return right + extra + missed === 0 ? 100 : (200 * right) / (2 * right + extra + missed)
}

/**
 * Compares what the splitter found with what a person annotated. Boundaries are places between two units, counted in
 * characters that are not white space. Everything else is compared unit by unit of the annotation, with the found unit
 * that covers most of it.
 */
export function scoreAnnotated({ text, units: gold }: AnnotatedText, found: readonly SplitUnit[]): Score {
  const differences: string[] = []
  const say = (what: string, unit: { start: number; end: number }) =>
    differences.push(`${what}: ${text.slice(unit.start, unit.end).replace(/\s+/g, " ")}`)
  const solid = solidPositions(text)
  const inner = (units: readonly { end: number }[]) => units.slice(0, -1).map(unit => solid[unit.end] as number)
  const boundaries = tally(new Set(inner(gold)), new Set(inner(found)))
  const goldEnds = new Set(inner(gold))
  const foundEnds = new Set(inner(found))
  for (const unit of gold.slice(0, -1)) if (!foundEnds.has(solid[unit.end] as number)) say("not cut after", unit)
  for (const unit of found.slice(0, -1)) if (!goldEnds.has(solid[unit.end] as number)) say("cut after", unit)

  const starts = new Map(found.map(unit => [unit.start, unit]))
  const kinds = { right: 0, of: gold.length }
  const hedges = { right: 0, extra: 0, missed: 0 }
  const attributions = { right: 0, extra: 0, missed: 0 }
  const duplicates = { right: 0, extra: 0, missed: 0 }
  const goldClauses = new Set<number>()
  const foundClauses = new Set<number>()
  for (const unit of gold) {
    const met = mostOf(unit, found)
    if (met.kind === unit.kind) kinds.right++
    else say(`${unit.kind}, called ${met.kind} (${met.rules[0]})`, unit)
    if (count(hedges, unit.hedged, met.hedged)) say(unit.hedged ? "hedge missed" : "hedge extra", unit)
    countSource(attributions, unit, met, say)
    const original = duplicateStart(met, starts, gold)
    if (unit.duplicateOf !== null || original !== null) {
      if (original === unit.duplicateOf) duplicates.right++
      else {
        if (original !== null) duplicates.extra++
        if (unit.duplicateOf !== null) duplicates.missed++
        say(original === null ? "duplicate missed" : "duplicate extra", unit)
      }
    }
    if (!asserts(unit.kind)) continue
    for (const at of unit.clauseStarts) goldClauses.add(solid[at] as number)
    for (const clause of met.clauses.slice(1)) {
      if (clause.start > unit.start && clause.start < unit.end) foundClauses.add(solid[clause.start] as number)
    }
    const marks = new Set(met.clauses.slice(1).map(clause => solid[clause.start]))
    const wrong = [
      ...unit.clauseStarts.filter(at => !marks.has(solid[at])).map(at => `no clause at «${text.slice(at, at + 24)}»`),
      ...met.clauses
        .slice(1)
        .filter(clause => !unit.clauseStarts.some(at => solid[at] === solid[clause.start]))
        .map(clause => `clause at «${text.slice(clause.start, clause.start + 24)}»`),
    ]
    for (const line of wrong) say(line.replace(/\s+/g, " "), unit)
  }
  return {
    boundaries,
    kinds,
    hedges,
    attributions,
    clauses: tally(goldClauses, foundClauses),
    duplicates,
    differences,
  }
}

/** How many characters that are not white space stand before each position. */
function solidPositions(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at++) {
    counts[at + 1] = (counts[at] as number) + (/\s/.test(text[at] as string) ? 0 : 1)
  }
  return counts
}

function tally<T>(gold: ReadonlySet<T>, found: ReadonlySet<T>): Tally {
  const right = [...gold].filter(item => found.has(item)).length
  return { right, extra: found.size - right, missed: gold.size - right }
}

function mostOf(unit: GoldUnit, found: readonly SplitUnit[]): SplitUnit {
  const shared = (other: SplitUnit) => Math.min(unit.end, other.end) - Math.max(unit.start, other.start)
  return found.reduce((best, other) => (shared(other) > shared(best) ? other : best))
}

/** Counts one yes or no; whether it was wrong. */
function count(into: { right: number; extra: number; missed: number }, gold: boolean, found: boolean): boolean {
  if (gold && found) into.right++
  else if (found) into.extra++
  else if (gold) into.missed++
  return gold !== found
}

function countSource(
  into: { right: number; extra: number; missed: number },
  unit: GoldUnit,
  met: SplitUnit,
  say: (what: string, unit: GoldUnit) => void,
) {
  const given = met.attribution === null ? null : (met.attributedTo ?? "*")
  if (unit.attributedTo === null && given === null) return
  if (unit.attributedTo !== null && given !== null && isSameSource(unit.attributedTo, given)) into.right++
  else {
    if (given !== null) into.extra++
    if (unit.attributedTo !== null) into.missed++
    say(`by ${unit.attributedTo ?? "nobody"}, called ${given ?? "nobody"}`, unit)
  }
}

/** Whether two writings name one source: equal but for case, article and possessive, or one within the other. */
export function isSameSource(left: string, right: string): boolean {
  const bare = (source: string) =>
    source
      .toLowerCase()
      .replace(/ё/g, "е")
      .replace(/['’]s?$/u, "")
      .replace(/^(?:the|a|an|his|her|their|my|our) /, "")
      .replace(/[«»"“”\s]+/g, " ")
      .trim()
  const [a, b] = [bare(left), bare(right)]
  return a === b || (a.length > 3 && b.length > 3 && (a.includes(b) || b.includes(a)))
}

function duplicateStart(
  met: SplitUnit,
  starts: ReadonlyMap<number, SplitUnit>,
  gold: readonly GoldUnit[],
): number | null {
  const original = met.duplicateOf === null ? undefined : starts.get(met.duplicateOf)
  if (!original) return null
  const shared = (unit: GoldUnit) => Math.min(unit.end, original.end) - Math.max(unit.start, original.start)
  return gold.reduce((best, unit) => (shared(unit) > shared(best) ? unit : best)).start
}

function asserts(kind: UnitKind): boolean {
  return kind === "claim" || kind === "opinion"
}
