/** Why a text is no ORCID iD. */
export type OrcidTrouble = "form" | "check-digit"

const dashes = /[\s\-\u2010-\u2015\u2212]/g
const address = /^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i

/**
 * Reads an ORCID iD, as an address or as its sixteen digits with or without hyphens, as it is written everywhere:
 * "0000-0002-1825-0097". The last digit must fit the others (ISO 7064, MOD 11-2). A Cyrillic Х stands for the X.
 */
export function readOrcid(
  text: string,
): { readonly ok: true; readonly orcid: string } | { readonly ok: false; readonly why: OrcidTrouble } {
  const digits = text
    .trim()
    .replace(address, "")
    .replace(/\/$/, "")
    .replaceAll(dashes, "")
    .replace(/[xхХ]$/, "X")
  if (!/^\d{15}[\dX]$/.test(digits)) return { ok: false, why: "form" }
  if (orcidCheckDigit(digits.slice(0, 15)) !== digits[15]) return { ok: false, why: "check-digit" }
  return { ok: true, orcid: digits.replaceAll(/(.{4})(?=.)/g, "$1-") }
}

/** The last digit that belongs to the fifteen before it. */
export function orcidCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit) => ((total + Number(digit)) * 2) % 11, 0)
  const rest = (12 - sum) % 11
  return rest === 10 ? "X" : String(rest)
}

/** The address of an ORCID iD, by which the person is known everywhere. */
export const orcidIri = (orcid: string): string => `https://orcid.org/${orcid}`
