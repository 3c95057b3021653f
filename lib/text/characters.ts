/**
 * Classes of UTF-16 code units that the splitter asks about, as bits, so that one look at a table answers
 * several questions. Code units above the table (CJK, surrogates) count as plain characters.
 */
export const SPACE = 1
export const UPPER = 2
export const LOWER = 4
export const DIGIT = 8
export const STOP = 16
export const CLOSER = 32
export const OPENER = 64
export const EXTEND = 128

/** Code units below this one are told apart; those above count as plain, but for the byte order mark. */
const toldApart = 0x3400

const table = ((): Uint8Array => {
  // Room for every code unit, so that a look-up needs no comparison.
  const bits = new Uint8Array(0x10000)
  const mark = (pattern: RegExp, bit: number) => {
    for (let code = 0; code < toldApart; code++) {
      if (pattern.test(String.fromCharCode(code))) bits[code] = (bits[code] as number) | bit
    }
  }
  mark(/\s/u, SPACE)
  mark(/\p{Lu}|\p{Lt}/u, UPPER)
  mark(/\p{Ll}|\p{Lm}|\p{Lo}/u, LOWER)
  mark(/\p{Nd}/u, DIGIT)
  mark(/[.!?…‽⁇⁈⁉。]/u, STOP)
  mark(/[)\]}"'”’»›]/u, CLOSER)
  mark(/[([{"'“‘«‹„‚]/u, OPENER)
  mark(/\p{M}|\u200c|\u200d/u, EXTEND)
  bits[0xfeff] = SPACE
  return bits
})()

/** The class bits of every code unit, for loops that stay inside a text. An exported name is slower to look up. */
export const classes: Uint8Array = table

/** The class bits of the code unit at `index`: white space outside the text, 0 for characters of no class. */
export function classAt(text: string, index: number): number {
  return index >= 0 && index < text.length ? (table[text.charCodeAt(index)] as number) : SPACE
}

export function isSpaceAt(text: string, index: number): boolean {
  return (classAt(text, index) & SPACE) !== 0
}

export function isUpperAt(text: string, index: number): boolean {
  return (classAt(text, index) & UPPER) !== 0
}

export function isLowerAt(text: string, index: number): boolean {
  return (classAt(text, index) & LOWER) !== 0
}

export function isLetterAt(text: string, index: number): boolean {
  return (classAt(text, index) & (UPPER | LOWER)) !== 0
}

export function isDigitAt(text: string, index: number): boolean {
  return (classAt(text, index) & DIGIT) !== 0
}

/**
 * Whether the character at `index` continues the grapheme cluster before it, so that no cut may stand there (Unicode
 * Annex 29, rule GB9). After a line break or another control character nothing continues.
 */
export function isExtendAt(text: string, index: number): boolean {
  if (index >= text.length) return false
  const code = text.charCodeAt(index)
  if (code < toldApart ? ((table[code] as number) & EXTEND) === 0 : !isExtenderAbove(text, index)) return false
  const before = text.charCodeAt(index - 1)
  return (
    before > 0x1f && !(before >= 0x7f && before <= 0x9f) && before !== 0x2028 && before !== 0x2029 && before !== 0xfeff
  )
}

/** The same for characters above the table, whatever stands before. */
function isExtenderAbove(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code < 0xd800) return /\p{M}/u.test(text.charAt(index))
  return /^(?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|[\udc00-\udfff\uff9e\uff9f])/u.test(
    text.slice(index, index + 2),
  )
}
