import { createTransport } from "nodemailer"
import { uuidv7 } from "uuidv7"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { beginThread } from "../../lib/commands/begin-thread.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { chooseMail } from "../../lib/commands/choose-mail.ts"
import { readNotices } from "../../lib/commands/read-notices.ts"
import { database } from "../../lib/db/client.ts"
import { unsubscribeToken, unsubscribing } from "../../lib/db/mail-link.ts"
import { takeAddressee } from "../../lib/db/mail-rows.ts"
import { startMailing } from "../../lib/mail/mailing.ts"
import { sendDigests } from "../../lib/mail/send-digests.ts"
import { account } from "../../lib/queries/account.ts"
import { inbox } from "../../lib/queries/inbox.ts"
import { unsubscription } from "../../lib/queries/unsubscription.ts"
import { room } from "../commands/room.ts"
import { type Person, value } from "../queries/project.ts"
import { routes } from "../server/caller.ts"
import { MailServer } from "./mail-server.ts"

const origin = "https://apparatus.example.org"
let mail: MailServer
let from: ReturnType<typeof postTo>

const postTo = ({ url }: { readonly url: string }) => ({
  transport: createTransport(url, {}),
  from: "Apparatus <apparatus@example.org>",
  origin,
  settle: 0,
})

beforeEach(async () => {
  vi.stubEnv("AUTH_SECRET", "a secret of the tests")
  // What other tests left is told to nobody.
  await database().notice.updateMany({ data: { mailedAt: new Date() } })
  mail = await MailServer.listen()
  from = postTo(mail)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await mail.close()
})

/** A room in which Ann mentions Ben. */
async function mentioning() {
  const here = await room()
  const mention = async (text = "Canary, see", to: Person = here.ben) => {
    const ids = { threadId: uuidv7(), id: uuidv7() }
    const words = { unitId: here.first, ...ids, text: `${text} @[${to.id}]` }
    value(await beginThread(here.ann, { ...here.asked(), ...words }))
  }
  await mention()
  return { ...here, mention }
}
const dueNow = ({ id }: Person) =>
  database().mailSetting.updateMany({ where: { userId: id }, data: { dueAt: null, heldUntil: null } })

test("an e-mail tells what concerns a person with where it leads, and nothing of what was said", async () => {
  const { ben, documentId, first } = await mentioning()
  expect(await sendDigests(from)).toEqual({ sent: 1, trouble: null })
  const [one] = mail.received
  expect(one!.to).toBe(ben.email)
  expect(one!.head).toContain("Subject: =?UTF-8?Q?Ann_Okafor_mentioned_you_in_the_discussi")
  expect(one!.text).toContain("Ann Okafor mentioned you in the discussion of a passage in “Log book”.")
  expect(one!.text).toMatch(new RegExp(`${origin}/projects/[^ ]+/documents/${documentId}\\?unit=${first}#thread-`))
  expect(one!.text).not.toContain("Canary")
  expect(one!.head).toContain(`List-Unsubscribe: <${origin}/api/v1/unsubscribe/${ben.id}.`)
  expect(one!.head).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
  expect(await sendDigests(from)).toEqual({ sent: 0, trouble: null })
})

test("what comes soon after waits for the next e-mail, and then all of it is in one", async () => {
  const { ben, mention } = await mentioning()
  await sendDigests(from)
  await mention("Once more,")
  await mention("And again,")
  expect(await sendDigests(from)).toEqual({ sent: 0, trouble: null })
  const { dueAt } = await database().mailSetting.findUniqueOrThrow({ where: { userId: ben.id } })
  expect(dueAt!.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000)
  await dueNow(ben)
  expect(await sendDigests(from)).toEqual({ sent: 1, trouble: null })
  expect(mail.received.at(-1)!.head).toContain("Subject: 2 things in Apparatus concern you")
})

test("who chose hourly is told again after an hour, and who chose never is told nothing", async () => {
  const { ben, ann, mention } = await mentioning()
  value(await chooseMail(ben, { choice: "hourly" }))
  await sendDigests(from)
  const { dueAt } = await database().mailSetting.findUniqueOrThrow({ where: { userId: ben.id } })
  expect(Math.round((dueAt!.getTime() - Date.now()) / 60_000)).toBe(60)
  value(await chooseMail(ben, { choice: "off" }))
  await mention()
  expect(await sendDigests(from)).toEqual({ sent: 0, trouble: null })
  expect(value(await account(ben)).mail).toBe("off")
  expect(value(await account(ann)).mail).toBe("daily")
})

test("what was read in the app meanwhile, or came just now, is not told", async () => {
  const { ben } = await mentioning()
  expect(await sendDigests({ ...from, settle: 60_000 })).toEqual({ sent: 0, trouble: null })
  const [notice] = value(await inbox(ben, {})).notices
  value(await readNotices(ben, { ids: [notice!.id] }))
  expect(await sendDigests(from)).toEqual({ sent: 0, trouble: null })
})

test("nothing of a veiled claim is told until it is labelled", async () => {
  const { ben, owner, projectId, label, first } = await mentioning()
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: true, pseudonyms: true, seen, requestId: uuidv7() }))
  expect(await sendDigests(from)).toEqual({ sent: 0, trouble: null })
  value(await label(ben, first, "disputed"))
  await dueNow(ben)
  expect(await sendDigests(from)).toEqual({ sent: 1, trouble: null })
  expect(mail.received[0]!.text).toMatch(/Reviewer [0-9A-F]{5} mentioned you/)
  expect(mail.received[0]!.text).not.toContain("Ann Okafor")
})

test("two servers share the work: nobody gets an e-mail twice", async () => {
  const here = await mentioning()
  const { mention, ann, editor, owner } = here
  for (const to of [editor, owner]) await mention("You too,", to)
  expect(ann.id).not.toBe(editor.id)
  const rounds = await Promise.all([sendDigests(from), sendDigests(postTo(mail)), sendDigests(postTo(mail))])
  const last = await sendDigests(from)
  expect([...rounds, last].reduce((sum, { sent }) => sum + sent, 0)).toBe(3)
  expect(mail.received.map(({ to }) => to).sort()).toEqual([here.ben.email, editor.email, owner.email].sort())
})

test("a person whom one server has taken on is left to it, until it must have died", async () => {
  const { ben } = await mentioning()
  expect((await takeAddressee(new Date(), 0))?.userId).toBe(ben.id)
  expect(await takeAddressee(new Date(), 0)).toBeNull()
  expect((await takeAddressee(new Date(Date.now() + 6 * 60_000), 0))?.userId).toBe(ben.id)
})

test("a mail server that refuses or is away loses nothing: it is tried again, later each time", async () => {
  const { ben } = await mentioning()
  mail.refusal = () => "450 Come back later"
  const waits: number[] = []
  for (let tries = 0; tries < 3; tries++) {
    expect((await sendDigests(from)).trouble).toMatchObject({ responseCode: 450 })
    const { dueAt } = await database().mailSetting.findUniqueOrThrow({ where: { userId: ben.id } })
    waits.push(Math.round((dueAt!.getTime() - Date.now()) / 60_000))
    await dueNow(ben)
  }
  expect(waits).toEqual([1, 2, 4])
  const gone = await MailServer.listen()
  const away = postTo(gone)
  await gone.close()
  expect((await sendDigests(away)).trouble).toMatchObject({ code: "ESOCKET" })
  await dueNow(ben)
  mail.refusal = null
  expect(await sendDigests(from)).toEqual({ sent: 1, trouble: null })
})

test("an address that is always refused does not keep others from theirs", async () => {
  const { ben, editor, mention } = await mentioning()
  await mention("You too,", editor)
  mail.refusal = to => (to === ben.email ? "550 Nobody here" : null)
  const sent = (await sendDigests(from)).sent + (await sendDigests(from)).sent
  expect(sent).toBe(1)
  expect(mail.received.map(({ to }) => to)).toEqual([editor.email])
})

test("the worker goes on after trouble, tells it in the log without an address, and ends when asked", async () => {
  const { ben } = await mentioning()
  const log = vi.spyOn(console, "error").mockImplementation(() => {})
  mail.refusal = () => "550 Nobody here"
  const stop = startMailing({ url: mail.url, from: from.from, origin }, { every: 20, after: 0 })
  await vi.waitFor(() => expect(log).toHaveBeenCalled(), 5_000)
  await stop()
  expect(String(log.mock.calls[0]![0])).toContain(`"responseCode":550`)
  expect(JSON.stringify(log.mock.calls)).not.toContain(ben.email)
  log.mockRestore()
  await dueNow(ben)
  mail.refusal = null
  const again = startMailing({ url: mail.url, from: from.from, origin }, { every: 20, after: 0 })
  await vi.waitFor(() => expect(mail.received).toHaveLength(1), 5_000)
  await again()
})

test("the link of an e-mail stops them without signing in, once it is sent; a forged one stops nothing", async () => {
  const { ben, ann } = await mentioning()
  const token = unsubscribeToken(ben.id)
  expect(await unsubscription(token)).toEqual({ email: ben.email, off: false })
  const send = async (token: string) => {
    // As a mail program does it (RFC 8058): a form, from no page at all.
    const request = new Request(`${origin}/api/v1/unsubscribe/${token}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" },
      body: "List-Unsubscribe=One-Click",
    })
    return (await routes.get("POST unsubscribe/[token]")!(request, { params: Promise.resolve({ token }) })).status
  }
  const forged = `${ann.id}.${token.split(".")[1]}`
  for (const wrong of [forged, `${ben.id}.`, ben.id, "", `${token}x`.slice(0, -2)]) {
    expect(unsubscribing(wrong)).toBeNull()
    expect(await send(wrong)).toBe(404)
  }
  expect(await send(token)).toBe(200)
  expect(await send(token)).toBe(200)
  expect(await unsubscription(token)).toEqual({ email: ben.email, off: true })
  expect(await unsubscription(forged)).toBeNull()
  expect(await sendDigests(from)).toEqual({ sent: 0, trouble: null })
  vi.stubEnv("AUTH_SECRET", "")
  expect(unsubscribing(unsubscribeToken(ben.id))).toBeNull()
})
