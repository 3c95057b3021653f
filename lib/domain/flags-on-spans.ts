import { firstEndingAfter } from "./halving.ts"
import type { Span } from "./unit.ts"

interface Placed extends Span {
  readonly documentId: string
}

/**
 * Which flags lie on which spans: for each span, by its id, what `of` says of the flags that share a character with it.
 * Spans of one document do not overlap and stand in the order of the text, so that each flag is looked for by halving and
 * a hundred thousand flags take no time. Spans without a flag are left out.
 */
export function flagsOnSpans<F extends Placed, T>(
  spans: readonly (Placed & { readonly id: string })[],
  flags: readonly F[],
  of: (flag: F) => T,
): ReadonlyMap<string, ReadonlySet<T>> {
  const texts = new Map<string, (Placed & { readonly id: string })[]>()
  for (const span of spans) {
    const text = texts.get(span.documentId)
    if (text) text.push(span)
    else texts.set(span.documentId, [span])
  }
  const found = new Map<string, Set<T>>()
  for (const flag of flags) {
    const text = texts.get(flag.documentId) ?? []
    for (let at = firstEndingAfter(text, flag.start); at < text.length && text[at]!.start < flag.end; at++) {
      const { id } = text[at]!
      const known = found.get(id)
      if (known) known.add(of(flag))
      else found.set(id, new Set([of(flag)]))
    }
  }
  return found
}
