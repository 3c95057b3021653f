/** Why a text that looks like an ISBN is none. */
export type IsbnTrouble = "length" | "check-digit"

const dashes = /[\s\-\u2010-\u2015\u2212]/g
const label = /^(?:e-?)?isbn(?:-?1[03])?\s*:?\s*/i
const within =
  /\b(?:ISBN(?:-?1[03])?:?\s*)(?<isbn>(?:97[89][\s\-\u2010-\u2015\u2212]?)?(?:\d[\s\-\u2010-\u2015\u2212]?){9}[\dXxХх])(?!\d)/gi

/**
 * Reads an ISBN, with or without hyphens and the letters before it, as its thirteen digits; one of ten digits becomes
 * the thirteen that it stands for. The check digit must be right (ISO 2108). A Cyrillic Х stands for the X.
 */
export function readIsbn(
  text: string,
): { readonly ok: true; readonly isbn: string } | { readonly ok: false; readonly why: IsbnTrouble } {
  const digits = text
    .trim()
    .replace(label, "")
    .replaceAll(dashes, "")
    .replace(/[xхХ]$/, "X")
  if (/^\d{9}[\dX]$/.test(digits)) {
    if (tenSum(digits) % 11 !== 0) return { ok: false, why: "check-digit" }
    const start = `978${digits.slice(0, 9)}`
    return { ok: true, isbn: `${start}${(10 - (thirteenSum(start) % 10)) % 10}` }
  }
  if (!/^97[89]\d{10}$/.test(digits)) return { ok: false, why: "length" }
  return thirteenSum(digits) % 10 === 0 ? { ok: true, isbn: digits } : { ok: false, why: "check-digit" }
}

/** The right ISBNs that stand in a line after the letters "ISBN", each as thirteen digits with where it stands. */
export function isbnsIn(
  line: string,
): readonly { readonly isbn: string; readonly start: number; readonly end: number }[] {
  return [...line.matchAll(within)].flatMap(found => {
    const read = readIsbn(found.groups?.["isbn"] ?? "")
    return read.ok ? [{ isbn: read.isbn, start: found.index, end: found.index + found[0].length }] : []
  })
}

const tenSum = (digits: string) =>
  [...digits].reduce((sum, digit, i) => sum + (10 - i) * (digit === "X" ? 10 : Number(digit)), 0)

const thirteenSum = (digits: string) =>
  [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
