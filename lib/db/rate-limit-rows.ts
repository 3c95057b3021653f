import { RateLimiterPrisma } from "rate-limiter-flexible"
import { database } from "./client.ts"

interface Rule {
  readonly name: string
  readonly points: number
  /** Seconds. */
  readonly duration: number
}

/**
 * A counter that all processes on one database share. Who has used up their points is refused from memory until
 * the time is over, so that hammering costs the database nothing. While the database can't be asked it throws, since what it
 * guards needs the database too: one wait is told at once instead of two one after the other.
 */
export function sharedCounter({ name, points, duration }: Rule): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimiterFlexible",
    keyPrefix: name,
    points,
    duration,
    inMemoryBlockOnConsumed: points + 1,
  })
}
