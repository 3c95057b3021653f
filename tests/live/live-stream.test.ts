import { uuidv7 } from "uuidv7"
import { afterEach, expect, test } from "vitest"
import { changeRole } from "../../lib/commands/change-role.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { liveStream } from "../../lib/live/live-stream.ts"
import type { Switchboard } from "../../lib/live/switchboard.ts"
import { liveRevisions } from "../../lib/queries/live-revisions.ts"
import { room } from "../commands/room.ts"
import { code, project, value } from "../queries/project.ts"
import { cutLines, eventually, listen, server } from "./ear.ts"

const servers: Switchboard[] = []
const start = () => {
  const made = server()
  servers.push(made)
  return made
}
afterEach(async () => {
  for (const made of servers.splice(0)) await made.close()
})

test("a stream says first where everything stands, then each change as it comes, and no content", async () => {
  const { projectId, documentId, ann, first, label } = await room()
  const ear = await listen(start(), ann, projectId)
  const stand = await ear.of("revisions")
  expect(stand.documents[documentId]).toBe(0)
  value(await label(ann, first, "documented", null, "A secret reason."))
  const moved = await ear.of("moved")
  expect(moved).toEqual({ kind: "moved", projectId, documentId, revision: stand.documents[documentId]! + 1 })
  expect(JSON.stringify(ear.events)).not.toContain("secret")
})

test("two servers on one database tell each other's people of the same change", async () => {
  const { projectId, documentId, ann, ben, first, label } = await room()
  const [one, other] = [await listen(start(), ann, projectId), await listen(start(), ben, projectId)]
  await Promise.all([one.of("people"), other.of("people")])
  value(await label(ann, first, "documented"))
  for (const ear of [one, other]) expect(await ear.of("moved")).toMatchObject({ documentId })
})

test("a ring that was missed while the line was dead is healed when it is back", async () => {
  const { projectId, documentId, ann, first, label } = await room()
  const ear = await listen(start(), ann, projectId)
  const stand = await ear.of("people").then(() => ear.events[0])
  expect(await cutLines()).toBe(1)
  // Nobody listens yet: the line waits before it is made again.
  value(await label(ann, first, "documented"))
  const revision = (stand as { documents: Record<string, number> }).documents[documentId]! + 1
  await eventually(() =>
    ear.events.some(
      event =>
        (event.kind === "revisions" && event.documents[documentId] === revision) ||
        (event.kind === "moved" && event.revision === revision),
    ),
  )
})

test("what happens between listening and reading is not lost", async () => {
  const { projectId, documentId, ann, first, label } = await room()
  const at = start()
  const before = await listen(at, ann, projectId)
  await before.of("people")
  let reading = false
  const slow: typeof liveRevisions = async (actor, id) => {
    const found = await liveRevisions(actor, id)
    if (!reading) {
      reading = true
      value(await label(ann, first, "documented"))
      await before.of("moved")
    }
    return found
  }
  const call = { actor: ann, input: { projects: projectId }, signal: new AbortController().signal }
  const stream = value(await liveStream(slow, {}, () => at)({ ...call, isSignedIn: async () => true }))
  const bytes = await (async () => {
    let text = ""
    for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(piece)
      if (text.includes("event: moved")) return text
    }
    return text
  })()
  expect(bytes).toContain(`"documentId":"${documentId}"`)
})

test("strangers get not-found, as for everything in the project; of several projects the open ones are told", async () => {
  const { projectId, stranger, ann } = await room()
  const elsewhere = await project()
  const at = start()
  const asked = (actor: { id: string }, projects: string) =>
    liveStream(
      liveRevisions,
      {},
      () => at,
    )({ actor, input: { projects }, signal: new AbortController().signal, isSignedIn: async () => true })
  expect(code(await asked(stranger, projectId))).toBe("not-found")
  expect(code(await asked(stranger, "nonsense"))).toBe("not-found")
  expect(code(await asked(ann, ""))).toBe("invalid")
  expect(at.streams).toBe(0)
  const ear = await listen(at, ann, `${elsewhere.projectId},${projectId}`)
  expect(await ear.of("closed")).toEqual({ kind: "closed", projectId: elsewhere.projectId })
  expect((await ear.of("revisions")).projectId).toBe(projectId)
  expect(JSON.stringify(ear.events)).not.toMatch(new RegExp(`"revisions","projectId":"${elsewhere.projectId}`))
})

test("a member's removal ends their stream, and nothing after it is said to them", async () => {
  const { projectId, owner, ann, ben, first, label } = await room()
  const at = start()
  const [gone, stays] = [await listen(at, ann, projectId), await listen(at, ben, projectId)]
  await Promise.all([gone.of("people"), stays.of("people")])
  value(await removeMember(owner, { projectId, userId: ann.id, version: 1, requestId: uuidv7() }))
  expect(await gone.of("end")).toEqual({ kind: "end", why: "membership" })
  await gone.ended
  value(await label(ben, first, "documented"))
  await stays.until(
    (event): event is typeof event & { kind: "moved" } => event.kind === "moved" && event.documentId !== null,
  )
  expect(gone.events.at(-1)!.kind).toBe("end")
  expect(at.streams).toBe(1)
})

test("a change of role ends the stream, since its person sees and may do other things now", async () => {
  const { projectId, owner, ann } = await room()
  const ear = await listen(start(), ann, projectId)
  await ear.of("people")
  value(await changeRole(owner, { projectId, userId: ann.id, role: "editor", version: 1, requestId: uuidv7() }))
  expect((await ear.of("end")).why).toBe("membership")
})

test("a stream ends when its time is over, when its session has run out, and when the server stops", async () => {
  const { projectId, ann } = await room()
  const at = start()
  const old = await listen(at, ann, projectId, { timing: { life: 50 } })
  expect((await old.of("end")).why).toBe("time")
  const out = await listen(at, ann, projectId, { timing: { beat: 30 }, isSignedIn: async () => false })
  expect((await out.of("end")).why).toBe("session")
  const cut = await listen(at, ann, projectId)
  await at.close()
  expect((await cut.of("end")).why).toBe("stopping")
  await Promise.all([old.ended, out.ended, cut.ended])
  expect(at.streams).toBe(0)
})

test("a reader that takes nothing while something waits for it is dropped, and one that reads is not", async () => {
  const { projectId, ann, ben, first, label } = await room()
  const at = start()
  const timing = { buffer: 64, patience: 60 }
  const quick = await listen(at, ben, projectId, { timing })
  await quick.of("people")
  const call = { actor: ann, signal: new AbortController().signal, isSignedIn: async () => true }
  const slow = await liveStream(liveRevisions, timing, () => at)({ ...call, input: { projects: projectId } })
  expect(at.streams).toBe(2)
  value(await label(ben, first, "documented"))
  await quick.of("moved")
  await eventually(() => at.streams === 1)
  let text = ""
  for await (const piece of value(slow) as unknown as AsyncIterable<Uint8Array>) text += new TextDecoder().decode(piece)
  expect(text).toContain('"why":"slow"')
  expect(quick.events.some(({ kind }) => kind === "end")).toBe(false)
})

test("nobody holds more than twenty streams at a server", async () => {
  const { projectId, ann, ben } = await room()
  const at = start()
  for (let count = 0; count < 20; count++) await listen(at, ann, projectId)
  await expect(listen(at, ann, projectId)).rejects.toThrow("too-often")
  await listen(at, ben, projectId)
})
