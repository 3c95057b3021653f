import { backOff } from "../../lib/domain/back-off.ts"
import type { LiveEvent, StreamEnd } from "../../lib/domain/live.ts"
import { eventReader } from "../../lib/domain/stream-text.ts"

/** How the browser stands to the server: on its way there, connected, or not let in because nobody is signed in. */
export type LinkStatus = "connecting" | "open" | "signed-out"

/** What the link needs of the browser, so that a test can be the browser. */
export interface LinkIo {
  readonly fetch: (path: string, signal: AbortSignal) => Promise<Response>
  /** Does something later; answers what calls that off. */
  readonly after: (milliseconds: number, then: () => void) => () => void
  readonly now: () => number
  readonly chance: () => number
}

interface Heard {
  readonly event: (event: LiveEvent) => void
  readonly status: (status: LinkStatus, streamId: string) => void
}

/** The server says something every 15 seconds; after this long without a word the connection is dead. */
const silence = 40_000
/** Somebody who is signed out may sign in again in the page or in another tab. */
const signedOutFor = 20_000
/** When somebody comes back to the page, a silence as short as this is reason enough to doubt it. */
const doubt = 17_000

/** Keeps one stream to the server open for the projects that are wanted, and opens it again whenever it is lost. */
export class StreamLink {
  #wanted: readonly string[] = []
  #open: { readonly projects: readonly string[]; readonly abort: AbortController } | null = null
  #status: LinkStatus = "connecting"
  #failures = 0
  #lastWord = 0
  #callOff = () => {}
  #callOffDoubt = () => {}

  constructor(
    readonly io: LinkIo,
    readonly heard: Heard,
  ) {}

  /** Open projects, all others of no interest any more. A stream that has them already stays as it is. */
  want(projects: readonly string[]): void {
    this.#wanted = projects
    if (projects.length === 0) {
      this.close()
      return
    }
    if (this.#open && projects.every(id => this.#open?.projects.includes(id))) return
    this.#failures = 0
    this.#connect()
  }

  /** Somebody came back, or the network did: look at once whether the stream is still there. */
  look(): void {
    if (this.#wanted.length === 0) return
    if (this.#status === "open" && this.io.now() - this.#lastWord < doubt) return
    this.#failures = 0
    this.#connect()
  }

  /** The network is known to be gone, which an open stream may not notice for long. */
  lost(): void {
    if (this.#open) this.#again(backOff(this.#failures++, this.io.chance()))
  }

  close(): void {
    this.#callOff()
    this.#callOffDoubt()
    this.#open?.abort.abort()
    this.#open = null
  }

  #connect(): void {
    this.close()
    const open = { projects: this.#wanted, abort: new AbortController() }
    this.#open = open
    if (this.#status === "open") this.#say("connecting", "")
    this.#follow(open.projects, open.abort.signal).then(
      wait => this.#open === open && this.#again(wait),
      () => this.#open === open && this.#again(backOff(this.#failures++, this.io.chance())),
    )
  }

  #again(wait: number | null): void {
    this.#open?.abort.abort()
    this.#open = null
    this.#callOffDoubt()
    if (wait === null) return
    if (this.#status === "open") this.#say("connecting", "")
    this.#callOff = this.io.after(wait, () => this.#connect())
  }

  /** Reads a stream to its end; answers after how long to open the next one, or null when there is to be none. */
  async #follow(projects: readonly string[], signal: AbortSignal): Promise<number | null> {
    const streamId = crypto.randomUUID()
    this.#doubtLater()
    const response = await this.io.fetch(`/api/v1/live?projects=${projects.join(",")}&stream=${streamId}`, signal)
    if (response.status === 401) return this.#signedOut()
    if (response.status === 404) {
      for (const projectId of projects) this.heard.event({ kind: "closed", projectId })
      return null
    }
    if (!response.ok || !response.body) throw new Error(`The stream was refused with ${response.status}.`)
    const read = eventReader()
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { value, done } = await pieces.read()
      if (done) throw new Error("The stream broke off.")
      if (signal.aborted) return null
      this.#lastWord = this.io.now()
      this.#failures = 0
      this.#doubtLater()
      this.#say("open", streamId)
      for (const event of read(value)) {
        this.heard.event(event)
        if (event.kind === "end") return this.#afterEnd(event.why)
      }
    }
  }

  #afterEnd(why: StreamEnd): number | null {
    if (why === "session") return this.#signedOut()
    return why === "time" || why === "membership" ? 200 * this.io.chance() : backOff(1, this.io.chance())
  }

  #signedOut(): number {
    this.#say("signed-out", "")
    return signedOutFor
  }

  #doubtLater(): void {
    this.#callOffDoubt()
    const open = this.#open
    this.#callOffDoubt = this.io.after(silence, () => {
      if (this.#open === open) this.#again(backOff(this.#failures++, this.io.chance()))
    })
  }

  #say(status: LinkStatus, streamId: string): void {
    if (status === this.#status) return
    this.#status = status
    this.heard.status(status, streamId)
  }
}
