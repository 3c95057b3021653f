import { PrismaPg } from "@prisma/adapter-pg"
import pg from "pg"
import { PrismaClient } from "./generated/client.ts"

/** Where the one client of the process is kept. */
export const kept = globalThis as {
  apparatusDatabase?: PrismaClient
  apparatusPool?: pg.Pool
  apparatusConnections?: Set<Connection>
}

/**
 * A connection that is given up after the first query without an answer, so that rolling back does not wait again, and with
 * it those that nobody uses: a network that forgot one forgot them all, and each would keep somebody waiting. One that
 * breaks while it is handed on, when neither the pool nor a query listens, is found broken at its next use and ends
 * nothing else.
 */
export class Connection extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on("error", () => {})
    kept.apparatusConnections ??= new Set()
    const { apparatusConnections: open } = kept
    this.on("connect", () => open.add(this)).on("end", () => open.delete(this))
    const ask = this.query.bind(this) as (...question: unknown[]) => unknown
    const asked = (...question: unknown[]) => {
      const answer = ask(...question)
      if (answer instanceof Promise)
        answer.catch((error: unknown) => {
          if (!(error instanceof Error && error.message === "Query read timeout")) return
          this.end().catch(() => {})
          dropIdle()
        })
      return answer
    }
    this.query = asked as typeof this.query
  }
}

function dropIdle(): void {
  const { apparatusPool: pool } = kept
  for (let idle = pool?.idleCount ?? 0; idle > 0; idle--)
    pool?.connect().then(
      connection => connection.release(true),
      () => {},
    )
}

/**
 * The database. Made at first use, once per process (Next may load this module more than once). Every wait is
 * bounded, so that a half-open network fails a request instead of hanging it.
 */
export function database(): PrismaClient {
  if (kept.apparatusDatabase) return kept.apparatusDatabase
  kept.apparatusPool = new pg.Pool({
    connectionString: process.env["DATABASE_URL"]!,
    Client: Connection,
    max: 20,
    connectionTimeoutMillis: 4_000,
    // The server gives up first, which leaves the connection usable; when it can't, the client does.
    statement_timeout: 4_000,
    query_timeout: 4_500,
    idle_in_transaction_session_timeout: 40_000,
    keepAlive: true,
  })
  kept.apparatusDatabase = new PrismaClient({
    adapter: new PrismaPg(kept.apparatusPool, { disposeExternalPool: true }),
    transactionOptions: { maxWait: 4_000, timeout: 60_000 },
  })
  return kept.apparatusDatabase
}

export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0]
