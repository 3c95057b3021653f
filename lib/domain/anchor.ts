import type { Span } from "./unit.ts"

/** A span with its quote and the characters around it, so that it can be found again or reported lost. */
export interface Anchor extends Span {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/** Characters of context kept on either side of a quote. */
export const anchorContext = 32

/** The anchor of `span` in `text`; context never begins or ends inside a surrogate pair. */
export function anchorAt(text: string, { start, end }: Span): Anchor {
  const from = Math.max(0, start - anchorContext)
  const to = Math.min(text.length, end + anchorContext)
  const low = (at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at))
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(low(from) ? from + 1 : from, start),
    suffix: text.slice(end, low(to) ? to - 1 : to),
  }
}

/** Where an anchor is in a text: at its place, or at the one place where quote and context agree, or nowhere. */
export function locate(text: string, anchor: Anchor): Span | null {
  if (text.slice(anchor.start, anchor.end) === anchor.quote && anchor.quote !== "")
    return { start: anchor.start, end: anchor.end }
  if (anchor.quote === "") return null
  const whole = anchor.prefix + anchor.quote + anchor.suffix
  const at = text.indexOf(whole)
  if (at < 0 || text.indexOf(whole, at + 1) >= 0) return null
  const start = at + anchor.prefix.length
  return { start, end: start + anchor.quote.length }
}
