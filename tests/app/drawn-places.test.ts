import fc from "fast-check"
import { expect, test } from "vitest"
import { drawnPlaces } from "../../app/projects/[projectId]/matrix/_components/drawn-places.ts"

const at = (index: number) => ({ index, start: 100 + index * 44, end: 144 + index * 44 })

test("what is not drawn becomes room before, between and after", () => {
  expect(drawnPlaces([at(2), at(3), at(9)], 100, 100 + 44 * 12)).toEqual({
    places: [
      { index: 2, before: 88 },
      { index: 3, before: 0 },
      { index: 9, before: 220 },
    ],
    after: 88,
  })
  expect(drawnPlaces([], 100, 100)).toEqual({ places: [], after: 0 })
})

test("rooms and drawn things together are as long as everything", () => {
  const property = fc.property(fc.subarray(Array.from({ length: 30 }, (_, index) => index)), drawn => {
    const { places, after } = drawnPlaces(drawn.map(at), 100, 100 + 44 * 30)
    const rooms = places.reduce((sum, { before }) => sum + before, after)
    expect(rooms + drawn.length * 44).toBe(44 * 30)
    for (const { before } of places) expect(before).toBeGreaterThanOrEqual(0)
  })
  fc.assert(property)
})
