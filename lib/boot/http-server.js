import { randomUUID } from "node:crypto"
import { createServer } from "node:http"
import { log, loggedError } from "../log/log-line.js"
import { logRequest } from "../log/request-log.js"
import { opensPage, sayAway } from "./away-page.js"
import { freePort } from "./postgres.js"
import { requestTrouble, takeWholeAddress } from "./request-trouble.js"
import { isStopping } from "./stopping.js"
import { sayWhyRefused } from "./too-slow.js"
import { codeOf, Trouble } from "./trouble.js"

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])

/**
 * @typedef {object} Watch
 * @property {number} [seconds] in which a request has to be here whole
 * @property {(path: string) => string} [routeOf] the pattern of an address
 * @property {() => Promise<string | null>} [readiness] why requests can't be answered at the moment; null when they can
 * @property {(request: { method: string, route: string, status: number, seconds: number }) => void} [count] hears of each answer
 */

/**
 * The server in front of the pages. Every wait for a client is bounded, and what no page answers is refused here. Each
 * request has a number, which its answer says and every line of the log about it. Whether the process lives and whether
 * it can answer is told at /healthz and /readyz, for what watches it; to who opens a page meanwhile, in its place.
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>} handle
 * @param {Watch} [watch]
 */
export function httpServer(handle, watch = {}) {
  const { seconds = 120, routeOf = () => "", readiness = async () => null, count = () => {} } = watch
  const bounds = {
    headersTimeout: Math.min(15, seconds) * 1_000,
    requestTimeout: seconds * 1_000,
    keepAliveTimeout: 10_000,
    connectionsCheckingInterval: Math.min(5_000, seconds * 250),
    maxHeaderSize: 16_384,
  }
  const answers = /** @type {WeakMap<object, import("node:http").ServerResponse>} */ (new WeakMap())
  const server = createServer(bounds, (request, response) => {
    answers.set(request.socket, response)
    // What comes on a connection that was kept, after the door was closed: nothing of it is done, so that whoever sent it
    // may send it elsewhere. An answer before it, that is still under way, is not cut.
    if (!server.listening) {
      if (response.socket) response.socket.destroy()
      else response.writeHead(503, { Connection: "close" }).end()
      return
    }
    takeWholeAddress(request)
    const { method = "" } = request
    const [path = "/"] = (request.url ?? "/").split("?", 1)
    if (!methods.has(method)) return void response.writeHead(405, { Allow: [...methods].join(", ") }).end()
    const trouble = requestTrouble(request)
    if (trouble) return void say(response, trouble.status, trouble.why)
    if (path === "/healthz") return void say(response, 200, "alive")
    if (path === "/readyz")
      return void readiness().then(trouble => say(response, trouble ? 503 : 200, trouble ?? "ready"))
    const began = performance.now()
    const id = randomUUID()
    const route = routeOf(path)
    response.setHeader("X-Request-Id", id)
    // A proxy that keeps connections is told to make new ones, which it does with a server that stays.
    if (isStopping()) response.setHeader("Connection", "close")
    request.headers["x-apparatus-peer"] = request.socket.remoteAddress ?? ""
    request.headers["x-apparatus-route"] = route
    request.headers["x-request-id"] = id
    response.once("close", () => {
      const milliseconds = performance.now() - began
      // What the client left before there was an answer has the number that nginx gives it.
      const status = response.headersSent ? response.statusCode : 499
      logRequest({ id, method, route, status, milliseconds })
      count({ method, route, status, seconds: milliseconds / 1_000 })
    })
    answer(request, response, path).catch(error => {
      log("error", "defect", { request: id, method, route, error: loggedError(error) })
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
  const isAnswering = (/** @type {object} */ socket) => {
    const answer = answers.get(socket)
    return answer !== undefined && answer.headersSent && !answer.writableFinished
  }
  sayWhyRefused(server, isAnswering, seconds)
  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response @param {string} path */
  async function answer(request, response, path) {
    if (opensPage(request, path) && (await readiness()) && !isStopping()) sayAway(response)
    else await handle(request, response)
  }
  return server
}

/** @param {import("node:http").ServerResponse} response @param {number} status @param {string} word */
function say(response, status, word) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" })
  response.end(`${word}\n`)
}

/** @param {import("node:net").Server} server @param {string} host @param {number} port */
export async function listen(server, host, port) {
  try {
    await new Promise((done, trouble) => server.once("error", trouble).listen(port, host, () => done(null)))
  } catch (error) {
    throw new Trouble(await cannotListen(codeOf(error), host, port))
  }
}

/** Throws a sentence when nobody can listen there. @param {string} host @param {number} port */
export async function askPort(host, port) {
  const probe = createServer()
  await listen(probe, host, port)
  await new Promise(done => probe.close(done))
}

/**
 * Let requests that are under way end, for a moment, then cut what is left.
 * @param {import("node:http").Server} server
 * @param {number} [patience] milliseconds
 */
export async function closeServer(server, patience = 500) {
  const closed = new Promise(done => server.close(done))
  server.closeIdleConnections()
  // A connection on which the last answer has gone out stays open for the next request, which would not be taken.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}

/** @param {string} code @param {string} host @param {number} port */
async function cannotListen(code, host, port) {
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken. Stop what uses it, or start with another one, such as PORT=${await freePort()}.`
  if (code === "EACCES") return `Port ${port} is not open to this user. Start with one above 1023, such as PORT=3000.`
  return `HOST=${host} is no address of this machine. Set it to one that is, or leave it out to serve on 127.0.0.1.`
}
