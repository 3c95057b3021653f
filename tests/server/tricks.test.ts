import { uuidv7 } from "uuidv7"
import { beforeAll, expect, test, vi } from "vitest"
import { room } from "../commands/everybody.ts"
import { requestTo, routes } from "./caller.ts"
import { visitorOf } from "./signed-in.ts"
import { Visitor } from "./visitor.ts"

const current = vi.hoisted(() => ({ headers: new Headers() }))
vi.mock("next/headers", () => ({ headers: async () => current.headers }))

/** Headers by which some server, proxy or framework lets somebody be another, come from elsewhere or ask for something else. */
const headers: Readonly<Record<string, string>> = {
  "x-http-method-override": "DELETE",
  "x-method-override": "DELETE",
  "x-original-url": "/api/v1/projects",
  "x-rewrite-url": "/api/v1/projects",
  "x-forwarded-host": "elsewhere.example",
  "x-forwarded-user": "owner@example.org",
  "x-remote-user": "owner@example.org",
  "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
  "x-middleware-rewrite": "/api/v1/projects",
  "x-invoke-path": "/api/v1/projects",
  "x-nextjs-data": "1",
  "next-action": "0".repeat(40),
  "x-apparatus-route": "/api/v1/projects",
  authorization: "Basic b3duZXI6b3duZXI=",
}

/** What stands where an id or a number should, in an address that was already decoded. */
const parts = [
  "..",
  "../../account",
  "\0",
  `${uuidv7()}\0`,
  ` ${uuidv7()}`,
  `${uuidv7()},${uuidv7()}`,
  `${uuidv7()}' OR '1'='1`,
  uuidv7().replaceAll("-", ""),
  "null",
  "__proto__",
  "1e0",
  "١",
  "-1",
  "99999999999999999999",
  "\ud800",
  "a".repeat(10_000),
]

const everything = [...routes.keys()].filter(at => !at.includes("[...rest]")).sort()
/** An input whose ids are well formed and nobody's. */
const nowhere = (at: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...Object.fromEntries([...at.matchAll(/\[(\w+)\]/g)].map(([, name]) => [name!, name === "number" ? "1" : uuidv7()])),
  ...(!at.startsWith("GET ") && { requestId: uuidv7() }),
  ...more,
})

async function send(visitor: Visitor, at: string, input: Readonly<Record<string, unknown>>, more = {}) {
  const { request, context } = requestTo(visitor, { at, input, headers: more })
  current.headers = request.headers
  const response = await routes.get(at)!(request, context)
  await response.body?.cancel()
  return response.status
}

let stranger: { readonly id: string }
let owner: Visitor
let projectId: string
beforeAll(async () => {
  vi.spyOn(console, "info").mockImplementation(() => {})
  const here = await room()
  stranger = here.stranger
  owner = await visitorOf(here.owner)
  projectId = here.projectId
})

test("no header makes anybody another, or a request another one, at any route", async () => {
  const different: string[] = []
  // Each time anew: one of the routes signs out.
  const who = { nobody: async () => new Visitor("192.0.2.77"), "a stranger": () => visitorOf(stranger) }
  for (const at of everything)
    for (const [name, visitor] of Object.entries(who)) {
      const input = nowhere(at)
      const [plain, tricked] = [await send(await visitor(), at, input), await send(await visitor(), at, input, headers)]
      if (plain !== tricked) different.push(`${at} by ${name}: ${plain}, with the headers ${tricked}`)
    }
  expect(different).toEqual([])
})

test("whatever stands where an id or a number should is refused, and none of it is a defect", async () => {
  const wrong: string[] = []
  for (const at of everything)
    for (const [, name] of at.matchAll(/\[(\w+)\]/g))
      for (const part of parts) {
        const real = at.includes("[projectId]") && name !== "projectId" ? { projectId } : {}
        const status = await send(owner, at, nowhere(at, { ...real, [name!]: part }))
        if (status < 400 || status >= 500)
          wrong.push(`${at} with ${JSON.stringify(part).slice(0, 60)} as ${name}: ${status}`)
      }
  expect(wrong).toEqual([])
})
