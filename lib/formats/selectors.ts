import { isObject, type JsonObject, listOf, objectOf, spanOf, stringOf } from "./json-parts.ts"
import type { MarkedPassage, OffsetUnit } from "./marked-file.ts"

type Selected = Pick<MarkedPassage, "position" | "quote" | "prefix" | "suffix">

/** How deep selectors refine one another at most. */
const deepest = 8

/**
 * What selectors of a Web Annotation say of a passage: the words of a quote and a position, wherever among alternatives
 * and refinements they stand; the innermost of each, which is the most exact. Null when neither is there.
 */
export function selected(selector: unknown, unit: OffsetUnit): Selected | null {
  const quote = innermost(selector, "TextQuoteSelector")
  const place = innermost(selector, "TextPositionSelector")
  const span = place && spanOf(place["start"], place["end"])
  const exact = quote && stringOf(quote["exact"])
  if (!span && !exact) return null
  return {
    position: span ? { ...span, unit } : null,
    quote: exact || null,
    prefix: stringOf(quote?.["prefix"]),
    suffix: stringOf(quote?.["suffix"]),
  }
}

function innermost(selector: unknown, type: string, depth = 0): JsonObject | null {
  let found: JsonObject | null = null
  for (const one of listOf(selector).filter(isObject)) {
    const inner = depth < deepest ? innermost(one["refinedBy"], type, depth + 1) : null
    const own = listOf(one["type"] ?? one["@type"]).some(name => name === type || name === `oa:${type}`)
    found = inner ?? (own ? objectOf(one) : found)
  }
  return found
}
