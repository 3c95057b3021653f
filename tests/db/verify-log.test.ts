import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { askedHeads, verifyHeads, verifyProjects } from "../../lib/boot/verify-there.js"
import { changeHash } from "../../lib/db/change-hash.ts"
import { room } from "../commands/room.ts"

const root = new URL("../..", import.meta.url).pathname
const owner = new pg.Client(process.env["ADMIN_URL"])
const folder = mkdtempSync(join(tmpdir(), "verify-log-"))
let projectId: string
let documentId: string
let sound: string

beforeAll(async () => {
  await owner.connect()
  const made = await room()
  await made.label(made.ann, made.first, "speculative")
  await made.label(made.ben, made.first, "disputed")
  await made.label(made.ann, made.second, "speculative")
  ;({ projectId, documentId } = made)
  sound = (await run({ project: projectId })).lines[0]!
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await owner.end()
})

/** What the command says, asked as the application's role. */
async function run(asked: { project?: string; head?: string; file?: string } = {}) {
  const lines: string[] = []
  const heads = askedHeads(asked.head, asked.file)
  const say = (line: string) => void lines.push(line)
  const project = asked.project ?? null
  const url = process.env["DATABASE_URL"]!
  const fine = heads ? await verifyHeads(url, project, heads, say) : await verifyProjects(url, project, say)
  return { fine, lines }
}

/** What `npm run verify-log` says. */
function command(...args: readonly string[]) {
  return new Promise<{ code: number | null; lines: string[]; told: string }>(done => {
    const { PATH = "", HOME = "", DATABASE_URL = "" } = process.env
    const child = spawn(process.execPath, ["lib/boot/verify-log.js", ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH, HOME, NODE_ENV: "production", DATABASE_URL },
    })
    let [out, told] = ["", ""]
    child.stdout.setEncoding("utf8").on("data", chunk => (out += chunk))
    child.stderr.setEncoding("utf8").on("data", chunk => (told += chunk))
    child.once("close", code => done({ code, lines: out.trimEnd().split("\n"), told: told.trim() }))
  })
}

const headIn = (line: string) => /head (\d+-[0-9a-f]{64})$/.exec(line)![1]!

/** Does what only somebody with all rights over the database can do, and takes it back. */
async function tampered(sql: string, values: readonly unknown[], work: () => Promise<void>) {
  await owner.query(`CREATE TEMP TABLE kept AS SELECT * FROM "Change" WHERE "projectId" = '${projectId}'`)
  const off = `SET session_replication_role = replica`
  await owner.query(off)
  try {
    await owner.query(sql, [...values])
    await work()
  } finally {
    await owner.query(`DELETE FROM "Change" WHERE "projectId" = '${projectId}'`)
    await owner.query(`INSERT INTO "Change" SELECT * FROM kept`)
    await owner.query("SET session_replication_role = origin")
    await owner.query("DROP TABLE kept")
  }
}

test("a sound log is one line with its number of changes and a head that a stranger can compute", async () => {
  const { code, lines, told } = await command()
  expect([code, told]).toEqual([0, ""])
  expect(lines).toContain(sound)
  const { rows: ends } = await owner.query(
    `SELECT id, revision, encode("headHash", 'hex') AS hash FROM "Project" WHERE id = $1
     UNION ALL SELECT id, revision, encode("headHash", 'hex') FROM "Document" WHERE "projectId" = $1 ORDER BY id`,
    [projectId],
  )
  const { rows } = await owner.query(`SELECT "pseudonymSalt" AS salt FROM "Project" WHERE id = $1`, [projectId])
  const text = `apparatus-head-1\n${rows[0].salt}\n${ends.map(end => `${end.id} ${end.revision} ${end.hash}\n`).join("")}`
  const changes = ends.reduce((sum, { revision }) => sum + revision, 0)
  const head = `${changes}-${createHash("sha256").update(text).digest("hex")}`
  expect(sound).toMatch(new RegExp(`\\(${projectId}\\): ${changes} changes in 2 streams, sound, head ${head}$`))
})

test("whatever is rewritten is found, with its stream and revision", async () => {
  const place = [documentId, 2]
  const said = (what: RegExp) => async () => {
    const { fine, lines } = await run({ project: projectId })
    expect(fine).toBe(false)
    expect(lines[0]).not.toContain("sound")
    expect(lines.slice(1).join("\n")).toMatch(what)
  }
  const at = `WHERE "streamId" = $1 AND revision = $2`
  await tampered(
    `UPDATE "Change" SET body = replace(body, 'disputed', 'documented') ${at}`,
    place,
    said(new RegExp(`^  Document ${documentId}, change 2: it is not what was stored, .+ hash does not follow\\.$`)),
  )
  await tampered(`UPDATE "Change" SET at = at + interval '1 ms' ${at}`, place, said(/change 2: it is not what/))
  await tampered(
    `UPDATE "Change" SET body = 'x' ${at}`,
    place,
    said(/change 2: its words can't be read as a change\.$/),
  )
  await tampered(`DELETE FROM "Change" ${at}`, place, said(/^ {2}Document .+, change 2: it is missing\.$/m))
  await tampered(
    `DELETE FROM "Change" WHERE "streamId" = $1 AND revision = 3`,
    [documentId],
    said(/change 3: it is missing at the end/),
  )
  await tampered(
    `DELETE FROM "Change" WHERE "streamId" = $1`,
    [projectId],
    said(/The project itself, change \d+: it is missing/),
  )
  // Who makes the hashes of a stream anew as well is betrayed by its head.
  const { rows } = await owner.query(`SELECT * FROM "Change" WHERE "streamId" = $1 ORDER BY revision`, [documentId])
  let previous: Uint8Array = new Uint8Array(32)
  const forged = rows.map(row => {
    const body = row.revision === 2 ? row.body.replace("disputed", "documented") : row.body
    previous = changeHash({ ...row, body, previous })
    return { body, hash: previous, revision: row.revision }
  })
  const all = `UPDATE "Change" c SET body = f.body, hash = f.hash FROM unnest($2::text[], $3::bytea[], $4::int[]) AS f (body, hash, revision)
    WHERE c."streamId" = $1 AND c.revision = f.revision`
  const lists = [forged.map(({ body }) => body), forged.map(({ hash }) => hash), forged.map(({ revision }) => revision)]
  await tampered(
    all,
    [documentId, ...lists],
    said(/^ {2}Document .+, change 3: it is the last, but the stream's head is another\.$/),
  )
  expect((await run({ project: projectId })).lines).toEqual([sound])
})

test("a head is looked up in the history, and what it covers is gone through", async () => {
  const head = headIn(sound)
  const covers = Number(head.split("-")[0])
  const file = join(folder, "export.json")
  writeFileSync(file, JSON.stringify({ project: { head } }))
  for (const asked of [{ head }, { file }, { project: projectId, head }]) {
    const { fine, lines } = await run(asked)
    expect(lines[0]).toMatch(
      new RegExp(`this head is change ${covers} of ${covers}, of .+Z; nothing before it was rewritten\\.$`),
    )
    expect(fine).toBe(true)
  }
  const other = `${covers}-${"0".repeat(64)}`
  expect(await command("--head", other)).toMatchObject({
    code: 1,
    lines: [`No project's log ever had the head ${other}.`],
  })
  await tampered(
    `UPDATE "Change" SET body = replace(body, 'disputed', 'documented') WHERE "streamId" = $1 AND revision = 2`,
    [documentId],
    async () => {
      const { fine, lines } = await run({ head })
      expect(fine).toBe(false)
      expect(lines[0]).toMatch(/but what it covers no longer stands:$/)
      expect(lines[1]).toMatch(/change 2: it is not what was stored/)
    },
  )
})

test("what can't be asked is said in a sentence, with exit code 1", async () => {
  expect(() => askedHeads("abc", undefined)).toThrow(/^A head is a number, a hyphen and 64 digits/)
  expect(() => askedHeads(undefined, join(folder, "none"))).toThrow(/can't be read \(ENOENT\)/)
  writeFileSync(join(folder, "empty.csv"), "a,b")
  expect(() => askedHeads(undefined, join(folder, "empty.csv"))).toThrow(/^No head of a log stands in/)
  await expect(run({ project: "00000000-0000-4000-8000-000000000000" })).rejects.toThrow(
    "There is no project 00000000-0000-4000-8000-000000000000.",
  )
  expect(await command("more")).toMatchObject({ code: 1, lines: [""], told: expect.stringMatching(/^Use: npm run/) })
})
