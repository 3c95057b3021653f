import type { ChildProcess } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "../../lib/boot/postgres.js"
import { closeDatabase } from "../../lib/db/close-database.ts"
import { startFront } from "./front.ts"
import { ownDatabase } from "./own-database.ts"
import { type Asked, type Ground, groundFor, review } from "./reviewers.ts"
import { seededRandom } from "./seeded-random.ts"
import { answers, gone, sleep, startServer } from "./server-process.ts"
import { beginnings, type Soundness, soundness } from "./soundness.ts"

export interface Restarts extends Soundness {
  readonly asked: number
  /** Requests that got anything but their answer at the first try. */
  readonly noticed: number
  /** How often a stream of live updates ended, and how often it could not be taken up again at once. */
  readonly streamsEnded: number
  readonly streamsRefused: number
  /** Milliseconds from SIGTERM to the process's end, and from its start until it was ready. */
  readonly stops: readonly number[]
  readonly starts: readonly number[]
}

interface Campaign {
  readonly rounds: number
  readonly seed: number
  readonly people: number
  /** The origin of what stands before the processes, and their ports, when it is something of one's own. */
  readonly front?: { readonly origin: string; readonly ports: readonly number[] }
}

/**
 * Two processes on a database of its own, as running/newsroom.md has them, restarted in turn while reviewers work through
 * what stands before them. None of them is to notice.
 */
export async function restarts({ rounds, seed, people, front }: Campaign): Promise<Restarts> {
  const folder = mkdtempSync(join(tmpdir(), "apparatus-restarts-"))
  // PostgreSQL runs as another user when this is root, and has to reach its folder.
  chmodSync(folder, 0o755)
  const database = await ownDatabase(folder)
  const children: ChildProcess[] = []
  const closing: Array<() => unknown> = []
  try {
    process.env["DATABASE_URL"] = database.address()
    process.env["AUTH_SECRET"] = randomBytes(32).toString("hex")
    const ports = front?.ports ?? [await freePort(), await freePort()]
    const before = front ? { origin: front.origin, close: () => {} } : await startFront(ports)
    closing.push(before.close)
    const { DATABASE_URL, AUTH_SECRET } = process.env as Record<string, string>
    const settings = {
      DATABASE_URL,
      AUTH_SECRET,
      APP_URL: before.origin,
      TRUST_PROXY: "1",
      DRAIN_SECONDS: "1",
    } as Record<string, string>
    for (const [at, port] of ports.entries()) {
      children[at] = startServer(port, join(folder, `data-${port}`), settings)
      await answers(`http://127.0.0.1:${port}/readyz`, children[at])
    }
    const ground = await groundFor(people, 400)
    const began = await beginnings(ground)
    const stop = new AbortController()
    const asked: Asked[] = []
    const streams = { ended: 0, refused: 0 }
    const work = { ground, origin: () => before.origin, random: seededRandom(seed), pause: 100, stop: stop.signal }
    const reviewing = review({ ...work, told: each => void asked.push(each) })
    const listening = ground.reviewers
      .slice(0, 4)
      .map(reviewer => listen(before.origin, ground, reviewer, streams, stop.signal))
    const [stops, starts]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++)
      for (const [at, port] of ports.entries()) {
        await sleep(500)
        const stopped = performance.now()
        children[at]!.kill("SIGTERM")
        await gone(children[at]!)
        stops.push(performance.now() - stopped)
        const started = performance.now()
        children[at] = startServer(port, join(folder, `data-${port}`), settings)
        await answers(`http://127.0.0.1:${port}/readyz`, children[at])
        starts.push(performance.now() - started)
      }
    await sleep(500)
    stop.abort()
    await reviewing
    await Promise.all(listening)
    const found = await soundness(ground, asked, began)
    return {
      ...found,
      asked: asked.length,
      noticed: asked.filter(({ tries, status }) => tries > 1 || status === null).length,
      streamsEnded: streams.ended,
      streamsRefused: streams.refused,
      stops,
      starts,
    }
  } finally {
    await closeDatabase()
    for (const child of children) child.kill("SIGTERM")
    await Promise.all(children.map(gone))
    for (const close of closing) close()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Hold a stream of live updates as a browser does: when it ends, it is taken up again. */
async function listen(
  origin: string,
  { projectId }: Ground,
  { cookie }: { readonly cookie: string },
  streams: { ended: number; refused: number },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted)
    try {
      const answer = await fetch(`${origin}/api/v1/live?projects=${projectId}`, { headers: { cookie }, signal })
      if (!answer.ok) throw new Error(String(answer.status))
      const reader = answer.body!.getReader()
      while (!(await reader.read().catch(() => ({ done: true }))).done);
      if (!signal.aborted) streams.ended++
    } catch {
      if (!signal.aborted) streams.refused++
      await sleep(50)
    }
}
