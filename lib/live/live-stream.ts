import type { Actor } from "../db/pass.ts"
import type { Role } from "../domain/access.ts"
import { type Failure, fail, ok, type Result } from "../domain/failure.ts"
import type { LiveEvent, PersonHere, Revisions, StreamEnd } from "../domain/live.ts"
import { eventText } from "../domain/stream-text.ts"
import { Outbox } from "./outbox.ts"
import type { Told } from "./presence-board.ts"
import { type Switchboard, switchboard } from "./switchboard.ts"

/** Who asks for a stream, and how it learns that their session has ended or that they left. */
export interface Caller {
  readonly actor: Actor
  readonly input: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  readonly isSignedIn: () => Promise<boolean>
}

/** Where a project stands, in which role the actor is in it, and whether they see others under masks. */
export interface Standing extends Revisions {
  readonly role: Role
  readonly masked: boolean
}

/** Milliseconds, and for the buffer bytes. */
const usual = {
  /** A stream lives this long, more or less a fifth, so that all come back at different times. */
  life: 600_000,
  beat: 15_000,
  /** How long a reader may take nothing while something waits for it. */
  patience: 20_000,
  /** Between a change of the project and the look whether the actor may still be here. */
  recheck: 100,
  /** What is written ahead of the reader at most, before what is new waits. */
  buffer: 65_536,
}
const streamsEach = 20
const projectsEach = 20

/**
 * The stream of what happens in some projects ("projects", ids parted by commas). It listens first and then reads
 * where everything stands, so that nothing falls between the two. It ends by itself after a while, when the session
 * ends, when the actor's role changes or is taken, when its reader can't keep up and when the server stops.
 */
export function liveStream(
  read: (actor: Actor, projectId: string) => Promise<Result<Standing>>,
  timing: Partial<typeof usual> = {},
  board: () => Switchboard = switchboard,
) {
  const times = { ...usual, ...timing }
  return async (caller: Caller): Promise<Result<ReadableStream<Uint8Array>>> => {
    const projects = [...new Set((caller.input["projects"] ?? "").split(",").filter(Boolean))]
    const streamId = caller.input["stream"] || crypto.randomUUID()
    if (projects.length === 0 || projects.length > projectsEach || streamId.length > 64)
      return fail({ code: "invalid", issues: [{ path: "projects", message: "Name from 1 to 20 projects." }] })
    if (board().streamsOf(caller.actor.id) >= streamsEach) return fail({ code: "too-often", retryAfter: 60 })
    const stream = new LiveStream(caller, streamId, projects, read, times, board())
    const refusal = await stream.open()
    return refusal ? fail(refusal) : ok(stream.readable)
  }
}

class LiveStream {
  readonly readable: ReadableStream<Uint8Array>
  readonly #standing = new Map<string, Standing>()
  readonly #projects: Set<string>
  readonly #outbox = new Outbox()
  readonly #encoder = new TextEncoder()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  readonly #rechecks = new Set<string>()
  readonly #leave: () => void
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null
  #opened = false
  #ended = false
  #flushing = false
  #stalled: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly caller: Caller,
    streamId: string,
    projects: readonly string[],
    readonly read: (actor: Actor, projectId: string) => Promise<Result<Standing>>,
    readonly times: typeof usual,
    readonly board: Switchboard,
  ) {
    this.#projects = new Set(projects)
    this.readable = new ReadableStream<Uint8Array>(
      {
        start: controller => {
          this.#controller = controller
        },
        pull: () => this.#flush(),
        cancel: () => this.#release(),
      },
      { highWaterMark: times.buffer, size: chunk => chunk.byteLength },
    )
    this.#leave = board.join({
      streamId,
      userId: caller.actor.id,
      projects: this.#projects,
      moved: (projectId, documentId, revision) => {
        this.#put({ kind: "moved", projectId, documentId, revision })
        if (documentId === null) this.#recheckSoon(projectId)
      },
      came: told => {
        const person = this.#shown(told)
        if (person) this.#put({ kind: "came", projectId: told.projectId, person })
      },
      went: told => {
        const person = this.#shown(told)
        if (person) this.#put({ kind: "went", projectId: told.projectId, key: person.key })
      },
      joined: () => {
        for (const projectId of this.#projects) this.#recheckSoon(projectId)
      },
      sessionEnded: () => void this.#askSession(),
      stopping: () => this.#end("stopping"),
    })
  }

  /** Read where everything stands; answers why there is no stream, or null when there is one. */
  async open(): Promise<Failure | null> {
    try {
      // Without the database there is nothing to read either, so that waiting longer would help nobody.
      await Promise.race([this.board.listening, new Promise(go => setTimeout(go, 4_000).unref())])
      const refusals: Failure[] = []
      for (const projectId of this.#projects) {
        const refusal = await this.#look(projectId)
        if (refusal) refusals.push(refusal)
      }
      if (this.#projects.size === 0) {
        this.#release()
        return refusals[0] ?? { code: "not-found" }
      }
    } catch (error) {
      this.#release()
      throw error
    }
    this.#opened = true
    this.#write(`retry: ${Math.round(1_000 + Math.random() * 2_000)}\n\n`)
    this.#flush()
    this.caller.signal.addEventListener("abort", () => this.#release())
    this.#after(this.times.life * (0.8 + 0.4 * Math.random()), () => this.#end("time"))
    this.#beat()
    return null
  }

  /** Read where a project stands and say it. Ends what the actor may not see, or sees as somebody else now. */
  async #look(projectId: string): Promise<Failure | null> {
    const found = await this.read(this.caller.actor, projectId)
    if (this.#ended) return null
    if (!found.ok) {
      this.#projects.delete(projectId)
      this.#standing.delete(projectId)
      this.#put({ kind: "closed", projectId })
      if (this.#opened && this.#projects.size === 0) this.#end("membership")
      return found.failure
    }
    const before = this.#standing.get(projectId)
    const { role, masked, project, documents } = found.value
    this.#standing.set(projectId, found.value)
    this.#put({ kind: "revisions", projectId, project, documents })
    const people = this.board.people(projectId).flatMap(told => this.#shown(told) ?? [])
    this.#put({ kind: "people", projectId, people })
    if (before && (before.role !== role || before.masked !== masked)) this.#end("membership")
    return null
  }

  #recheckSoon(projectId: string): void {
    if (this.#rechecks.has(projectId)) return
    this.#rechecks.add(projectId)
    // Spread a little, since every stream of the project looks.
    this.#after(this.times.recheck + Math.random() * this.board.streams, () => {
      this.#rechecks.delete(projectId)
      // Whether the actor may still be here is not known then, so they have to ask again.
      if (this.#projects.has(projectId)) this.#look(projectId).catch(() => this.#end("time"))
    })
  }

  /** As the actor may know somebody; null for themselves and in a project that they were not let into yet. */
  #shown({ mask, streamId: _, ...told }: Told): PersonHere | null {
    const standing = this.#standing.get(told.projectId)
    if (!standing || told.id === this.caller.actor.id) return null
    const as = standing.masked ? mask : { id: told.id, name: told.name }
    return { ...told, ...as, key: told.key.replace(told.id, as.id) }
  }

  #beat(): void {
    this.#after(this.times.beat, () => {
      if ((this.#controller?.desiredSize ?? 0) > 0) this.#write(": \n\n")
      void this.#askSession()
      this.#beat()
    })
  }

  async #askSession(): Promise<void> {
    const signedIn = await this.caller.isSignedIn().catch(() => null)
    if (signedIn !== true) this.#end(signedIn === false ? "session" : "time")
  }

  #put(event: LiveEvent): void {
    if (this.#ended) return
    this.#outbox.put(event)
    if (this.#opened && !this.#flushing) this.#flush()
  }

  /** Write what waits, then wait a little, the longer the more streams there are; and not while the reader is full. */
  #flush(): void {
    if (!this.#opened || this.#ended || this.#flushing || this.#outbox.isEmpty) return
    if ((this.#controller?.desiredSize ?? 0) <= 0) {
      this.#stalled ??= this.#after(this.times.patience, () => this.#end("slow"))
      return
    }
    clearTimeout(this.#stalled)
    this.#stalled = undefined
    this.#flushing = true
    this.#after(30 + this.board.streams, () => {
      this.#flushing = false
      this.#flush()
    })
    this.#write(this.#outbox.take().map(eventText).join(""))
  }

  #write(text: string): void {
    if (!this.#ended) this.#controller?.enqueue(this.#encoder.encode(text))
  }

  #end(why: StreamEnd): void {
    if (this.#ended) return
    this.#outbox.put({ kind: "end", why })
    this.#write(this.#outbox.take().map(eventText).join(""))
    this.#release()
    this.#controller?.close()
  }

  #release(): void {
    this.#ended = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    this.#leave()
  }

  #after(wait: number, then: () => void): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      if (!this.#ended) then()
    }, wait)
    timer.unref()
    this.#timers.add(timer)
    return timer
  }
}
