import { createServer } from "node:http"
import { Readable } from "node:stream"
import { afterEach, expect, test } from "vitest"
import { heard, nothingHeard } from "../../app/_live/live-state.ts"
import { type LinkStatus, StreamLink } from "../../app/_live/stream-link.ts"
import { liveStream } from "../../lib/live/live-stream.ts"
import { liveRevisions } from "../../lib/queries/live-revisions.ts"
import { room } from "../commands/room.ts"
import { value } from "../queries/project.ts"
import { startProxy } from "../support/proxy.ts"
import { eventually, server } from "./ear.ts"

/** How many times faster than usual the clock of both ends goes. */
const haste = 50

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A browser's end of a real stream of a real server, with a network between them that can be made a bad one. */
async function through() {
  const place = await room()
  const { ann, projectId } = place
  const board = server()
  await board.listening
  const open = liveStream(liveRevisions, { beat: 15_000 / haste }, () => board)
  const listener = createServer(async (request, response) => {
    const gone = new AbortController()
    response.once("close", () => gone.abort())
    const input = Object.fromEntries(new URL(request.url!, "http://localhost").searchParams)
    const caller = { actor: ann, input, signal: gone.signal, isSignedIn: async () => true }
    response.writeHead(200, { "Content-Type": "text/event-stream" })
    Readable.fromWeb(value(await open(caller)) as Parameters<typeof Readable.fromWeb>[0])
      .on("error", () => {})
      .pipe(response)
  })
  await new Promise<void>(done => listener.listen(0, "127.0.0.1", done))
  const network = await startProxy((listener.address() as { port: number }).port)
  let state = nothingHeard
  const statuses: LinkStatus[] = []
  let asked = 0
  const link = new StreamLink(
    {
      fetch: (path, signal) => {
        asked++
        return fetch(network.origin + path, { signal })
      },
      after: (milliseconds, then) => {
        const timer = setTimeout(then, milliseconds / haste)
        return () => clearTimeout(timer)
      },
      now: () => performance.now() * haste,
      chance: () => 0,
    },
    {
      event: event => {
        state = heard(state, event)
      },
      status: status => statuses.push(status),
    },
  )
  closing.push(
    () => board.close(),
    () => listener.close(),
    () => network.close(),
    () => link.close(),
  )
  link.want([projectId])
  await eventually(() => statuses.at(-1) === "open")
  let revision = state.revisions[projectId]!.documents[place.documentId]!
  return {
    network,
    link,
    statuses,
    asked: () => asked,
    /** Changes the document, of which the link is to hear sooner or later. */
    change: async () => {
      value(await place.label(ann, place.first, "documented"))
      revision++
    },
    knows: () => eventually(() => state.revisions[projectId]?.documents[place.documentId] === revision),
  }
}

test("a slow network only makes it later, and the server's beat keeps a silent stream open", async () => {
  const { network, statuses, asked, change, knows } = await through()
  network.delay(60)
  await change()
  await knows()
  // More than the silence after which a stream counts as dead.
  await new Promise(go => setTimeout(go, 100_000 / haste))
  expect(statuses).toEqual(["open"])
  expect(asked()).toBe(1)
})

test("a stream that is cut is opened again, and what happened meanwhile is heard", async () => {
  const { network, asked, change, knows } = await through()
  network.cut()
  await change()
  await knows()
  expect(asked()).toBe(2)
})

test("a stream on which nothing arrives any more, though it is not cut, is given up and opened again", async () => {
  const { network, statuses, change, knows } = await through()
  network.drop(true)
  await change()
  await eventually(() => statuses.at(-1) === "connecting")
  network.drop(false)
  await knows()
  expect(statuses.at(-1)).toBe("open")
})

test("while there is no network it is asked for ever more rarely, and at once when it is said to be back", async () => {
  const { network, link, statuses, asked, change, knows } = await through()
  network.down(true)
  await eventually(() => statuses.at(-1) === "connecting")
  await change()
  // Waits of 0.5, 1, 2, 4 and 8 seconds, then one of 16.
  await new Promise(go => setTimeout(go, 20_000 / haste))
  expect(asked() - 1).toBeGreaterThanOrEqual(3)
  expect(asked() - 1).toBeLessThanOrEqual(7)
  network.down(false)
  link.look()
  await knows()
  expect(statuses.at(-1)).toBe("open")
})
