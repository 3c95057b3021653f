import { Agent, createServer, request } from "node:http"
import type { AddressInfo } from "node:net"

/**
 * What stands before several processes in running/nginx.conf, in little: requests in turn, and what a process refuses or
 * breaks off before it answered goes to the next one. A body is read first, so that it can be sent twice.
 */
export async function startFront(ports: readonly number[]): Promise<{ origin: string; close: () => void }> {
  const agent = new Agent({ keepAlive: true })
  let turn = 0
  const server = createServer(async (asked, answer) => {
    const chunks: Buffer[] = []
    for await (const chunk of asked) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const first = turn++
    const send = (at: number) => {
      const { method, url, headers } = asked
      const port = ports[(first + at) % ports.length]!
      const on = request({ agent, host: "127.0.0.1", port, method, path: url, headers }, response => {
        answer.writeHead(response.statusCode!, response.headers)
        response.pipe(answer)
        response.once("error", () => answer.destroy())
        answer.once("close", () => response.destroy())
      })
      on.once("error", () => {
        if (answer.headersSent) answer.destroy()
        else if (at + 1 < ports.length) send(at + 1)
        else answer.writeHead(502).end()
      })
      on.end(body)
    }
    send(0)
  })
  await new Promise<void>(done => server.listen(0, "127.0.0.1", done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
      agent.destroy()
    },
  }
}
