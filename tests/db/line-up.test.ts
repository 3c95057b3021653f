import { expect, test, vi } from "vitest"
import { isDatabaseAway } from "../../lib/db/is-database-away.ts"
import { lineUp } from "../../lib/db/line-up.ts"

/** Work that ends when it is told to. */
function held() {
  let end = () => {}
  const done = new Promise<void>(go => {
    end = go
  })
  return { end, done }
}

test("six at once work on one row, the others wait in the order in which they came, and another row is free", async () => {
  const gate = held()
  const began: number[] = []
  const all = Array.from({ length: 10 }, (_, n) =>
    lineUp("one", async () => {
      began.push(n)
      await gate.done
      return n
    }),
  )
  expect(await lineUp("other", async () => "free")).toBe("free")
  expect(began).toEqual([0, 1, 2, 3, 4, 5])
  gate.end()
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(began).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test("what fails lets the next one in", async () => {
  const failing = Array.from({ length: 8 }, () => lineUp("one", () => Promise.reject(new Error("no"))))
  expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(Array(8).fill("rejected"))
  expect(await lineUp("one", async () => "in")).toBe("in")
})

test("who waited too long is told to try again, and does nothing", async ({ onTestFinished }) => {
  vi.useFakeTimers({ toFake: ["performance"] })
  onTestFinished(() => void vi.useRealTimers())
  const gate = held()
  const first = Array.from({ length: 6 }, () => lineUp("one", () => gate.done))
  let did = false
  const late = lineUp("one", async () => {
    did = true
  })
  await new Promise(go => setTimeout(go))
  const refused = expect(late).rejects.toSatisfy(error => isDatabaseAway(error))
  vi.advanceTimersByTime(9_000)
  gate.end()
  await Promise.all(first)
  await refused
  expect(did).toBe(false)
})
