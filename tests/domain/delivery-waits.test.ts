import fc from "fast-check"
import { expect, test } from "vitest"
import { deliveryWaits, nextDeliveryIn, retryAfter } from "../../lib/domain/delivery-waits.ts"

const day = 24 * 3_600_000
const chance = fc.double({ min: 0, max: 1, noNaN: true })
const failures = fc.integer({ min: 1, max: deliveryWaits.length })

test("a message is tried ten times in about two days, later each time", () => {
  expect(deliveryWaits.map(wait => wait / 1_000)).toEqual([5, 30, 120, 600, 3_600, 10_800, 21_600, 43_200, 86_400])
  expect([...deliveryWaits].sort((a, b) => a - b)).toEqual(deliveryWaits)
  expect(nextDeliveryIn(10, 0.5, null)).toBeNull()
  expect(nextDeliveryIn(10, 0.5, 1_000)).toBeNull()
})

test("no wait is shorter than its step or longer by more than a fifth, unless the receiver asks for more", () => {
  fc.assert(
    fc.property(failures, chance, (failed, drawn) => {
      const wait = nextDeliveryIn(failed, drawn, null)!
      expect(wait).toBeGreaterThanOrEqual(deliveryWaits[failed - 1]!)
      expect(wait).toBeLessThanOrEqual(deliveryWaits[failed - 1]! * 1.2)
    }),
  )
})

test("a receiver is left alone as long as it asks, and a day at most; asking for less shortens nothing", () => {
  fc.assert(
    fc.property(failures, chance, fc.integer({ min: 0, max: 100 * day }), (failed, drawn, asked) => {
      const usual = nextDeliveryIn(failed, drawn, null)!
      expect(nextDeliveryIn(failed, drawn, asked)).toBe(Math.max(usual, Math.min(asked, day)))
    }),
  )
})

test("Retry-After is read as seconds or as a date, and as nothing when it is neither", () => {
  const now = new Date("2026-12-03T12:00:00Z")
  const read = (words: string) => retryAfter(words, now)
  expect([read("120"), read(" 0 "), read("Thu, 03 Dec 2026 12:00:30 GMT")]).toEqual([120_000, 0, 30_000])
  expect(read("Thu, 03 Dec 2026 11:00:00 GMT")).toBe(0)
  for (const words of ["", "soon", "-5", "1.5", "12345678901", "2026-12-03"]) expect(read(words), words).toBeNull()
})
