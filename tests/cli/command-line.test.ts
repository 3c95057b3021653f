import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PassThrough } from "node:stream"
import { afterAll, expect, test } from "vitest"
import { commandLine } from "../../lib/cli/command-line.ts"
import { keepLogin, loginFile, readLogin } from "../../lib/cli/settings.ts"
import { table } from "../../lib/cli/terminal.ts"
import { refusal } from "../../lib/cli/trouble.ts"

const folder = mkdtempSync(join(tmpdir(), "apparatus-cli-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const environment = { XDG_CONFIG_HOME: folder }

async function ran(...argv: readonly string[]) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const terminal = { stdin, stdout, stderr } as unknown as Parameters<typeof commandLine>[2]
  const code = await commandLine(argv, environment, terminal)
  return { code, out: String(stdout.read() ?? ""), err: String(stderr.read() ?? "") }
}

test("the help names every command and every way to end", async () => {
  const { code, out, err } = await ran("help")
  expect([code, err]).toEqual([0, ""])
  for (const name of ["login", "whoami", "create-project", "add-document", "claims", "annotate", "cite", "export"])
    expect(out).toMatch(new RegExp(`^  ${name}\\b`, "m"))
  expect((await ran()).code).toBe(2)
  expect((await ran("claims", "--help")).out).toMatch(/^Use: npm run cli -- claims PROJECT/)
})

test("what is called wrongly is answered with its use and the code 2, before anything is asked of a server", async () => {
  expect(await ran("claim")).toMatchObject({ code: 2, err: "There is no command claim. Ask for `help`.\n" })
  expect(await ran("toString")).toMatchObject({ code: 2 })
  expect(await ran("claims")).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^Use: npm run cli -- claims PROJECT/),
  })
  expect(await ran("claims", "p", "--colour")).toMatchObject({ code: 2 })
  expect(await ran("annotate", "claim", "disputed")).toMatchObject({
    code: 2,
    err: expect.stringContaining("DOCUMENT/CLAIM"),
  })
  expect(await ran("export", "p", "csv")).toMatchObject({ code: 2, err: expect.stringContaining("-o") })
  expect(await ran("projects")).toMatchObject({ code: 3, out: "" })
})

test("a login is kept for its owner's eyes alone, also where a file with other rights was", async () => {
  const login = { server: "https://apparatus.example", token: "secret" }
  const file = await keepLogin(environment, login)
  chmodSync(file, 0o644)
  expect(await keepLogin(environment, login)).toBe(loginFile(environment))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await readLogin(environment)).toEqual(login)
  const said = { ...environment, APPARATUS_TOKEN: "other", APPARATUS_SERVER: "http://127.0.0.1:1" }
  expect(await readLogin(said)).toEqual({ server: "http://127.0.0.1:1", token: "other" })
  writeFileSync(file, "{")
  expect(await readLogin(environment)).toBeNull()
})

test("a table has straight columns, and nothing that a terminal would obey", () => {
  const rows = [
    ["a", "short"],
    ["longer", "\u001b[31mred\u001b[0m\nand a second line"],
  ]
  expect(table(["ID", "WORDS"], rows, 20)).toBe(
    ["ID      WORDS", "a       short", "longer  [31mred [0m and a s…"].join("\n"),
  )
})

test("a refusal is told as its sentence and code, and ends as a script can tell apart", () => {
  const of = (code: string) =>
    refusal({ code, sentence: "Do this.", issues: [{ path: "label", message: "Choose one." }] })
  expect([of("conflict").message, of("conflict").exit]).toEqual(["Do this. (conflict)", 1])
  expect(of("invalid").message).toBe("Do this. (invalid)\n  label: Choose one.")
  expect(["unreachable", "token-invalid", "signed-out", "not-found"].map(code => of(code).exit)).toEqual([4, 3, 3, 1])
})
