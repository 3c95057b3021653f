import limiter, { type LimitFunction } from "p-limit"

/**
 * So many of this process's connections may wait for one row at once. One document that everybody works on must not take
 * all twenty and keep the others' pages waiting.
 */
const atOnce = 6
/** Milliseconds after which one who waits is told to try again: their browser does, under the same request id. */
const patience = 8_000

/** Told like a database that does not answer in time, since for who waits it is the same. */
class WaitedTooLong extends Error {
  readonly code = "ETIMEDOUT"
  constructor() {
    super("Others worked on the row for too long.")
  }
}

interface Line {
  readonly turn: LimitFunction
  people: number
}

const lines = new Map<string, Line>()

/** Do some work on the row with this id when it is its turn, in the order in which people asked. */
export async function lineUp<T>(id: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(id) ?? { turn: limiter(atOnce), people: 0 }
  lines.set(id, line)
  line.people++
  const asked = performance.now()
  try {
    return await line.turn(() => {
      if (performance.now() - asked > patience) throw new WaitedTooLong()
      return work()
    })
  } finally {
    line.people--
    if (line.people === 0) lines.delete(id)
  }
}
