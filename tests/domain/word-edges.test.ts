import fc from "fast-check"
import { expect, test } from "vitest"
import { type EdgeMove, movedEdge } from "../../lib/domain/word-edges.ts"
import { marked } from "../support/marked.ts"

const move = (notation: string, by: EdgeMove) => {
  const { text, span } = marked(notation)
  const moved = movedEdge(text, span, by)
  return moved && `${text.slice(0, moved.start)}[${text.slice(moved.start, moved.end)}]${text.slice(moved.end)}`
}

test.each([
  ["The ship [sank in] 1912.", "start-earlier", "The [ship sank in] 1912."],
  ["The ship [sank in] 1912.", "start-later", "The ship sank [in] 1912."],
  ["The ship [sank in] 1912.", "end-earlier", "The ship [sank] in 1912."],
  ["The ship [sank in] 1912.", "end-later", "The ship [sank in 1912.]"],
  ["The sh[ip sank] in 1912.", "start-earlier", "The [ship sank] in 1912."],
  ["It [sank.]\n\nNobody knew.", "end-later", "It [sank.\n\nNobody] knew."],
] as const)("%s by %s", (before, by, after) => {
  expect(move(before, by)).toBe(after)
})

test("at the ends of the text, and where nothing would be left, there is no move", () => {
  expect(move("[The ship] sank.", "start-earlier")).toBeNull()
  expect(move("The ship [sank.]", "end-later")).toBeNull()
  expect(move("The [ship] sank.", "start-later")).toBeNull()
  expect(move("The [ship] sank.", "end-earlier")).toBeNull()
})

test("a move stays in the text, moves one end only, and never leaves nothing", () => {
  const moves = fc.constantFrom<EdgeMove>("start-earlier", "start-later", "end-earlier", "end-later")
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.nat(60), fc.nat(60), moves, (text, a, b, by) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      const moved = movedEdge(text, { start, end }, by)
      if (!moved) return
      expect(moved.start).toBeGreaterThanOrEqual(0)
      expect(moved.end).toBeLessThanOrEqual(text.length)
      expect(moved.start).toBeLessThan(moved.end)
      expect([moved.start === start, moved.end === end].filter(Boolean)).toHaveLength(1)
    }),
  )
})
