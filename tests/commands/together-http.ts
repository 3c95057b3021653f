import { createHash } from "node:crypto"
import { forgetTurns } from "../../lib/server/rate-limit.ts"
import type { Person } from "../queries/project.ts"
import { type Call, requestTo, routes } from "../server/caller.ts"
import { goodPassword } from "../server/person.ts"
import { Visitor } from "../server/visitor.ts"

/** What a route answered. */
export interface Answer {
  readonly status: number
  /** The failure's code, or "ok". */
  readonly code: string
  /** Every header and every byte of the body, as text. */
  readonly text: string
  readonly body: string
}

/**
 * What headers tell beside the body. How many turns somebody has left is their own count; the hash in an entity tag says
 * nothing that the body does not, as long as it is the body's.
 */
function told(headers: Headers, body: string): string {
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22)
  return [...headers]
    .filter(([name]) => name !== "ratelimit")
    .map(([name, value]) => `${name}: ${name === "etag" ? value.replace(hash, "") : value}`)
    .join("\n")
}

/** Where a test file's stand-in for next/headers finds the headers of the request at hand. */
export interface Current {
  headers: Headers
}

let homes = 0

/** Somebody's browser: asks the routes themselves, signed in as they would be. */
export class Browser {
  readonly #visitor = new Visitor(`10.0.${++homes >> 8}.${homes & 255}`)

  private constructor(
    readonly person: Person,
    readonly current: Current,
  ) {}

  static async signedIn(person: Person, current: Current): Promise<Browser> {
    const browser = new Browser(person, current)
    const refused = await browser.#visitor.signIn(person.email, goodPassword)
    if (refused) throw new Error(`${person.name} is not let in: ${refused}`)
    return browser
  }

  async send(call: Call): Promise<Answer> {
    await forgetTurns("write", this.person.id)
    const { request, context } = requestTo(this.#visitor, call)
    this.current.headers = request.headers
    const response = await routes.get(call.at)!(request, context)
    const body = new TextDecoder().decode(await response.arrayBuffer())
    const text = told(response.headers, body) + body
    const code = response.ok ? "ok" : (JSON.parse(body) as { code: string }).code
    return { status: response.status, code, text, body }
  }

  /** Listens to a project until `leave`; connects again whenever the server ends the stream, as a browser does. */
  listen(projectId: string): Listener {
    return new Listener(this.#visitor, this.person.id, projectId)
  }
}

/** What somebody's open page is told live. */
export class Listener {
  /** What was said on each stream since it was last taken, the stream at hand last. */
  #heard: string[] = []
  #streams = 0
  #gone = new AbortController()
  readonly #done: Promise<void>

  constructor(
    readonly visitor: Visitor,
    readonly personId: string,
    readonly projectId: string,
  ) {
    this.#done = this.#run()
  }

  async #run(): Promise<void> {
    while (!this.#gone.signal.aborted) {
      await forgetTurns("stream", this.personId)
      const url = `http://${this.visitor.host}/api/v1/live?projects=${this.projectId}&stream=${crypto.randomUUID()}`
      const request = new Request(url, { headers: this.visitor.headers(), signal: this.#gone.signal })
      const response = await routes.get("GET live")!(request, { params: Promise.resolve({}) })
      if (response.status !== 200) throw new Error(`No stream: ${await response.text()}`)
      this.#streams++
      this.#heard.push("")
      const reader = response.body!.getReader()
      this.#gone.signal.addEventListener("abort", () => void reader.cancel())
      const decoder = new TextDecoder()
      for (;;) {
        const { value, done } = await reader.read()
        if (done) break
        this.#heard[this.#heard.length - 1] += decoder.decode(value, { stream: true })
      }
    }
  }

  /** What was said since this was last asked; with `ended` only on streams that are over. */
  take(ended = false): string {
    const kept = ended ? this.#heard.slice(-1) : [""]
    const heard = ended ? this.#heard.slice(0, -1) : this.#heard
    this.#heard = kept
    return heard.join("")
  }

  /** How many streams it had so far. */
  get streams(): number {
    return this.#streams
  }

  /** Waits until the next stream than the one with this number is open. */
  after = (stream: number) => this.until(() => this.#streams > stream)

  /** Waits until something was said. */
  async until(fits: (heard: string) => boolean): Promise<void> {
    const deadline = Date.now() + 20_000
    while (!fits(this.#heard.join(""))) {
      if (Date.now() > deadline) throw new Error(`Only heard: ${this.#heard}`)
      await new Promise(go => setTimeout(go, 5))
    }
  }

  async leave(): Promise<void> {
    this.#gone.abort()
    await this.#done
  }
}
