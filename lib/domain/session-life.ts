const minute = 60_000
const hour = 60 * minute

/**
 * How long a sign-in counts, in milliseconds: eight hours without a request end it, and seven days in any case.
 * NIST SP 800-63B advises one hour and 24 hours at its level 2; people who read sources all day over a week
 * would type their password so often that they would choose a worse one, and every session can be seen and ended.
 * What decides who gets in asks for a proof that is at most a quarter of an hour old.
 */
export const sessionLife = { idle: 8 * hour, absolute: 7 * 24 * hour, proof: 15 * minute } as const

/** How much older than now `lastSeenAt` gets before it is written again. */
export const seenStep = minute

export interface SessionTimes {
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly endedAt: Date | null
}

/** Whether a session counts at a moment. */
export const sessionLives = (session: SessionTimes, now: Date): boolean =>
  session.endedAt === null && now < session.expiresAt && now.getTime() - session.lastSeenAt.getTime() < sessionLife.idle
