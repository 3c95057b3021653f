import { connect, createServer, type Server, type Socket } from "node:net"

/** Which way bytes go: there from whoever asks to the server, back from it, or both. */
export type Way = "there" | "back" | "both"

/** A proxy in front of a server, which can be told to behave like a bad network. */
export interface BadNetwork {
  readonly origin: string
  /** Cut every connection there is. New ones go through, unless `down`. */
  readonly cut: () => void
  /** Refuse every connection from now, and cut those there are; or let them through again. */
  readonly down: (isDown: boolean) => void
  /** Take what comes from either side and hand nothing on, as a half-open network does; or go on as if nothing was. */
  readonly drop: (isDropping: boolean) => void
  /** Keep what goes this way without a word, or nothing any more; what was kept is handed on then, late and in order. */
  readonly hold: (way: Way | null) => void
  /** Forget every connection there is: nothing of it is handed on any more, and nobody is told. New ones go through. */
  readonly forget: () => void
  /** Hand everything on so many milliseconds later. */
  readonly delay: (milliseconds: number) => void
  readonly close: () => Promise<void>
}

/** Starts a proxy to a port of this machine. It hands bytes on and knows nothing of what they mean. */
export async function startProxy(target: number): Promise<BadNetwork> {
  const open = new Set<Socket>()
  const forgotten = new WeakSet<Socket>()
  const kept: Array<() => void> = []
  let [isDown, isDropping, later] = [false, false, 0]
  let held: Way | null = null
  const isHeld = (way: Way) => held === "both" || held === way
  const pass = (from: Socket, to: Socket, way: Way) => {
    const send = (bytes: Buffer) => {
      if (later === 0) to.write(bytes)
      else setTimeout(() => to.writable && to.write(bytes), later)
    }
    from.on("data", (bytes: Buffer) => {
      if (isDropping || forgotten.has(from)) return
      if (isHeld(way)) kept.push(() => to.writable && !forgotten.has(from) && send(bytes))
      else send(bytes)
    })
    from.on("close", () => {
      if (isDropping || forgotten.has(from)) return
      if (isHeld(way)) kept.push(() => to.destroy())
      else to.destroy()
    })
    from.on("error", () => to.destroy())
  }
  const server: Server = createServer(near => {
    if (isDown) {
      near.destroy()
      return
    }
    const far = connect(target, "127.0.0.1")
    for (const socket of [near, far]) {
      open.add(socket)
      socket.once("close", () => open.delete(socket))
    }
    pass(near, far, "there")
    pass(far, near, "back")
  })
  await new Promise<void>(done => server.listen(0, "127.0.0.1", done))
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  const { port } = server.address() as { port: number }
  return {
    origin: `http://127.0.0.1:${port}`,
    cut,
    down: now => {
      isDown = now
      if (now) cut()
    },
    drop: now => {
      isDropping = now
    },
    hold: way => {
      held = way
      if (way === null) for (const hand of kept.splice(0)) hand()
    },
    forget: () => {
      for (const socket of open) forgotten.add(socket)
    },
    delay: milliseconds => {
      later = milliseconds
    },
    close: () => {
      cut()
      return new Promise(done => server.close(() => done()))
    },
  }
}
