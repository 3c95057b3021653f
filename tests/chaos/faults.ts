import type { ChildProcess } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort, withClient } from "../../lib/boot/postgres.js"
import { closeDatabase } from "../../lib/db/close-database.ts"
import { type BadNetwork, startProxy } from "../support/proxy.ts"
import { ask, bound } from "./answer.ts"
import { address, pointAt } from "./crashes.ts"
import { ownDatabase } from "./own-database.ts"
import { type Asked, type Ground, groundFor } from "./reviewers.ts"
import { seededRandom } from "./seeded-random.ts"
import { answers, gone, sleep, startServer } from "./server-process.ts"
import { beginnings, type Soundness, soundness } from "./soundness.ts"
import { type Lasted, type Phase, play } from "./stage.ts"
import { mountVolume } from "./volume.ts"
import { startWriter } from "./writer.ts"

export const faults = ["disk", "gone", "half-open", "slow", "clock"] as const
export type Fault = (typeof faults)[number]

interface Campaign {
  readonly fault: Fault
  readonly seed: number
  readonly people: number
  /** How long each thing goes wrong. */
  readonly seconds: number
  /** The browser in which somebody writes meanwhile; null when there is none. */
  readonly browser: string | null
  readonly told: (lasted: Lasted) => void
}

export interface FaultOutcome extends Soundness {
  readonly asked: number
  readonly acknowledged: number
  readonly unknown: number
  readonly carriedOut: number
  readonly unresolved: number
  /** What the same looking finds wrong when an acknowledged change is taken out of the database on purpose. */
  readonly control: Pick<Soundness, "lost" | "half" | "broken">
  /** Of which errors the log tells that nobody had thought of them, each kind once. */
  readonly uncaught: readonly string[]
}

/** Where a fault is played: a server of its own, and what the fault has a hold of. */
interface Scene {
  readonly child: ChildProcess
  readonly phases: (ground: Ground, origin: string) => readonly Phase[]
  /** The address of the database for a superuser. */
  readonly superuser: () => string
  readonly end: () => Promise<void>
}

/** Let one kind of thing go wrong, several times, while reviewers work; null when this machine has not what it takes. */
export async function fault({ fault, seed, people, seconds, browser, told }: Campaign): Promise<FaultOutcome | null> {
  const folder = mkdtempSync(join(tmpdir(), "apparatus-faults-"))
  // PostgreSQL runs as another user when this is root, and has to reach its folder.
  chmodSync(folder, 0o755)
  const log = openSync(join(folder, "apparatus.log"), "a")
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const closing: Array<() => unknown> = [() => closeSync(log), () => rmSync(folder, { recursive: true, force: true })]
  try {
    const make = fault === "disk" ? onVolume : behindNetwork
    const scene = await make({ fault, folder, port, log, seconds })
    if (!scene) return null
    const { child, phases, superuser, end } = scene
    closing.push(end)
    await answers(`${origin}/readyz`, child)
    if (fault === "disk") pointAt(join(folder, "volume"))
    const all = await groundFor(people + 2, 400, [
      "The log of the writer",
      "The log of the north",
      "The log of the south",
    ])
    const [writing, looker, ...reviewers] = all.reviewers
    const began = await beginnings(all)
    const ground = { ...all, documents: all.documents.slice(1), reviewers }
    const writer = browser && (await startWriter(origin, all, writing!, browser))
    if (writer) closing.push(writer.close)
    const asked: Asked[] = []
    const stage = { origin, ground, looker: looker!, child, random: seededRandom(seed), writer: writer || null, asked }
    await play(stage, phases(ground, origin), told)
    const found = await soundness(ground, asked, began)
    const own = await soundness({ ...all, documents: all.documents.slice(0, 1) }, [], began)
    const control = await controlled(superuser(), ground, asked, began)
    const open = asked.filter(each => each.unknown > 0)
    const said = readFileSync(join(folder, "apparatus.log"), "utf8")
    return {
      ...found,
      half: found.half + own.half,
      broken: [...new Set([...found.broken, ...own.broken])],
      asked: asked.length,
      acknowledged: asked.filter(({ status }) => status === 200).length,
      unknown: open.length,
      carriedOut: open.filter(({ repeated }) => repeated).length,
      unresolved: asked.filter(({ status }) => status === null).length,
      control,
      uncaught: [...new Set(said.split("\n").flatMap(uncaught))],
    }
  } finally {
    await closeDatabase()
    for (const close of closing.reverse()) await close()
  }
}

/** The kind of an error that a line of the log tells of and that is none of those which faults bring. */
function uncaught(line: string): string[] {
  if (!/"event":"(uncaught|unhandled|defect)"/.test(line)) return []
  const { event, error } = JSON.parse(line) as { event: string; error: object }
  return [`${event}: ${JSON.stringify(error, (key, value) => (key === "at" ? value.slice(0, 3) : value))}`]
}

/** Take the last acknowledged change out of the log, as no fault may, and look again. */
async function controlled(
  superuser: string,
  ground: Ground,
  asked: readonly Asked[],
  began: Awaited<ReturnType<typeof beginnings>>,
): Promise<FaultOutcome["control"]> {
  const last = asked.findLast(({ status }) => status === 200)
  await withClient(superuser, async client => {
    await client.query("SET session_replication_role = replica")
    await client.query(`DELETE FROM "Change" WHERE "requestId" = $1`, [last?.requestId])
  })
  const { lost, half, broken } = await soundness(ground, asked, began)
  return { lost, half, broken }
}

interface Place {
  readonly fault: Fault
  readonly folder: string
  readonly port: number
  readonly log: number
  readonly seconds: number
}

/** Apparatus with a database of its own on a volume that can be filled up; null where none can be mounted. */
async function onVolume({ folder, port, log, seconds }: Place): Promise<Scene | null> {
  const data = join(folder, "volume")
  mkdirSync(data)
  const volume = mountVolume(data, 400)
  if (!volume) return null
  const child = startServer(port, data, {}, { log })
  const superuser = () => address(data, "postgres")
  // What is written ahead goes to files that are there already; these are used up, so that a new one is needed.
  const exhaust = async () => {
    for (let at = 0; at < 40; at++) {
      await withClient(superuser(), client => client.query("SELECT pg_switch_wal()")).catch(() => {})
      await sleep(250)
    }
    return []
  }
  const [begin, end] = [volume.fill, volume.empty]
  return {
    child,
    superuser,
    phases: () => [
      { name: "no room for rows", seconds, begin, end, ready: null },
      { name: "no room for the database's log", seconds: 2 * seconds, begin, end, ready: null, meanwhile: exhaust },
    ],
    end: async () => {
      child.kill("SIGTERM")
      await gone(child)
      volume.end()
    },
  }
}

/** Apparatus on a server's database, behind a network that can be a bad one, with a clock that can be moved. */
async function behindNetwork({ fault, folder, port, log, seconds }: Place): Promise<Scene> {
  const database = await ownDatabase(folder)
  const network = await startProxy(database.port)
  process.env["DATABASE_URL"] = database.address()
  process.env["AUTH_SECRET"] = randomBytes(32).toString("hex")
  const clock = join(folder, "clock")
  const settings = {
    DATABASE_URL: database.address(Number(new URL(network.origin).port)),
    AUTH_SECRET: process.env["AUTH_SECRET"],
    MOVED_CLOCK: clock,
  }
  const preload = fault === "clock" ? [new URL("moved-clock.js", import.meta.url).href] : []
  const child = startServer(port, join(folder, "data"), settings, { preload, log })
  const move = (hours: number) => {
    writeFileSync(clock, String(hours * 3_600_000))
    child.kill("SIGUSR2")
  }
  const scenes = {
    gone: () => [
      { name: "the database gone", seconds: 3 * seconds, begin: database.stop, end: database.start, ready: false },
    ],
    "half-open": () => halfOpen(network, seconds),
    slow: () =>
      [300, 1_000, 2_000].map(wait => ({
        name: `each word ${wait} ms late, both ways`,
        seconds,
        begin: () => network.delay(wait),
        end: () => network.delay(0),
        ready: wait < 1_000 ? true : wait > 1_000 ? false : null,
      })),
    clock: (ground: Ground, origin: string) => jumps({ ground, origin, network, move, seconds, database }),
    disk: () => [],
  } satisfies Record<Fault, (ground: Ground, origin: string) => readonly Phase[]>
  return {
    child,
    superuser: database.superuser,
    phases: scenes[fault],
    end: async () => {
      child.kill("SIGTERM")
      await gone(child)
      await network.close()
      await database.stop()
    },
  }
}

function halfOpen(network: BadNetwork, seconds: number): Phase[] {
  return [
    {
      name: "nothing passes, then all of it late",
      seconds,
      begin: () => network.hold("both"),
      end: () => network.hold(null),
      ready: false,
    },
    {
      name: "nothing comes back, then all of it late",
      seconds,
      begin: () => network.hold("back"),
      end: () => network.hold(null),
      ready: false,
    },
    {
      name: "nothing passes, then connections are cut",
      seconds,
      begin: () => network.drop(true),
      end: () => {
        network.cut()
        network.drop(false)
      },
      ready: false,
    },
    {
      name: "connections are forgotten without a word, new ones pass",
      seconds,
      begin: () => network.forget(),
      end: () => {},
      ready: null,
      // What a transaction held whose connection was forgotten, PostgreSQL lets go after 40 seconds without a word from it.
      within: 45_000 - Math.min(seconds, 20) * 1_000,
    },
  ]
}

interface Jumps {
  readonly ground: Ground
  readonly origin: string
  readonly network: BadNetwork
  readonly move: (hours: number) => void
  readonly seconds: number
  readonly database: { readonly superuser: () => string }
}

/** The server's clock an hour and a day ahead and behind, while that of its database goes on. */
function jumps({ ground, origin, network, move, seconds, database }: Jumps): Phase[] {
  const [holder, other] = ground.reviewers
  const post = async (who: typeof holder, path: string, body: object) => {
    const headers = { cookie: who!.cookie, origin, "content-type": "application/json" }
    const init = { method: "POST", headers, body: JSON.stringify(body) }
    return ask(`${origin}/api/v1/projects/${ground.projectId}/${path}`, bound, init)
  }
  const next = async (who: typeof holder) => {
    const { status, text } = await post(who, "queue/next", { documentId: null, skipped: false })
    return status === 200 ? (JSON.parse(text) as { claim: { unitId: string } | null }).claim?.unitId : null
  }
  const look = async (hours: number) => {
    const flaws: string[] = []
    // A day without a request ends a session; nobody is let in then, so that there is nothing to look at.
    if (hours < 8) {
      const held = await next(holder)
      const others = await next(other)
      if (!held || !others) flaws.push("the queue gave no claim")
      if (held && held === others) flaws.push("the queue gave one claim to two people at once")
      flaws.push(...(await pages(ground, origin, holder!.cookie)))
      flaws.push(...(await leases(database.superuser())))
    }
    // Whether it is ready may not be an answer of an hour ago.
    network.down(true)
    await sleep(4_000)
    const without = await ask(`${origin}/readyz`, bound)
    network.down(false)
    await sleep(4_000)
    const again = await ask(`${origin}/readyz`, bound)
    if (without.status !== 503) flaws.push("/readyz said ready without a database")
    if (again.status !== 200) flaws.push("/readyz said not ready with a database")
    return [...flaws, ...(await order(database.superuser()))]
  }
  return [1, -1, 24, -24].map(hours => ({
    name: `the clock ${Math.abs(hours)} hours ${hours < 0 ? "behind" : "ahead"}`,
    seconds,
    begin: () => move(hours),
    end: () => move(0),
    ready: null,
    also: hours > 8 ? [401, 307] : [],
    meanwhile: () => look(hours),
  }))
}

/** Go through all claims of a project from cursor to cursor: each once, none twice. */
async function pages({ projectId, documents }: Ground, origin: string, cookie: string): Promise<string[]> {
  const seen: string[] = []
  for (let after = ""; ; ) {
    const query = new URLSearchParams(after && { after })
    const { status, text } = await ask(`${origin}/api/v1/projects/${projectId}/claims?${query}`, bound, {
      headers: { cookie },
    })
    if (status !== 200) return [`the list of claims was answered with ${status}: ${text.slice(0, 120)}`]
    const part = JSON.parse(text) as { claims: { id: string }[]; after: string | null }
    seen.push(...part.claims.map(({ id }) => id))
    if (!part.after) break
    after = part.after
  }
  const wanted = documents.flatMap(({ units }) => units)
  const missing = wanted.filter(id => !seen.includes(id)).length
  const doubled = seen.length - new Set(seen).size
  return missing + doubled > 0 ? [`the list of claims left ${missing} out and had ${doubled} twice`] : []
}

/** Leases that end later than they may, or that were over when they were given. */
async function leases(url: string): Promise<string[]> {
  const { rows } = await withClient(url, client =>
    client.query(`SELECT 1 FROM "ClaimLease" WHERE "takenAt" > clock_timestamp()
      OR "expiresAt" - "takenAt" <> interval '10 minutes' OR "takenAt" < clock_timestamp() - interval '20 minutes'`),
  )
  return rows.length > 0 ? [`${rows.length} leases begin or end when they should not`] : []
}

/** Changes whose time is not between that of the one before and now. */
async function order(url: string): Promise<string[]> {
  const { rows } = await withClient(url, client =>
    client.query(`SELECT 1 FROM (SELECT at, lag(at) OVER (PARTITION BY "streamId" ORDER BY revision) AS before FROM "Change") c
      WHERE at < before OR at > clock_timestamp() OR at < clock_timestamp() - interval '1 hour'`),
  )
  return rows.length > 0 ? [`${rows.length} changes are out of order or out of their time`] : []
}
