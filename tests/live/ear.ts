import pg from "pg"
import { heard as heardOf, nothingHeard } from "../../app/_live/live-state.ts"
import type { LiveEvent, PersonHere } from "../../lib/domain/live.ts"
import { eventReader } from "../../lib/domain/stream-text.ts"
import { type Caller, liveStream } from "../../lib/live/live-stream.ts"
import { Switchboard } from "../../lib/live/switchboard.ts"
import { liveRevisions } from "../../lib/queries/live-revisions.ts"
import { value } from "../queries/project.ts"

type Timing = Parameters<typeof liveStream>[1]

/** A server process as far as live goes: its own line to the database, its own people, its own streams. */
export const server = () => new Switchboard(process.env["DATABASE_URL"]!)

export interface Ear {
  readonly streamId: string
  readonly events: readonly LiveEvent[]
  /** Waits for the first event that fits, among those since the last one waited for. */
  readonly until: <E extends LiveEvent>(fits: (event: LiveEvent) => event is E) => Promise<E>
  /** Whom the browser would show as here, by their ids. */
  readonly people: () => readonly PersonHere[]
  readonly of: <K extends LiveEvent["kind"]>(kind: K) => Promise<Extract<LiveEvent, { kind: K }>>
  /** Resolves when the stream is at its end. */
  readonly ended: Promise<void>
  readonly leave: () => void
}

/** Listens to projects at a server, as somebody's browser does. */
export async function listen(
  at: Switchboard,
  actor: { readonly id: string },
  projects: string,
  { timing = {}, ...more }: Partial<Caller> & { timing?: Timing } = {},
): Promise<Ear> {
  await at.listening
  const gone = new AbortController()
  const streamId = crypto.randomUUID()
  const caller = {
    actor,
    input: { projects, stream: streamId },
    signal: gone.signal,
    isSignedIn: async () => true,
    ...more,
  }
  const stream = value(await liveStream(liveRevisions, timing, () => at)(caller))
  const events: LiveEvent[] = []
  const waiting = new Set<() => void>()
  let heard = 0
  const read = eventReader()
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  const ended = (async () => {
    for (;;) {
      const { value: bytes, done } = await reader.read()
      if (done) return
      events.push(...read(decoder.decode(bytes, { stream: true })))
      for (const look of [...waiting]) look()
    }
  })()
  const until = <E extends LiveEvent>(fits: (event: LiveEvent) => event is E) =>
    new Promise<E>((done, trouble) => {
      const late = setTimeout(() => trouble(new Error(`Only heard: ${JSON.stringify(events)}`)), 15_000)
      const look = () => {
        const at = events.findIndex((event, index) => index >= heard && fits(event))
        if (at < 0) return
        clearTimeout(late)
        waiting.delete(look)
        heard = at + 1
        done(events[at] as E)
      }
      waiting.add(look)
      look()
    })
  return {
    streamId,
    events,
    until,
    people: () => events.reduce(heardOf, nothingHeard).people[projects] ?? [],
    of: kind => until((event): event is Extract<LiveEvent, { kind: typeof kind }> => event.kind === kind),
    ended,
    leave: () => {
      gone.abort()
      void reader.cancel()
    },
  }
}

/** The connections of servers that listen to this test's database; ends them as an administrator would. */
export async function cutLines(): Promise<number> {
  const admin = new pg.Client(process.env["ADMIN_URL"])
  await admin.connect()
  const { rowCount } = await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'apparatus live'`,
  )
  await admin.end()
  return rowCount ?? 0
}

/** Waits until something holds. */
export async function eventually(what: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error(`It never came to be: ${what}`)
    await new Promise(go => setTimeout(go, 15))
  }
}
