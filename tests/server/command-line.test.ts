import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PassThrough } from "node:stream"
import { uuidv7 } from "uuidv7"
import { afterAll, beforeAll, expect, test } from "vitest"
import { commandLine } from "../../lib/cli/command-line.ts"
import { client } from "../../lib/client/client.ts"
import { makeToken } from "../../lib/commands/make-token.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { signedIn } from "../commands/everybody.ts"
import { value } from "../queries/project.ts"
import { listening } from "./listening.ts"
import { person } from "./person.ts"

const folder = mkdtempSync(join(tmpdir(), "apparatus-cli-"))
let server: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  server = await listening()
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Run the command line as a script does: no terminal, and a folder of its own for what is kept. */
async function cli(args: readonly string[], stdin = "") {
  const [input, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  input.end(stdin)
  const terminal = { stdin: input, stdout, stderr } as unknown as Parameters<typeof commandLine>[2]
  const code = await commandLine(args, { XDG_CONFIG_HOME: folder }, terminal)
  return { code, out: String(stdout.read() ?? ""), err: String(stderr.read() ?? "") }
}

/** What a command prints, when it goes well. */
async function said(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await cli(args)
  expect([code, err], args.join(" ")).toEqual([0, ""])
  return out.trim()
}

async function tokenOf(scopes: readonly string[]) {
  const somebody = await person({ name: "Vera Lindqvist" })
  const wish = { id: uuidv7(), name: "Command line", scopes, days: 1 }
  return { somebody, token: value(await makeToken(await signedIn(somebody), wish)).token }
}

test("a project is made, filled, labelled, exported and cited in from the command line", {
  timeout: 180_000,
}, async () => {
  const { somebody, token } = await tokenOf(["read", "write", "manage"])
  expect(await cli(["whoami"])).toMatchObject({ code: 3, err: expect.stringContaining("not logged in") })
  expect(await cli(["login", "--server", server.origin], "apparatus_wrong\n")).toMatchObject({ code: 3, out: "" })
  const login = await cli(["login", "--server", server.origin], `${token}\n`)
  expect([login.code, login.err]).toEqual([0, ""])
  expect(login.out).not.toContain(token)
  const kept = join(folder, "apparatus/login.json")
  expect(statSync(kept).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(kept, "utf8"))).toEqual({ server: server.origin, token })
  expect(await said("whoami")).toBe(`Vera Lindqvist <${somebody.email}> at ${server.origin}`)

  const project = await said("create-project", "From the command line")
  expect(await said("projects")).toContain(project)
  // One person's label is enough here.
  const api = client({ origin: server.origin, token })
  const { kinds, ...documented } = defaultPolicy.documented
  const speculative = { annotations: 1, agreement: "majority" as const }
  const rules = { ...defaultPolicy, documented: { ...documented, kinds: [...kinds] }, speculative }
  expect(await api.call("changePolicy", { projectId: project, version: 1, ...rules })).toMatchObject({ ok: true })

  const text = join(folder, "The ship.txt")
  writeFileSync(text, "The ship left Hull in May 1912. She carried coal. Nobody saw her again.\n")
  const document = await said("add-document", project, text, "--licence", "CC0-1.0")
  const again = await cli(["add-document", project, text])
  expect(again).toMatchObject({ code: 1, out: "", err: expect.stringContaining("(text-known)") })
  expect(await said("documents", project)).toMatch(new RegExp(`^ID .*\\n${document} +3 +0 +The ship$`))

  const claims = (await said("claims", project, "--json")).split("\n").map(line => JSON.parse(line))
  const words = ["The ship left Hull in May 1912.", "She carried coal.", "Nobody saw her again."]
  expect(claims.map(({ quote }) => quote)).toEqual(words)
  const claim = `${document}/${claims[1].id}`
  expect(await said("claims", project, "--search", "coal")).toContain(claim)
  const refused = await cli(["annotate", claim, "true", "--confidence", "low"])
  expect(refused).toMatchObject({ code: 1, out: "", err: expect.stringContaining("Choose a label") })
  const reason = ["--reason", "No port book of that month survives."]
  expect(await said("annotate", claim, "speculative", "--confidence", "low", ...reason)).toMatch(
    /^Labelled speculative\./,
  )
  // A second time it is the same person's label that changes.
  expect(await said("annotate", claim, "speculative", "--confidence", "moderate", ...reason)).toContain("vetted")
  const [labelled] = (await said("claims", project, "--labelled", "some", "--json")).split("\n")
  expect(JSON.parse(labelled!)).toMatchObject({ id: claims[1].id, labels: 1, verdict: "speculative" })

  const file = join(folder, "claims.json")
  expect(await said("export", project, "json", "-o", file)).toBe(`Written to ${file}.`)
  const exported = JSON.parse(readFileSync(file, "utf8"))
  expect(JSON.stringify(exported)).toMatch(/She carried coal\..*speculative/)
  expect(JSON.stringify(exported)).not.toContain('Nobody saw her again."')
  const parchment = await cli(["export", project, "parchment", "-o", file])
  expect(parchment).toMatchObject({ code: 1, err: expect.stringContaining("Choose a format") })
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(exported)

  const csl = { type: "book", title: "Coal from Hull" }
  const added = { projectId: project, id: uuidv7(), kind: "scholarly" as const, csl, archive: null }
  expect(await api.call("addSource", added)).toMatchObject({ ok: true })
  expect(await said("sources", project)).toContain("Coal from Hull")
  expect(await said("cite", claim, added.id, "supports", "--page", "12")).toMatch(/^Cited\./)

  expect(await said("logout")).toBeTruthy()
  expect(await cli(["projects"])).toMatchObject({ code: 3 })
})

test("what a token may not do is told", async () => {
  const { token } = await tokenOf(["read"])
  const environment = { XDG_CONFIG_HOME: folder, APPARATUS_TOKEN: token, APPARATUS_SERVER: server.origin }
  const stderr = new PassThrough()
  const terminal = { stdin: new PassThrough(), stdout: new PassThrough(), stderr } as never
  expect(await commandLine(["create-project", "No"], environment, terminal)).toBe(1)
  expect(String(stderr.read())).toContain("(scope-missing)")
})

test("it starts from the shell", async () => {
  const { token } = await tokenOf(["read"])
  const env = { ...process.env, XDG_CONFIG_HOME: folder, APPARATUS_TOKEN: token, APPARATUS_SERVER: server.origin }
  const root = join(import.meta.dirname, "../..")
  const out = await new Promise<string>((done, failed) =>
    execFile(process.execPath, ["lib/boot/cli.js", "whoami"], { cwd: root, env }, (error, out) =>
      error ? failed(error) : done(out),
    ),
  )
  expect(out).toContain("Vera Lindqvist")
})
