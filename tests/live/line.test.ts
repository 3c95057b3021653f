import { afterEach, expect, test } from "vitest"
import { type Line, openLine } from "../../lib/live/line.ts"
import { type BadNetwork, startProxy } from "../support/proxy.ts"
import { eventually } from "./ear.ts"

const open: (Line | BadNetwork)[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

/** A line to the database through a network that can be made a bad one. It has patience with a machine that is busy. */
async function through(patience = 20_000) {
  const url = new URL(process.env["DATABASE_URL"]!)
  const proxy = await startProxy(Number(url.port))
  open.push(proxy)
  url.port = new URL(proxy.origin).port
  const heard: string[] = []
  let joins = 0
  const line = openLine({
    url: url.href,
    channels: ["apparatus"],
    heard: (channel, payload) => heard.push(`${channel} ${payload}`),
    joined: () => joins++,
    beat: 40,
    patience,
  })
  open.push(line)
  await eventually(() => joins === 1)
  return { proxy, line, heard, joins: () => joins }
}

test("what is said on the line comes back on it, in order, also when it is slow", async () => {
  const { proxy, line, heard, joins } = await through()
  proxy.delay(30)
  for (const word of ["one", "two", "three"]) line.say("apparatus", word)
  await eventually(() => heard.length === 3)
  expect(heard).toEqual(["apparatus one", "apparatus two", "apparatus three"])
  expect(joins()).toBe(1)
})

test("a cut line is made again, and says that something may have been missed", async () => {
  const { proxy, line, heard, joins } = await through()
  proxy.cut()
  await eventually(() => joins() === 2)
  line.say("apparatus", "again")
  await eventually(() => heard.includes("apparatus again"))
})

test("a line on which nothing arrives any more, though it is not cut, is found out and made again", async () => {
  const { proxy, line, heard, joins } = await through(200)
  proxy.drop(true)
  await new Promise(go => setTimeout(go, 400))
  proxy.drop(false)
  // Found out by its own ping, before a statement that is never answered would be given up.
  const late = new Promise(done => setTimeout(done, 4_000, "late"))
  expect(await Promise.race([eventually(() => joins() >= 2), late])).toBeUndefined()
  line.say("apparatus", "again")
  await eventually(() => heard.includes("apparatus again"))
})

test("while the database is away the line tries on, with growing waits", async () => {
  const { proxy, joins } = await through()
  proxy.down(true)
  await new Promise(go => setTimeout(go, 1_500))
  expect(joins()).toBe(1)
  proxy.down(false)
  await eventually(() => joins() === 2)
})
