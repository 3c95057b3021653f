const listMark = /(?:[•⁃·▪◦]\s?)?(?:(\d{1,3})(\.\)|\.|\))|([a-z])(\.|\)))(?=\s|$)/uy

/** The number, letter or bullet before a list item. */
export interface ListMark {
  /** The place in the list: 2 for "2." and for "b)". */
  readonly value: number
  /** Equal for marks of one list. */
  readonly style: string
  /** Where the mark ends, exclusive. */
  readonly end: number
}

/** The list mark at `at`, such as "5." or "b)", with its place in the list. */
export function listMarkAt(text: string, at: number): ListMark | null {
  listMark.lastIndex = at
  const found = listMark.exec(text)
  if (!found) return null
  const value = found[1] === undefined ? (found[3] as string).charCodeAt(0) - 96 : Number(found[1])
  const style = found[1] === undefined ? `a${found[4]}` : `1${found[2]}`
  return { value, style, end: at + found[0].length }
}
