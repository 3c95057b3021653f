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

/**
 * Where an anchor is in a text: at its place if quote and context agree there, or at the only place where they do, or
 * nowhere. The quote alone is not enough: another version may have a look-alike at the very same place.
 */
export function locate(text: string, anchor: Anchor): Span | null {
  if (anchor.quote === "") return null
  const whole = anchor.prefix + anchor.quote + anchor.suffix
  if (text.startsWith(whole, anchor.start - anchor.prefix.length)) return { start: anchor.start, end: anchor.end }
  const at = text.indexOf(whole)
  if (at < 0 || text.indexOf(whole, at + 1) >= 0) return null
  const start = at + anchor.prefix.length
  return { start, end: start + anchor.quote.length }
}
