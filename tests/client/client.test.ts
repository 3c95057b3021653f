import { expect, test } from "vitest"
import { client } from "../../lib/client/client.ts"
import { eachClaim, eachFlag, ListBroken } from "../../lib/client/each.ts"
import { readLines } from "../../lib/client/read-lines.ts"

type Answer = Response | "no network"

/** A server that answers in turn, and what it was asked. */
function server(...answers: readonly Answer[]) {
  const asked: { url: string; method: string; headers: Headers; body: unknown }[] = []
  const waited: number[] = []
  const left = [...answers]
  const reach = async (url: string | URL | Request, init: RequestInit = {}) => {
    const body = typeof init.body === "string" ? JSON.parse(init.body) : null
    asked.push({ url: String(url), method: init.method ?? "GET", headers: new Headers(init.headers), body })
    const answer = left.shift()
    if (answer === undefined || answer === "no network") throw new TypeError("fetch failed")
    return answer
  }
  const wait = async (milliseconds: number) => void waited.push(milliseconds)
  const api = client({ origin: "https://apparatus.example/", token: "secret", fetch: reach as typeof fetch, wait })
  return { ...api, asked, waited }
}

const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ code, sentence: `What to do about ${code}.` }, { status, headers })

const withdrawal = { documentId: "d/1", unitId: "u", seen: "a" }

test("the parts of an input go where the operation's address has them, and the rest into the body or the search", async () => {
  const { call, asked } = server(Response.json({ revision: 7, repeated: false }), Response.json({ claims: [] }))
  const done = await call("withdrawAnnotation", withdrawal)
  expect(done).toEqual({ ok: true, value: { revision: 7, repeated: false } })
  expect(asked[0]).toMatchObject({
    url: "https://apparatus.example/api/v1/documents/d%2F1/annotation/withdraw",
    method: "POST",
    body: { unitId: "u", seen: "a" },
  })
  expect(asked[0]!.headers.get("authorization")).toBe("Bearer secret")
  await call("claims", { projectId: "p", search: "a & b", page: 2 })
  expect(asked[1]).toMatchObject({
    url: "https://apparatus.example/api/v1/projects/p/claims?search=a+%26+b&page=2",
    method: "GET",
    body: null,
  })
  expect(asked[1]!.headers.has("idempotency-key")).toBe(false)
})

test("what the server was too busy for is sent again under the same key, after as long as it says", async () => {
  const busy = problem(429, "too-often", { "Retry-After": "3" })
  const away = problem(503, "database-away")
  const { call, asked, waited } = server(busy, "no network", away, Response.json({ revision: 1, repeated: true }))
  expect(await call("withdrawAnnotation", withdrawal)).toMatchObject({ ok: true, value: { repeated: true } })
  expect(waited).toEqual([3_000, 500, 1_000])
  const keys = asked.map(({ headers }) => headers.get("idempotency-key"))
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(new Set(keys).size).toBe(1)
})

test("another call has another key", async () => {
  const { call, asked } = server(Response.json({}), Response.json({}))
  await call("withdrawAnnotation", withdrawal)
  await call("withdrawAnnotation", withdrawal)
  expect(new Set(asked.map(({ headers }) => headers.get("idempotency-key"))).size).toBe(2)
})

test("a refusal is a value with its code, and is not sent again", async () => {
  const { call, asked } = server(problem(409, "unit-retired"))
  expect(await call("withdrawAnnotation", withdrawal)).toMatchObject({
    ok: false,
    status: 409,
    failure: { code: "unit-retired" },
  })
  expect(asked.length).toBe(1)
})

test("a server that stays away, and one that is none of ours, are failures too", async () => {
  const { call, asked } = server()
  expect(await call("projects", {})).toMatchObject({ ok: false, failure: { code: "unreachable" } })
  expect(asked.length).toBe(5)
  expect(await server(new Response("<html>")).call("projects", {})).toMatchObject({ failure: { code: "unreadable" } })
  expect(await server(Response.json({}, { status: 502 })).call("projects", {})).toMatchObject({
    status: 502,
    failure: { code: "unreadable" },
  })
  // Busy to the last, it says so itself.
  const busy = Array.from({ length: 5 }, () => problem(429, "too-often"))
  expect(await server(...busy).call("projects", {})).toMatchObject({ failure: { code: "too-often" } })
})

test("what takes long is heard of on the way, and its last line is the answer", async () => {
  const lines = '{"share":0.4}\n{"share":0.9}\n{"status":200,"body":{"documentId":"d"}}\n'
  const type = { headers: { "Content-Type": "application/x-ndjson" } }
  const told: number[] = []
  const api = server(
    new Response(lines, type),
    new Response('{"status":422,"body":{"code":"text-empty","sentence":"."}}', type),
  )
  const input = { projectId: "p" } as never
  const onProgress = (share: number) => void told.push(share)
  expect(await api.call("addDocument", input, { onProgress })).toEqual({ ok: true, value: { documentId: "d" } })
  expect(told).toEqual([0.4, 0.9])
  expect(api.asked[0]!.headers.get("accept")).toContain("application/x-ndjson")
  expect(await api.call("addDocument", input, { onProgress })).toMatchObject({
    status: 422,
    failure: { code: "text-empty" },
  })
})

test("a file comes with its name, without the folders that it names", async () => {
  const disposition = `attachment; filename="a.csv"; filename*=UTF-8''..%2F%D0%B0.csv`
  const answer = new Response("a,b", { headers: { "Content-Type": "text/csv", "Content-Disposition": disposition } })
  const { file } = server(answer, problem(409, "export-too-big"))
  const found = await file("exportFile", { projectId: "p", format: "csv" })
  expect(found).toMatchObject({ ok: true, value: { name: ".._а.csv", mediaType: "text/csv" } })
  expect(found.ok && (await new Response(found.value.body).text())).toBe("a,b")
  expect(await file("exportFile", { projectId: "p", format: "csv" })).toMatchObject({
    failure: { code: "export-too-big" },
  })
})

test("flags and claims are gone through by the cursor", async () => {
  const page = (ids: readonly string[], after: string | null) =>
    Response.json({ flags: ids.map(id => ({ id })), after })
  const desk = server(page(["a", "b"], "2"), page(["c"], null))
  const flags: string[] = []
  for await (const { id } of eachFlag(desk, { projectId: "p", sort: "due" })) flags.push(id)
  expect(flags).toEqual(["a", "b", "c"])
  expect(desk.asked[1]!.url).toMatch(/flags\/more\?sort=due&after=2$/)

  const claims = (ids: readonly string[], after: string | null) =>
    Response.json({ claims: ids.map(id => ({ id })), total: 3, after })
  const list = server(claims(["a", "b"], "d.7"), claims(["c"], null))
  const ids: string[] = []
  for await (const { id } of eachClaim(list, { projectId: "p", state: "open" })) ids.push(id)
  expect(ids).toEqual(["a", "b", "c"])
  expect(list.asked.map(({ url }) => url.split("?")[1])).toEqual(["state=open", "state=open&after=d.7"])
  const broken = eachClaim(server(problem(404, "not-found")), { projectId: "p" })
  await expect(broken.next()).rejects.toThrow(ListBroken)
})

test("lines are read however the bytes are cut, in the middle of a letter too", async () => {
  const bytes = new TextEncoder().encode("ä\nfjord\n\nlast")
  for (let size = 1; size < bytes.length; size++) {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
        controller.close()
      },
    })
    const lines: string[] = []
    for await (const line of readLines(stream)) lines.push(line)
    expect(lines).toEqual(["ä", "fjord", "", "last"])
  }
})
