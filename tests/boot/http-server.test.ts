import { EventEmitter, once } from "node:events"
import type { AddressInfo } from "node:net"
import { connect } from "node:net"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { closeServer, httpServer } from "../../lib/boot/http-server.js"
import { requestSeconds } from "../../lib/boot/too-slow.js"

type Handle = Parameters<typeof httpServer>[0]
type Watch = Parameters<typeof httpServer>[1]

let close: () => Promise<void>
const lines = { info: [] as string[], error: [] as string[] }

beforeEach(() => {
  vi.stubEnv("LOG", "requests")
  for (const level of ["info", "error"] as const) {
    lines[level] = []
    vi.spyOn(console, level).mockImplementation(line => void lines[level].push(line))
  }
})
afterEach(async () => {
  await close()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

async function open(handle: Handle, watch: Watch = {}) {
  const server = httpServer(handle, { routeOf: () => "/documents/[documentId]", ...watch })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  close = () => closeServer(server)
  const { port } = server.address() as AddressInfo
  return { server, port, origin: `http://127.0.0.1:${port}` }
}

test("each request has a number of our own, which the page, the answer and the log have too", async () => {
  const seen: unknown[] = []
  const { origin } = await open(async (request, response) => {
    seen.push(
      request.headers["x-request-id"],
      request.headers["x-apparatus-route"],
      request.headers["x-apparatus-peer"],
    )
    response.end("page")
  })
  const forged = { "x-request-id": "mine", "x-apparatus-route": "/elsewhere", "x-apparatus-peer": "10.0.0.1" }
  const answer = await fetch(`${origin}/documents/7?q=Odessa`, { headers: forged })
  const id = answer.headers.get("x-request-id")
  expect(id).toMatch(/^[\da-f-]{36}$/)
  expect(seen).toEqual([id, "/documents/[documentId]", "127.0.0.1"])
  await expect.poll(() => lines.info.length).toBe(1)
  expect(JSON.parse(lines.info[0]!)).toMatchObject({ request: id, route: "/documents/[documentId]", status: 200 })
  expect(lines.info[0]).not.toContain("Odessa")
  const other = await fetch(`${origin}/documents/7`)
  expect(other.headers.get("x-request-id")).not.toBe(id)
})

test("a page that throws is a 500 of which the log says where, and nothing that was said", async () => {
  const { origin } = await open(async () => {
    throw new RangeError("the witness lives in Odessa")
  })
  const answer = await fetch(`${origin}/documents/7`)
  expect([answer.status, await answer.text()]).toEqual([500, ""])
  await expect.poll(() => lines.error.length).toBe(2)
  expect(JSON.parse(lines.error[0]!)).toMatchObject({
    event: "defect",
    request: answer.headers.get("x-request-id"),
    error: { name: "RangeError", at: expect.arrayContaining([expect.stringContaining("http-server.test.ts")]) },
  })
  expect(lines.error.join()).not.toContain("Odessa")
})

test("whether it lives and whether it can answer are told apart, without the pages", async () => {
  const handle = vi.fn<Handle>()
  let trouble: string | null = null
  const { origin } = await open(handle, { readiness: async () => trouble })
  const ask = async (path: string) => {
    const answer = await fetch(origin + path)
    return [answer.status, await answer.text(), answer.headers.get("cache-control")]
  }
  expect(await ask("/healthz")).toEqual([200, "alive\n", "no-store"])
  expect(await ask("/readyz?now")).toEqual([200, "ready\n", "no-store"])
  trouble = "the database does not answer"
  expect(await ask("/readyz")).toEqual([503, "the database does not answer\n", "no-store"])
  expect(await ask("/healthz")).toEqual([200, "alive\n", "no-store"])
  expect(handle).not.toHaveBeenCalled()
})

test("every answer is counted by its pattern, and what a client left unanswered is told as that", async () => {
  const count = vi.fn()
  const leave = new AbortController()
  const { origin } = await open(
    async (request, response) => {
      if (request.url === "/slow") leave.abort()
      else response.writeHead(404).end()
    },
    { count },
  )
  await fetch(`${origin}/quick`)
  await fetch(`${origin}/slow`, { signal: leave.signal }).catch(() => {})
  await expect.poll(() => count.mock.calls.length).toBe(2)
  const statuses = count.mock.calls.map(([{ status, route, method }]) => [method, route, status])
  expect(statuses).toEqual([
    ["GET", "/documents/[documentId]", 404],
    ["GET", "/documents/[documentId]", 499],
  ])
})

test.each(["TRACE", "PROPFIND"])("%s is no method here", async method => {
  const { port } = await open(async (_request, response) => void response.end())
  const socket = connect(port, "127.0.0.1")
  socket.write(`${method} / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n`)
  const [bytes] = await once(socket, "data")
  expect(String(bytes)).toMatch(/^HTTP\/1.1 405 /)
  socket.destroy()
})

/** What a connection is told until it is closed, when this is sent on it. */
async function told(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8")
  let said = ""
  socket.on("data", words => (said += words)).on("error", () => {})
  socket.write(bytes)
  await once(socket, "close")
  return said
}

test.each([
  ["/projects%", 400, "percent"],
  ["/projects/%c0%ae", 400, "percent"],
  [`/projects?${"a=b&".repeat(300)}`, 414, "more than 200 parameters"],
])("%s is handed on to nobody, and is told why", async (target, status, why) => {
  const handle = vi.fn<Handle>()
  const { port } = await open(handle)
  const answer = await told(port, `GET ${target} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n`)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} .*${why}`, "s"))
  expect(handle).not.toHaveBeenCalled()
})

test("a whole address is its path at its host; what a page says of itself has to be what Next reads", async () => {
  const { port } = await open(async ({ url, headers }, response) => void response.end(`${url} at ${headers.host}`))
  const ask = (target: string, more = "") =>
    told(port, `GET ${target} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n${more}\r\n`)
  expect(await ask("http://elsewhere.example/projects?a=b")).toContain("/projects?a=b at elsewhere.example")
  expect(await ask("http://elsewhere.example")).toContain("/ at elsewhere.example")
  expect(
    await ask("/projects", `Next-Router-State-Tree: ${encodeURIComponent('["",{"children":["projects",{}]}]')}\r\n`),
  ).toContain("/projects at here")
  for (const garbled of ["%7B", "%5B%5B", "%", "[],[]", '[""]', '["",{"a":1}]', '["",{},null,"elsewhere"]'])
    expect(await ask("/projects", `Next-Router-State-Tree: ${garbled}\r\n`)).toMatch(/^HTTP\/1.1 400 /)
})

test("who takes too long to send a request is told so, unless an answer to it has begun", async () => {
  const begun = async (request: Parameters<Handle>[0], response: Parameters<Handle>[1]) => {
    if (request.url === "/begun") response.writeHead(200).write("the beginning")
    await new Promise(() => {})
  }
  // So many that a busy machine has begun the answer before.
  const { port } = await open(begun, { seconds: 3 })
  const slow = (path: string) => told(port, `POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\nslow`)
  const [silent, begunOne, headers] = await Promise.all([
    slow("/silent"),
    slow("/begun"),
    told(port, "GET / HTTP/1.1\r\nHo"),
  ])
  for (const said of [silent, headers]) {
    expect(said).toMatch(/^HTTP\/1.1 408 /)
    expect(JSON.parse(said.split("\r\n\r\n")[1]!)).toMatchObject({ code: "too-slow", status: 408 })
    expect(said).toContain("within 3 seconds")
  }
  expect(begunOne).toMatch(/^HTTP\/1.1 200 .*the beginning/s)
  expect(begunOne).not.toContain("HTTP/1.1 408")
})

test("how long that is stands in REQUEST_SECONDS, in whole seconds up to an hour", () => {
  expect(requestSeconds({ NODE_ENV: "test" })).toBe(120)
  expect(requestSeconds({ NODE_ENV: "test", REQUEST_SECONDS: "3600" })).toBe(3_600)
  for (const REQUEST_SECONDS of ["0", "-1", "1.5", "soon", "3601"])
    expect(() => requestSeconds({ NODE_ENV: "test", REQUEST_SECONDS })).toThrow("a number from 1 to 3600")
})

test("a connection that is kept brings nothing in any more once the server closes, and does not hold it up", async () => {
  const told = new EventEmitter()
  const taken = once(told, "taken")
  const { port, server } = await open(async (_request, response) => {
    const closing = once(told, "closing")
    told.emit("taken")
    await closing
    response.end("answered")
  })
  const socket = connect(port, "127.0.0.1").setEncoding("utf8")
  let said = ""
  socket.on("data", words => (said += words))
  const gone = once(socket, "close")
  const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: here\r\n\r\n`)
  ask("/first")
  await taken
  // Its patience is longer than this test may take: what is held up by the second request never ends here.
  const closed = closeServer(server, 600_000)
  ask("/second")
  told.emit("closing")
  await Promise.all([closed, gone])
  expect(said.match(/answered/g)).toHaveLength(1)
  close = async () => {}
})

test("closing lets what is under way end within its patience, and cuts what takes longer", async () => {
  const told = new EventEmitter()
  let taken = 0
  const { origin, server } = await open(async (request, response) => {
    taken++
    await (request.url === "/short" ? once(told, "closing") : new Promise(() => {}))
    response.end("whole")
  })
  const short = fetch(`${origin}/short`).then(answer => answer.text())
  const long = fetch(`${origin}/long`).then(
    () => "whole",
    () => "cut",
  )
  await expect.poll(() => taken).toBe(2)
  const closed = closeServer(server, 1_000)
  told.emit("closing")
  await closed
  expect([await short, await long]).toEqual(["whole", "cut"])
  close = async () => {}
})

test("while the database is away who opens a page is told so in its place, and programs get their own answers", async () => {
  let trouble: string | null = "the database does not answer"
  const { origin } = await open(async (_request, response) => void response.end("handled"), {
    readiness: async () => trouble,
  })
  const page = { accept: "text/html,application/xhtml+xml" }
  const told = await fetch(`${origin}/projects/7`, { headers: page })
  expect(told.status).toBe(503)
  expect(told.headers.get("retry-after")).toMatch(/^\d+$/)
  expect(told.headers.get("content-security-policy")).toContain("default-src 'none'")
  expect(await told.text()).toContain("The database does not answer")
  // What a page that is open asks for would be taken for another page.
  const asked: [string, RequestInit][] = [
    ["/projects/7", { headers: { ...page, rsc: "1" } }],
    ["/projects/7", { headers: { accept: "*/*" } }],
    ["/api/v1/projects", { headers: page }],
    ["/_next/static/a.js", { headers: page }],
    ["/api/v1/projects", { method: "POST", headers: page }],
  ]
  for (const [path, init] of asked) expect(await (await fetch(origin + path, init)).text(), path).toBe("handled")
  trouble = null
  expect(await (await fetch(`${origin}/projects/7`, { headers: page })).text()).toBe("handled")
})
