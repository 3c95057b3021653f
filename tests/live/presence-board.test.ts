import { expect, test } from "vitest"
import { PresenceBoard, staleAfter, type Told, vouchedFor } from "../../lib/live/presence-board.ts"

const told = (key: string, streamId = "s", more: Partial<Told> = {}): Told => ({
  key,
  id: key,
  name: key,
  mask: { id: `m${key}`, name: "Reviewer 00000" },
  projectId: "p",
  documentId: "d",
  unitId: null,
  writing: false,
  streamId,
  ...more,
})

test("what nobody confirms goes by itself, and what is confirmed stays", () => {
  const board = new PresenceBoard()
  board.put(told("a"), 0)
  board.put(told("b"), 0)
  expect(board.put(told("b"), staleAfter - 1, true)).toBe(false)
  expect(board.dropStale(staleAfter).map(({ key }) => key)).toEqual(["a"])
  expect(board.inProject("p").map(({ key }) => key)).toEqual(["b"])
})

test("a server vouches only so long for somebody who says nothing themselves: a stream outlives a sleeping computer", () => {
  const board = new PresenceBoard()
  board.put(told("a"), 0)
  for (let at = 20_000; at <= vouchedFor; at += 20_000) board.put(told("a"), at, true)
  expect(board.onStream("s", vouchedFor - 1)).toHaveLength(1)
  expect(board.onStream("s", vouchedFor)).toHaveLength(0)
  board.put(told("a"), vouchedFor)
  expect(board.onStream("s", vouchedFor)).toHaveLength(1)
})

test("news is what differs", () => {
  const board = new PresenceBoard()
  expect(board.put(told("a"), 0)).toBe(true)
  expect(board.put(told("a"), 1)).toBe(false)
  expect(board.put(told("a", "s", { writing: true }), 2)).toBe(true)
  expect(board.drop("a", "another project")).toEqual([])
  expect(board.dropStream("s").map(({ key }) => key)).toEqual(["a"])
})

test("whose browser died behind a network that tells nobody is gone within the two times, though their stream stands", () => {
  const board = new PresenceBoard()
  board.put(told("a"), 0)
  // The server vouches every 20 seconds for those on its streams, and looks every 5 for those of whom nothing was heard.
  let goneAt: number | null = null
  for (let at = 5_000; goneAt === null && at <= 600_000; at += 5_000) {
    if (at % 20_000 === 0) for (const one of board.onStream("s", at)) board.put(one, at, true)
    if (board.dropStale(at).length > 0) goneAt = at
  }
  expect(goneAt).toBeGreaterThan(vouchedFor - 20_000)
  expect(goneAt).toBeLessThanOrEqual(vouchedFor + staleAfter)
})
