import { uuidv7 } from "uuidv7"
import { afterAll, beforeAll, expect, test } from "vitest"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { closeDatabase } from "../../lib/db/close-database.ts"
import { isDatabaseAway } from "../../lib/db/is-database-away.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { chain, room } from "../commands/room.ts"
import { value } from "../queries/project.ts"
import { type BadNetwork, startProxy } from "../support/proxy.ts"

const direct = process.env["DATABASE_URL"]!
let network: BadNetwork

beforeAll(async () => {
  network = await startProxy(Number(new URL(direct).port))
  const through = new URL(direct)
  through.port = new URL(network.origin).port
  process.env["DATABASE_URL"] = through.href
  await closeDatabase()
})
afterAll(async () => {
  await closeDatabase()
  await network.close()
})

const timed = async <T>(work: Promise<T>) => {
  const began = performance.now()
  const outcome = await work.then(
    result => ({ result, error: null }),
    (error: unknown) => ({ result: null, error }),
  )
  return { ...outcome, took: performance.now() - began }
}

test("when nothing comes back a change fails in seconds, and asked for again under its id it is there once", async () => {
  const { ann, first, documentId } = await room()
  const said = { label: "documented", confidence: "high", rationale: plainRationale("So it says."), seen: null }
  const request = { documentId, unitId: first, id: uuidv7(), requestId: uuidv7(), ...said }
  const before = await chain(documentId)
  network.hold("back")
  const lost = await timed(giveAnnotation(ann, request))
  expect(isDatabaseAway(lost.error)).toBe(true)
  expect(lost.took).toBeLessThan(9_500)
  network.hold(null)
  const again = await timed(giveAnnotation(ann, request))
  value(again.result!)
  expect(again.took).toBeLessThan(2_000)
  expect(await chain(documentId)).toBe(before + 1)
})

test("a slow database makes a change slow and nothing else", async () => {
  const { ann, label, first, documentId } = await room()
  network.delay(40)
  const slow = await timed(label(ann, first, "documented"))
  network.delay(0)
  value(slow.result!)
  expect(slow.took).toBeGreaterThan(5 * 80)
  await chain(documentId)
})

test("connections that were forgotten on the way are given up with the first that gets no answer", async () => {
  const { ann, label, first, documentId } = await room()
  await Promise.all(Array.from({ length: 12 }, () => label(ann, first, "documented")))
  network.forget()
  const lost = await timed(label(ann, first, "disputed"))
  expect(isDatabaseAway(lost.error)).toBe(true)
  expect(lost.took).toBeLessThan(9_500)
  // Who was told did not wait for the very end of the server's patience.
  await new Promise(go => setTimeout(go, 1_000))
  for (let time = 0; time < 3; time++) {
    const again = await timed(label(ann, first, "speculative"))
    expect(again.error).toBeNull()
    expect(again.took).toBeLessThan(2_000)
  }
  await chain(documentId)
})
