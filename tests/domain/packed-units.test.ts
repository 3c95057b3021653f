import fc from "fast-check"
import { expect, test } from "vitest"
import { labels } from "../../lib/domain/label.ts"
import { packUnits, type ShownUnit, unpackUnits } from "../../lib/domain/packed-units.ts"
import { unitKinds } from "../../lib/domain/unit.ts"
import { claimStates } from "../../lib/domain/verdict.ts"

const label = fc.option(fc.constantFrom(...labels))
const units: fc.Arbitrary<ShownUnit[]> = fc
  .array(
    fc.record({
      id: fc.uuid(),
      gap: fc.nat(9),
      length: fc.integer({ min: 1, max: 5_000 }),
      kind: fc.constantFrom(...unitKinds),
      version: fc.integer({ min: 1, max: 20 }),
      state: fc.constantFrom(...claimStates),
      verdict: label,
      mine: label,
    }),
  )
  .map(list => {
    let at = 0
    return list.map(({ gap, length, ...unit }) => {
      const start = at + gap
      at = start + length
      return { ...unit, start, end: at }
    })
  })

test("what was packed is unpacked as it was", () => {
  fc.assert(
    fc.property(units, list => {
      expect(unpackUnits(packUnits(list))).toEqual(list)
    }),
  )
})

test("it takes less than a third of the room", () => {
  const list = Array.from(
    { length: 1_000 },
    (_, at): ShownUnit => ({
      id: `01a211bf-7371-7c9d-bd3e-${String(at).padStart(12, "0")}`,
      start: at * 100,
      end: at * 100 + 99,
      kind: "claim",
      version: 1,
      state: "in-review",
      verdict: null,
      mine: "documented",
    }),
  )
  expect(JSON.stringify(packUnits(list)).length).toBeLessThan(JSON.stringify(list).length / 3)
})
