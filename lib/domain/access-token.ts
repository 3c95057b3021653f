/** How a token begins, so that people and the scanners that look for leaked secrets know it by sight. */
export const tokenPrefix = "apparatus_"

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const secretLength = 43
const sumLength = 6

/** The longest that a token may live, and how long it does unless somebody says otherwise, in days. */
export const tokenDays = { most: 365, usual: 90 } as const

/** Tokens that one account can have at a time. */
export const mostTokens = 50

/**
 * The token of a secret: the prefix, 32 bytes in 43 digits of base 62, and their CRC-32 in six, as GitHub's tokens have
 * it. So what was cut off or mistyped is known for no token without asking the database.
 */
export function accessToken(secret: Uint8Array): string {
  if (secret.length !== 32) throw new RangeError("A secret has 32 bytes.")
  const number = secret.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  const words = base62(number, secretLength)
  return tokenPrefix + words + checksum(words)
}

/** Whether words can be a token: the prefix, the length, the digits and the checksum fit. */
export function isAccessToken(words: string): boolean {
  if (!words.startsWith(tokenPrefix)) return false
  const rest = words.slice(tokenPrefix.length)
  if (!/^[0-9A-Za-z]{49}$/.test(rest)) return false
  return checksum(rest.slice(0, secretLength)) === rest.slice(secretLength)
}

/** The end of a token, by which its owner tells it from others; no secret could be guessed from it. */
export const tokenEnding = (token: string): string => token.slice(-4)

const checksum = (words: string) => base62(BigInt(crc32(tokenPrefix + words)), sumLength)

function base62(number: bigint, length: number): string {
  let words = ""
  for (let rest = number; words.length < length; rest /= 62n) words = digits[Number(rest % 62n)] + words
  return words
}

/** CRC-32 of ISO-HDLC (as in zlib) of a text in ASCII. */
function crc32(text: string): number {
  let sum = 0xffffffff
  for (let at = 0; at < text.length; at++) {
    sum ^= text.charCodeAt(at)
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
