/** Phrases of whole words, found word by word: the work at a word does not depend on the number of phrases. */
export interface PhraseTable<Meaning> {
  /** The longest phrase that starts at word `index`, or null. Words are compared as `wordsOf` writes them. */
  at(words: readonly string[], index: number): PhraseFound<Meaning> | null
  /** Whether a phrase begins with the word. */
  opens(word: string): boolean
  /** Whether any phrase stands among the words. */
  in(words: readonly string[]): boolean
}

export interface PhraseFound<Meaning> {
  readonly meaning: Meaning
  /** How many words the phrase takes. */
  readonly length: number
}

interface Branch<Meaning> {
  readonly next: Map<string, Branch<Meaning>>
  /** The bits of the words that go on from here. */
  follows: number
  meaning?: Meaning
}

const headSlots = 8192

/** A number below `headSlots` for a word, so that most words that begin no phrase are told by one look. */
function headSlot(word: string): number {
  const length = word.length
  const last = word.charCodeAt(length - 1)
  return (word.charCodeAt(0) * 67 + word.charCodeAt(length >> 1) * 1031 + last * 29 + length * 311) & (headSlots - 1)
}

/** One of 32 bits for a word, so that most words that go on with no phrase are told by one look. */
const bitOf = (word: string): number => 1 << ((word.charCodeAt(0) * 5 + word.length) & 31)

/** Builds a table from phrases such as "it is believed" and what each of them means; the first entry of two wins. */
export function phraseTable<Meaning>(entries: Iterable<readonly [string, Meaning]>): PhraseTable<Meaning> {
  const root: Branch<Meaning> = { next: new Map(), follows: 0 }
  const heads = new Uint8Array(headSlots)
  for (const [phrase, meaning] of entries) {
    let branch = root
    for (const word of phrase.split(" ")) {
      let next = branch.next.get(word)
      if (!next) {
        next = { next: new Map(), follows: 0 }
        branch.next.set(word, next)
        branch.follows |= bitOf(word)
      }
      branch = next
    }
    branch.meaning ??= meaning
  }
  for (const word of root.next.keys()) heads[headSlot(word)] = 1
  const at = (words: readonly string[], index: number): PhraseFound<Meaning> | null => {
    if (heads[headSlot(words[index] as string)] === 0) return null
    let branch = root.next.get(words[index] as string)
    let meaning: Meaning | undefined
    let taken = 0
    for (let length = 1; branch; length++) {
      if (branch.meaning !== undefined) {
        meaning = branch.meaning
        taken = length
      }
      const next = words[index + length]
      if (next === undefined || (branch.follows & bitOf(next)) === 0) break
      branch = branch.next.get(next)
    }
    return meaning === undefined ? null : { meaning, length: taken }
  }
  const within = (words: readonly string[]): boolean => {
    for (let index = 0; index < words.length; index++) if (at(words, index) !== null) return true
    return false
  }
  return { at, in: within, opens: word => root.next.has(word) }
}

/** The phrases of `list`, set off by commas or line breaks, with one meaning. */
export function lines<Meaning>(list: string, meaning: Meaning): (readonly [string, Meaning])[] {
  return list
    .split(/[,\n]/)
    .map(line => line.trim())
    .filter(line => line !== "")
    .map(line => [line, meaning] as const)
}

/** All ways to write one word of each group after another: every "is|was" with every "said|believed". */
export function combinations(...groups: readonly string[]): string[] {
  return groups
    .map(group => group.split("|"))
    .reduce<string[]>(
      (heads, words) => heads.flatMap(head => words.map(word => (word === "" ? head : `${head} ${word}`.trim()))),
      [""],
    )
}
