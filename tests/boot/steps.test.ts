import { spawn, spawnSync } from "node:child_process"
import { expect, test } from "vitest"
import { listenAddress } from "../../lib/boot/listen-address.js"
import { nodeTrouble } from "../../lib/boot/node-trouble.js"
import { isAlive } from "./started.ts"

const module = (name: string) => JSON.stringify(new URL(`../../lib/boot/${name}.js`, import.meta.url).href)

/** Runs a program that is given as text; answers its exit code and what it printed, with a way to stop it. */
function program(text: string) {
  const child = spawn(process.execPath, ["--input-type=module", "-e", text])
  let said = ""
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk
      for (const each of heard) each()
    })
  const ended = new Promise<{ code: number | null; said: string }>(done =>
    child.once("close", code => done({ code, said })),
  )
  const until = (words: RegExp) =>
    new Promise<RegExpMatchArray>(done => {
      const look = () => {
        const found = said.match(words)
        if (found) done(found)
      }
      heard.add(look)
      look()
    })
  return { child, ended, until }
}

test("an old Node gets a sentence, the oldest good one and newer ones get none", () => {
  for (const old of ["18.20.4", "20.18.9", "8.0.0"])
    expect(nodeTrouble(old)).toBe(
      `Apparatus needs Node 20.19 or newer; this is ${old}. Install a newer Node, then start again.`,
    )
  for (const good of ["20.19.0", "20.20.2", "22.0.0", "100.1.0"]) expect(nodeTrouble(good)).toBeNull()
})

test("a signal during a step of the start ends the step with everything it started, then the rest", async () => {
  const it = program(`
    const { run } = await import(${module("run")})
    const { stopOnSignals, whenStopping } = await import(${module("stopping")})
    stopOnSignals()
    whenStopping(() => console.log("last"))
    run("Sleeping", "sh", ["-c", "sleep 600 & wait"]).catch(() => {})
    console.log("step", process.pid)
  `)
  await it.until(/step/)
  const started = () => descendants(it.child.pid!)
  await expect.poll(() => started().length).toBeGreaterThanOrEqual(2)
  const children = started()
  it.child.kill("SIGTERM")
  expect(await it.ended).toMatchObject({ code: 0, said: expect.stringMatching(/last\n$/) })
  await expect.poll(() => children.filter(isAlive)).toEqual([])
})

test("it stops too when the shell that npm started it with is ended", async () => {
  const text = `
    const { stopOnSignals, whenStopping } = await import(${module("stopping")})
    stopOnSignals()
    whenStopping(() => console.log("last"))
    console.log("step")
    setInterval(() => {}, 1_000)
  `
  const shell = spawn("sh", ["-c", '"$0" --input-type=module -e "$1"; exit 7', process.execPath, text], {
    env: { ...process.env, npm_lifecycle_event: "start" },
  })
  let said = ""
  shell.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk
  })
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(/step/)
  const children = descendants(shell.pid!)
  shell.kill("SIGTERM")
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(/last/)
  await expect.poll(() => children.filter(isAlive), { timeout: 30_000 }).toEqual([])
})

function descendants(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" })
  return stdout
    .split("\n")
    .map(Number)
    .filter(each => each > 0)
    .flatMap(each => [each, ...descendants(each)])
}

test("a step that fails shows what it printed and says so in a sentence", async () => {
  const it = program(`
    const { run } = await import(${module("run")})
    await run("Looking", "sh", ["-c", "echo the reason; exit 3"]).catch(trouble => console.log("said:", trouble.message))
  `)
  const { said } = await it.ended
  expect(said).toMatch(/^Looking …\n[\s\S]*the reason/)
  expect(said).toMatch(/said: Looking did not succeed \(“sh -c”\)\. .+\./)
})

test("a hold is one process's, and free when that process is killed", async () => {
  const holder = `
    const { hold } = await import(${module("hold")})
    const held = await hold(${JSON.stringify(new URL(".", import.meta.url).pathname)}, "test")
    console.log(held ? "held" : "refused")
    setInterval(() => {}, 1_000)
  `
  const first = program(holder)
  await first.until(/held/)
  const second = program(holder)
  await second.until(/refused/)
  first.child.kill("SIGKILL")
  await first.ended
  const third = program(holder)
  await third.until(/held/)
  for (const { child } of [second, third]) child.kill("SIGKILL")
})

test.each([
  [{}, { host: "127.0.0.1", port: 3000, origin: "http://127.0.0.1:3000", local: true }],
  [
    { HOST: "", PORT: "" },
    { host: "127.0.0.1", port: 3000, local: true },
  ],
  [
    { HOST: "::1", PORT: "81" },
    { origin: "http://[::1]:81", local: true },
  ],
  [{ HOST: "127.0.0.9" }, { local: true }],
  [{ HOST: "0.0.0.0" }, { local: false }],
  [{ HOST: "127.0.0.1.example.org" }, { local: false }],
  [{ APP_URL: "https://apparatus.example.org/" }, { origin: "https://apparatus.example.org", local: false }],
  [{ APP_URL: "http://localhost:8080" }, { origin: "http://localhost:8080", local: true }],
  [{ TRUST_PROXY: "1" }, { local: false }],
])("with %j it listens at %j", (environment, expected) => {
  expect(listenAddress({ NODE_ENV: "test", ...environment })).toMatchObject(expected)
})
