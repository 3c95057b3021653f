import { reAnchoring } from "../../lib/domain/re-anchor.ts"
import { alignmentSteps } from "../../lib/domain/text-alignment.ts"
import type { Span } from "../../lib/domain/unit.ts"

const size = 1_000_000
const wordsAnAnchor = 12
const anchors = 5_000
const share = 0.02

/**
 * Lines of a table: five thousand quotes of a text of a megabyte found in its next version, of whose words two in a
 * hundred changed, beside a search for each quote by itself (indexOf), which finds the first look-alike.
 */
export function versionLines(now: () => number): string[] {
  const random = numbers()
  const below = (n: number) => random() % n
  const letters = "etaoinshrdlucmfwypvbgkqjxz"
  const word = () => Array.from({ length: 2 + below(9) }, () => letters[Math.min(below(26), below(26))]).join("")
  const lexicon = Array.from({ length: 20_000 }, word)
  const any = () => lexicon[Math.min(below(20_000), below(20_000), below(20_000))]!
  const words: string[] = []
  for (let length = 0; length < size; length += words.at(-1)!.length)
    words.push(any() + (below(wordsAnAnchor) === 0 ? ". " : " "))
  const fresh = words.map(one => (below(1 / share) > 0 ? one : below(2) === 0 ? "" : `${any()} `))
  const [oldText, freshText] = [words.join(""), fresh.join("")]
  const every = Math.floor(words.length / anchors)
  const spans: Span[] = []
  let at = 0
  for (const [place, one] of words.entries()) {
    if (place % every === 0 && spans.length < anchors)
      spans.push({
        start: at,
        end:
          at +
          words
            .slice(place, place + wordsAnAnchor)
            .join("")
            .trimEnd().length,
      })
    at += one.length
  }
  const begun = now()
  const steps = alignmentSteps(oldText, freshText)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const find = reAnchoring({ oldText, freshText, alignment: step.value })
  const found = spans.filter(span => find(span) !== null).length
  const ours = now() - begun
  const searched = now()
  const naive = spans.filter(({ start, end }) => freshText.includes(oldText.slice(start, end))).length
  const plain = now() - searched
  const ratio = (ours / plain).toFixed(1)
  return [
    `${spans.length} anchors in another version of 1 MB, 2 % edits   ${Math.round(ours)} ms, ${ratio} times indexOf for each; found ${found}, by indexOf ${naive}`,
  ]
}

/** Numbers that are the same in every run (mulberry32). */
function numbers(): () => number {
  let state = 7
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
