import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { startPostgres, withClient } from "../../lib/boot/postgres.js"

const disk = vi.hoisted(() => ({ full: false }))
vi.mock("../../lib/boot/postgres-log.js", async original => ({
  ...(await original<typeof import("../../lib/boot/postgres-log.js")>()),
  isFull: () => disk.full,
}))

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "apparatus-full-"))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("a database that ended on a full disk is waited for, however long, and is back when there is room", async () => {
  const told: string[] = []
  const lost: string[] = []
  const watch = { told: (words: string) => void told.push(words), lost: (words: string) => void lost.push(words) }
  const server = await startPostgres(folder, { superuser: "s", app: "a" }, [], watch)
  const data = join(folder, "postgres")
  try {
    const [pid] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")
    disk.full = true
    const later = setTimeout
    vi.useFakeTimers({ toFake: ["setTimeout"] })
    process.kill(Number(pid), "SIGKILL")
    // It can't start where it is not.
    renameSync(data, `${data}.away`)
    for (let waited = 0; waited < 60_000; waited += 2_000) {
      vi.advanceTimersByTime(2_000)
      await new Promise(go => later(go, 60))
    }
    expect(lost).toEqual([])
    expect(told.filter(words => words.includes("is full"))).toHaveLength(1)
    renameSync(`${data}.away`, data)
    disk.full = false
    vi.advanceTimersByTime(2_000)
    vi.useRealTimers()
    await expect.poll(() => told.at(-1), { timeout: 20_000 }).toBe("The database is back.")
    const one = await withClient(server.address("postgres"), client => client.query("SELECT 1 AS one"))
    expect(one.rows).toEqual([{ one: 1 }])
  } finally {
    vi.useRealTimers()
    await server.stop()
  }
})
