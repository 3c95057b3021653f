import pg from "pg"
import { isStopping } from "./stopping.js"

/** Milliseconds that the database may take to answer, and for which an answer holds. */
const patience = 2_000
const holds = 1_000

/**
 * A function that says why requests can't be answered at the moment, or null. It has a connection of its own, so that it is
 * right when all others are taken, and asks once a second at most, however often it is asked.
 * @param {string} url of the database
 */
export function readinessOf(url) {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    allowExitOnIdle: true,
  })
  pool.on("error", () => {})
  /** @type {{ at: number, answer: Promise<string | null> } | null} */
  let last = null
  const ask = async () => {
    try {
      await pool.query("SELECT 1")
      return null
    } catch {
      return "the database does not answer"
    }
  }
  return {
    readiness: async () => {
      if (isStopping()) return "stopping"
      // Not by the clock on the wall, which may be put back by an hour.
      const now = performance.now()
      if (!last || now - last.at > holds) last = { at: now, answer: ask() }
      return last.answer
    },
    end: () => pool.end(),
  }
}
