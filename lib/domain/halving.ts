import type { Span } from "./unit.ts"

/** The first place below `length` at which `holds` is true, found by halving; `length` when there is none. It stays true from there on. */
export function firstWhere(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The place of the first span that ends behind `position`; spans do not overlap and stand in order. */
export const firstEndingAfter = (spans: readonly Span[], position: number): number =>
  firstWhere(spans.length, at => spans[at]!.end > position)
