import { expect, test } from "vitest"
import {
  cutAt,
  passagesAt,
  standingNow,
  untouched,
} from "../../app/projects/[projectId]/documents/[documentId]/_room/cut-here.ts"

const passage = (id: string, start: number, end: number, version = 1) => ({ id, start, end, version })
const [a, b, c] = [passage("a", 0, 10), passage("b", 11, 20), passage("c", 21, 30)]
const text = [a, b, c]

test("a cut is about one passage, or two whose boundary moves", () => {
  expect(passagesAt(text, "b", false)).toEqual([b])
  expect(passagesAt(text, "b", true)).toEqual([b, c])
  expect(passagesAt(text, "c", true)).toEqual([c])
  expect(passagesAt(text, "x", true)).toEqual([])
})

test("what stands there now is whole, and the same when nobody touched it", () => {
  expect(standingNow(text, [b])).toEqual([b])
  expect(untouched([b], standingNow(text, [b]))).toBe(true)
  const merged = passage("m", 11, 30)
  expect(standingNow([a, merged], [b])).toEqual([merged])
  expect(untouched([b], [merged])).toBe(false)
  expect(untouched([b], [{ ...b, version: 2 }])).toBe(false)
  const parted = [passage("b1", 11, 15), passage("b2", 16, 20)]
  expect(standingNow([a, ...parted, c], [b])).toEqual(parted)
})

test("a split is done in the passage that holds the point, and not where the text is parted already", () => {
  const now = [passage("b1", 11, 15), passage("b2", 16, 20)]
  expect(cutAt([b], 14, undefined)).toEqual({ does: "split", unit: b })
  expect(cutAt(now, 18, undefined)).toEqual({ does: "split", unit: now[1] })
  expect(cutAt(now, 16, undefined)).toEqual({ does: "nothing" })
})

test("a boundary is moved while it stands, also when it was moved or a passage beside it was split", () => {
  expect(cutAt([b, c], 14, b)).toEqual({ does: "move", left: b, right: c })
  const moved = [passage("b", 11, 25, 2), passage("c", 26, 30, 2)]
  expect(cutAt(moved, 22, b)).toEqual({ does: "move", left: moved[0], right: moved[1] })
  const parted = [passage("b1", 11, 15), passage("b2", 16, 20), c]
  expect(cutAt(parted, 23, b)).toEqual({ does: "move", left: parted[1], right: c })
  expect(cutAt(parted, 13, b)).toEqual({ does: "split", unit: parted[0] })
  expect(cutAt([passage("m", 11, 30)], 14, b)).toMatchObject({ does: "split", unit: { id: "m" } })
})
