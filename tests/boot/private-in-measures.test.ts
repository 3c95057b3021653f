import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { afterEach, expect, test, vi } from "vitest"
import { closeServer, httpServer } from "../../lib/boot/http-server.js"
import { metrics } from "../../lib/boot/metrics.js"
import { nowhere, routeOf } from "../../lib/boot/route-of.js"

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const patterns = Object.keys(import.meta.glob("../../app/**/{page.tsx,route.ts}")).map(
  path => path.replace(/^\.\.\/\.\.\/app/, "").replace(/\/(?:page\.tsx|route\.ts)$/, "") || "/",
)

/** Words, ids and secrets as addresses have them. */
const private_ = [
  "01a22bb8-d421-7e41-badb-67c148ad85f1",
  "witness-in-odessa",
  "kL0secretOfAnInvitation",
  "ann@example.org",
]

test("no label of a measure and no line about requests says which project, person or secret an address is of", async () => {
  vi.stubEnv("LOG", "requests")
  const printed: string[] = []
  for (const level of ["info", "error"] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void printed.push(line))
  const { count, text } = metrics(async () => ({
    exportsWaiting: 0,
    exportsRunning: 0,
    webhookMessagesWaiting: 0,
    sessionsOpen: 0,
  }))
  const handle = async (
    request: { url?: string },
    response: { writeHead: (status: number) => { end: () => void } },
  ) => {
    if (request.url?.includes("defect")) throw new Error(private_.join(" "))
    response.writeHead(200).end()
  }
  const server = httpServer(handle as Parameters<typeof httpServer>[0], { routeOf: routeOf(patterns), count })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(patterns.length).toBeGreaterThan(100)
  for (const [at, pattern] of patterns.entries()) {
    const word = private_[at % private_.length]!
    const path = pattern.replaceAll(/\[[^\]]+\]/g, encodeURIComponent(word))
    await fetch(`${origin}${path}?search=${word}${at % 7 === 0 ? "&defect" : ""}`)
  }
  for (const word of private_)
    for (const path of [`/${word}`, `/projects/${word}/${word}`, `/_next/${word}`]) await fetch(origin + path)
  await closeServer(server)
  const labels = new Set([...(await text()).matchAll(/route="([^"]*)"/g)].map(([, route]) => route!))
  expect(labels.size).toBeGreaterThan(100)
  const known = new Set([...patterns, nowhere, "/_next"])
  expect([...labels].filter(route => !known.has(route))).toEqual([])
  const said = `${await text()}\n${printed.join("\n")}`
  expect(printed.length).toBeGreaterThan(100)
  for (const word of private_) expect(said).not.toContain(word)
})
