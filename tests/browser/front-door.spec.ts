import type { Page } from "@playwright/test"
import { actionTricks, addressHeaders, headerTricks, pathTricks } from "./address-tricks.ts"
import { type Address, everyAddress, filled } from "./every-address.ts"
import { expect, newProject, post, read, signIn, test } from "./person.ts"
import { type Answered, type Asked, ask, trickle } from "./raw-request.ts"

const id = () => crypto.randomUUID()
/** Words that stand wherever something can be written in the project of the owner, and nowhere else. */
const secret = "Zimmerwald"
const pages = everyAddress.filter(({ path }) => !path.startsWith("/api/"))
const isRead = ({ method }: Address) => method === "GET"

/** The cookies of whoever is signed in on the page. */
const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ")

/** A project that nobody but its owner may know of; answers an id for each part of its addresses. */
async function privateProject(owner: Page): Promise<Readonly<Record<string, string>>> {
  const [documentId, sourceId, flagId, threadId, viewId, snapshotId] = [id(), id(), id(), id(), id(), id()]
  const project = await newProject(owner, `The ${secret} papers`)
  const document = `/documents/${documentId}`
  const text = `The ${secret} papers were written in 1915. They were burnt in ${secret} in 1920.`
  const about = { title: secret, author: secret, licence: "", foundAt: "", foundOn: "", language: "en", again: false }
  await post(owner, `${project}/documents`, { id: documentId, ...about, text })
  const room = await read<{ units: { id: string; start: number; end: number }[] }>(owner, document)
  const [{ id: unitId }, { start, end }] = room.units as [(typeof room.units)[number], (typeof room.units)[number]]
  const csl = { type: "book", title: secret }
  await post(owner, `${project}/sources`, { id: sourceId, kind: "memoir", csl, archive: null, created: "", tells: "" })
  const file = { fileName: `${secret}.txt`, base64: Buffer.from(secret).toString("base64") }
  await post(owner, `${project}/sources/${sourceId}/snapshots`, { id: snapshotId, takenOn: "2026-11-28", ...file })
  const rationale = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: secret }] }] }
  const label = { label: "speculative", confidence: "low", rationale, seen: null }
  await post(owner, `${document}/annotation`, { unitId, id: id(), ...label })
  const quote = text.slice(start, end)
  const flag = { start, end, quote, reason: "needs-source", note: secret, blocking: false }
  await post(owner, `${document}/flags`, { id: flagId, ...flag })
  await post(owner, `${document}/threads`, { threadId, id: id(), unitId, text: secret })
  const projectId = project.split("/").at(-1)!
  return { projectId, documentId, unitId, sourceId, flagId, threadId, viewId, snapshotId, number: "1", revision: "1" }
}

/** Somebody who is signed in and in no project; answers their cookies. */
async function stranger(owner: Page, second: Page): Promise<string> {
  const { path } = await post(owner, `${await newProject(owner, "Elsewhere")}/invitations`, {
    id: id(),
    role: "reader",
    note: "",
  })
  const email = `stranger-${Date.now()}@example.org`
  const account = {
    secret: String(path).split("/").at(-1),
    name: "A stranger",
    email,
    password: "one more lighthouse keeper",
  }
  const answer = await second.request.post("/api/v1/invitation/register", { data: { requestId: id(), ...account } })
  expect(answer.status(), await answer.text()).toBe(200)
  await second.goto("/sign-in")
  await second.getByLabel("E-mail address").fill(email)
  await second.getByLabel("Password", { exact: true }).fill(account.password)
  await second.getByRole("button", { name: "Sign in", exact: true }).click()
  await second.waitForURL("**/projects")
  return cookieOf(second)
}

/** Does all of it, some at once. */
async function allOf(work: Iterable<() => Promise<void>>): Promise<void> {
  const left = work[Symbol.iterator]()
  const worker = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await next.value()
  }
  await Promise.all(Array.from({ length: 6 }, worker))
}

/** What an answer must never be to somebody who may know nothing of the project. */
function wrong({ status, location, text }: Answered, origin: string): string | null {
  if (text.includes(secret)) return "it tells what is private"
  if (status === 0) return "no answer"
  // Without a host that passkeys could belong to there is no sign-in by them.
  if (status >= 500 && !text.includes('"code":"sign-in-failed"')) return `a defect, ${status}`
  const leads = location !== "" && new URL(location, origin).origin !== origin
  return leads ? `it leads to ${location}` : null
}

test.describe("what comes over the wire", () => {
  test("no trick with an address or a header reaches what the plain address would not, and none is a defect", async ({
    page,
    second,
    baseURL,
  }) => {
    test.slow()
    const origin = baseURL!
    await signIn(page, "owner@example.org")
    const parts = await privateProject(page)
    const owner = await cookieOf(page)
    const callers = [undefined, await stranger(page, second)]
    // Everything that the owner is told of the project by the API, which nobody else's request may change.
    const told = everyAddress.filter(at => isRead(at) && /^\/api\/v1\/(?:projects|documents)\/\[/.test(at.path))
    const state = async () => {
      const answers = new Map<string, string>()
      await allOf(
        told.map(({ path }) => async () => {
          // These say when they were read.
          if (/\/(?:archive|agreement|matrix|documents\/\[documentId\])$/.test(path)) return
          answers.set(path, (await ask(origin, { target: filled(path, parts), cookie: owner })).text)
        }),
      )
      return answers
    }
    const before = await state()
    expect([...before.values()].filter(text => text.includes(secret)).length).toBeGreaterThan(30)

    const faults: string[] = []
    const tryIt = (what: string, asked: Asked) => async () => {
      let answer = await ask(origin, asked)
      // Data of a page has an address that is made of its headers; the server says which.
      if (answer.status === 307 && answer.location.includes("_rsc=") && !asked.target.includes("_rsc="))
        answer = await ask(origin, { ...asked, target: answer.location.replace(origin, "") })
      const fault = wrong(answer, origin)
      if (fault) faults.push(`${asked.method} ${asked.target.slice(0, 120)}, ${what}: ${fault}`)
    }
    function* tricks(): Generator<() => Promise<void>> {
      for (const [n, at] of everyAddress.entries()) {
        // Whoever signs out has nothing to try afterwards.
        const who = /account\/(?:sign-out|sessions)/.test(at.path) ? [undefined] : callers
        const path = filled(at.path, parts)
        const { method } = at
        const json = { "content-type": at.takes, "sec-fetch-site": "same-origin" }
        const plain = { method, ...(!isRead(at) && { headers: json, body: JSON.stringify({ requestId: id() }) }) }
        yield tryIt("plain", { ...plain, target: path, cookie: who[n % who.length] })
        // A path trick at a twelfth of the addresses, a header at a sixth, by each caller in turn; what Next fell for at all.
        for (const [m, [what, trick]] of Object.entries(pathTricks).entries())
          if ((n + m) % 12 === 0) yield tryIt(what, { ...plain, target: trick(path), cookie: who[m % who.length] })
        // Attempts at what lets people in are counted by the address that they come from, which the tests share.
        const counted = !isRead(at) && /\/(?:invitation|setup|sign-in)\b/.test(at.path)
        for (const [m, [what, trick]] of Object.entries(headerTricks).entries())
          if (m === 0 || (!counted && (n + m) % 6 === 0)) {
            const headers = { ...plain.headers, ...trick(path) }
            yield tryIt(what, { ...plain, target: path, headers, cookie: who[(n + m) % who.length] })
          }
        if (isRead(at))
          yield tryIt("in headers", {
            method,
            target: path.startsWith("/api/") ? "/api/v1/projects" : "/problems",
            headers: addressHeaders(path),
            cookie: who[n % 2],
          })
      }
      for (const [n, { path }] of pages.entries())
        for (const [m, sent] of actionTricks.entries())
          yield tryIt(`sent ${m}`, {
            method: "POST",
            target: filled(path, parts),
            cookie: callers[(n + m) % 2],
            ...sent,
          })
    }
    await allOf(tricks())
    expect(faults).toEqual([])
    const after = await state()
    expect([...before].filter(([path, text]) => after.get(path) !== text).map(([path]) => path)).toEqual([])
  })

  test("a body that comes a byte at a time is cut off everywhere at once, with a sentence, and holds nobody up", async ({
    page,
    second,
    baseURL,
  }) => {
    const origin = baseURL!
    await signIn(page, "owner@example.org")
    await signIn(second, "reviewer-3@example.org")
    const cookie = await cookieOf(second)
    const slowly = (some: readonly Address[]) =>
      some.map(async (at, n) => {
        const length = n % 2 === 0 ? { "Content-Length": "1000" } : { "Transfer-Encoding": "chunked" }
        const headers = { "Content-Type": at.takes, "Next-Action": "0".repeat(42), ...length }
        return { at, ...(await trickle(origin, { method: at.method, target: filled(at.path, {}), cookie, headers })) }
      })
    const writes = slowly([...everyAddress.filter(at => !isRead(at)), ...pages.map(at => ({ ...at, method: "POST" }))])
    expect(writes.length).toBeGreaterThan(180)
    const waits: number[] = []
    for (let n = 0; n < 3; n++) {
      await new Promise(done => setTimeout(done, 700))
      const began = performance.now()
      await read(page, "/projects")
      await newProject(page, "Meanwhile")
      waits.push(performance.now() - began)
    }
    expect(Math.min(...waits)).toBeLessThan(2_000)
    const cut = await Promise.all([...writes, ...slowly(everyAddress.filter(isRead))])
    const bad = cut.filter(({ at, said, seconds }) => {
      // What reads no body has answered before it was cut.
      const waits = at.method !== "GET" && !at.path.includes("/unsubscribe/")
      const reasoned = waits
        ? /^HTTP\/1\.1 408 .*"sentence":"The request was not here whole within 8 seconds/s
        : /^HTTP\/1\.1 [234]/
      return seconds > 8 + 2 + 5 || !reasoned.test(said)
    })
    expect(
      bad.map(({ at, said, seconds }) => `${at.method} ${at.path}: ${said.slice(0, 200)} after ${seconds}`),
    ).toEqual([])
  })
})
