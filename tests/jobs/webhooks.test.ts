import { uuidv7 } from "uuidv7"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { changeWebhook } from "../../lib/commands/change-webhook.ts"
import { pauseWebhook } from "../../lib/commands/pause-webhook.ts"
import { removeWebhook } from "../../lib/commands/remove-webhook.ts"
import { renewWebhookSecret } from "../../lib/commands/renew-webhook-secret.ts"
import { resumeWebhook } from "../../lib/commands/resume-webhook.ts"
import { sendAgain, sendAllAgain } from "../../lib/commands/send-again.ts"
import { tryWebhook } from "../../lib/commands/try-webhook.ts"
import { database } from "../../lib/db/client.ts"
import { noteAttempt, sweepDeliveries, takeDelivery } from "../../lib/db/delivery-work-rows.ts"
import { sendDelivery } from "../../lib/jobs/send-delivery.ts"
import { startTellingWebhooks } from "../../lib/jobs/telling-webhooks.ts"
import { activity } from "../../lib/queries/activity.ts"
import { webhook } from "../../lib/queries/webhook.ts"
import { webhookDelivery } from "../../lib/queries/webhook-delivery.ts"
import { room } from "../commands/room.ts"
import { code, value } from "../queries/project.ts"
import {
  address,
  closeReceivers,
  eventsOf,
  hooked,
  hurry,
  isSigned,
  messagesOf,
  origin,
  receiver,
  sendAll,
  spreadAll,
  takes,
} from "./receiver.ts"

beforeEach(async () => {
  await database().webhook.deleteMany()
})
afterEach(() => {
  closeReceivers()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const row = (id: string) => database().webhook.findUniqueOrThrow({ where: { id } })

/** A room with a webhook and one message that waits for it. */
async function waiting() {
  const here = await room()
  const place = await hooked(here.owner, here.projectId)
  const id = uuidv7()
  const { projectId, webhookId, secret } = place
  value(await tryWebhook(here.owner, { projectId, webhookId, id }))
  return { here, projectId, webhookId, secret, id }
}
const again = (place: { projectId: string; webhookId: string }) => ({
  projectId: place.projectId,
  webhookId: place.webhookId,
  requestId: uuidv7(),
})

test("what happens arrives, signed, in ids alone; what happened before the webhook was made does not", async () => {
  const here = await room()
  const { ann, owner, projectId, documentId, first } = here
  value(await here.label(ann, first, "documented"))
  const { webhookId, secret } = await hooked(owner, projectId)
  value(await here.label(ann, first, "disputed", await seenBy(first), "A reason that stays here."))
  const flagId = uuidv7()
  value(await here.flag(ann, "The ship", true, flagId))
  const sourceId = await here.source(ann, "A title that stays here")
  await spreadAll()
  await spreadAll()
  const { arrived, post } = await receiver(takes)
  await sendAll(post)
  const told = arrived.map(({ body }) => JSON.parse(body))
  expect(told.map(({ type }) => type).sort()).toEqual(["annotation.given", "flag.raised", "source.added"])
  const labelled = told.find(({ type }) => type === "annotation.given")
  expect(labelled).toEqual({
    id: expect.any(String),
    type: "annotation.given",
    timestamp: expect.stringMatching(/^\d{4}-.+Z$/),
    data: {
      ...{ project: projectId, document: documentId, claim: first, revision: 2 },
      url: `${origin}/api/v1/documents/${documentId}/claims/${first}`,
    },
  })
  expect(told.find(({ type }) => type === "flag.raised").data).toMatchObject({ flag: flagId, document: documentId })
  expect(told.find(({ type }) => type === "source.added").data).toMatchObject({ source: sourceId })
  for (const { body } of arrived)
    for (const hidden of ["stays here", ann.id, ann.name, "disputed"]) expect(body).not.toContain(hidden)
  for (const message of arrived) {
    expect(isSigned(message, secret)).toBe(true)
    expect(isSigned({ ...message, body: message.body.replace(projectId, uuidv7()) }, secret)).toBe(false)
    expect(message.headers["webhook-id"]).toBe(JSON.parse(message.body).id)
    expect(message.path).toBe("/in?key=1")
  }
  const page = value(await webhook(owner, projectId, { webhookId }))
  expect(page.webhook.deliveries).toEqual({ waiting: 0, delivered: 3, "given-up": 0 })
  expect(page.messages[0]).toMatchObject({ state: "delivered", attempts: 1, status: 204, trouble: null, nextAt: null })
})

const seenBy = async (unitId: string) =>
  (await database().annotation.findFirstOrThrow({ where: { unitId, current: true } })).id

test("only what was chosen is told, of documents added later too, and a change that was rolled back is told to nobody", async () => {
  const here = await room()
  const { ann, owner, projectId, documentId, first } = here
  const { webhookId } = await hooked(owner, projectId, ["annotation.given", "document.added"])
  await spreadAll()
  const broken = database().$transaction(async tx => {
    await tx.$executeRaw`UPDATE "Document" SET revision = revision + 1 WHERE id = ${documentId}::uuid`
    const data = { streamId: documentId, revision: 1, projectId, documentId, unitId: first, actorId: ann.id }
    const more = { at: new Date(), kind: "annotation-given", body: "{}", requestId: uuidv7() }
    const hash = new Uint8Array(32)
    await tx.change.create({ data: { ...data, ...more, inputHash: hash, hash } })
    await spreadAll()
    throw new Error("rolled back")
  })
  await expect(broken).rejects.toThrow("rolled back")
  await spreadAll()
  expect(await eventsOf(webhookId)).toEqual([])
  value(await here.flag(ann, "The ship"))
  value(await here.label(ann, first, "documented"))
  const later = await room({ ...here })
  value(await later.label(ann, later.first, "documented"))
  await spreadAll()
  expect((await eventsOf(webhookId)).sort()).toEqual(["annotation.given", "annotation.given", "document.added"])
  const added = (await messagesOf(webhookId)).find(({ event }) => event === "document.added")!
  expect(JSON.parse(added.body).data.document).toBe(later.documentId)
})

test("workers who make messages at once make each once, and a change that comes meanwhile is not passed over", async () => {
  const here = await room()
  const { ann, owner, projectId, first } = here
  const { webhookId } = await hooked(owner, projectId, ["annotation.given", "flag.raised"])
  value(await here.label(ann, first, "documented"))
  const others = [spreadAll(), spreadAll(), spreadAll()]
  value(await here.flag(ann, "The ship"))
  await Promise.all(others)
  await spreadAll()
  expect(await eventsOf(webhookId)).toEqual(["annotation.given", "flag.raised"])
})

test("verdicts that a change brings down are told with it", async () => {
  const here = await room()
  const { ann, ben, owner, projectId, first } = here
  const cited = await here.source(ann)
  value(await here.label(ann, first, "documented"))
  value(await here.label(ben, first, "documented"))
  const citationId = uuidv7()
  value(await here.cite(ann, first, cited, "supports", citationId))
  const had = await database().unit.findUniqueOrThrow({ where: { id: first } })
  expect(had.verdict).toBe("documented")
  const { webhookId } = await hooked(owner, projectId, ["verdict.fell"])
  value(await here.policy({ annotations: 3 }))
  await spreadAll()
  const [message, ...others] = await messagesOf(webhookId)
  expect(others).toEqual([])
  expect(JSON.parse(message!.body)).toMatchObject({ type: "verdict.fell", data: { project: projectId, claim: first } })
})

test("two workers never send one message at once; one that died on the way sends it again under the same id", async () => {
  const { id, secret } = await waiting()
  const { arrived, post } = await receiver(takes)
  const [one, other] = await Promise.all([takeDelivery(), takeDelivery()])
  const taken = (one ?? other)!
  expect([one, other].filter(Boolean).length).toBe(1)
  expect(await takeDelivery()).toBeNull()
  // It was sent, and its worker died before it could say so.
  await post({ url: address, method: "POST", headers: { "webhook-id": taken.id }, body: taken.body, bytes: 10 })
  await database().webhookDelivery.update({ where: { id }, data: { heldUntil: new Date(0) } })
  await sendAll(post)
  expect(arrived.map(({ headers }) => headers["webhook-id"])).toEqual([id, id])
  expect(isSigned(arrived[1]!, secret)).toBe(true)
  const attempt = { at: new Date(), milliseconds: 1, status: 500, trouble: "status", answer: "" } as const
  expect(await noteAttempt(taken, attempt, { state: "given-up", gone: true })).toBe(false)
  const [message] = await database().webhookDelivery.findMany({ where: { id }, include: { log: true } })
  expect(message).toMatchObject({ state: "delivered", attempts: 2, leaseId: null })
  expect(message!.log.map(({ number, status }) => [number, status])).toEqual([[2, 204]])
})

test("a receiver that is down is asked again, later each time, and every sending stands in the log", async () => {
  const { here, projectId, webhookId, id } = await waiting()
  let status = 500
  const { arrived, post } = await receiver((_, response) =>
    response.writeHead(status, status === 503 ? { "retry-after": "7200" } : {}).end(`\0Broken: ${"b".repeat(9_000)}`),
  )
  const wait = async () => {
    const { nextAt, log } = await database().webhookDelivery.findUniqueOrThrow({
      where: { id },
      include: { log: { orderBy: { number: "desc" }, take: 1 } },
    })
    return (nextAt.getTime() - log[0]!.at.getTime()) / 1_000
  }
  await sendAll(post)
  expect(await wait()).toBeGreaterThan(4.9)
  expect(await wait()).toBeLessThan(20)
  expect(await takeDelivery()).toBeNull()
  status = 503
  await hurry()
  await sendAll(post)
  expect(await wait()).toBeGreaterThan(7_199)
  status = 200
  await hurry()
  await sendAll(post)
  expect(arrived.length).toBe(3)
  expect(new Set(arrived.map(({ body }) => body)).size).toBe(1)
  const found = value(await webhookDelivery(here.owner, projectId, { webhookId, deliveryId: id }))
  expect(found.message).toMatchObject({ state: "delivered", attempts: 3, body: arrived[0]!.body })
  expect(found.attempts.map(({ number, status, trouble }) => [number, status, trouble])).toEqual([
    [3, 200, null],
    [2, 503, "status"],
    [1, 500, "status"],
  ])
  expect(found.attempts[0]!.answer).toMatch(/^�Broken: b+$/)
  expect(found.attempts[0]!.answer.length).toBe(500)
})

test("what can't be delivered in ten sendings is given up; after five such messages the webhook pauses and says why", async () => {
  const { here, projectId, webhookId, id } = await waiting()
  const { owner } = here
  const { post } = await receiver((_, response) => response.writeHead(500).end())
  for (let nth = 1; nth < 10; nth++) {
    await hurry()
    await sendAll(post)
  }
  expect((await messagesOf(webhookId))[0]).toMatchObject({ state: "waiting", failures: 9 })
  await hurry()
  await sendAll(post)
  expect((await messagesOf(webhookId))[0]).toMatchObject({ state: "given-up", attempts: 10 })
  expect(await row(webhookId)).toMatchObject({ pausedAt: null, givenUp: 1 })
  await database().webhook.update({ where: { id: webhookId }, data: { givenUp: 4 } })
  expect(code(await sendAgain(owner, { projectId, webhookId, deliveryId: id }))).toBe("ok")
  expect(code(await sendAgain(owner, { projectId, webhookId, deliveryId: id }))).toBe("delivery-not-ended")
  await database().webhookDelivery.update({ where: { id }, data: { failures: 9 } })
  await sendAll(post)
  expect(await row(webhookId)).toMatchObject({ pausedWhy: "failing", givenUp: 5 })
  expect(value(await sendAllAgain(owner, { projectId, webhookId }))).toEqual({ count: 1 })
  expect(await takeDelivery()).toBeNull()
  value(await resumeWebhook(owner, { ...again({ projectId, webhookId }), missed: "send" }))
  const mended = await receiver(takes)
  await sendAll(mended.post)
  expect(mended.arrived.map(({ headers }) => headers["webhook-id"])).toEqual([id])
  expect(await row(webhookId)).toMatchObject({ pausedAt: null, givenUp: 0 })
})

test("a receiver that is gone for good is asked no more", async () => {
  const { webhookId } = await waiting()
  const { post } = await receiver((_, response) => response.writeHead(410).end())
  await sendAll(post)
  expect(await row(webhookId)).toMatchObject({ pausedWhy: "gone" })
  expect((await messagesOf(webhookId))[0]).toMatchObject({ state: "given-up", attempts: 1 })
})

test("a private address is never asked, also when the name resolves to it only the second time", async () => {
  const { id } = await waiting()
  const resolved = [["10.0.0.7"], ["93.184.216.34"], ["93.184.216.34", "127.0.0.1"]]
  const { arrived, post } = await receiver(takes, async () => resolved.shift()!)
  await sendAll(post)
  expect(arrived.length).toBe(0)
  const log = async () => (await database().webhookAttempt.findMany({ where: { deliveryId: id } })).map(a => a.trouble)
  expect(await log()).toEqual(["inside"])
  await hurry()
  await sendAll(post)
  expect(arrived.length).toBe(1)
  await database().webhookDelivery.update({ where: { id }, data: { state: "waiting", endedAt: null } })
  await hurry()
  await sendAll(post)
  expect(arrived.length).toBe(1)
  expect(await log()).toEqual(["inside", null, "inside"])
})

test("redirects are not followed, and a slow or silent receiver is left", async () => {
  const { id } = await waiting()
  const { arrived, post } = await receiver((_, response) => response.writeHead(307, { location: "/other" }).end())
  await sendAll(post)
  const silent = await receiver(() => {}, undefined, 300)
  await hurry()
  await sendAll(silent.post)
  const attempts = await database().webhookAttempt.findMany({ where: { deliveryId: id }, orderBy: { number: "asc" } })
  expect(arrived.length).toBe(1)
  expect(attempts.map(({ status, trouble }) => [status, trouble])).toEqual([
    [307, "status"],
    [null, "slow"],
  ])
})

test("one receiver has two messages on the way at most, and others go on meanwhile", async () => {
  const { here, projectId, webhookId } = await waiting()
  for (let nth = 0; nth < 5; nth++) value(await tryWebhook(here.owner, { projectId, webhookId, id: uuidv7() }))
  const other = await hooked(here.owner, projectId)
  const { secret: _, ...place } = other
  value(await tryWebhook(here.owner, { ...place, id: uuidv7() }))
  const taken: Awaited<ReturnType<typeof takeDelivery>>[] = []
  for (let nth = 0; nth < 6; nth++) taken.push(await takeDelivery())
  const of = (id: string) => taken.filter(one => one?.webhookId === id).length
  expect([of(webhookId), of(other.webhookId)]).toEqual([2, 1])
  // The one whose turn was longest ago is first.
  expect(taken[1]!.webhookId).toBe(other.webhookId)
})

test("while a webhook is paused nothing is sent; what happened meanwhile is told or passed over, as its owner chooses", async () => {
  const here = await room()
  const { ann, owner, projectId, first, second } = here
  const place = await hooked(owner, projectId, ["annotation.given"])
  value(await pauseWebhook(owner, again(place)))
  value(await here.label(ann, first, "documented"))
  await spreadAll()
  expect(await eventsOf(place.webhookId)).toEqual([])
  value(await resumeWebhook(owner, { ...again(place), missed: "send" }))
  await spreadAll()
  expect(await eventsOf(place.webhookId)).toEqual(["annotation.given"])
  value(await pauseWebhook(owner, again(place)))
  value(await here.label(ann, second, "documented"))
  value(await resumeWebhook(owner, { ...again(place), missed: "skip" }))
  await spreadAll()
  expect(await eventsOf(place.webhookId)).toEqual(["annotation.given"])
  value(await here.label(here.ben, second, "documented"))
  await spreadAll()
  expect(await eventsOf(place.webhookId)).toEqual(["annotation.given", "annotation.given"])
})

test("for a day after its renewal both secrets sign, then the new one alone; neither is stored as it is", async () => {
  const { here, projectId, webhookId, secret } = await waiting()
  const { secret: newer } = value(await renewWebhookSecret(here.owner, again({ projectId, webhookId })))
  const { arrived, post } = await receiver(takes)
  await sendAll(post)
  const signedBy = (message: (typeof arrived)[number]) => [secret, newer!].map(each => isSigned(message, each))
  expect(signedBy(arrived[0]!)).toEqual([true, true])
  await database().webhook.update({ where: { id: webhookId }, data: { earlierUntil: new Date(0) } })
  value(await tryWebhook(here.owner, { projectId, webhookId, id: uuidv7() }))
  await sendAll(post)
  expect(signedBy(arrived[1]!)).toEqual([false, true])
  const stored = await row(webhookId)
  for (const words of [secret, newer!]) {
    const bytes = Buffer.from(words.replace("whsec_", ""), "base64")
    expect(bytes.length).toBe(32)
    for (const kept of [stored.secret, stored.earlierSecret!]) expect(Buffer.from(kept).includes(bytes)).toBe(false)
  }
})

test("a secret that another key sealed pauses the webhook, and nothing is sent unsigned", async () => {
  const { webhookId, id } = await waiting()
  const { arrived, post } = await receiver(takes)
  vi.stubEnv("AUTH_SECRET", "another secret of the server, as after a loss of its folder")
  await sendAll(post)
  expect(arrived).toEqual([])
  expect(await row(webhookId)).toMatchObject({ pausedWhy: "secret" })
  const message = await database().webhookDelivery.findUniqueOrThrow({ where: { id } })
  expect(message).toMatchObject({ state: "waiting", attempts: 0, leaseId: null })
})

test("another address gets what waits; a webhook that is removed gets nothing more, and its rows go", async () => {
  const { here, projectId, webhookId, id } = await waiting()
  const { owner } = here
  const { events, version } = await row(webhookId)
  const words = { ...again({ projectId, webhookId }), version, events }
  value(await changeWebhook(owner, { ...words, address: "https://other.example.org/there" }))
  const stale = await changeWebhook(owner, { ...words, address, requestId: uuidv7() })
  expect(stale).toMatchObject({ ok: false, failure: { code: "conflict", by: owner.name, current: { version: 2 } } })
  const { arrived, post } = await receiver(takes)
  await sendAll(post)
  expect(arrived[0]).toMatchObject({ path: "/there", headers: { host: "other.example.org" } })
  await database().webhookDelivery.update({ where: { id }, data: { state: "waiting", endedAt: null } })
  value(await removeWebhook(owner, again({ projectId, webhookId })))
  await sendAll(post)
  expect(arrived.length).toBe(1)
  expect(code(await webhook(owner, projectId, { webhookId }))).toBe("not-found")
  await sweepDeliveries(() => false)
  expect(await messagesOf(webhookId)).toEqual([])
  await database().webhook.update({ where: { id: webhookId }, data: { removedAt: new Date(0) } })
  await sweepDeliveries(() => false)
  expect(await database().webhook.count({ where: { id: webhookId } })).toBe(0)
  const told = JSON.stringify(value(await activity(owner, projectId, {})))
  expect(told).toContain("removed the webhook to https://other.example.org.")
  for (const hidden of ["key=1", "/there", "whsec_"]) expect(told).not.toContain(hidden)
})

test("messages are kept for a month", async () => {
  const { webhookId, id } = await waiting()
  const day = 24 * 3_600_000
  const aged = (days: number) =>
    database().webhookDelivery.update({ where: { id }, data: { createdAt: new Date(Date.now() - days * day) } })
  await aged(29)
  await sweepDeliveries(() => false)
  expect((await messagesOf(webhookId)).length).toBe(1)
  await aged(31)
  await sweepDeliveries(() => false)
  expect(await messagesOf(webhookId)).toEqual([])
})

test("the log is read from row to row, the newest first", async () => {
  const { here, projectId, webhookId } = await waiting()
  for (let nth = 0; nth < 27; nth++) value(await tryWebhook(here.owner, { projectId, webhookId, id: uuidv7() }))
  const first = value(await webhook(here.owner, projectId, { webhookId }))
  value(await tryWebhook(here.owner, { projectId, webhookId, id: uuidv7() }))
  const rest = value(await webhook(here.owner, projectId, { webhookId, after: first.after! }))
  const ids = [...first.messages, ...rest.messages].map(({ id }) => id)
  expect([first.messages.length, rest.messages.length, rest.after]).toEqual([25, 3, null])
  expect(new Set(ids).size).toBe(28)
  expect(code(await webhook(here.owner, projectId, { webhookId, after: "x" }))).toBe("invalid")
})

test("a process that tells does all of it by itself, and leaves what is on the way to others when it stops", async () => {
  const here = await room()
  const { webhookId } = await hooked(here.owner, here.projectId, ["annotation.given"])
  value(await here.label(here.ann, here.first, "documented"))
  const { arrived, post } = await receiver(takes)
  const stop = startTellingWebhooks(origin, post)
  await vi.waitUntil(() => arrived.length === 1, { timeout: 30_000 })
  await stop()
  expect((await messagesOf(webhookId))[0]).toMatchObject({ state: "delivered" })
  value(await here.label(here.ben, here.first, "documented"))
  await spreadAll()
  const taken = (await takeDelivery())!
  const end = new AbortController()
  const silent = await receiver(() => end.abort())
  await sendDelivery(taken, silent.post, end.signal)
  const left = (await messagesOf(webhookId)).at(-1)!
  expect(left).toMatchObject({ state: "waiting", attempts: 0, failures: 0, leaseId: null, log: [] })
})
