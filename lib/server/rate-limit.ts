import { AsyncLocalStorage } from "node:async_hooks"
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
  read: { points: 6_000, duration: 60, shared: false },
  "token-read": { points: 1_200, duration: 60, shared: false },
  write: { points: 600, duration: 60, shared: false },
  presence: { points: 240, duration: 60, shared: false },
  stream: { points: 120, duration: 60, shared: false },
  export: { points: 30, duration: 60, shared: false },
  "sign-in-address": { points: 60, duration: quarter, shared: true },
  "sign-in-account-from-address": { points: 10, duration: quarter, shared: true },
  "sign-in-account": { points: 100, duration: quarter, shared: true },
  "second-step": { points: 20, duration: quarter, shared: true },
  "passkey-address": { points: 60, duration: quarter, shared: true },
  "password-check": { points: 10, duration: quarter, shared: true },
  "link-address": { points: 60, duration: quarter, shared: true },
  "token-address": { points: 60, duration: quarter, shared: true },
} as const

export type Turn = keyof typeof rules

type Counter = Pick<RateLimiterMemory, "consume" | "delete" | "reward">
const kept = globalThis as { apparatusCounters?: Map<Turn, Counter> }

/** Count one attempt of a kind by whoever `key` names; refuses with the seconds to wait when there were too many. */
export async function takeTurn(kind: Turn, key: string): Promise<Result<null>> {
  try {
    note(kind, await counter(kind).consume(key))
    return ok(null)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    note(kind, refusal)
    return fail({ code: "too-often", retryAfter: Math.max(1, secondsLeft(kind, refusal)) })
  }
}

/** No window is longer than it was made, though a clock that is put back says so. */
const secondsLeft = (kind: Turn, { msBeforeNext }: RateLimiterRes): number =>
  Math.min(rules[kind].duration, Math.max(0, Math.ceil(msBeforeNext / 1000)))

/** What the turns that a request takes leave to its caller. */
const taken = new AsyncLocalStorage<Map<Turn, RateLimiterRes>>()

function note(kind: Turn, left: RateLimiterRes): void {
  taken.getStore()?.set(kind, left)
}

/**
 * Answer a request, and say in the headers how often its caller may come and how often still, for each count that it
 * went into (draft-ietf-httpapi-ratelimit-headers-10). Seconds are rounded up.
 */
export async function tellingTurns(answer: () => Promise<Response>): Promise<Response> {
  const turns = new Map<Turn, RateLimiterRes>()
  const response = await taken.run(turns, answer)
  if (turns.size === 0) return response
  const each = [...turns]
  const policy = each.map(([kind]) => `"${kind}";q=${rules[kind].points};w=${rules[kind].duration}`)
  const left = each.map(
    ([kind, turn]) => `"${kind}";r=${Math.max(0, turn.remainingPoints)};t=${secondsLeft(kind, turn)}`,
  )
  response.headers.set("RateLimit-Policy", policy.join(", "))
  response.headers.set("RateLimit", left.join(", "))
  return response
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
