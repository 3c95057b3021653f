import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"
import { sharedCounter } from "../db/rate-limit-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"

const quarter = 15 * 60

/**
 * How often in how many seconds. Every window ends by itself, so that nobody is locked out for good. Attempts on one
 * account are counted twice: from one address, narrowly, and from everywhere, widely. A single attacker uses up
 * only the narrow count, and the owner, who comes from elsewhere, is let in while it goes on.
 */
const rules = {
  write: { points: 600, duration: 60, shared: false },
  presence: { points: 240, duration: 60, shared: false },
  stream: { points: 120, duration: 60, shared: false },
  export: { points: 30, duration: 60, shared: false },
  "sign-in-address": { points: 60, duration: quarter, shared: true },
  "sign-in-account-from-address": { points: 10, duration: quarter, shared: true },
  "sign-in-account": { points: 100, duration: quarter, shared: true },
  "password-check": { points: 10, duration: quarter, shared: true },
  "link-address": { points: 60, duration: quarter, shared: true },
} as const

export type Turn = keyof typeof rules

type Counter = Pick<RateLimiterMemory, "consume" | "delete" | "reward">
const kept = globalThis as { apparatusCounters?: Map<Turn, Counter> }

/** Count one attempt of a kind by whoever `key` names; refuses with the seconds to wait when there were too many. */
export async function takeTurn(kind: Turn, key: string): Promise<Result<null>> {
  try {
    await counter(kind).consume(key)
    return ok(null)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return fail({ code: "too-often", retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) })
  }
}

/** Take back one attempt that turned out to be a good one. */
export async function returnTurn(kind: Turn, key: string): Promise<void> {
  await counter(kind).reward(key)
}

/** Forget the attempts of a kind. */
export async function forgetTurns(kind: Turn, key: string): Promise<void> {
  await counter(kind).delete(key)
}

function counter(kind: Turn): Counter {
  kept.apparatusCounters ??= new Map()
  const existing = kept.apparatusCounters.get(kind)
  if (existing) return existing
  const { points, duration, shared } = rules[kind]
  const made = shared
    ? sharedCounter({ name: kind, points, duration })
    : new RateLimiterMemory({ keyPrefix: kind, points, duration })
  kept.apparatusCounters.set(kind, made)
  return made
}
