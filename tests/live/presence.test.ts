import { uuidv7 } from "uuidv7"
import { afterEach, expect, test } from "vitest"
import { tellPresence } from "../../lib/commands/tell-presence.ts"
import { database } from "../../lib/db/client.ts"
import { Prisma } from "../../lib/db/generated/client.ts"
import { readProject } from "../../lib/db/pass.ts"
import { shownId, shownName } from "../../lib/db/sight.ts"
import { ok } from "../../lib/domain/failure.ts"
import type { Switchboard } from "../../lib/live/switchboard.ts"
import { room } from "../commands/room.ts"
import { code, document, project, value } from "../queries/project.ts"
import { cutLines, type Ear, eventually, listen, server } from "./ear.ts"

const servers: Switchboard[] = []
const start = () => {
  const made = server()
  servers.push(made)
  return made
}
afterEach(async () => {
  for (const made of servers.splice(0)) await made.close()
})

const tell = (
  who: { id: string },
  projectId: string,
  streamId: string,
  place: { documentId: string | null; unitId: string | null; writing?: boolean } | null,
  tab = uuidv7(),
) =>
  tellPresence(who, {
    projectId,
    streamId,
    tab,
    place: place && { writing: false, ...place },
    requestId: uuidv7(),
  })

/** Two people at two servers. */
async function two() {
  const place = await room()
  const { projectId, ann, ben } = place
  const [here, there] = [start(), start()]
  const [annEar, benEar] = [await listen(here, ann, projectId), await listen(there, ben, projectId)]
  await Promise.all([annEar.of("people"), benEar.of("people")])
  return { ...place, here, there, annEar, benEar }
}

/** Waits until `ear` shows exactly these people. */
const sees = (ear: Ear, ids: readonly string[]) =>
  eventually(() => JSON.stringify(ear.people().map(({ id }) => id)) === JSON.stringify(ids))

test("who is where, and who writes, is told across servers, and never to oneself", async () => {
  const { projectId, documentId, first, ann, ben, annEar, benEar } = await two()
  value(await tell(ann, projectId, annEar.streamId, { documentId, unitId: first, writing: true }))
  await sees(benEar, [ann.id])
  expect(benEar.people()[0]).toMatchObject({ name: ann.name, documentId, unitId: first, writing: true })
  value(await tell(ben, projectId, benEar.streamId, { documentId, unitId: null }))
  await sees(annEar, [ben.id])
})

test("somebody is gone when their tab leaves, when their stream ends, and when its server stops", async () => {
  const { projectId, documentId, first, ann, annEar, benEar, here } = await two()
  const tab = uuidv7()
  const place = { documentId, unitId: first }
  value(await tell(ann, projectId, annEar.streamId, place, tab))
  await sees(benEar, [ann.id])
  value(await tell(ann, projectId, annEar.streamId, null, tab))
  await sees(benEar, [])
  value(await tell(ann, projectId, annEar.streamId, place, tab))
  await sees(benEar, [ann.id])
  annEar.leave()
  await sees(benEar, [])
  const again = await listen(here, ann, projectId)
  value(await tell(ann, projectId, again.streamId, place, tab))
  await sees(benEar, [ann.id])
  await here.close()
  await sees(benEar, [])
})

test("an old stream's end does not take away who came back on a new one", async () => {
  const { projectId, documentId, ann, annEar, benEar, there } = await two()
  const tab = uuidv7()
  value(await tell(ann, projectId, annEar.streamId, { documentId, unitId: null }, tab))
  await sees(benEar, [ann.id])
  const back = await listen(there, ann, projectId)
  value(await tell(ann, projectId, back.streamId, { documentId, unitId: null }, tab))
  annEar.leave()
  // Another word, which comes after the one that tells of the end.
  const sign = await listen(servers[0]!, ann, projectId)
  value(await tell(ann, projectId, sign.streamId, { documentId: null, unitId: null }))
  await eventually(() => benEar.people().length === 2)
  sign.leave()
  await sees(benEar, [ann.id])
  expect(benEar.people()[0]!.documentId).toBe(documentId)
})

test("a server that begins to listen later learns who is here already, and so does one whose line was cut", async () => {
  const { projectId, documentId, first, ann, annEar, benEar, owner } = await two()
  value(await tell(ann, projectId, annEar.streamId, { documentId, unitId: first }))
  await sees(benEar, [ann.id])
  const late = await listen(start(), owner, projectId)
  await sees(late, [ann.id])
  const before = benEar.events.length
  expect(await cutLines()).toBe(3)
  await eventually(() => benEar.events.slice(before).some(({ kind }) => kind === "people"))
  await sees(benEar, [ann.id])
})

test("under pseudonyms nobody's name or id is in any byte of a stream, except for those who see who is who", async () => {
  const { projectId, documentId, first, owner, ann, ben, annEar } = await two()
  await database().project.update({ where: { id: projectId }, data: { pseudonyms: true } })
  const masked = await listen(servers[0]!, ben, projectId)
  const seeing = await listen(servers[1]!, owner, projectId)
  value(await tell(ann, projectId, annEar.streamId, { documentId, unitId: first }))
  await sees(seeing, [ann.id])
  await eventually(() => masked.people().length === 1)
  const [person] = masked.people()
  expect(person!.name).toMatch(/^Reviewer [0-9A-F]{5}$/)
  annEar.leave()
  await sees(masked, [])
  const bytes = JSON.stringify(masked.events)
  expect(bytes).not.toContain(ann.id)
  expect(bytes).not.toContain(ann.name)
  // The very name and id that the pages show.
  const shown = await readProject(ben, projectId, "project.read", async pass =>
    ok(
      await pass.tx.$queryRaw<{ id: string; name: string }[]>`
        SELECT ${shownId(pass, Prisma.sql`u.id`)} AS id, ${shownName(pass, Prisma.sql`u`)} AS name
        FROM "User" u WHERE u.id = ${ann.id}::uuid`,
    ),
  )
  const [mask] = value(shown)
  expect(person).toMatchObject(mask!)
})

test("a place has to be in the project, and nobody can speak for another", async () => {
  const { projectId, documentId, first, owner, ann, ben, benEar, annEar } = await two()
  const elsewhere = await project()
  const { id: foreign, units } = await document(elsewhere.owner, elsewhere.projectId)
  const { id: beside } = await document(owner, projectId, "Another one")
  const [stream, unitId] = [annEar.streamId, units[0]!.id]
  const answers = [
    await tell(ann, projectId, stream, { documentId: foreign, unitId: null }),
    await tell(ann, projectId, stream, { documentId, unitId }),
    await tell(ann, projectId, stream, { documentId: beside, unitId: first }),
    await tell(ann, projectId, stream, { documentId: null, unitId: first }),
    await tell(ann, elsewhere.projectId, stream, { documentId: foreign, unitId }),
  ]
  expect(answers.map(code)).toEqual(Array(5).fill("not-found"))
  const tab = uuidv7()
  value(await tell(ann, projectId, stream, { documentId, unitId: first }, tab))
  await sees(benEar, [ann.id])
  value(await tell(ben, projectId, benEar.streamId, null, tab))
  value(await tell(ben, projectId, benEar.streamId, { documentId, unitId: null }, tab))
  await sees(annEar, [ben.id])
  expect(benEar.people().map(({ id }) => id)).toEqual([ann.id])
})
