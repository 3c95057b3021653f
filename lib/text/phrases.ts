/** Phrases of whole words, found word by word: the work at a word does not depend on the number of phrases. */
export interface PhraseTable<Meaning> {
  /** The longest phrase that starts at word `index`, or null. Words are compared as `wordsOf` writes them. */
  at(words: readonly string[], index: number): PhraseFound<Meaning> | null
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
  meaning?: Meaning
}

/** Builds a table from phrases such as "it is believed" and what each of them means; the first entry of two wins. */
export function phraseTable<Meaning>(entries: Iterable<readonly [string, Meaning]>): PhraseTable<Meaning> {
  const root: Branch<Meaning> = { next: new Map() }
  for (const [phrase, meaning] of entries) {
    let branch = root
    for (const word of phrase.split(" ")) {
      let next = branch.next.get(word)
      if (!next) {
        next = { next: new Map() }
        branch.next.set(word, next)
      }
      branch = next
    }
    branch.meaning ??= meaning
  }
  const at = (words: readonly string[], index: number): PhraseFound<Meaning> | null => {
    let branch = root.next.get(words[index] as string)
    let found: PhraseFound<Meaning> | null = null
    for (let length = 1; branch; length++) {
      if (branch.meaning !== undefined) found = { meaning: branch.meaning, length }
      branch = branch.next.get(words[index + length] as string)
    }
    return found
  }
  return { at, in: words => words.some((_, index) => at(words, index) !== null) }
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
