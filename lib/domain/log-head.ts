/** The head of a project's log as lib/db/project-head.ts makes it: a number of changes, a hyphen and a SHA-256. */
const head = "[1-9][0-9]{0,9}-[0-9a-f]{64}"

export const isLogHead = (words: string): boolean => new RegExp(`^${head}$`).test(words)

/** Every head that stands in a text, each once, in the order in which they stand there. */
export function logHeadsIn(text: string): readonly string[] {
  return [
    ...new Set([...text.matchAll(new RegExp(`(?<![0-9A-Za-z-])${head}(?![0-9A-Za-z])`, "g"))].map(([found]) => found)),
  ]
}

/** A head as people compare it at a glance: the number and the first twelve digits. */
export const shortLogHead = (words: string): string => words.slice(0, words.indexOf("-") + 13)

/** What a file that was exported says of the log that it was read from. */
export const logHeadSentence = (words: string): string =>
  `The head of the project’s log of changes was ${words}; Apparatus tells under Activity whether it still is one.`
