import { isExtendAt, isLetterAt } from "./characters.ts"

/** How far a look to either side goes, in UTF-16 code units. No word that decides a boundary is longer. */
export const reach = 28

/** The run of letters that starts at `index`, at most `reach` code units, with inner apostrophes and hyphens. */
export function wordAt(text: string, index: number): string {
  let end = index
  const limit = Math.min(text.length, index + reach)
  while (end < limit) {
    if (isLetterAt(text, end)) end++
    else if (end > index && isExtendAt(text, end)) end++
    else if ((text[end] === "'" || text[end] === "’" || text[end] === "-") && end > index && isLetterAt(text, end + 1))
      end++
    else break
  }
  return text.slice(index, end)
}
