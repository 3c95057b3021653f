import type { Span } from "../../lib/domain/unit.ts"

/**
 * A text with marked stretches: `marked("The [ship sank] in 1912")` is the text without the brackets and the span that
 * they enclosed. `[]` marks a point. Brackets do not nest.
 */
export function marked(notation: string): { readonly text: string; readonly span: Span; readonly spans: Span[] } {
  const spans: Span[] = []
  let text = ""
  for (const part of notation.split(/(\[[^\]]*\])/)) {
    const inner = part.startsWith("[") ? part.slice(1, -1) : null
    if (inner !== null) spans.push({ start: text.length, end: text.length + inner.length })
    text += inner ?? part
  }
  const [span] = spans
  if (!span) throw new Error(`nothing is marked in “${notation}”`)
  return { text, span, spans }
}
