import fc from "fast-check"
import { expect, test } from "vitest"
import { gridMove } from "../../app/projects/[projectId]/matrix/_components/grid-keys.ts"

const grid = { last: { row: 2000, column: 300 }, page: 12 }
const press = (key: string, held: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test.each([
  ["ArrowUp", {}, [39, 7]],
  ["ArrowDown", {}, [41, 7]],
  ["ArrowLeft", {}, [40, 6]],
  ["ArrowRight", {}, [40, 8]],
  ["Home", {}, [40, 0]],
  ["End", {}, [40, 300]],
  ["PageUp", {}, [28, 7]],
  ["PageDown", {}, [52, 7]],
  ["Home", { ctrlKey: true }, [0, 0]],
  ["End", { metaKey: true }, [2000, 300]],
  ["ArrowDown", { ctrlKey: true }, [2000, 7]],
  ["ArrowLeft", { ctrlKey: true }, [40, 0]],
])("%s %j", (key, held, [row, column]) => {
  expect(gridMove(press(key, held), { row: 40, column: 7 }, grid)).toEqual({ row, column })
})

test.each([
  ["a", {}],
  ["Tab", {}],
  ["PageDown", { ctrlKey: true }],
  ["ArrowLeft", { altKey: true }],
  ["End", { shiftKey: true }],
])("%s %j moves nothing", (key, held) => {
  expect(gridMove(press(key, held), { row: 40, column: 7 }, grid)).toBeNull()
})

test("no key leads out of the grid, and arrows lead from every cell to every other", () => {
  const size = fc.record({ row: fc.nat(20), column: fc.nat(20) })
  const keys = fc.constantFrom("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown")
  const property = fc.property(size, fc.array(fc.tuple(keys, fc.boolean())), (last, pressed) => {
    let at = { row: 0, column: 0 }
    for (const [key, ctrlKey] of pressed) at = gridMove(press(key, { ctrlKey }), at, { last, page: 3 }) ?? at
    expect(at.row >= 0 && at.row <= last.row && at.column >= 0 && at.column <= last.column).toBe(true)
    const walk = (key: string, times: number) => {
      for (let n = 0; n < times; n++) at = gridMove(press(key), at, { last, page: 3 }) ?? at
    }
    walk("ArrowDown", last.row)
    walk("ArrowRight", last.column)
    expect(at).toEqual(last)
  })
  fc.assert(property)
})
