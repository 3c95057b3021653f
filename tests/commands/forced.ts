import pg from "pg"

/**
 * Runs calls that all need what `hold` locks, and lets go only when the database says that every one of them is
 * waiting: so that they really meet, however fast the machine is.
 */
export async function forced<T>(hold: string, values: unknown[], calls: readonly (() => Promise<T>)[]): Promise<T[]> {
  const [holder, watcher] = [new pg.Client(process.env["DATABASE_URL"]), new pg.Client(process.env["DATABASE_URL"])]
  await Promise.all([holder.connect(), watcher.connect()])
  try {
    await holder.query("BEGIN")
    await holder.query(hold, values)
    const answers = Promise.all(calls.map(call => call()))
    answers.catch(() => {})
    await allWait(watcher, calls.length)
    await holder.query("COMMIT")
    return await answers
  } finally {
    await Promise.all([holder.end(), watcher.end()])
  }
}

// Outside of a transaction, in which the list of activities would stay what it was at the first look.
async function allWait(watcher: pg.Client, count: number): Promise<void> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const { rows } = await watcher.query(
      "SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    )
    if (rows[0].waiting >= count) return
    if (Date.now() > deadline) throw new Error(`Only ${rows[0].waiting} of ${count} calls are waiting.`)
    await new Promise(go => setTimeout(go, 10))
  }
}
