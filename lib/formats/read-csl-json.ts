import { itemCandidate } from "./item-candidate.ts"
import { type ReadSource, unread } from "./source-candidate.ts"

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
      const { title, id } = item as Readonly<Record<string, unknown>>
      yield itemCandidate({ ...item }, [id, title].filter(word => typeof word === "string").join(": "))
    } else
      yield unread(
        item && typeof item === "object" ? "[…]" : JSON.stringify(item),
        "It is not an item of CSL-JSON: an item is an object with a type and a title.",
      )
  }
}
