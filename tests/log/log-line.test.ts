import fc from "fast-check"
import { afterEach, expect, test, vi } from "vitest"
import { log, loggedError } from "../../lib/log/log-line.js"
import { logRequest } from "../../lib/log/request-log.js"

const secret = "the witness lives in Odessa"

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test("a line is one JSON object with its level, time and event", () => {
  const printed = vi.spyOn(console, "info").mockImplementation(() => {})
  log("info", "sign-in.refused", { why: "token-invalid" })
  const [line] = printed.mock.calls[0]!
  expect(JSON.parse(line)).toEqual({
    level: "info",
    at: expect.any(String),
    event: "sign-in.refused",
    why: "token-invalid",
  })
  expect(new Date(JSON.parse(line).at).toISOString()).toBe(JSON.parse(line).at)
})

test("an error is told by its kind, its code and its places, and by nothing that was said", () => {
  const error = Object.assign(new TypeError(`Cannot read “${secret}”`), { code: "23505" })
  expect(loggedError(error)).toEqual({ name: "TypeError", code: "23505", at: expect.any(Array) })
  expect(loggedError(error).at![0]).toContain("log-line.test.ts")
  expect(JSON.stringify(loggedError(error))).not.toContain("Odessa")
})

test("words that look like a place in the program are none", () => {
  const error = new Error(`first line\n    at ${secret} (/home/ann/notes.ts:1:1)\n    at the end:2:2`)
  expect(JSON.stringify(loggedError(error))).not.toMatch(/Odessa|notes\.ts|the end/)
  expect(loggedError(error).at!.length).toBeGreaterThan(0)
})

test("what Prisma says of the database's error is told by its codes", () => {
  const cause = { kind: "postgres", originalCode: "23505", originalMessage: `Key (name)=(${secret}) already exists.` }
  const adapter = Object.assign(new Error(secret), { name: "DriverAdapterError", cause })
  const error = Object.assign(new Error(secret), {
    name: "PrismaClientKnownRequestError",
    code: "P2002",
    meta: { modelName: secret, driverAdapterError: adapter },
  })
  expect(loggedError(error)).toMatchObject({
    name: "PrismaClientKnownRequestError",
    code: "P2002",
    cause: { name: "DriverAdapterError", cause: { name: "postgres", code: "23505" } },
  })
  expect(JSON.stringify(loggedError(error))).not.toContain("Odessa")
})

test("nothing of an error's words ever gets through, whatever they are", () => {
  const words = fc.string({ minLength: 12, unit: "binary" }).map(text => `${secret}${text}`)
  const whatever = fc.record({ message: words, name: words, code: words, thrown: fc.anything() })
  fc.assert(
    fc.property(whatever, ({ message, name, code, thrown }) => {
      const inner = Object.assign(new Error(message), { name, code })
      const error = new Error(message, { cause: thrown instanceof Error ? thrown : inner })
      for (const one of [error, inner, message, { message }, null, thrown])
        expect(JSON.stringify(loggedError(one))).not.toContain("Odessa")
    }),
  )
})

test("a chain of causes that bites its own tail has an end", () => {
  const error = new Error("round")
  error.cause = error
  expect(JSON.stringify(loggedError(error)).match(/"cause"/g)).toHaveLength(4)
})

test("requests have a line when LOG says so, and a defect's line is an error", () => {
  const info = vi.spyOn(console, "info").mockImplementation(() => {})
  const trouble = vi.spyOn(console, "error").mockImplementation(() => {})
  const request = { id: "1", method: "GET", route: "/projects/[projectId]", status: 200, milliseconds: 12.345 }
  logRequest(request)
  expect(info).not.toHaveBeenCalled()
  vi.stubEnv("LOG", "requests")
  logRequest(request)
  logRequest({ ...request, status: 500 })
  const { at: _, ...line } = JSON.parse(info.mock.calls[0]![0])
  expect(line).toEqual({
    level: "info",
    event: "request",
    request: "1",
    method: "GET",
    route: "/projects/[projectId]",
    status: 200,
    ms: 12.3,
  })
  expect(JSON.parse(trouble.mock.calls[0]![0])).toMatchObject({ level: "error", status: 500 })
})
