/** How much of what a person wrote a sentence repeats, in characters. */
const limit = 240

/** What a person wrote, on one line and cut to a length that fits into a sentence. */
export function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, " ").trim()
  if (line.length <= limit) return line
  // A cut inside a surrogate pair would leave half a character.
  return `${line
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`
}

/** Words in quotation marks; "nothing" when there are none. */
export const quoted = (words: string): string => (words === "" ? "nothing" : `“${shortened(words)}”`)

/** A sentence with what a person wrote at its end, if they wrote anything. */
export const withWords = (start: string, words: string): string =>
  words.trim() === "" ? ended(start) : ended(`${start}: ${shortened(words)}`)

/** Words with a full stop, unless they end a sentence already. */
export const ended = (words: string): string => (/[.!?…][”"')]?$/.test(words) ? words : `${words}.`)

/** A list of what is different: name, now, before; what is the same is left out. */
export const differences = (fields: readonly (readonly [name: string, after: string, before: string])[]): string =>
  fields
    .filter(([, after, before]) => after !== before)
    .map(([name, after, before]) => `${name} ${after} instead of ${before}`)
    .join(", ")

/** "Ann", "Ann and Ben", "Ann, Ben and Cleo". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`

/** "one passage", "two passages", "11 passages". */
export const counted = (n: number, noun: string): string =>
  n === 1 ? `one ${noun}` : `${["no", "one", "two", "three", "four", "five", "six"][n] ?? n} ${noun}s`
