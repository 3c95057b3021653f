const folded = (words: string) => words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase()

/**
 * How well a line fits what somebody types: 0 when one of the words is nowhere in it; else more for each word that
 * begins a word of the line. Case and accents don't matter.
 */
export function searchScore(line: string, query: string): number {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const text = folded(line)
  if (!words.every(word => text.includes(word))) return 0
  const begins = text.split(/[^\p{L}\p{N}]+/u)
  return 1 + words.filter(word => begins.some(begin => begin.startsWith(word))).length
}
