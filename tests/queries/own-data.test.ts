import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { beginThread } from "../../lib/commands/begin-thread.ts"
import { changeName } from "../../lib/commands/change-name.ts"
import { giveComment } from "../../lib/commands/give-comment.ts"
import { makeToken } from "../../lib/commands/make-token.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { database } from "../../lib/db/client.ts"
import { signedIn } from "../commands/everybody.ts"
import { room } from "../commands/room.ts"
import { appOf, identityOf } from "../server/person.ts"
import { ownDataOf } from "./own-data-of.ts"
import { value } from "./project.ts"

type File = Record<string, Record<string, unknown>[]> & { account: Record<string, unknown> }

const fileOf = async (who: { readonly id: string }) => {
  const { text, name } = value(await ownDataOf(who))
  return { text, name, file: JSON.parse(text) as unknown as File }
}

/** Two reviewers with labels, citations, flags and comments of their own. */
async function worked() {
  const here = await room()
  const { ann, ben, owner, documentId, first } = here
  for (const [who, why] of [
    [ann, "Ann’s own reason."],
    [ben, "Ben’s own reason."],
  ] as const) {
    value(await here.label(who, first, "speculative", null, why))
    value(await here.cite(who, first, await here.source(who, `A book of ${why.slice(0, 3)}`)))
  }
  await here.flag(ann, "raised in 1920")
  const talk = { documentId, threadId: uuidv7(), id: uuidv7(), requestId: uuidv7() }
  value(await beginThread(ben, { ...talk, unitId: first, text: "Ben wonders." }))
  const words = {
    documentId,
    threadId: talk.threadId,
    id: uuidv7(),
    text: `I asked @[${owner.id}].`,
    requestId: uuidv7(),
  }
  value(await giveComment(ann, words))
  return here
}

test("it holds what somebody did, their account, and nobody else's words, names or ids", async () => {
  const { ann, ben, owner, projectId, documentId } = await worked()
  value(await changeName(ann, { name: "Ann “Zwicky”" }))
  await appOf(ann)
  const { subject } = await identityOf(ann, "github")
  const token = { id: uuidv7(), name: "My script", scopes: ["read"], days: 30 }
  const made = value(await makeToken(await signedIn(ann), token))
  const { text, name, file } = await fileOf(ann)
  expect(name).toMatch(/^What Apparatus keeps of Ann “Zwicky”, \d{4}-\d\d-\d\d\.json$/)
  expect(file.account).toMatchObject({ id: ann.id, email: ann.email, name: "Ann “Zwicky”" })
  expect(file["projects"]).toEqual([{ id: projectId, name: "Seminar" }])
  expect(file["annotations"]).toMatchObject([{ documentId, label: "speculative", rationaleText: "Ann’s own reason." }])
  expect(file["citations"]).toHaveLength(1)
  expect(file["sourcesAdded"]).toMatchObject([{ csl: { title: "A book of Ann" } }])
  expect(file["flagsRaised"]).toMatchObject([{ reason: "needs-source" }])
  expect(file["comments"]).toMatchObject([{ text: "I asked @[somebody]." }])
  expect(file["providers"]).toMatchObject([{ provider: "github", subject }])
  expect(file["accessTokens"]).toMatchObject([{ name: "My script", ending: made.token.slice(-4) }])
  expect(file["secondFactor"]).toHaveLength(1)
  expect(file["sessions"]).toMatchObject([{ address: "192.0.2.1" }])
  expect(file["changes"]!.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["member-joined", "annotation-given", "citation-given", "flag-raised", "comment-given"]),
  )
  for (const hidden of [ben.id, owner.id, ben.name, owner.name, ben.email, "Ben", "The ship sank", made.token])
    expect(text, hidden).not.toContain(hidden)
  const rows = await database().session.findMany({ where: { userId: ann.id } })
  expect(rows.every(({ secretHash }) => !text.includes(Buffer.from(secretHash).toString("base64")))).toBe(true)
})

test("of a project that they left they get what they did there, and not what it is called now", async () => {
  const { ann, owner, projectId } = await worked()
  value(await removeMember(owner, { projectId, userId: ann.id, version: 1, requestId: uuidv7() }))
  const { file } = await fileOf(ann)
  expect(file["projects"]).toEqual([{ id: projectId }])
  expect(file["annotations"]).toHaveLength(1)
  expect(file["memberships"]).toMatchObject([{ projectId, role: "reviewer", leftAt: expect.any(String) }])
})

test("more rows than are read at once come each once, in order", async () => {
  const { ann } = await room()
  const at = new Date()
  const event = { at, userId: ann.id, kind: "proof", refused: false }
  const told = Array.from({ length: 2_500 }, (_, n) => String(n))
  await database().accountEvent.createMany({ data: told.map(detail => ({ ...event, id: uuidv7(), detail })) })
  const { file } = await fileOf(ann)
  expect(file["accountEvents"]!.map(({ detail }) => detail)).toEqual(told)
})
