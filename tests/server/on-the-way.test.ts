import { expect, test } from "vitest"
import { onTheWay } from "../../lib/server/on-the-way.ts"

const told = async (work: (report: (share: number) => void) => Promise<Response>) =>
  (await onTheWay(work).text())
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line) as unknown)

test("each hundredth is told once, and the answer comes last, as it would have come alone", async () => {
  const body = { words: "a line\nand “another”", none: null }
  const lines = await told(async report => {
    for (const share of [0.004, 0.2, 0.205, 0.22]) report(share)
    return Response.json(body, { status: 409 })
  })
  expect(lines).toEqual([{ share: 0.2 }, { share: 0.22 }, { status: 409, body }])
})

test("who leaves does not stop the work", async () => {
  let done = false
  let leave = () => {}
  const left = new Promise<void>(resolve => {
    leave = resolve
  })
  const reader = onTheWay(async report => {
    report(0.5)
    await left
    report(0.9)
    done = true
    return Response.json(null)
  }).body!.getReader()
  await reader.read()
  await reader.cancel()
  leave()
  await expect.poll(() => done).toBe(true)
})
