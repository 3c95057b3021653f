import { spawn } from "node:child_process"
import { expect, test, vi } from "vitest"
import { isAccessToken } from "../../lib/domain/access-token.ts"
import { account } from "../../lib/queries/account.ts"
import { value } from "../queries/project.ts"
import { Program } from "./bearer.ts"
import { person } from "./person.ts"

vi.mock("next/headers", () => ({ headers: async () => new Headers() }))

const root = new URL("../..", import.meta.url).pathname

/** What `npm run token -- …` says, and its exit code. */
function run(args: readonly string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number | null; out: string; told: string }>(done => {
    const { PATH = "", HOME = "", DATABASE_URL = "" } = process.env
    const child = spawn(process.execPath, ["lib/boot/token.js", ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH, HOME, NODE_ENV: "production", DATABASE_URL, ...env },
    })
    let [out, told] = ["", ""]
    child.stdout.setEncoding("utf8").on("data", chunk => (out += chunk))
    child.stderr.setEncoding("utf8").on("data", chunk => (told += chunk))
    child.once("close", code => done({ code, out, told: told.trim() }))
  })
}

test("a token for an account is all that is printed, and it works", async () => {
  const somebody = await person()
  const args = [` ${somebody.email.toUpperCase()}`, "--scopes", "read, write", "--days", "3", "--name", "Night"]
  const { code, out, told } = await run(args)
  expect([code, told]).toEqual([0, ""])
  expect(out.endsWith("\n")).toBe(true)
  expect(isAccessToken(out.trim())).toBe(true)
  expect((await new Program(out.trim()).ask("GET projects")).status).toBe(200)
  const [token] = value(await account(somebody)).tokens
  expect(token).toMatchObject({ name: "Night", scopes: ["read", "write"] })
  expect(token!.expiresAt.getTime() - token!.createdAt.getTime()).toBe(3 * 24 * 3_600_000)
})

test("what can't be is said in a sentence, with exit code 1 and nothing on standard output", async () => {
  const wrong = await Promise.all([
    run(["nobody@example.org"]),
    run(["nobody@example.org", "--days", "366"]),
    run(["nobody@example.org", "--scopes", "all"]),
    run([]),
    run(["nobody@example.org"], { DATABASE_URL: "", DATA_DIR: "/nowhere/to-be/found" }),
  ])
  expect(wrong.map(({ code, out }) => [code, out])).toEqual(wrong.map(() => [1, ""]))
  expect(wrong.map(({ told }) => told)).toEqual([
    expect.stringMatching(/^No account has the e-mail address nobody@example\.org\./),
    "--days: Choose at most a year: 365 days.",
    expect.stringMatching(/^The scopes are read, write and manage/),
    expect.stringMatching(/^Use: npm run token -- EMAIL/),
    expect.stringMatching(/^There are no data in \/nowhere\/to-be\/found yet\. Run npm start once/),
  ])
})
