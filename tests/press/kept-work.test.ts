import { expect, test } from "vitest"
import { KeptWork } from "../../lib/press/kept-work.ts"

test("a piece is made once, also while it is being made, until newer ones need its room", async () => {
  const kept = new KeptWork()
  let made = 0
  const get = (key: string, size: number) => kept.get(key, size, async () => ++made)
  expect(await Promise.all([get("a", 10), get("a", 10)])).toEqual([1, 1])
  await get("b", 39_995)
  expect(made).toBe(2)
  await get("b", 39_995)
  expect(made).toBe(2)
  expect(await get("a", 10)).toBe(3)
})
