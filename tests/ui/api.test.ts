import { afterEach, describe, expect, test, vi } from "vitest"
import { api } from "../../app/_ui/api.ts"
import { hostSessions } from "../../app/_ui/session-asked.ts"

const answering = (answer: () => Response | Promise<Response>) => {
  const fetched = vi.fn((_address: string, _request: RequestInit) => Promise.resolve().then(answer))
  vi.stubGlobal("fetch", fetched)
  return fetched
}

afterEach(() => vi.unstubAllGlobals())

describe("api", () => {
  test("sends JSON under /api/v1 and gives back the value", async () => {
    const fetched = answering(() => Response.json({ id: "a" }))
    expect(await api.post("/projects", { name: "Purges" })).toEqual({ ok: true, value: { id: "a" } })
    const [address, request] = fetched.mock.calls[0]!
    expect(address).toBe("/api/v1/projects")
    expect(request).toMatchObject({ method: "POST", body: '{"name":"Purges"}', credentials: "same-origin" })
    expect(new Headers(request.headers).get("content-type")).toBe("application/json")
  })
  test("an empty answer is null", async () => {
    answering(() => new Response(null, { status: 204 }))
    expect(await api.post("/account/sign-out")).toEqual({ ok: true, value: null })
  })
  test("reading sends no body", async () => {
    const fetched = answering(() => Response.json([]))
    await api.get("/projects")
    expect(fetched.mock.calls[0]![1]).not.toHaveProperty("body")
  })
  test("a refusal keeps its code, its sentence and its facts", async () => {
    answering(() =>
      Response.json({ code: "conflict", sentence: "Compare both.", by: "Lev", current: 3 }, { status: 409 }),
    )
    expect(await api.post("/x")).toEqual({
      ok: false,
      status: 409,
      failure: { code: "conflict", sentence: "Compare both.", by: "Lev", current: 3 },
    })
  })
  test("what needs a proof of who one is asks for it and goes on, or tells so when none is given", async () => {
    const needed = () => Response.json({ code: "proof-needed", sentence: "Confirm." }, { status: 403 })
    const asked: string[] = []
    const given = [true, false]
    const stop = hostSessions((what, done) => {
      asked.push(what)
      done(given.shift()!)
    })
    const fetched = answering(() => (fetched.mock.calls.length === 1 ? needed() : Response.json({ id: "a" })))
    expect(await api.post("/account/tokens", { name: "A script" })).toEqual({ ok: true, value: { id: "a" } })
    expect(fetched.mock.calls.map(([, { body }]) => body)).toEqual(['{"name":"A script"}', '{"name":"A script"}'])
    answering(needed)
    expect(await api.post("/account/tokens")).toMatchObject({ ok: false, failure: { code: "proof-needed" } })
    stop()
    expect(await api.post("/account/tokens")).toMatchObject({ ok: false, failure: { code: "proof-needed" } })
    expect(asked).toEqual(["proof", "proof"])
  })
  test("a dead network keeps what was typed and says so", async () => {
    answering(() => Promise.reject(new TypeError("Failed to fetch")))
    expect(await api.post("/x")).toEqual({
      ok: false,
      status: 0,
      failure: { code: "offline", sentence: "The server can't be reached. What you typed is kept; try again." },
    })
  })
  test("a network that dies while answering is the same", async () => {
    answering(() => new Response(new ReadableStream({ start: stream => stream.error(new TypeError("terminated")) })))
    expect(await api.get("/x")).toMatchObject({ ok: false, failure: { code: "offline" } })
  })
  test("what the page gave up is not called offline", async () => {
    answering(() => Promise.reject(new DOMException("aborted", "AbortError")))
    expect(await api.get("/x", { signal: AbortSignal.abort() })).toMatchObject({ failure: { code: "abandoned" } })
  })
  test.each([
    [401, "signed-out"],
    [502, "defect"],
    [200, "defect"],
  ])("%i with a page instead of JSON is %s", async (status, code) => {
    answering(() => new Response("<html>", { status }))
    expect(await api.get("/x")).toMatchObject({ ok: false, status, failure: { code } })
  })
  test("a refusal without a sentence is a defect, with one to show", async () => {
    answering(() => Response.json({ error: "boom" }, { status: 500 }))
    const result = await api.get("/x")
    expect(result.ok || result.failure.sentence).toMatch(/could not be read/)
  })
})
