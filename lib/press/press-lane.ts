import { join } from "node:path"
import { Worker } from "node:worker_threads"
import type { Given, Made, PressTask } from "./press-work.ts"

interface Job {
  readonly task: PressTask
  readonly given: unknown
  /** Milliseconds that it may take. */
  readonly limit: number
  readonly done: (made: unknown) => void
}

/** Megabytes of a thread's memory; a style that fills them ends the thread and not the server. */
const memory = 512

/** A thread that does one job after the other. It is started when it is needed, and again after it had to be ended. */
export class PressLane {
  readonly #waiting: Job[] = []
  #thread: Worker | null = null
  #ready = false
  #current: Job | null = null
  #clock: NodeJS.Timeout | undefined

  /** What the job makes; null when it threw, took longer than `limit` milliseconds or more memory than there is. */
  do<T extends PressTask>(task: T, given: Given<T>, limit: number): Promise<Made<T> | null> {
    return new Promise(resolve => {
      this.#waiting.push({ task, given, limit, done: made => resolve(made as Made<T> | null) })
      this.#next()
    })
  }

  #next(): void {
    if (this.#current || this.#waiting.length === 0) return
    const thread = this.#thread ?? this.#start()
    if (!this.#ready) return
    const job = this.#waiting.shift()
    if (!job) return
    this.#current = job
    thread.ref()
    thread.postMessage({ task: job.task, given: job.given })
    this.#clock = setTimeout(() => this.#end(thread), job.limit)
  }

  #start(): Worker {
    // The server is bundled and the thread is not, so that its file is named from the folder the server runs in.
    const file = join(/* turbopackIgnore: true */ process.cwd(), "lib/press/press-thread.js")
    const thread = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memory } })
    thread.on("message", message => {
      if (message === "ready") this.#ready = true
      else this.#finish(message.made)
      this.#next()
    })
    thread.on("error", () => this.#end(thread))
    this.#thread = thread
    return thread
  }

  #finish(made: unknown): void {
    clearTimeout(this.#clock)
    this.#thread?.unref()
    const job = this.#current
    this.#current = null
    job?.done(made)
  }

  /** Gives up the thread with the job that it was at. One that does not even start gives up a job each time. */
  #end(thread: Worker): void {
    if (this.#thread !== thread) return
    void thread.terminate()
    this.#thread = null
    this.#ready = false
    this.#current ??= this.#waiting.shift() ?? null
    this.#finish(null)
    this.#next()
  }
}
