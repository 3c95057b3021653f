import type { UnitWords } from "./unit-words.ts"
import { ADVERB } from "./word-class.ts"

/** Participles by which it is left open who says or holds something. */
const participles = new Set(
  `said believed thought claimed alleged reported rumored rumoured assumed supposed considered held suspected accepted argued
   presumed reputed reckoned understood speculated conjectured surmised suggested estimated maintained feared whispered
   asserted stated hinted contended averred affirmed apprehended gossiped imagined credited asserted told hoped proposed theorised theorized postulated posited hypothesised hypothesized guessed`.split(
    /\s+/,
  ),
)
const asides =
  /^(?:on|all|hands|every|side|sides|in|some|many|quarters|quarter|good|authority|here|locally|by|to|be|been|now|also|still|the|best|generally)$/

export const opensUnnamedPassive = (word: string): boolean => /^(?:it|it's|its|'?tis|twas)$/.test(word)

/**
 * Where the impersonal passive that begins at word `at` ends: "it is freely asserted", "it's still widely thought", "it was on
 * all hands believed", "its thought" with its apostrophe lost; -1 if none begins there. A named agent makes it no longer so.
 */
export function unnamedPassive(unit: UnitWords, at: number): number {
  const { words, classes } = unit
  const word = words[at] as string
  let next = at + 1
  if (word === "it") {
    if (/^(?:has|had|having)$/.test(words[next] ?? "") && words[next + 1] === "been") next += 2
    else if (/^(?:is|was|being)$/.test(words[next] ?? "")) next++
    else return -1
  } else if (word !== "it's" && word !== "its" && word !== "'tis" && word !== "tis" && word !== "twas") return -1
  const bound = Math.min(words.length, next + 5)
  for (; next < bound; next++) {
    const form = words[next] as string
    if (participles.has(form)) break
    if (word === "its" && !((classes[next] as number) & ADVERB)) return -1
    if (!((classes[next] as number) & ADVERB) && !asides.test(form)) return -1
  }
  if (!participles.has(words[next] ?? "")) return -1
  const after = words[next + 1]
  if (word === "its" && !/^(?:that|to|by|he|she|they|it|there|the)$/.test(after ?? "")) return -1
  if (after === "by")
    return /^(?:some|many|most|several|others|people|those|everybody|all)$/.test(words[next + 2] ?? "") ? next + 1 : -1
  return next + 1
}
