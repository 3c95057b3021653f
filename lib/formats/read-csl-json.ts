import { itemCandidate } from "./item-candidate.ts"
import { entryTooLong, longestEntry, type ReadSource, unread } from "./source-candidate.ts"

/** The items of a CSL-JSON text: a list, one item, or an object with a list of `items`. Null when it is no JSON. */
export function cslItems(text: string): readonly unknown[] | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  if (Array.isArray(data)) return data
  if (typeof data !== "object" || data === null) return null
  return "items" in data && Array.isArray(data.items) ? data.items : [data]
}

/** The sources among CSL-JSON items, one after the other. */
export function* readCslItems(items: readonly unknown[]): Generator<ReadSource, void> {
  for (const item of items) {
    if (typeof item === "object" && item !== null && !Array.isArray(item)) {
      // What a program keeps for itself is read by nobody, and may be as long as it likes.
      const { custom: _, ...said } = item as Readonly<Record<string, unknown>>
      const { title, id } = said
      const words = [id, title].filter(word => typeof word === "string").join(": ")
      yield isLong(said) ? entryTooLong(words) : itemCandidate({ ...item }, words)
    } else
      yield unread(
        item && typeof item === "object" ? "[…]" : JSON.stringify(item),
        "It is not an item of CSL-JSON: an item is an object with a type and a title.",
      )
  }
}

/** Whether an item has more characters than an entry may have, each value counted as one more. */
function isLong(item: object): boolean {
  let size = 0
  const waiting: unknown[] = [item]
  while (waiting.length > 0 && size <= longestEntry) {
    const value = waiting.pop()
    size += typeof value === "string" ? value.length : 1
    if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) waiting.push(inner)
  }
  return size > longestEntry
}
