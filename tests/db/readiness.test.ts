import { afterEach, expect, test, vi } from "vitest"
import { readinessOf } from "../../lib/boot/readiness.js"
import { countWork } from "../../lib/db/work-counts.ts"
import { startProxy } from "../support/proxy.ts"

const url = new URL(process.env["DATABASE_URL"]!)
const closing: Array<() => unknown> = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Whether a database is ready that is reached through a network which can be a bad one. */
async function throughNetwork() {
  const network = await startProxy(Number(url.port))
  closing.push(network.close)
  const through = new URL(url)
  through.port = new URL(network.origin).port
  const { readiness, end } = readinessOf(through.href)
  closing.push(end)
  return { network, readiness }
}

test("it is ready while the database answers, not while it doesn't, and again afterwards by itself", async () => {
  const { network, readiness } = await throughNetwork()
  expect(await readiness()).toBeNull()
  network.down(true)
  // What was found a moment ago still holds: whoever asks in a loop asks the database once a second.
  expect(await readiness()).toBeNull()
  await expect.poll(readiness, { timeout: 30_000 }).toBe("the database does not answer")
  network.down(false)
  await expect.poll(readiness, { timeout: 30_000 }).toBeNull()
})

test("a database that takes everything and says nothing is not ready within seconds", async () => {
  const { network, readiness } = await throughNetwork()
  network.drop(true)
  const late = new Promise(done => setTimeout(done, 4_000, "late"))
  expect(await Promise.race([readiness(), late])).toBe("the database does not answer")
  network.drop(false)
  network.cut()
})

test("a clock that is put back does not make an old answer hold", async () => {
  const { network, readiness } = await throughNetwork()
  expect(await readiness()).toBeNull()
  const back = vi.spyOn(Date, "now").mockReturnValue(Date.now() - 3_600_000)
  closing.push(() => back.mockRestore())
  network.down(true)
  await expect.poll(readiness, { timeout: 10_000 }).toBe("the database does not answer")
})

test("what waits is counted, in an empty database as nothing", async () => {
  expect(await countWork()).toEqual({
    exportsWaiting: 0,
    exportsRunning: 0,
    webhookMessagesWaiting: 0,
    sessionsOpen: 0,
  })
})
