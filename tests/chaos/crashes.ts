import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { freePort } from "../../lib/boot/postgres.js"
import { closeDatabase } from "../../lib/db/close-database.ts"
import { type Asked, groundFor, review } from "./reviewers.ts"
import { seededRandom } from "./seeded-random.ts"
import { answers, gone, sleep, startServer } from "./server-process.ts"
import { beginnings, type Soundness, soundness } from "./soundness.ts"

export const victims = ["app", "database", "both"] as const
export type Victim = (typeof victims)[number]

interface Campaign {
  readonly crashes: number
  readonly seed: number
  readonly people: number
  readonly victims: readonly Victim[]
  /** Whether the database may tell of a change before it is on the disk, which has to lose some. */
  readonly careless: boolean
  readonly told?: (sentence: string) => void
}

export interface Outcome extends Soundness {
  readonly asked: number
  readonly acknowledged: number
  /** Requests that got no answer at some point, and how many of those had been carried out all the same. */
  readonly unknown: number
  readonly carriedOut: number
  /** Requests that never got an answer. */
  readonly unresolved: number
  /** Milliseconds from each crash until a page could be asked for again, by what was killed. */
  readonly back: Readonly<Record<Victim, readonly number[]>>
}

/** Kill the app, its database or both, again and again, while reviewers work, and look for everything afterwards. */
export async function crashes({
  crashes: count,
  seed,
  people,
  victims,
  careless,
  told = () => {},
}: Campaign): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "apparatus-chaos-"))
  // PostgreSQL runs as another user when this is root, and has to reach its folder.
  chmodSync(folder, 0o755)
  const data = join(folder, "data")
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const random = seededRandom(seed)
  let child = startServer(port, data)
  try {
    await answers(`${origin}/readyz`, child)
    pointAt(data)
    if (careless) await loosen(data)
    const ground = await groundFor(people, 400)
    const began = await beginnings(ground)
    await closeDatabase()
    const stop = new AbortController()
    const asked: Asked[] = []
    const work = { ground, origin: () => origin, random, pause: 60, stop: stop.signal }
    const reviewing = review({ ...work, told: each => void asked.push(each) })
    const back: Record<Victim, number[]> = { app: [], database: [], both: [] }
    for (let crash = 1; crash <= count; crash++) {
      await sleep(300 + 1_200 * random())
      const victim = victims[Math.floor(random() * victims.length)]!
      const at = performance.now()
      const killed = victim === "app" ? null : postmaster(data)
      if (killed) process.kill(killed, "SIGKILL")
      if (victim !== "database") {
        child.kill("SIGKILL")
        await gone(child)
        child = startServer(port, data)
      }
      // A connection may outlive its server by a moment, and would answer.
      while (killed && [0, killed].includes(postmaster(data)) && child.exitCode === null) await sleep(10)
      // An answer that takes the database.
      await answers(`${origin}/api/v1/projects`, child, { cookie: ground.reviewers[0]!.cookie })
      back[victim].push(performance.now() - at)
      if (crash % 10 === 0) told(`${crash} crashes, ${asked.length} requests answered`)
    }
    await sleep(500)
    stop.abort()
    await reviewing
    pointAt(data)
    const found = await soundness(ground, asked, began)
    await closeDatabase()
    const open = asked.filter(each => each.unknown > 0)
    return {
      ...found,
      asked: asked.length,
      acknowledged: asked.filter(({ status }) => status === 200).length,
      unknown: open.length,
      carriedOut: open.filter(({ repeated }) => repeated).length,
      unresolved: asked.filter(({ status }) => status === null).length,
      back,
    }
  } finally {
    child.kill("SIGTERM")
    await gone(child)
    rmSync(folder, { recursive: true, force: true })
  }
}

const pidPath = (data: string) => join(data, "postgres/postmaster.pid")
const pidFile = (data: string) => {
  try {
    return readFileSync(pidPath(data), "utf8").split("\n")
  } catch {
    // It comes and goes with the database.
    return []
  }
}
/** The number of the database's process as its file has it; zero while there is no file. */
const postmaster = (data: string) => Number(pidFile(data)[0] ?? 0)

export function address(data: string, user: "app" | "postgres"): string {
  const { app, superuser } = JSON.parse(readFileSync(join(data, "secrets.json"), "utf8")) as Record<string, string>
  return `postgresql://${user}:${user === "app" ? app : superuser}@127.0.0.1:${pidFile(data)[3]}/apparatus`
}

export function pointAt(data: string): void {
  process.env["DATABASE_URL"] = address(data, "app")
  process.env["AUTH_SECRET"] = (JSON.parse(readFileSync(join(data, "secrets.json"), "utf8")) as { auth: string }).auth
}

async function loosen(data: string): Promise<void> {
  const client = new pg.Client(address(data, "postgres"))
  await client.connect()
  await client.query("ALTER ROLE app SET synchronous_commit = off")
  // What the connections that are open already do is the same from now on.
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'")
  await client.end()
}
