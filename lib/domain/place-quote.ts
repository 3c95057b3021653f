import type { Span } from "./unit.ts"

/** A passage that was marked elsewhere: where it is said to be by each way of counting, and its words. */
export interface Quoted {
  /** Where it is said to be, in UTF-16 code units; null when nothing is said, or it lies outside of the text. */
  readonly said: Span | null
  /** Where it would be if its positions counted otherwise than its format does. */
  readonly otherwise: Span | null
  readonly quote: string
  /** What stands before and after it, as far as that is given. */
  readonly prefix: string
  readonly suffix: string
}

export type Placed =
  | (Span & { readonly how: "as-said" | "other-unit" | "only-place" | "by-surroundings" })
  | { readonly how: "absent" }
  /** Its words stand in so many places, and nothing tells them apart. */
  | { readonly how: "ambiguous"; readonly places: number }

/** More places than anybody looks through. */
const mostPlaces = 1_000

/**
 * Where a passage stands in the text: where it is said to be if its very words are there, or else in the only place that
 * has them, told apart by what stands around when there are several. Never a look-alike. The kinds of line breaks alone
 * may differ, since other tools write a text with their own; `text` is as `levelled` gives it.
 */
export function placeQuote(text: string, { said, otherwise, ...quoted }: Quoted): Placed {
  const quote = levelled(quoted.quote)
  const at = (span: Span | null) => span !== null && text.slice(span.start, span.end) === quote
  if (at(said)) return { ...(said as Span), how: "as-said" }
  if (at(otherwise)) return { ...(otherwise as Span), how: "other-unit" }
  const places = quote.trim() === "" ? [] : placesOf(text, quote)
  const span = (start: number) => ({ start, end: start + quote.length })
  if (places.length === 1) return { ...span(places[0]!), how: "only-place" }
  if (places.length === 0) return { how: "absent" }
  const prefix = levelled(quoted.prefix).trimStart()
  const suffix = levelled(quoted.suffix).trimEnd()
  const among = places.filter(start => text.endsWith(prefix, start) && text.startsWith(suffix, start + quote.length))
  return prefix + suffix !== "" && among.length === 1 && places.length < mostPlaces
    ? { ...span(among[0]!), how: "by-surroundings" }
    : { how: "ambiguous", places: places.length }
}

/**
 * A text whose lines end in the same places for every reader, without a position moving: control characters, at many of
 * which Python begins a new line, and the other signs for a new one are line feeds. A carriage return before a line feed
 * is only white space.
 */
export const levelled = (text: string): string =>
  text.replaceAll("\r\n", " \n").replaceAll(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/gu, "\n")

function placesOf(text: string, quote: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0 && places.length < mostPlaces; at = text.indexOf(quote, at + 1))
    places.push(at)
  return places
}
