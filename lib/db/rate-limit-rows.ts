import { RateLimiterMemory, RateLimiterPrisma } from "rate-limiter-flexible"
import { database } from "./client.ts"

interface Rule {
  readonly name: string
  readonly points: number
  /** Seconds. */
  readonly duration: number
}

/**
 * A counter that all processes on one database share. Who has used up their points is refused from memory until
 * the time is over, so that hammering costs the database nothing; while the database can't be asked, this process counts alone.
 */
export function sharedCounter({ name, points, duration }: Rule): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimiterFlexible",
    keyPrefix: name,
    points,
    duration,
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
  })
}
