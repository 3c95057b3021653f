import pg from "pg"
import { backOff } from "../domain/back-off.ts"

interface Options {
  readonly url: string
  readonly channels: readonly string[]
  readonly heard: (channel: string, payload: string) => void
  /** It listens, for the first time or again: what was said meanwhile was missed. */
  readonly joined: () => void
  /** Milliseconds between two looks whether the line still carries. */
  readonly beat?: number
  /** Milliseconds that such a look may take. */
  readonly patience?: number
}

export interface Line {
  /** Say something on a channel. It is lost while there is no connection; whoever needs more says it again. */
  readonly say: (channel: string, payload: string) => void
  readonly close: () => Promise<void>
}

const pingChannel = "apparatus_ping"

/**
 * The one connection of this process that listens to the database, by PostgreSQL's LISTEN. When it is lost it is made
 * again, with growing waits. A connection that only looks alive is found out by a ping that has to come back on it.
 */
export function openLine({ url, channels, heard, joined, beat = 15_000, patience = 5_000 }: Options): Line {
  const own = `${pingChannel}_${crypto.randomUUID().replaceAll("-", "")}`
  let client: pg.Client | null = null
  let failures = 0
  let closed = false
  /** What was said last; a client takes one statement at a time. */
  let said: Promise<unknown> = Promise.resolve()
  let retry: ReturnType<typeof setTimeout> | undefined
  let pulse: ReturnType<typeof setInterval> | undefined
  let overdue: ReturnType<typeof setTimeout> | undefined

  const carried = () => {
    clearTimeout(overdue)
    overdue = undefined
  }
  const lost = (which: pg.Client) => {
    if (client !== which) return
    client = null
    clearInterval(pulse)
    carried()
    which.removeAllListeners()
    which.on("error", () => {})
    which.end().catch(() => {})
    if (!closed) {
      retry = setTimeout(connect, backOff(failures++, Math.random()))
      retry.unref()
    }
  }
  const speak = (to: pg.Client, channel: string, payload: string) => {
    said = said
      .then(async () => {
        if (client === to) await to.query("SELECT pg_notify($1, $2)", [channel, payload])
      })
      .catch(() => lost(to))
  }
  const connect = () => {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 4_000,
      query_timeout: 4_500,
      keepAlive: true,
      application_name: "apparatus live",
    })
    client = next
    next.on("error", () => lost(next))
    next.on("end", () => lost(next))
    next.on("notification", ({ channel, payload = "" }) => {
      if (channel === own) carried()
      else heard(channel, payload)
    })
    next
      .connect()
      .then(async () => {
        for (const channel of [...channels, own]) await next.query(`LISTEN ${next.escapeIdentifier(channel)}`)
        if (client !== next) return
        failures = 0
        pulse = setInterval(() => {
          // The patience is counted from the first look that got no answer, however short the beat.
          if (overdue) return
          overdue = setTimeout(() => lost(next), patience)
          overdue.unref()
          speak(next, own, "")
        }, beat)
        pulse.unref()
        joined()
      })
      .catch(() => lost(next))
  }
  connect()
  return {
    say: (channel, payload) => {
      if (client) speak(client, channel, payload)
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      clearInterval(pulse)
      carried()
      // The last words are that everybody here is gone.
      await said
      const last = client
      client = null
      await last?.end().catch(() => {})
    },
  }
}
