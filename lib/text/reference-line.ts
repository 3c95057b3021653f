import { isSpaceAt } from "./characters.ts"
import { lineEnd } from "./physical-line.ts"

/** Where the reference ends that a wiki's mark "^" begins: at the line's end or the next mark; 0 without a number in it. */
export function referenceLineEnd(text: string, start: number): number {
  if (!isSpaceAt(text, start + 1)) return 0
  const line = text.slice(start, lineEnd(text, start, 240))
  const next = line.search(/\s(?:[\^↑]\s|Categor(?:y|ies):|Категори[ия]:|External links\b|Hidden categor)/)
  const own = next < 0 ? line : line.slice(0, next)
  return own.length < 240 && /\d/.test(own) ? start + own.length : 0
}
