/** Seconds for which a code of an authenticator app counts, and how many digits it has (RFC 6238's own values). */
export const codePeriod = 30
export const codeDigits = 6

/** How many recovery codes there are at first. */
export const recoveryCodes = 10

/** Letters and digits that nobody takes for one another (Crockford's base 32). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Characters of a recovery code: 120 bits, so that a stored hash of it can't be searched through. */
const length = 24

/** A recovery code of fresh random bytes, as many as it has characters, in groups of four. */
export function recoveryCode(random: Uint8Array): string {
  const letters = [...random.subarray(0, length)].map(byte => alphabet[byte % alphabet.length]!)
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-")
}

/** What somebody typed as a code: six digits of an app, a recovery code in the form in which it is hashed, or neither. */
export type TypedCode =
  | { readonly kind: "app"; readonly code: string }
  | { readonly kind: "recovery"; readonly code: string }
  | { readonly kind: "neither" }

/** Read a code as people type it: with spaces or hyphens, in small letters, with an O for a zero. */
export function typedCode(words: string): TypedCode {
  const bare = words.toUpperCase().replace(/[\s-]/g, "")
  if (/^\d{6}$/.test(bare)) return { kind: "app", code: bare }
  const letters = bare.replaceAll("O", "0").replace(/[IL]/g, "1")
  const known = letters.length === length && [...letters].every(letter => alphabet.includes(letter))
  return known ? { kind: "recovery", code: letters } : { kind: "neither" }
}
