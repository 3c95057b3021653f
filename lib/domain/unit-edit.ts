import { type Effect, inVersion, type UnitState, versionOf } from "./effect.ts"
import { fail, ok, type Result } from "./failure.ts"
import { overlaps } from "./flag.ts"
import { canonical } from "./undo.ts"
import type { Cue, Span, UnitKind } from "./unit.ts"

/** `span` without white space at either end; null when nothing else is in it. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  const inner = text.slice(start, end)
  const head = inner.length - inner.trimStart().length
  const tail = inner.length - inner.trimEnd().length
  return head === inner.length ? null : { start: start + head, end: end - tail }
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" })

/**
 * Whether what follows a cut at `at` would begin inside a character as people see it (an extended grapheme cluster of
 * Unicode's annex 29): a surrogate pair, a letter with its marks, a flag, an emoji of several parts.
 */
export function partsCharacter(text: string, at: number): boolean {
  const space = /\s*/y
  space.lastIndex = at
  const next = at + (space.exec(text)?.[0].length ?? 0)
  return next < text.length && graphemes.segment(text).containing(next)?.index !== next
}

function piece(unit: UnitState, span: Span, id: string, kind: UnitKind): UnitState {
  const cues = unit.cues.filter(cue => cue.start >= span.start && cue.end <= span.end)
  const state = { id, ...span, kind, rules: ["by-hand"], cues, origin: "person" as const, retired: false }
  return inVersion(state, versionOf(unit))
}

/** Split `unit` at `at`. Both parts keep the kind and the cues that lie in them; the whole is retired. */
export function splitUnit(text: string, unit: UnitState, at: number, ids: readonly [string, string]): Result<Effect> {
  return splitIntoParts(text, unit, [
    { id: ids[0], start: unit.start, subject: null },
    { id: ids[1], start: at, subject: null },
  ])
}

/** A part to be: where it begins, and the words before it in which its subject stands when it has none of its own. */
export interface PartToBe {
  readonly id: string
  readonly start: number
  readonly subject: Span | null
}

/**
 * Split `unit` into two or more parts, the first of which begins with it. The parts keep the kind and the cues that lie
 * in them, and say which subject they take from before; the whole is retired. Fails with "split-outside" when a part
 * would be empty, out of order or begin inside a character, or when a subject stands outside the unit or in its part.
 */
export function splitIntoParts(text: string, unit: UnitState, parts: readonly PartToBe[]): Result<Effect> {
  if (unit.retired) return fail({ code: "unit-retired" })
  const made: UnitState[] = []
  for (const [index, { id, start, subject }] of parts.entries()) {
    const end = parts[index + 1]?.start ?? unit.end
    const begins = index === 0 ? start === unit.start : start > unit.start && !partsCharacter(text, start)
    const span = begins && end > start && end <= unit.end ? trimmed(text, { start, end }) : null
    if (!span) return fail({ code: "split-outside" })
    const part = piece(unit, span, id, unit.kind)
    const words = subject && subject.start >= unit.start && subject.end <= start ? trimmed(text, subject) : null
    if (subject && !words) return fail({ code: "split-outside" })
    made.push(words ? { ...part, cues: [subjectCue(text, span, words), ...part.cues] } : part)
  }
  if (made.length < 2) return fail({ code: "split-outside" })
  return ok({
    units: [{ before: unit, after: { ...unit, retired: true } }, ...made.map(after => ({ before: null, after }))],
  })
}

/** Says on a part's first word which subject it takes from before. */
function subjectCue(text: string, part: Span, subject: Span): Cue {
  const first = text.slice(part.start, part.end).search(/\s|$/)
  return {
    kind: "subject",
    rule: "subject-from-before",
    strength: 1,
    start: part.start,
    end: part.start + first,
    reading: text.slice(subject.start, subject.end),
  }
}

/** Merge two neighbours. The whole is a claim when either is one, else of the first one's kind. */
export function mergeUnits(first: UnitState, second: UnitState, id: string): Result<Effect> {
  if (first.retired || second.retired) return fail({ code: "unit-retired" })
  if (second.start < first.end) return fail({ code: "merge-at-end" })
  const kind = first.kind === "claim" || second.kind === "claim" ? "claim" : first.kind
  const made: UnitState = {
    id,
    start: first.start,
    end: second.end,
    kind,
    rules: ["by-hand"],
    // What the second part took its subject from stands beside it again.
    cues: [...first.cues, ...second.cues.filter(cue => cue.kind !== "subject")],
    origin: "person",
    retired: false,
  }
  const whole = inVersion(made, versionOf(first))
  return ok({
    units: [
      { before: first, after: { ...first, retired: true } },
      { before: second, after: { ...second, retired: true } },
      { before: null, after: whole },
    ],
  })
}

/**
 * Move the boundary between two neighbours to `at`. The units stay the same rows, so that what was said about them
 * stays with them; the annotations remember the span that they judged.
 */
export function moveBoundary(text: string, left: UnitState, right: UnitState, at: number): Result<Effect> {
  if (left.retired || right.retired) return fail({ code: "unit-retired" })
  if (at <= left.start || at >= right.end || partsCharacter(text, at)) return fail({ code: "boundary-outside" })
  const first = trimmed(text, { start: left.start, end: at })
  const second = trimmed(text, { start: at, end: right.end })
  if (!first || !second) return fail({ code: "boundary-outside" })
  if (first.end === left.end && second.start === right.start) return fail({ code: "boundary-outside" })
  const cues = [...left.cues, ...right.cues]
  const within = (span: Span) => cues.filter(cue => cue.start >= span.start && cue.end <= span.end)
  return ok({
    units: [
      { before: left, after: { ...left, ...first, cues: within(first) } },
      { before: right, after: { ...right, ...second, cues: within(second) } },
    ],
  })
}

/** A unit with what the splitter had proposed for it. */
export interface BornUnit {
  readonly state: UnitState
  readonly born: (Span & { readonly kind: UnitKind; readonly cues: readonly Cue[] }) | null
}

/**
 * Bring back what the splitter proposed at `unit`, and as much around it as the edits reach. Given every unit of
 * the document, retired ones too; the answer retires what a person made and revives what the splitter made.
 */
export function restoreUnits(all: readonly BornUnit[], unit: UnitState): Result<Effect> {
  let reach: Span = unit
  for (;;) {
    // Where a unit stands and where it was proposed go together, also when its boundaries were moved from one to the other.
    const grown = all
      .map(({ state, born }): Span[] => [...(state.retired ? [] : [state]), ...(born ? [born] : [])])
      .filter(spans => spans.some(span => overlaps(span, reach)))
      .flat()
      .reduce<Span>((all, s) => ({ start: Math.min(all.start, s.start), end: Math.max(all.end, s.end) }), reach)
    if (grown.start === reach.start && grown.end === reach.end) break
    reach = grown
  }
  const steps = all.flatMap(({ state, born }) => {
    const home = born && overlaps(born, reach)
    const after = home
      ? { ...state, ...born, retired: false }
      : overlaps(state, reach) && !state.retired
        ? { ...state, retired: true }
        : state
    return canonical(after) === canonical(state) ? [] : [{ before: state, after }]
  })
  if (steps.length === 0) return fail({ code: "nothing-to-restore" })
  return ok({ units: steps })
}
