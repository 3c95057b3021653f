import { uuidv7 } from "uuidv7"
import { beforeEach, expect, test } from "vitest"
import { beginRound } from "../../lib/commands/begin-round.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { chooseDocumentBlindness } from "../../lib/commands/choose-document-blindness.ts"
import { revealRound } from "../../lib/commands/reveal-round.ts"
import { database } from "../../lib/db/client.ts"
import { tellingKinds } from "../../lib/domain/change.ts"
import { eventOfChange } from "../../lib/domain/webhook-event.ts"
import { round } from "../../lib/queries/round.ts"
import { webhook } from "../../lib/queries/webhook.ts"
import { room } from "../commands/room.ts"
import { value } from "../queries/project.ts"
import { eventsOf, hooked, messagesOf, spreadAll } from "./receiver.ts"

beforeEach(async () => {
  await database().webhook.deleteMany()
})

type Here = Awaited<ReturnType<typeof room>>

/** Everything that tells what somebody said of a claim, done to one. */
async function sayAll(here: Here, unitId: string) {
  const { ann, ben, editor } = here
  const said = uuidv7()
  value(await here.label(ann, unitId, "documented", null, "Canary-reason"))
  value(await here.undo(ann))
  value(await here.redo(ann))
  value(await here.label(ben, unitId, "disputed", null, "Canary-reason"))
  const cited = await here.source(ann, "Canary-source")
  value(await here.cite(ann, unitId, cited, "supports", said, { quotation: "Canary-quotation" }))
  value(await here.decide(editor, unitId, "documented"))
}

const sayings = ["annotation.given", "change.undone", "citation.given", "claim.adjudicated"]

test("while a round is labelled blind, nothing is told of what is said of its claims, to owners neither, nor logged", async () => {
  const here = await room()
  const { owner, projectId, editor } = here
  const { webhookId } = await hooked(owner, projectId)
  const id = uuidv7()
  const words = { projectId, id, name: "First", documentId: null, claims: 1, requestId: uuidv7() }
  value(await beginRound(editor, words))
  const [claim] = value(await round(here.ann, projectId, id)).claims.map(({ unitId }) => unitId)
  await sayAll(here, claim!)
  await spreadAll()
  expect(await eventsOf(webhookId)).toEqual(["source.added"])
  const page = JSON.stringify(value(await webhook(owner, projectId, { webhookId })))
  expect(page).not.toContain(claim)
  for (const { body } of await messagesOf(webhookId)) expect(body).not.toContain(claim)

  value(await revealRound(editor, { projectId, roundId: id, requestId: uuidv7() }))
  await spreadAll()
  expect(await eventsOf(webhookId)).toEqual(["source.added", "round.revealed"])
  const other = here.units.find(unit => unit.id !== claim && unit.kind === "claim")!
  value(await here.label(here.ann, other.id, "disputed"))
  await spreadAll()
  const last = (await messagesOf(webhookId)).at(-1)!
  expect(JSON.parse(last.body)).toMatchObject({ type: "annotation.given", data: { claim: other.id } })
})

test("of a document under blind review it is told that something was said, and never of which claim", async () => {
  const here = await room()
  const { owner, projectId, documentId, first, second } = here
  const { webhookId } = await hooked(owner, projectId)
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: true, pseudonyms: false, seen, requestId: uuidv7() }))
  await sayAll(here, first)
  await spreadAll()
  const messages = await messagesOf(webhookId)
  expect(new Set(messages.map(({ event }) => event))).toEqual(new Set([...sayings, "source.added"]))
  for (const { event, body } of messages) {
    for (const hidden of [first, "Canary", here.ann.id, here.ben.id, here.editor.id]) expect(body).not.toContain(hidden)
    const { data } = JSON.parse(body)
    if (event === "source.added") continue
    expect(Object.keys(data)).toEqual(["project", "document", "revision", "url"])
    expect(data).toMatchObject({ document: documentId, url: expect.stringMatching(/\/documents\/[^/]+$/) })
  }
  // What everybody may see is told as ever, and so is all of a document that is open by itself.
  const flagId = uuidv7()
  value(await here.flag(here.ann, "The ship", false, flagId))
  const choice = { projectId, documentId, blind: false, seen: null, requestId: uuidv7() }
  value(await chooseDocumentBlindness(owner, choice))
  value(await here.label(here.ann, second, "disputed"))
  await spreadAll()
  const [flagged, labelled] = (await messagesOf(webhookId)).slice(-2).map(({ body }) => JSON.parse(body).data)
  expect([flagged.flag, labelled.claim]).toEqual([flagId, second])
})

test("what rules found in a claim that is hidden is told of as what people said there", async () => {
  const here = await room()
  const { owner, projectId, first, editor } = here
  value(await here.label(here.ann, first, "documented"))
  value(await here.label(here.ben, first, "disputed"))
  const { webhookId } = await hooked(owner, projectId, ["flag.answered"])
  const found = await database().flag.findFirstOrThrow({ where: { projectId, raisedBy: null, unitId: first } })
  value(await here.answer(editor, found.id, found.version))
  await spreadAll()
  const [open] = await messagesOf(webhookId)
  expect(JSON.parse(open!.body).data).toMatchObject({ flag: found.id })

  const hidden = await room()
  const seen = { blind: false, pseudonyms: false }
  const blind = { projectId: hidden.projectId, blind: true, pseudonyms: false, seen, requestId: uuidv7() }
  value(await chooseBlindness(hidden.owner, blind))
  value(await hidden.label(hidden.ann, hidden.first, "documented"))
  value(await hidden.label(hidden.ben, hidden.first, "disputed"))
  const other = await hooked(hidden.owner, hidden.projectId, ["flag.answered"])
  const there = await database().flag.findFirstOrThrow({ where: { projectId: hidden.projectId, raisedBy: null } })
  value(await hidden.answer(hidden.editor, there.id, there.version))
  await spreadAll()
  const [message] = await messagesOf(other.webhookId)
  expect(JSON.parse(message!.body).data).not.toHaveProperty("flag")
})

test("whatever the history hides from reviewers is a kind that is tried here, or told to no webhook", () => {
  const events = new Set(tellingKinds.flatMap(kind => eventOfChange[kind] ?? []))
  const alike = ["annotation.withdrawn", "citation.changed", "citation.withdrawn", "adjudication.reopened"]
  expect([...events].sort()).toEqual([...sayings, ...alike].sort())
})
