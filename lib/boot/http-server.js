import { createServer } from "node:http"
import { freePort } from "./postgres.js"
import { codeOf, Trouble } from "./trouble.js"

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])

/**
 * The server in front of the pages. Every wait for a client is bounded, and what no page answers is refused here.
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>} handle
 */
export function httpServer(handle) {
  const bounds = {
    headersTimeout: 15_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 10_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16_384,
  }
  const server = createServer(bounds, (request, response) => {
    if (!methods.has(request.method ?? ""))
      return void response.writeHead(405, { Allow: [...methods].join(", ") }).end()
    request.headers["x-apparatus-peer"] = request.socket.remoteAddress ?? ""
    handle(request, response).catch(error => {
      console.error(
        JSON.stringify({ level: "error", at: new Date().toISOString(), error: String(error?.stack ?? error) }),
      )
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
  })
  return server
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

/** Let requests that are under way end, for a moment, then cut what is left. @param {import("node:http").Server} server */
export async function closeServer(server) {
  const closed = new Promise(done => server.close(done))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), 500)
  await closed
  clearTimeout(cut)
}

/** @param {string} code @param {string} host @param {number} port */
async function cannotListen(code, host, port) {
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken. Stop what uses it, or start with another one, such as PORT=${await freePort()}.`
  if (code === "EACCES") return `Port ${port} is not open to this user. Start with one above 1023, such as PORT=3000.`
  return `HOST=${host} is no address of this machine. Set it to one that is, or leave it out to serve on 127.0.0.1.`
}
