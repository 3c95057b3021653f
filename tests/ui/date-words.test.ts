import fc from "fast-check"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { dateWords } from "../../app/_ui/date-words.ts"

// Half an hour beside the others, so that hours and minutes both differ from UTC.
beforeEach(() => vi.stubEnv("TZ", "Asia/Kolkata"))
afterEach(() => vi.unstubAllEnvs())

test("says the day, and the minute when asked", () => {
  const at = new Date("2023-03-03T04:05:59Z")
  expect(dateWords(at)).toBe("3 March 2023")
  expect(dateWords(at, "minute")).toBe("3 March 2023, 04:05")
})

test("does not depend on the zone of the machine", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1900-01-01Z"), max: new Date("2100-01-01Z"), noInvalidDate: true }), at => {
      expect(new Date(`${dateWords(at, "minute")} UTC`).toISOString().slice(0, 16)).toBe(at.toISOString().slice(0, 16))
    }),
  )
})
