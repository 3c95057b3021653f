import { expect, test } from "vitest"
import { sessionLives } from "../../lib/domain/session-life.ts"

const hour = 3_600_000
const start = new Date("2026-03-01T08:00:00Z")
const after = (hours: number) => new Date(start.getTime() + hours * hour)
const session = { lastSeenAt: start, expiresAt: after(7 * 24), endedAt: null }

test("a session lives until it was idle for eight hours", () => {
  expect(sessionLives(session, after(7.99))).toBe(true)
  expect(sessionLives(session, after(8))).toBe(false)
})

test("and for seven days however busy", () => {
  const busy = { ...session, lastSeenAt: after(7 * 24 - 1) }
  expect(sessionLives(busy, after(7 * 24 - 0.01))).toBe(true)
  expect(sessionLives(busy, after(7 * 24))).toBe(false)
})

test("ended is ended", () => {
  expect(sessionLives({ ...session, endedAt: start }, start)).toBe(false)
})
