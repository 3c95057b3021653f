/** A text with what its true sentences are after damage. */
export interface Damaged {
  readonly text: string
  readonly sentences: readonly string[]
}

/** Numbers in [0, 1) that a seed decides (mulberry32, Tommy Ettinger, public domain). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const quoteMarks = /["“”„«»]|``|''|&#39;&#39;|&quot;/g
const apostrophesAndDashes = /[’‘'—–‒―]|&#39;| ?--+ ?/g

/**
 * Joins sentences by one space and damages them as scraping does: half of the quote marks are lost, all apostrophes
 * and dashes, and one in five of the spaces between sentences. `chance` gives numbers in [0, 1).
 */
export function damage(sentences: readonly string[], chance: () => number): Damaged {
  const damaged = sentences
    .map(sentence =>
      sentence
        .replace(quoteMarks, mark => (chance() < 0.5 ? "" : mark))
        .replace(apostrophesAndDashes, mark => (mark.startsWith(" ") ? " " : ""))
        .replace(/ {2,}/g, " ")
        .trim(),
    )
    .filter(sentence => sentence !== "")
  let text = ""
  for (const [at, sentence] of damaged.entries()) {
    if (at > 0 && chance() >= 0.2) text += " "
    text += sentence
  }
  return { text, sentences: damaged }
}

/**
 * Whether a sentence begins with a capital letter or a number and ends with a stop, so that a boundary is there to be
 * found when the space after it is lost: no heading, menu or list item. Quotes and brackets on either side don't count.
 */
export function isOrderly(sentence: string): boolean {
  return /^["“„«('`&#39;]*[\p{Lu}\d]/u.test(sentence) && /[.!?…](?:["”»)'\]]|&#39;)*$/u.test(sentence)
}
