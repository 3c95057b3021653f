import { uuidv7 } from "uuidv7"
import { afterEach, expect, test } from "vitest"
import { tellPresence } from "../../lib/commands/tell-presence.ts"
import { database } from "../../lib/db/client.ts"
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

const last = (ear: Ear) => ear.events.at(-1)

test("who is where, and who writes, is told across servers, and never to oneself", async () => {
  const { projectId, documentId, first, ann, ben, annEar, benEar } = await two()
  value(await tell(ann, projectId, annEar.streamId, { documentId, unitId: first, writing: true }))
  const { person } = await benEar.of("came")
  expect(person).toMatchObject({ id: ann.id, name: ann.name, documentId, unitId: first, writing: true })
  value(await tell(ben, projectId, benEar.streamId, { documentId, unitId: null }))
  expect((await annEar.of("came")).person.id).toBe(ben.id)
  expect(annEar.events.filter(event => event.kind === "came")).toHaveLength(1)
})

test("somebody is gone when their tab leaves, when their stream ends, and when its server is no more", async () => {
  const { projectId, documentId, first, ann, annEar, benEar, here } = await two()
  const tab = uuidv7()
  const place = { documentId, unitId: first }
  value(await tell(ann, projectId, annEar.streamId, place, tab))
  const { person } = await benEar.of("came")
  value(await tell(ann, projectId, annEar.streamId, null, tab))
  expect(await benEar.of("went")).toEqual({ kind: "went", projectId, key: person.key })
  value(await tell(ann, projectId, annEar.streamId, place, tab))
  await benEar.of("came")
  annEar.leave()
  expect((await benEar.of("went")).key).toBe(person.key)
  const again = await listen(here, ann, projectId)
  value(await tell(ann, projectId, again.streamId, place, tab))
  await benEar.of("came")
  await here.close()
  await benEar.of("went")
})

test("an old stream's end does not take away who came back on a new one", async () => {
  const { projectId, documentId, ann, annEar, benEar, there } = await two()
  const tab = uuidv7()
  value(await tell(ann, projectId, annEar.streamId, { documentId, unitId: null }, tab))
  await benEar.of("came")
  const back = await listen(there, ann, projectId)
  value(await tell(ann, projectId, back.streamId, { documentId, unitId: null }, tab))
  annEar.leave()
  // Another word from the same server that would have told of the end.
  value(await tell(ann, projectId, back.streamId, { documentId: null, unitId: null }, tab))
  await eventually(() => benEar.events.some(event => event.kind === "came" && event.person.documentId === null))
  expect(benEar.events.some(({ kind }) => kind === "went")).toBe(false)
})

test("a server that begins to listen later learns who is here already, and so does one whose line was cut", async () => {
  const { projectId, documentId, first, ann, annEar, benEar, owner } = await two()
  value(await tell(ann, projectId, annEar.streamId, { documentId, unitId: first }))
  await benEar.of("came")
  const late = await listen(start(), owner, projectId)
  await eventually(() =>
    late.events.some(
      event =>
        (event.kind === "came" && event.person.id === ann.id) ||
        (event.kind === "people" && event.people.some(({ id }) => id === ann.id)),
    ),
  )
  expect(await cutLines()).toBe(3)
  await eventually(() => benEar.events.filter(({ kind }) => kind === "people").length > 1)
  const people = benEar.events.findLast(event => event.kind === "people")
  expect(people).toMatchObject({ people: [{ id: ann.id, unitId: first }] })
})

test("under pseudonyms nobody's name or id is in any byte of a stream, except for those who see who is who", async () => {
  const { projectId, documentId, first, owner, ann, ben, annEar } = await two()
  await database().project.update({ where: { id: projectId }, data: { pseudonyms: true } })
  const masked = await listen(servers[0]!, ben, projectId)
  const seeing = await listen(servers[1]!, owner, projectId)
  await Promise.all([masked.of("people"), seeing.of("people")])
  value(await tell(ann, projectId, annEar.streamId, { documentId, unitId: first }))
  const { person } = await masked.of("came")
  expect(person.name).toMatch(/^Reviewer [0-9A-F]{5}$/)
  expect((await seeing.of("came")).person).toMatchObject({ id: ann.id, name: ann.name })
  annEar.leave()
  expect((await masked.of("went")).key).toBe(person.key)
  const bytes = JSON.stringify(masked.events)
  expect(bytes).not.toContain(ann.id)
  expect(bytes).not.toContain(ann.name)
  const salt = (await database().project.findUniqueOrThrow({ where: { id: projectId } })).pseudonymSalt
  const [mask] = await database().$queryRaw<{ id: string; name: string }[]>`
    SELECT md5(${salt} || ${ann.id})::uuid AS id, 'Reviewer ' || upper(left(md5(${salt} || ${ann.id}), 5)) AS name`
  expect(person).toMatchObject(mask!)
})

test("a place has to be in the project, and nobody can speak for another", async () => {
  const { projectId, documentId, first, ann, ben, benEar, annEar } = await two()
  const elsewhere = await project()
  const { id: foreign, units } = await document(elsewhere.owner, elsewhere.projectId)
  const [stream, unitId] = [annEar.streamId, units[0]!.id]
  const answers = [
    await tell(ann, projectId, stream, { documentId: foreign, unitId: null }),
    await tell(ann, projectId, stream, { documentId, unitId }),
    await tell(ann, projectId, stream, { documentId: null, unitId: first }),
    await tell(ann, elsewhere.projectId, stream, { documentId: foreign, unitId }),
  ]
  expect(answers.map(code)).toEqual(Array(4).fill("not-found"))
  const tab = uuidv7()
  value(await tell(ann, projectId, stream, { documentId, unitId: first }, tab))
  await benEar.of("came")
  value(await tell(ben, projectId, benEar.streamId, null, tab))
  value(await tell(ben, projectId, benEar.streamId, { documentId, unitId: null }, tab))
  expect((await annEar.of("came")).person.id).toBe(ben.id)
  expect(last(benEar)!.kind).toBe("came")
})
