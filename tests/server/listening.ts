import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Readable } from "node:stream"
import type { ReadableStream as NodeStream } from "node:stream/web"
import { routes } from "./caller.ts"

/** The API at a port of this machine: the real handlers, found by their addresses as Next finds them. */
export async function listening(): Promise<{ origin: string; close: () => Promise<void> }> {
  const known = [...routes].map(([at, handler]) => {
    const [method, path = ""] = at.split(" ")
    const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!)
    const pattern = new RegExp(`^/api/v1/${path.replaceAll(".", "\\.").replaceAll(/\[\w+\]/g, "([^/]+)")}$`)
    return { method, names, pattern, handler }
  })
  // An address that is written out goes before one with parts.
  known.sort((a, b) => a.names.length - b.names.length)
  const server = createServer(async (asked, answer) => {
    const url = new URL(asked.url ?? "/", `http://${asked.headers.host}`)
    const found = known.find(({ method, pattern }) => method === asked.method && pattern.test(url.pathname))
    if (!found) return void answer.writeHead(404).end()
    const parts = found.pattern.exec(url.pathname)!.slice(1).map(decodeURIComponent)
    const hasBody = asked.method !== "GET"
    const request = new Request(url, {
      method: asked.method!,
      headers: Object.entries(asked.headers).map(([name, value]) => [name, String(value)] as [string, string]),
      ...(hasBody && { body: Readable.toWeb(asked) as ReadableStream, duplex: "half" }),
    } as RequestInit)
    const params = Object.fromEntries(found.names.map((name, at) => [name, parts[at]!]))
    const response = await found.handler(request, { params: Promise.resolve(params) })
    answer.writeHead(response.status, Object.fromEntries(response.headers))
    if (response.body) Readable.fromWeb(response.body as NodeStream<Uint8Array>).pipe(answer)
    else answer.end()
  })
  await new Promise<void>(ready => server.listen(0, "127.0.0.1", ready))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
