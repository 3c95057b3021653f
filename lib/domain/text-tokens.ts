/** A text as a row of tokens: words, stretches of white space, and other characters one by one. */
export interface Tokens {
  /** Where each token begins in UTF-16 code units, and at last where the text ends. */
  readonly starts: readonly number[]
  /** For each token a number that stands for what it says; the same in all texts that shared a lexicon. */
  readonly says: readonly number[]
  /** Places of the tokens that are words. */
  readonly words: readonly number[]
}

/** Tokens that are read between two turns. */
const atOnce = 20_000

/** Reads a text into tokens; a surrogate pair is never parted. Texts that share `lexicon` can be compared by number. */
export function* tokenSteps(text: string, lexicon: Map<string, number>): Generator<null, Tokens> {
  const starts: number[] = []
  const says: number[] = []
  const words: number[] = []
  for (const { 0: token, index } of text.matchAll(/([\p{L}\p{N}\p{M}_]+)|\s+|./gsu)) {
    let number = lexicon.get(token)
    if (number === undefined) {
      number = lexicon.size
      lexicon.set(token, number)
    }
    if (wordStart.test(token)) words.push(starts.length)
    starts.push(index)
    says.push(number)
    if (starts.length % atOnce === 0) yield null
  }
  starts.push(text.length)
  return { starts, says, words }
}

const wordStart = /^[\p{L}\p{N}\p{M}_]/u

/** The place of the token that the code unit at `at` belongs to. */
export function tokenAt({ starts }: Tokens, at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle
  }
  return low
}
