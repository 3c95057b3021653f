import { AsyncLocalStorage } from "node:async_hooks"
import pg from "pg"

/** One of the two who work at once. */
export type Side = 0 | 1

/** Where two who work at once stand: who could go on, with which statement, and how many each has done. */
export interface Standing {
  readonly ready: readonly Side[]
  readonly next: readonly [string | null, string | null]
  readonly done: readonly [number, number]
}

/** Decides who of those that are ready does the next statement; asked too when there is one alone. */
export type Choose = (standing: Standing) => Side

/** How a statement is changed on its way to the database; a control takes the locks out of it. */
export type Rewrite = (sql: string) => string

interface Actor {
  /** Statements that wait to be let through. */
  readonly waiting: { readonly sql: string; readonly go: () => void }[]
  /** The connection whose statement is with the database. */
  asking: number | null
  /** Whether it waited for the other one when that was last asked. */
  held: boolean
  done: number
  over: boolean
}

interface Play {
  readonly actors: readonly [Actor, Actor]
  rewrite: Rewrite
  wake: () => void
}

const current = new AsyncLocalStorage<{ readonly play: Play; readonly side: Side }>()

type Gated = pg.Client & { processID?: number; readonly connectionParameters: { query_timeout: number } }

/** What only begins a transaction: it looks at nothing, and Prisma waits for it by the clock. */
const isBeginning = (sql: string | null) => sql !== null && /^\s*(BEGIN|SET)\b/i.test(sql)

/**
 * From here on each statement that one of two actors sends waits until the schedule lets it through. Has to be called
 * before the first connection is made.
 */
export function gateStatements(): void {
  const send = pg.Client.prototype.query as (this: pg.Client, ...question: unknown[]) => unknown
  const patient = new WeakSet<pg.Client>()
  const gated = function (this: Gated, ...question: unknown[]): unknown {
    const here = current.getStore()
    const [words] = question
    const plain = typeof words === "string" || (typeof words === "object" && words !== null && "text" in words)
    if (!here || !plain || question.some(one => typeof one === "function")) return send.apply(this, question)
    const { play, side } = here
    if (!patient.has(this)) {
      // A statement that waits here for the other one's is not slow.
      patient.add(this)
      this.connectionParameters.query_timeout = 0
      send.call(this, "SET statement_timeout = 0", () => {})
    }
    const actor = play.actors[side]
    if (actor.over) return send.apply(this, question)
    const sent =
      typeof words === "string"
        ? play.rewrite(words)
        : { ...words, text: play.rewrite((words as { text: string }).text) }
    return new Promise<void>(go => {
      actor.waiting.push({ sql: typeof sent === "string" ? sent : sent.text, go })
      play.wake()
    }).then(async () => {
      actor.asking = this.processID ?? null
      try {
        return await send.apply(this, [sent, ...question.slice(1)])
      } finally {
        actor.asking = null
        actor.done++
      }
    })
  }
  pg.Client.prototype.query = gated as typeof pg.Client.prototype.query
}

/**
 * Runs two calls at once, statement by statement, in the order that `choose` says. Who waits for a row that the other
 * holds is passed over until it has it. Answers what came of the calls and who did each statement.
 */
export async function interleave<T>(
  watcher: pg.Client,
  calls: readonly [() => Promise<T>, () => Promise<T>],
  choose: Choose,
  rewrite: Rewrite = sql => sql,
): Promise<{ results: readonly [T, T]; order: Side[] }> {
  const actor = (): Actor => ({ waiting: [], asking: null, held: false, done: 0, over: false })
  const play: Play = { actors: [actor(), actor()], rewrite, wake: () => {} }
  const results = calls.map((call, side) =>
    current.run({ play, side: side as Side }, call).finally(() => {
      play.actors[side]!.over = true
      play.wake()
    }),
  )
  for (const result of results) result.catch(() => {})
  const order: Side[] = []
  for (;;) {
    const could = await whoIsReady(play, watcher)
    if (could.length === 0) break
    const [one, other] = play.actors
    const next = [one.waiting[0]?.sql ?? null, other.waiting[0]?.sql ?? null] as const
    const beginning = could.filter(side => isBeginning(next[side]))
    const ready = beginning.length > 0 ? beginning.slice(0, 1) : could
    const side = choose({ ready, next, done: [one.done, other.done] })
    order.push(side)
    play.actors[side].waiting.shift()!.go()
  }
  return { results: (await Promise.all(results)) as unknown as readonly [T, T], order }
}

/** Waits until each side is at its next statement, over, or held up by a row; answers who is at one, nobody at the end. */
async function whoIsReady(play: Play, watcher: pg.Client): Promise<Side[]> {
  const sides = [0, 1] as const
  for (;;) {
    const news = new Promise<void>(go => {
      play.wake = go
    })
    const [ready, busy] = [[] as Side[], [] as Side[]]
    for (const side of sides) {
      const { waiting, over } = play.actors[side]
      if (waiting.length > 0) ready.push(side)
      else if (!over) busy.push(side)
    }
    if (busy.length === 0) return ready
    // Most are answered sooner than the database could be asked who holds whom.
    if (busy.some(side => !play.actors[side].held)) {
      const patience = new Promise<"nothing">(go => setTimeout(go, 2, "nothing"))
      if ((await Promise.race([news, patience])) !== "nothing") continue
    }
    const held = await Promise.all(busy.map(side => isHeld(watcher, play.actors[side].asking)))
    for (const [at, side] of busy.entries()) play.actors[side].held = held[at]!
    const still = busy.every(
      (side, at) => held[at] && play.actors[side].waiting.length === 0 && !play.actors[side].over,
    )
    if (still && ready.length > 0) return ready
  }
}

/** Whether a connection waits for what another holds. */
async function isHeld(watcher: pg.Client, connection: number | null): Promise<boolean> {
  if (connection === null) return false
  const { rows } = await watcher.query("SELECT cardinality(pg_blocking_pids($1)) > 0 AS held", [connection])
  return rows[0].held
}
