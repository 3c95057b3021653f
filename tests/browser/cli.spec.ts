import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { client } from "../../lib/client/client.ts"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { expect, signIn, test } from "./person.ts"

const folder = mkdtempSync(join(tmpdir(), "apparatus-cli-"))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Run the command line as a script would: no terminal, a folder of its own for what is kept. */
function cli(args: readonly string[], stdin = ""): Promise<Ended> {
  const { APPARATUS_TOKEN: _token, APPARATUS_SERVER: _server, ...rest } = process.env
  return new Promise(done => {
    const child = execFile(
      process.execPath,
      ["lib/boot/cli.js", ...args],
      { cwd: join(import.meta.dirname, "../.."), env: { ...rest, XDG_CONFIG_HOME: folder } },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin!.end(stdin)
  })
}

/** What a command prints, when it goes well. */
async function said(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await cli(args)
  expect([code, err], args.join(" ")).toEqual([0, ""])
  return out.trim()
}

test("a project is made, filled, labelled and exported from the command line", async ({ page, baseURL }) => {
  test.slow()
  await signIn(page, "owner@example.org")
  const wish = { id: crypto.randomUUID(), name: "Command line", scopes: ["read", "write", "manage"], days: 1 }
  const made = await page.request.post("/api/v1/account/tokens", { data: wish })
  const { token } = (await made.json()) as { token: string }

  expect(await cli(["whoami"])).toMatchObject({ code: 3, err: expect.stringContaining("not logged in") })
  expect(await cli(["login", "--server", baseURL!], "apparatus_wrong\n")).toMatchObject({ code: 3, out: "" })
  const login = await cli(["login", "--server", baseURL!], `${token}\n`)
  expect([login.code, login.err]).toEqual([0, ""])
  expect(login.out).not.toContain(token)
  const kept = join(folder, "apparatus/login.json")
  expect(statSync(kept).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(kept, "utf8"))).toEqual({ server: baseURL, token })
  expect(await said("whoami")).toContain("<owner@example.org>")

  const project = await said("create-project", "From the command line")
  expect(await said("projects")).toContain(project)
  // One person's label is enough here.
  const api = client({ origin: baseURL!, token })
  const speculative = { annotations: 1, agreement: "majority" as const }
  const { kinds, ...documented } = defaultPolicy.documented
  const rules = { ...defaultPolicy, documented: { ...documented, kinds: [...kinds] }, speculative }
  expect(await api.call("changePolicy", { projectId: project, version: 1, ...rules })).toMatchObject({ ok: true })

  const text = join(folder, "The ship.txt")
  writeFileSync(text, "The ship left Hull in May 1912. She carried coal. Nobody saw her again.\n")
  const document = await said("add-document", project, text, "--licence", "CC0-1.0")
  expect(await cli(["add-document", project, text])).toMatchObject({
    code: 1,
    err: expect.stringContaining("(text-known)"),
  })
  expect(await said("documents", project)).toMatch(new RegExp(`^ID .*\\n${document} +3 +0 +The ship$`))

  const claims = (await said("claims", project, "--json")).split("\n").map(line => JSON.parse(line))
  expect(claims.map(({ quote }) => quote)).toEqual([
    "The ship left Hull in May 1912.",
    "She carried coal.",
    "Nobody saw her again.",
  ])
  const claim = `${document}/${claims[1].id}`
  expect(await said("claims", project, "--search", "coal")).toContain(claim)
  expect(await cli(["annotate", claim, "true", "--confidence", "low"])).toMatchObject({ code: 1, out: "" })
  expect(
    await said("annotate", claim, "speculative", "--confidence", "low", "--reason", "Only the owner says so."),
  ).toMatch(/^Labelled speculative\. The claim is vetted\./)
  expect(await said("annotate", claim, "speculative", "--confidence", "moderate", "--reason", "A gap.")).toBeTruthy()
  const [labelled] = (await said("claims", project, "--labelled", "some", "--json")).split("\n")
  expect(JSON.parse(labelled!)).toMatchObject({ id: claims[1].id, labels: 1 })

  const file = join(folder, "claims.json")
  expect(await said("export", project, "json", "-o", file)).toBe(`Written to ${file}.`)
  const exported = JSON.parse(readFileSync(file, "utf8"))
  expect(exported.claims).toMatchObject([{ quote: "She carried coal.", verdict: { label: "speculative" } }])
  expect(await cli(["export", project, "parchment", "-o", file])).toMatchObject({
    code: 1,
    err: expect.stringContaining("Choose a format"),
  })
  expect(await cli(["claims"])).toMatchObject({ code: 2, err: expect.stringContaining("Use: npm run cli -- claims") })
  expect(await said("logout")).toBeTruthy()
  expect(await cli(["projects"])).toMatchObject({ code: 3 })
})
