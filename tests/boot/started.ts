import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { expect } from "vitest"
import { freePort } from "../../lib/boot/postgres.js"

const root = new URL("../..", import.meta.url).pathname
const running = new Set<ChildProcess>()

export interface Started {
  readonly child: ChildProcess
  readonly origin: string
  /** Everything it printed, both streams in order. */
  said(): string
  /** Waits until it has printed this. */
  until(words: RegExp): Promise<RegExpMatchArray>
  /** Waits until it answers its first page. */
  up(): Promise<void>
  /** Waits for its end. */
  ended: Promise<number | null>
  /** Sends a signal and waits for the end; answers the exit code and how long it took. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; ms: number }>
}

/** Starts Apparatus as `npm start` does, with its own port, in an environment without settings of the shell's. */
export async function start(env: Record<string, string>, preload: string[] = []): Promise<Started> {
  const port = env["PORT"] ?? String(await freePort())
  const { PATH = "", HOME = "" } = process.env
  const child = spawn(process.execPath, [...preload, "lib/boot/start.js"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH, HOME, NODE_ENV: "production", PORT: port, ...env },
  })
  running.add(child)
  let words = ""
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      words += chunk
      for (const listener of listeners) listener()
    })
  const ended = new Promise<number | null>(done => {
    child.once("close", code => {
      running.delete(child)
      done(code)
      for (const listener of listeners) listener()
    })
  })
  const until = (sought: RegExp) =>
    new Promise<RegExpMatchArray>((done, trouble) => {
      const look = () => {
        const found = words.match(sought)
        if (!found && running.has(child)) return
        listeners.delete(look)
        if (found) done(found)
        else trouble(new Error(`It ended before it said ${sought}:\n${words}`))
      }
      listeners.add(look)
      look()
    })
  const origin = `http://127.0.0.1:${port}`
  return {
    child,
    origin,
    said: () => words,
    until,
    up: async () => {
      await until(/Apparatus is at/)
      expect((await fetch(`${origin}/sign-in`)).status).toBe(200)
    },
    ended,
    stop: async (signal = "SIGTERM") => {
      const began = Date.now()
      child.kill(signal)
      return { code: await ended, ms: Date.now() - began }
    },
  }
}

/** Ends what a failed test left running. */
export async function endAll(): Promise<void> {
  for (const child of running) {
    const ended = new Promise(done => child.once("close", done))
    child.kill("SIGTERM")
    const last = setTimeout(() => child.kill("SIGKILL"), 5_000)
    await ended
    clearTimeout(last)
  }
}

/** Starts it, expects it to refuse, and answers its one sentence. */
export async function refusal(env: Record<string, string>): Promise<string> {
  const it = await start(env)
  expect(await it.ended).toBe(1)
  const lines = it.said().trim().split("\n")
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[A-Z/].+[.]$/)
  return lines[0]!
}

/** What postmaster.pid says: the number of the server's process and its port; null when there is no such file. */
export function postmaster(folder: string): { pid: number; port: number } | null {
  const file = join(folder, "postgres/postmaster.pid")
  if (!existsSync(file)) return null
  const lines = readFileSync(file, "utf8").split("\n")
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

/** Whether a process with this number runs. A zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))
  } catch {
    return false
  }
}

/**
 * So many milliseconds on a machine at rest, more on one that is busy: as much longer as starting a bare Node takes.
 */
export function within(ms: number): number {
  const began = Date.now()
  for (let i = 0; i < 3; i++) spawnSync(process.execPath, ["-e", ""])
  return ms * Math.max(1, (Date.now() - began) / 180)
}

/** How many rows the data has, asked as the superuser of the running server. */
export async function rowCounts(folder: string): Promise<Record<string, number>> {
  const { superuser } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"))
  const client = new pg.Client(`postgresql://postgres:${superuser}@127.0.0.1:${postmaster(folder)!.port}/apparatus`)
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM "User") AS people, (SELECT count(*)::int FROM "Unit") AS units,
        (SELECT count(*)::int FROM "Change") AS changes, (SELECT count(*)::int FROM "Annotation") AS annotations`,
    )
    return rows[0]
  } finally {
    await client.end()
  }
}
