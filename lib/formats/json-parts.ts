/** JSON of somebody else's making, in which anything may stand anywhere. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The object, or an empty one for anything else. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})

/** The string, or an empty one for anything else. */
export const stringOf = (value: unknown): string => (typeof value === "string" ? value : "")

/** The list; a single value is a list of one, as JSON-LD has it, and nothing is an empty one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

export const stringsOf = (value: unknown): readonly string[] => listOf(value).filter(one => typeof one === "string")

/** A start and an end that a passage can have: whole numbers from 0 on, the end after the start. */
export function spanOf(start: unknown, end: unknown): { readonly start: number; readonly end: number } | null {
  const [from, to] = [Number(start), Number(end)]
  if (typeof start !== typeof end || (typeof start !== "number" && typeof start !== "string")) return null
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from < to
    ? { start: from, end: to }
    : null
}

/** The value that a text of JSON says; undefined when it says none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
