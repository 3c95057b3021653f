import { request } from "node:http"
import { connect } from "node:net"

export interface Asked {
  readonly method?: string
  /** What stands in the first line of the request, as it is. */
  readonly target: string
  readonly cookie?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly location: string
  readonly text: string
}

/** Asks without mending anything, as a browser or fetch would; 0 where the connection ended without an answer. */
export function ask(origin: string, { method = "GET", target, cookie, headers = {}, body }: Asked): Promise<Answered> {
  const { hostname, port } = new URL(origin)
  return new Promise(done => {
    const none = { status: 0, location: "", text: "" }
    const asked = request({ hostname, port, method, path: target, agent: false, maxHeaderSize: 131_072 }, answer => {
      let text = ""
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk
        // A stream of events has no end.
        if (answer.headers["content-type"]?.startsWith("text/event-stream")) asked.destroy()
      })
      const { statusCode: status = 0, headers: said } = answer
      const whole = () => done({ status, location: said.location ?? "", text })
      answer.on("end", whole).on("error", whole)
    })
    asked.on("error", () => done(none)).setTimeout(30_000, () => asked.destroy())
    const cookies = [headers["cookie"], cookie].filter(one => one !== undefined)
    for (const [name, value] of Object.entries(headers)) asked.setHeader(name, value)
    if (cookies.length > 0) asked.setHeader("Cookie", cookies.join("; "))
    if (body !== undefined) asked.setHeader("Content-Length", Buffer.byteLength(body))
    asked.end(body)
  })
}

/** A request whose body comes a byte at a time and never to its end: what was answered by the time it was closed. */
export function trickle(origin: string, { method, target, cookie, headers = {} }: Asked) {
  const { hostname, port, host } = new URL(origin)
  const began = performance.now()
  return new Promise<{ said: string; seconds: number }>(done => {
    let said = ""
    const socket = connect(Number(port), hostname, () => {
      const lines = Object.entries({ Host: host, ...(cookie && { Cookie: cookie }), ...headers })
      socket.write(
        `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
      )
    })
    const chunked = headers["Transfer-Encoding"] === "chunked"
    const drip = setInterval(() => socket.write(chunked ? "1\r\n \r\n" : " "), 500)
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk
    })
    socket
      .on("error", () => {})
      .on("close", () => {
        clearInterval(drip)
        done({ said, seconds: (performance.now() - began) / 1_000 })
      })
  })
}
