import fc from "fast-check"
import { expect, test } from "vitest"
import { leftOut } from "../../app/projects/[projectId]/_discussion/long-thread.ts"

const comments = (count: number, unreadFrom = count) =>
  Array.from({ length: count }, (_, at) => ({ unread: at >= unreadFrom }))

test("a short thread is shown whole, of a long one the first comment and the last ten", () => {
  expect(leftOut(comments(20))).toEqual({ from: 0, to: 0 })
  expect(leftOut(comments(21))).toEqual({ from: 1, to: 11 })
  expect(leftOut(comments(500))).toEqual({ from: 1, to: 490 })
})

test("what was not read is never left out, nor a single comment", () => {
  expect(leftOut(comments(500, 100))).toEqual({ from: 1, to: 100 })
  expect(leftOut(comments(500, 2))).toEqual({ from: 0, to: 0 })
  fc.assert(
    fc.property(fc.array(fc.record({ unread: fc.boolean() }), { maxLength: 80 }), list => {
      const { from, to } = leftOut(list)
      expect(list.slice(from, to).some(one => one.unread)).toBe(false)
      expect(to - from).not.toBe(1)
      if (to > 0) expect(list.length - to).toBeGreaterThanOrEqual(10)
    }),
  )
})
