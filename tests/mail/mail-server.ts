import { createServer, type Server, type Socket } from "node:net"

export interface ReceivedMail {
  readonly to: string
  readonly head: string
  /** Decoded from quoted-printable. */
  readonly text: string
}

/** A small mail server: it takes every e-mail, or answers as `refusal` says while that is set. */
export class MailServer {
  readonly received: ReceivedMail[] = []
  /** What it answers to the recipient, "450 Later" for example; null for taking it. */
  refusal: ((to: string) => string | null) | null = null
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor() {
    this.#server = createServer(socket => this.#talk(socket))
  }

  static async listen(port = 0): Promise<MailServer> {
    const mail = new MailServer()
    await new Promise<void>(done => mail.#server.listen(port, "127.0.0.1", done))
    return mail
  }

  get url(): string {
    const address = this.#server.address()
    return `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise(done => this.#server.close(done))
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on("close", () => this.#sockets.delete(socket)).on("error", () => {})
    let to = ""
    let data: string | null = null
    let rest = ""
    const say = (line: string) => socket.write(`${line}\r\n`)
    say("220 mail.test ESMTP")
    socket.setEncoding("utf8").on("data", chunk => {
      rest += chunk
      for (let at = rest.indexOf("\r\n"); at >= 0; at = rest.indexOf("\r\n")) {
        const line = rest.slice(0, at)
        rest = rest.slice(at + 2)
        if (data !== null) {
          if (line !== ".") data += `${line.replace(/^\.\./, ".")}\r\n`
          else {
            this.received.push(mailOf(to, data))
            data = null
            say("250 Taken")
          }
        } else if (/^(EHLO|HELO)/i.test(line)) say("250 mail.test")
        else if (/^RCPT/i.test(line)) {
          to = /<(.*)>/.exec(line)?.[1] ?? ""
          say(this.refusal?.(to) ?? "250 Good")
        } else if (/^DATA/i.test(line)) {
          data = ""
          say("354 Go on")
        } else if (/^QUIT/i.test(line)) socket.end("221 Bye\r\n")
        else say("250 Good")
      }
    })
  }
}

function mailOf(to: string, data: string): ReceivedMail {
  const at = data.indexOf("\r\n\r\n")
  const [head, body] = [data.slice(0, at).replaceAll(/\r\n[ \t]+/g, " "), data.slice(at + 4)]
  return { to, head, text: decoded(head, body).replaceAll("\r\n", "\n") }
}

function decoded(head: string, body: string): string {
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, "base64").toString("utf8")
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return body
  const bytes = body
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, "latin1").toString("utf8")
}
