import { anchorAt } from "./anchor.ts"
import { firstWhere } from "./halving.ts"
import type { Alignment, Run } from "./text-alignment.ts"
import { type Tokens, tokenAt } from "./text-tokens.ts"
import type { Span } from "./unit.ts"

/** Where a span of one version is in the next: in a stretch that both have, or moved, as the only place it can be. */
export interface Found extends Span {
  readonly how: "in-place" | "moved"
}

export interface TwoTexts {
  readonly oldText: string
  readonly freshText: string
  readonly alignment: Alignment
}

/** Words from which on a quote that either text has once is taken to be the same wherever it stands. */
const enoughWords = 5

/**
 * Finds spans of a version in the next one, word for word, or not at all. One is found where the alignment has all of it
 * in one stretch of which something is settled. Else it has to be moved: its quote with what stands around it, which are
 * five words or more, occurs once in either text, or the quote alone does and has five words or what stands on one side
 * of it along. A quote that occurs again is never chosen by its place, and none is found as a part of another word.
 */
export function reAnchoring({ oldText, freshText, alignment }: TwoTexts): (span: Span) => Found | null {
  const places = { old: occurrences(oldText, alignment.old), fresh: occurrences(freshText, alignment.fresh) }
  const onlyPlace = (words: string, span: Span): number | null => {
    const here = places.old(words, span, alignment.old)
    return here === span.start ? places.fresh(words, span, alignment.old) : null
  }
  return span => {
    const wide = wholeWords(alignment.old, span)
    const run = runWith(alignment.runs, wide)
    if (run) {
      const by = alignment.fresh.starts[run.fresh]! - alignment.old.starts[run.old]!
      return { start: span.start + by, end: span.end + by, how: "in-place" }
    }
    const words = { start: alignment.old.starts[wide[0]]!, end: alignment.old.starts[wide[1]]! }
    const at = movedTo(words)
    if (at === null) return null
    const by = at - words.start
    return { start: span.start + by, end: span.end + by, how: "moved" }
  }

  function movedTo(span: Span): number | null {
    const { quote, prefix, suffix } = anchorAt(oldText, span)
    const around = wholeWords(alignment.old, { start: span.start - prefix.length, end: span.end + suffix.length })
    const wide = { start: alignment.old.starts[around[0]]!, end: alignment.old.starts[around[1]]! }
    const whole = oldText.slice(wide.start, wide.end)
    const withContext = wordCount(whole) >= enoughWords ? onlyPlace(whole, wide) : null
    if (withContext !== null) return withContext + span.start - wide.start
    const at = onlyPlace(quote, span)
    if (at === null) return null
    const alongside =
      (wordCount(prefix) > 0 && freshText.startsWith(prefix, at - prefix.length)) ||
      (wordCount(suffix) > 0 && freshText.startsWith(suffix, at + quote.length))
    return alongside || wordCount(quote) >= enoughWords ? at : null
  }
}

const wordCount = (text: string) => text.match(/[\p{L}\p{N}\p{M}_]+/gu)?.length ?? 0

/** The tokens that a span touches, from the first to behind the last. */
function wholeWords(tokens: Tokens, { start, end }: Span): readonly [number, number] {
  return [tokenAt(tokens, Math.max(0, start)), tokenAt(tokens, Math.max(0, end - 1)) + 1]
}

/** The run that has all of these tokens, at least one of them settled. */
function runWith(runs: readonly Run[], [from, to]: readonly [number, number]): Run | null {
  const next = firstWhere(runs.length, at => runs[at]!.old > from)
  // Unsettled ends of two runs may overlap, so that the one before is looked at too.
  for (const run of [runs[next - 1], runs[next - 2]]) {
    if (!run || run.old > from || run.old + run.length < to) continue
    const settled = [run.old + run.head, run.old + run.length - run.tail] as const
    if (Math.max(from, settled[0]) < Math.min(to, settled[1])) return run
  }
  return null
}

/**
 * Finds where a text has some tokens of another in a row: the one place in code units, or null when there is none or
 * more than one. Asks at the places of the rarest of them.
 */
function occurrences(text: string, tokens: Tokens) {
  const places = new Map<number, number[]>()
  for (const [at, says] of tokens.says.entries()) {
    const list = places.get(says)
    if (list) list.push(at)
    else places.set(says, [at])
  }
  return (quote: string, span: Span, of: Tokens): number | null => {
    const [first, behind] = wholeWords(of, span)
    let rarest: readonly number[] | undefined
    let by = 0
    for (let at = first; at < behind; at++) {
      const list = places.get(of.says[at]!)
      if (!list) return null
      if (rarest && list.length >= rarest.length) continue
      rarest = list
      by = at - first
    }
    let found: number | null = null
    for (const at of rarest ?? []) {
      const start = tokens.starts[at - by]
      if (start === undefined || !text.startsWith(quote, start)) continue
      const end = tokens.starts[at - by + behind - first]
      if (end !== start + quote.length) continue
      if (found !== null) return null
      found = start
    }
    return found
  }
}
