const second = 1_000
const minute = 60 * second
const hour = 60 * minute

/** Milliseconds from a failed attempt to the next, by how many have failed; after the last the message is given up. */
export const deliveryWaits: readonly number[] = [
  ...[5 * second, 30 * second, 2 * minute, 10 * minute],
  ...[hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour],
]

/** What a receiver may ask for with Retry-After at most. */
const longestAsked = 24 * hour

/**
 * Milliseconds to wait after `failures` failed attempts in a row (1 or more), or null when the message is given up.
 * `chance` (0 to 1) adds up to a fifth, so that what failed together doesn't come back together. A receiver that asks to
 * be left alone longer is, for a day at most.
 */
export function nextDeliveryIn(failures: number, chance: number, asked: number | null): number | null {
  const usual = deliveryWaits[failures - 1]
  if (usual === undefined) return null
  return Math.max(Math.round(usual * (1 + chance / 5)), Math.min(asked ?? 0, longestAsked))
}

/**
 * Milliseconds from `now` that the header Retry-After asks for, as seconds or as a date (RFC 9110, 10.2.3); null when it
 * is missing or can't be read, 0 for what is past.
 */
export function retryAfter(words: string, now: Date): number | null {
  const trimmed = words.trim()
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed) * second
  const at = /^[A-Za-z]{3,9},/.test(trimmed) ? Date.parse(trimmed) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
