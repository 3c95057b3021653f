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

/** Whether a digit, a bullet or a single small letter with its stop or bracket stands at `at`. */
function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code >= 0x61 && code <= 0x7a) {
    const after = text.charCodeAt(at + 1)
    return after === 0x2e || after === 0x29
  }
  return (code >= 0x30 && code <= 0x39) || code === 0xb7 || code > 0x2000
}

/** The list mark at `at`, such as "5." or "b)", with its place in the list. */
export function listMarkAt(text: string, at: number): ListMark | null {
  if (!mayBegin(text, at)) return null
  listMark.lastIndex = at
  const found = listMark.exec(text)
  if (!found) return null
  const value = found[1] === undefined ? (found[3] as string).charCodeAt(0) - 96 : Number(found[1])
  const style = found[1] === undefined ? `a${found[4]}` : `1${found[2]}`
  return { value, style, end: at + found[0].length }
}
