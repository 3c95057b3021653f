import { execFileSync, spawn } from "node:child_process"
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { connect, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { freePort, startPostgres } from "../../lib/boot/postgres.js"
import { endAll, isAlive, postmaster, refusal, rowCounts, start, within } from "./started.ts"

let folder: string
/** The data folder of the demonstration, which the tests after the first start share. */
let data: string
let whole: Record<string, number>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "apparatus-start-"))
  chmodSync(folder, 0o755)
  data = join(folder, "data")
})
afterEach(endAll, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A stopped database leaves no process and no postmaster.pid. */
function expectStopped(at: string, pid: number) {
  expect(isAlive(pid)).toBe(false)
  expect(postmaster(at)).toBeNull()
}

/** Sends bytes as they are and answers what came back until the connection was closed. */
function exchange(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise(done => {
    let answer = ""
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.setEncoding("utf8").on("data", chunk => {
      answer += chunk
    })
    socket.on("error", () => {}).on("close", () => done(answer))
  })
}

/** Opens a request whose body never comes to its end; answers when the server has begun to read it. */
async function openForever(origin: string): Promise<{ closed: Promise<unknown> }> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  const closed = new Promise(done => socket.on("error", () => {}).once("close", done))
  await new Promise<void>(done => socket.once("connect", done))
  socket.write(
    `POST /api/v1/setup HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n`,
  )
  await new Promise<void>(done => socket.once("data", () => done()))
  socket.write('{"secret":')
  return { closed }
}

describe.sequential("on its own database", () => {
  test("the first start migrates, seeds and prints the address and the sign-ins; SIGTERM stops server and database", async () => {
    const it = await start({ DATA_DIR: data })
    await it.up()
    expect(it.said()).toContain(`Apparatus is at ${it.origin}\n`)
    expect(it.said()).toMatch(/Sign in with the password apparatus-demo as\n {2}owner@example\.org/)
    for (const step of ["Applying ", "Making the demonstration"]) expect(it.said()).toContain(step)
    expect(statSync(join(data, "secrets.json")).mode & 0o777).toBe(0o600)
    whole = await rowCounts(data)
    expect(whole).toMatchObject({ people: 6 })
    expect(Math.min(...Object.values(whole))).toBeGreaterThan(5)
    const { pid } = postmaster(data)!
    expect(await it.stop()).toMatchObject({ code: 0 })
    expectStopped(data, pid)
  }, 600_000)

  test("the second start has all the data, within seconds; SIGINT stops it while a request is open, asked twice as npm does", async () => {
    const began = Date.now()
    const it = await start({ DATA_DIR: data })
    await it.up()
    const took = Date.now() - began
    expect(it.said()).not.toMatch(/Building|Applying|Making/)
    expect(took).toBeLessThan(within(5_000))
    expect(await rowCounts(data)).toEqual(whole)
    const { pid } = postmaster(data)!
    const { closed } = await openForever(it.origin)
    it.child.kill("SIGINT")
    const { code, ms } = await it.stop("SIGINT")
    expect(code).toBe(0)
    expect(ms).toBeLessThan(within(2_000))
    expectStopped(data, pid)
    await closed
  })

  test("a second instance on the same data folder is refused, also of two at once; a stale note is no instance", async () => {
    writeFileSync(join(data, "running"), String(process.pid))
    const both = await Promise.all([start({ DATA_DIR: data }), start({ DATA_DIR: data })])
    const first = await Promise.race(both.map(it => it.ended.then(code => ({ code, it }))))
    expect(first.code).toBe(1)
    expect(first.it.said()).toMatch(
      /^Apparatus is already running on .+\. Stop it, or set DATA_DIR to another folder\.\n$/,
    )
    const other = both.find(it => it !== first.it)!
    await other.up()
    expect(await refusal({ DATA_DIR: data })).toContain(`(process ${other.child.pid})`)
    expect((await other.stop()).code).toBe(0)
  })

  test("after kill -9 the next start stops the orphaned database and goes on", async () => {
    const killed = await start({ DATA_DIR: data })
    await killed.up()
    const { pid } = postmaster(data)!
    await killed.stop("SIGKILL")
    expect(isAlive(pid)).toBe(true)
    const it = await start({ DATA_DIR: data })
    await it.up()
    expect(it.said()).toContain("Stopping the database of an Apparatus that was killed")
    expect(isAlive(pid)).toBe(false)
    expect(await rowCounts(data)).toEqual(whole)
    // Then both are killed, and the database's number belongs to another program of its user when it starts again.
    const stale = readFileSync(join(data, "postgres/postmaster.pid"), "utf8")
    const last = postmaster(data)!.pid
    await it.stop("SIGKILL")
    process.kill(last, "SIGKILL")
    await expect.poll(() => isAlive(last)).toBe(false)
    const user = process.getuid?.() === 0 ? { uid: statSync(join(data, "postgres")).uid } : {}
    const stranger = spawn("sleep", ["600"], { stdio: "ignore", ...user })
    writeFileSync(join(data, "postgres/postmaster.pid"), stale.replace(/^\d+/, String(stranger.pid)))
    const next = await start({ DATA_DIR: data })
    try {
      await next.up()
      expect(isAlive(stranger.pid!)).toBe(true)
      expect(await rowCounts(data)).toEqual(whole)
      expect((await next.stop()).code).toBe(0)
    } finally {
      stranger.kill("SIGKILL")
    }
  }, 300_000)

  test("a database that is killed comes back by itself, and the log says so", async () => {
    const it = await start({ DATA_DIR: data })
    await it.up()
    for (let loss = 1; loss <= 2; loss++) {
      const { pid } = postmaster(data)!
      process.kill(pid, "SIGKILL")
      await it.until(new RegExp(`(ended unexpectedly[^]+The database is back[^]+){${loss}}`))
      expect(postmaster(data)!.pid).not.toBe(pid)
      expect((await fetch(`${it.origin}/sign-in`)).status).toBe(200)
    }
    expect(await rowCounts(data)).toEqual(whole)
    expect((await it.stop()).code).toBe(0)
  })

  test("while the database does not answer, requests fail in seconds and say so; when it answers they succeed at once", async () => {
    const it = await start({ DATA_DIR: data })
    await it.up()
    const { pid } = postmaster(data)!
    const children = execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map(Number)
    for (const each of [pid, ...children]) process.kill(each, "SIGSTOP")
    const setUp = () =>
      fetch(`${it.origin}/api/v1/setup`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          secret: "s".repeat(43),
          name: "A",
          email: "a@example.org",
          password: "correct-horse-7",
        }),
      })
    try {
      const began = Date.now()
      const answers = await Promise.all([setUp(), setUp()])
      expect(Date.now() - began).toBeLessThan(within(5_500))
      for (const answer of answers) {
        expect(answer.status).toBe(503)
        expect(await answer.json()).toMatchObject({ code: "database-away", sentence: /database/ })
      }
    } finally {
      for (const each of [pid, ...children]) process.kill(each, "SIGCONT")
    }
    const healed = Date.now()
    await expect.poll(async () => (await setUp()).status, { interval: 50, timeout: 60_000 }).not.toBe(503)
    expect(Date.now() - healed).toBeLessThan(within(2_000))
    expect((await it.stop()).code).toBe(0)
  })

  test("requests that are none, too large, too slow or of another kind do not end the process", async () => {
    const it = await start({ DATA_DIR: data })
    await it.up()
    const host = "Host: 127.0.0.1\r\nConnection: close\r\n\r\n"
    expect(await exchange(it.origin, "THIS IS NO REQUEST\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /)
    expect(await exchange(it.origin, `GET / HTTP/1.1\r\nX-Long: ${"x".repeat(20_000)}\r\n${host}`)).toMatch(
      /^HTTP\/1\.1 431 /,
    )
    expect(await exchange(it.origin, `TRACE / HTTP/1.1\r\n${host}`)).toMatch(/^HTTP\/1\.1 405 /)
    expect(await exchange(it.origin, `CONNECT example.org:443 HTTP/1.1\r\n${host}`)).toBe("")
    expect(await exchange(it.origin, `GET //%zz/..%2f..%2f HTTP/1.1\r\n${host}`)).toMatch(/^HTTP\/1\.1 [34]\d\d /)
    expect(await exchange(it.origin, `GET /\\\\example.org HTTP/1.1\r\nUpgrade: websocket\r\n${host}`)).toMatch(
      /^HTTP\/1\.1 /,
    )
    expect((await fetch(`${it.origin}/sign-in`)).status).toBe(200)
    expect((await it.stop()).code).toBe(0)
  })

  test("an exception that nobody caught is logged and stops the database too; a failed promise is logged only", async () => {
    const planted =
      'process.on("SIGUSR2",()=>{Promise.reject(new Error("plan"+"ted failure"));setTimeout(()=>{throw new Error("plan"+"ted exception")},200)})'
    const it = await start({ DATA_DIR: data }, ["--import", `data:text/javascript,${encodeURIComponent(planted)}`])
    await it.up()
    const { pid } = postmaster(data)!
    it.child.kill("SIGUSR2")
    await it.until(/"event":"unhandled","error":\{"name":"Error"/)
    expect(await it.ended).toBe(1)
    expect(it.said()).toContain('"event":"uncaught","error":{"name":"Error"')
    expect(it.said(), "the words of an error, which may be somebody's").not.toContain("planted")
    expectStopped(data, pid)
  })

  test.each([["Applying"], ["Making the demonstration"]])(
    "SIGTERM while it says “%s” stops cleanly, and the next start has everything",
    async step => {
      const at = join(folder, `early-${step.length}`)
      const it = await start({ DATA_DIR: at })
      await it.until(new RegExp(step))
      const { pid } = postmaster(at)!
      expect((await it.stop()).code).toBe(0)
      expect(it.said()).not.toMatch(/Error|\n\s+at /)
      expectStopped(at, pid)
      const again = await start({ DATA_DIR: at })
      await again.up()
      expect(await rowCounts(at)).toEqual(whole)
      expect((await again.stop()).code).toBe(0)
    },
    300_000,
  )

  test("others than this machine get no demonstration but a setup link, and never the demonstration's people", async () => {
    const at = join(folder, "open")
    const it = await start({ DATA_DIR: at, HOST: "0.0.0.0" })
    await it.until(/Create the owner account at http:\/\/\d+\.\d+\.\d+\.\d+:\d+\/setup\/\S+ \(works once\)/)
    expect(it.said()).not.toContain("apparatus-demo")
    expect(await (await fetch(`${it.origin}/sign-in`)).text()).not.toContain("example.org")
    expect((await it.stop()).code).toBe(0)
    for (const env of [{ HOST: "0.0.0.0" }, { APP_URL: "http://apparatus.example.org" }, { TRUST_PROXY: "1" }]) {
      const refused = await start({ DATA_DIR: data, ...env })
      expect(await refused.ended).toBe(1)
      expect(refused.said()).toMatch(/^The demonstration's people here have its public password, .+\n$/)
    }
  }, 300_000)
})

describe.sequential("says in one sentence what is wrong and exits with 1", () => {
  const nowhere = () => join(folder, "nowhere")

  test("a port that is taken, or none", async () => {
    const other = createServer()
    const port = await new Promise<string>(done =>
      other.listen(0, "127.0.0.1", () => done(String((other.address() as { port: number }).port))),
    )
    expect(await refusal({ DATA_DIR: nowhere(), PORT: port })).toMatch(/Port \d+ on 127\.0\.0\.1 is taken.+PORT=\d+/)
    await new Promise(done => other.close(done))
    for (const PORT of ["abc", "0", "70000", "-1", "3e3"])
      expect(await refusal({ DATA_DIR: nowhere(), PORT })).toMatch(/PORT has to be a number from 1 to 65535/)
    expect(await refusal({ DATA_DIR: nowhere(), HOST: "192.0.2.1" })).toMatch(/HOST=192\.0\.2\.1 is no address/)
    expect(await refusal({ DATA_DIR: nowhere(), APP_URL: "apparatus" })).toMatch(/APP_URL has to look like/)
    expect(existsSync(nowhere())).toBe(false)
  })

  test("a folder that can't be written", async () => {
    writeFileSync(join(folder, "file"), "")
    expect(await refusal({ DATA_DIR: join(folder, "file/data") })).toMatch(
      /data folder .+ can't be written \(ENOTDIR\)/,
    )
    expect(await refusal({ DATA_DIR: "/proc/apparatus" })).toMatch(/data folder .+ can't be written/)
  })

  test("secrets that are damaged or missing, which stay as they are", async () => {
    const at = join(folder, "damaged")
    cpSync(data, at, { recursive: true })
    const file = join(at, "secrets.json")
    const secrets = readFileSync(file, "utf8")
    for (const damaged of ["", secrets.slice(0, 90), "null", '{"auth":"","superuser":"","app":""}']) {
      writeFileSync(file, damaged)
      expect(await refusal({ DATA_DIR: at })).toMatch(/secrets\.json is damaged/)
      expect(readFileSync(file, "utf8")).toBe(damaged)
    }
    rmSync(file)
    expect(await refusal({ DATA_DIR: at })).toMatch(/secrets\.json is missing/)
    expect(existsSync(file)).toBe(false)
  })

  test("data of a newer PostgreSQL or a newer Apparatus", async () => {
    const version = join(data, "postgres/PG_VERSION")
    writeFileSync(version, "19\n")
    expect(await refusal({ DATA_DIR: data })).toMatch(/made by PostgreSQL 19, and this Apparatus has PostgreSQL 18/)
    writeFileSync(version, "18\n")
    const secrets = JSON.parse(readFileSync(join(data, "secrets.json"), "utf8"))
    const server = await startPostgres(data, secrets)
    const client = new pg.Client(server.address("apparatus"))
    await client.connect()
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name) VALUES ('f', '', now(), '29990101000000_future')`,
    )
    await client.end()
    await server.stop()
    expect(await refusal({ DATA_DIR: data })).toMatch(/made by a newer Apparatus .+29990101000000_future/)
    expect(postmaster(data)).toBeNull()
  })

  test("a DATABASE_URL that is none, or where nobody answers", async () => {
    const DATA_DIR = join(folder, "elsewhere")
    expect(await refusal({ DATA_DIR, DATABASE_URL: "mysql://a" })).toMatch(/DATABASE_URL has to look like/)
    const DATABASE_URL = `postgresql://a:hidden-word@127.0.0.1:${await freePort()}/a`
    const sentence = await refusal({ DATA_DIR, DATABASE_URL })
    expect(sentence).toMatch(/The database server 127\.0\.0\.1:\d+ of DATABASE_URL does not answer/)
    expect(sentence).not.toContain("hidden-word")
  })
})

describe.sequential("on a server of DATABASE_URL", () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  let DATABASE_URL: string
  let DATA_DIR: string

  beforeAll(async () => {
    const at = join(folder, "server")
    mkdirSync(at)
    server = await startPostgres(at, { superuser: "superuser", app: "app" })
    const client = new pg.Client(server.address("postgres"))
    await client.connect()
    await client.query("CREATE ROLE site LOGIN PASSWORD 'site'")
    await client.query("CREATE DATABASE site OWNER site")
    await client.end()
    DATABASE_URL = `postgresql://site:site@127.0.0.1:${server.port}/site`
    DATA_DIR = join(folder, "site")
  })
  afterAll(() => server.stop())

  test("the first visitor creates the owner with a link that works once, and no later start prints one", async () => {
    const it = await start({ DATA_DIR, DATABASE_URL })
    const earlier = (await it.until(/\/setup\/(\S+) \(works once\)/))[1]!
    expect(it.said()).not.toContain("apparatus-demo")
    expect(await (await fetch(`${it.origin}/sign-in`)).text()).not.toContain("example.org")
    expect((await it.stop()).code).toBe(0)

    const second = await start({ DATA_DIR, DATABASE_URL })
    const secret = (await second.until(/\/setup\/(\S+) \(works once\)/))[1]!
    const setUp = async (link: string, email: string) => {
      const answer = await fetch(`${second.origin}/api/v1/setup`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ secret: link, name: "Olga", email, password: "a lamp in the archive" }),
      })
      return answer.status
    }
    expect((await fetch(`${second.origin}/setup/${secret}`)).status).toBe(200)
    expect(await setUp(earlier, "early@example.net")).toBe(410)
    expect(await setUp(secret, "olga@example.net")).toBe(200)
    expect(await setUp(secret, "late@example.net")).toBe(410)
    expect((await second.stop()).code).toBe(0)

    const third = await start({ DATA_DIR, DATABASE_URL })
    await third.up()
    expect(third.said()).not.toContain("/setup/")
    expect((await third.stop()).code).toBe(0)
    expect(existsSync(join(DATA_DIR, "postgres"))).toBe(false)
  }, 300_000)

  test("its owner may not rewrite the log of changes either", async () => {
    const client = new pg.Client(DATABASE_URL)
    await client.connect()
    for (const rewriting of [`UPDATE "Change" SET kind = ''`, `DELETE FROM "Change"`, `TRUNCATE "Change" CASCADE`])
      await expect(client.query(rewriting)).rejects.toThrow("append-only")
    await client.end()
  })

  test("a wrong password, a missing database and a user without rights each get a sentence", async () => {
    const address = (user: string, name: string) => `postgresql://${user}@127.0.0.1:${server.port}/${name}`
    const wrong = await refusal({ DATA_DIR, DATABASE_URL: address("site:hidden-word", "site") })
    expect(wrong).toMatch(/refuses the user or the password in DATABASE_URL/)
    expect(wrong).not.toContain("hidden-word")
    expect(await refusal({ DATA_DIR, DATABASE_URL: address("site:site", "none") })).toMatch(/has no database none/)
    expect(await refusal({ DATA_DIR, DATABASE_URL: address("site:site", "postgres") })).toMatch(/may not make tables/)
  })
})
