/**
 * A set of words that is asked about stretches of a text. Most stretches are told to be outside by their length and their
 * outer characters, without a string being made.
 */
export class WordSet {
  private readonly words: ReadonlySet<string>
  private readonly longest: number
  private readonly seen = new Uint8Array(4096)

  constructor(words: Iterable<string>) {
    this.words = new Set(words)
    let longest = 0
    for (const word of this.words) {
      longest = Math.max(longest, word.length)
      this.seen[keyOf(word, 0, word.length)] = 1
    }
    this.longest = longest
  }

  has(word: string): boolean {
    return this.words.has(word)
  }

  /** Whether the characters `[start, end)` of the text are a word of the set. */
  holds(text: string, start: number, end: number): boolean {
    if (end - start > this.longest || end <= start || this.seen[keyOf(text, start, end)] === 0) return false
    return this.words.has(text.slice(start, end))
  }
}

/** A number below 4096 from the length, the first and the last character. */
function keyOf(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) * 61 + text.charCodeAt(end - 1) * 7 + (end - start) * 131) & 4095
}
