import type { Span } from "../domain/unit.ts"

const splits = (text: string, position: number) =>
  position > 0 && position < text.length && text.codePointAt(position - 1)! > 0xffff

/** The span, and what of it would cut a pair of surrogates in two taken in whole, so that its words are characters. */
export const wholeSpan = (text: string, { start, end }: Span): Span => ({
  start: splits(text, start) ? start - 1 : start,
  end: splits(text, end) ? end + 1 : end,
})

/** What stands before and after a span, as far as it is looked at to tell the place from others alike. */
export function surroundings(text: string, { start, end }: Span, length = 32): { prefix: string; suffix: string } {
  const from = Math.max(0, start - length)
  const to = Math.min(text.length, end + length)
  return {
    prefix: text.slice(splits(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splits(text, to) ? to - 1 : to),
  }
}
