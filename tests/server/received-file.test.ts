import { mkdtempSync, readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { uuidv7 } from "uuidv7"
import { expect, test, vi } from "vitest"
import { projects } from "../../lib/queries/projects.ts"
import { value } from "../queries/project.ts"
import { emptyArchive } from "../support/empty-archive.ts"
import { requestTo, routes } from "./caller.ts"
import { goodPassword, person } from "./person.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))
vi.spyOn(console, "info").mockImplementation(() => {})

// A folder of its own, in which nobody else puts files meanwhile.
process.env["TMPDIR"] = mkdtempSync(join(tmpdir(), "received-"))
process.env["ARCHIVE_LIMIT_MB"] = "1"
const left = () => readdirSync(tmpdir())

async function send(visitor: Visitor, at: string, body: BodyInit, headers: Record<string, string> = {}) {
  const call = { at, input: {}, body, headers: { "content-type": "application/zip", ...headers } }
  const { request, context } = requestTo(visitor, call)
  current.headers = request.headers
  const answer = await routes.get(at)!(request, context)
  const text = await answer.text()
  const told = JSON.parse(text.trimEnd().split("\n").at(-1)!) as { code?: string }
  return { status: answer.status, code: told.code ?? "ok", told, lines: text.trimEnd().split("\n").length }
}

test.each(["POST projects/archive/read", "POST projects/archive"])(
  "%s takes a file from who is signed in, on a page of ours",
  async at => {
    const somebody = await person()
    const visitor = new Visitor()
    expect(await visitor.signIn(somebody.email, goodPassword)).toBeNull()
    const archive = Buffer.from(emptyArchive())
    const large = new Uint8Array(1_048_577)
    const unmeasured = () =>
      new ReadableStream({
        start(controller) {
          for (const half of [large.subarray(0, 600_000), large.subarray(600_000)]) controller.enqueue(half)
          controller.close()
        },
      })
    const refused = [
      [() => send(new Visitor(), at, archive), 401, "signed-out"],
      [() => send(visitor, at, archive, { "sec-fetch-site": "cross-site" }), 403, "foreign-origin"],
      [
        () => send(visitor, at, archive, { "sec-fetch-site": "", origin: "https://evil.example" }),
        403,
        "foreign-origin",
      ],
      [() => send(visitor, at, archive, { "x-apparatus-person": uuidv7() }), 409, "other-person"],
      [() => send(visitor, at, archive, { "content-type": "text/plain" }), 415, "wrong-type"],
      [() => send(visitor, at, archive, { "content-type": "multipart/form-data" }), 415, "wrong-type"],
      [() => send(visitor, at, archive, { "content-length": "2000000" }), 413, "too-large"],
      [() => send(visitor, at, unmeasured()), 413, "too-large"],
      [() => send(visitor, at, archive.subarray(0, 900)), 422, "archive-refused"],
    ] as const
    for (const [answer, status, code] of refused) expect(await answer()).toMatchObject({ status, code })
    expect(left()).toEqual([])
    expect(value(await projects(somebody)).projects).toEqual([])
    expect(await send(visitor, at, archive)).toMatchObject({ status: 200, code: "ok", told: { name: "Elsewhere" } })
    const onTheWay = await send(visitor, at, emptyArchive().slice(), { accept: "application/x-ndjson" })
    expect(onTheWay).toMatchObject({ told: { status: 200, body: { name: "Elsewhere" } } })
    expect(left()).toEqual([])
    expect(value(await projects(somebody)).projects).toHaveLength(at.endsWith("read") ? 0 : 2)
  },
)
