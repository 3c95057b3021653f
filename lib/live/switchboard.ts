import { type Line, openLine } from "./line.ts"
import { PresenceBoard, type Told } from "./presence-board.ts"

/** One stream that somebody listens to, as the switchboard knows it. */
export interface Listener {
  readonly streamId: string
  readonly userId: string
  readonly projects: ReadonlySet<string>
  readonly moved: (projectId: string, documentId: string | null, revision: number) => void
  readonly came: (told: Told) => void
  readonly went: (told: Told) => void
  /** Messages may have been missed until now: what stands has to be read again. */
  readonly joined: () => void
  /** A session of this person was ended, maybe the one behind this stream. */
  readonly sessionEnded: () => void
  readonly stopping: () => void
}

/** What lib/db/append-change.ts says of each change. */
interface Moved {
  readonly projectId: string
  readonly documentId: string | null
  readonly revision: number
}

/** What servers say to one another of who is where. */
type PresenceNews =
  | { readonly here: readonly Told[]; readonly vouched?: true }
  | { readonly left: string; readonly projectId: string }
  | { readonly gone: string }
  /** A server that just began to listen asks who is where. */
  | { readonly ask: string }

const [changes, sessions, presence] = ["apparatus", "apparatus_session", "apparatus_presence"] as const
/** How often a server says for whom it still holds a stream; a third of the time after which they would be stale. */
const lifeSign = 20_000
/** PostgreSQL takes at most 8,000 bytes a message. */
const messageSize = 7_500

/** Who is waiting for what in this process, and who is here. Hands what the database says to the streams it concerns. */
export class Switchboard {
  readonly #id = crypto.randomUUID()
  readonly #listeners = new Set<Listener>()
  readonly #board = new PresenceBoard()
  readonly #line: Line
  /** Resolves when it first listens; what was said on the channels before that, it has missed. */
  readonly listening: Promise<void>
  readonly #timers: ReturnType<typeof setInterval>[]

  /** Streams that this process holds. */
  get size(): number {
    return this.#listeners.size
  }

  constructor(url: string) {
    let listens = () => {}
    this.listening = new Promise(done => {
      listens = done
    })
    this.#line = openLine({
      url,
      channels: [changes, sessions, presence],
      heard: (channel, payload) => this.#heard(channel, payload),
      joined: () => {
        listens()
        this.#say({ ask: this.#id })
        this.#vouch()
        for (const listener of this.#listeners) listener.joined()
      },
    })
    this.#timers = [
      setInterval(() => this.#vouch(), lifeSign),
      setInterval(() => this.#tellWent(this.#board.dropStale(performance.now())), lifeSign / 4),
    ]
    for (const timer of this.#timers) timer.unref()
  }

  get streams(): number {
    return this.#listeners.size
  }

  streamsOf(userId: string): number {
    return [...this.#listeners].filter(listener => listener.userId === userId).length
  }

  /** Hand on to a listener what comes from now; answers what ends that, and then everybody on its stream is gone. */
  join(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => {
      if (!this.#listeners.delete(listener)) return
      this.#tellWent(this.#board.dropStream(listener.streamId))
      this.#say({ gone: listener.streamId })
    }
  }

  people(projectId: string): Told[] {
    return this.#board.inProject(projectId)
  }

  /** End all streams and the line. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    for (const listener of [...this.#listeners]) listener.stopping()
    await this.#line.close()
  }

  #heard(channel: string, payload: string): void {
    if (channel === sessions) this.#each(one => one.userId === payload && one.sessionEnded())
    else if (channel === presence) this.#heardOf(JSON.parse(payload) as PresenceNews)
    else {
      const { projectId, documentId, revision } = JSON.parse(payload) as Moved
      this.#each(one => one.projects.has(projectId) && one.moved(projectId, documentId, revision))
    }
  }

  #heardOf(news: PresenceNews): void {
    if ("here" in news)
      for (const told of news.here)
        if (this.#board.put(told, performance.now(), news.vouched))
          this.#each(one => one.projects.has(told.projectId) && one.came(told))
    if ("left" in news) this.#tellWent(this.#board.drop(news.left, news.projectId))
    if ("gone" in news) this.#tellWent(this.#board.dropStream(news.gone))
    if ("ask" in news && news.ask !== this.#id) this.#vouch()
  }

  #tellWent(gone: readonly Told[]): void {
    for (const told of gone) this.#each(one => one.projects.has(told.projectId) && one.went(told))
  }

  /** Say again where everybody is whose stream ends here, so that nobody takes them for gone. */
  #vouch(): void {
    let batch: Told[] = []
    let size = 0
    const send = () => {
      if (batch.length > 0) this.#say({ here: batch, vouched: true })
      batch = []
      size = 0
    }
    for (const { streamId } of this.#listeners)
      for (const told of this.#board.onStream(streamId, performance.now())) {
        const bytes = new TextEncoder().encode(JSON.stringify(told)).length + 1
        if (size + bytes > messageSize) send()
        batch.push(told)
        size += bytes
      }
    send()
  }

  #say(news: PresenceNews): void {
    this.#line.say(presence, JSON.stringify(news))
  }

  #each(tell: (listener: Listener) => unknown): void {
    for (const listener of [...this.#listeners]) tell(listener)
  }
}

const kept = globalThis as { apparatusLive?: Switchboard }

/** The switchboard of this process, made when somebody first listens. Next may load this module more than once. */
export function switchboard(): Switchboard {
  kept.apparatusLive ??= new Switchboard(process.env["DATABASE_URL"]!)
  return kept.apparatusLive
}
