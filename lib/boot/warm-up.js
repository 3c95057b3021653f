import { once } from "node:events"
import { createServer, get } from "node:http"

/**
 * Have loaded what every answer needs, by one request that says who it is of nobody and so asks the database nothing. The
 * first visitor would wait for it otherwise; here it falls into the time in which the database starts.
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => Promise<void>} handle
 */
export async function warmUp(handle) {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address())
  await new Promise(done => {
    get({ host: "127.0.0.1", port, path: "/api/v1/projects", agent: false }, answer =>
      answer.resume().once("close", done),
    )
      .once("error", done)
      .setTimeout(5_000, () => done(null))
  })
  server.close()
  server.closeAllConnections()
}
