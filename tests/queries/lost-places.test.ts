import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { askAnnotators } from "../../lib/commands/ask-annotators.ts"
import { assignClaims } from "../../lib/commands/assign-claims.ts"
import { beginRound } from "../../lib/commands/begin-round.ts"
import { beginThread } from "../../lib/commands/begin-thread.ts"
import { endAssignments } from "../../lib/commands/end-assignments.ts"
import { placeFlag } from "../../lib/commands/place-flag.ts"
import { raiseFlag } from "../../lib/commands/raise-flag.ts"
import { revealRound } from "../../lib/commands/reveal-round.ts"
import { skipClaim } from "../../lib/commands/skip-claim.ts"
import { database } from "../../lib/db/client.ts"
import { passagePath } from "../../lib/domain/passage-path.ts"
import { activity } from "../../lib/queries/activity.ts"
import { assignmentPreview } from "../../lib/queries/assignment-preview.ts"
import { flags } from "../../lib/queries/flags.ts"
import { inbox } from "../../lib/queries/inbox.ts"
import { lostClaims } from "../../lib/queries/lost-claims.ts"
import { overview } from "../../lib/queries/overview.ts"
import { round } from "../../lib/queries/round.ts"
import { versions } from "../../lib/queries/versions.ts"
import { workload } from "../../lib/queries/workload.ts"
import { room } from "../commands/room.ts"
import { sampleText, value } from "./project.ts"

/** The text with other words in its second sentence, where the ship is. */
const corrected = sampleText.replace("1920", "1921")

/** A document whose second claim Ann labelled. */
async function labelled() {
  const here = await room()
  value(await here.label(here.ann, here.second, "speculative"))
  return { ...here, lost: `/documents/${here.documentId}/versions/lost` }
}

test("notices of a claim and of a flag that the text lost lead to where they are placed", async () => {
  const { ann, ben, editor, projectId, documentId, second, asked, renew, flag, answer, lost } = await labelled()
  const flagId = uuidv7()
  value(await flag(ann, "1920", true, flagId))
  const mention = async (on: object) => {
    const text = `@[${ben.id}]?`
    return value(await beginThread(ann, { ...asked(), ...on, threadId: uuidv7(), id: uuidv7(), text }))
  }
  await mention({ unitId: second, flagId: null })
  await mention({ unitId: null, flagId })
  const paths = async () => value(await inbox(ben, {})).notices.map(({ path }) => path)
  expect((await paths()).every(path => path.includes("?"))).toBe(true)
  value(await renew(editor, corrected))
  expect(await paths()).toEqual([`/projects/${projectId}${lost}#${flagId}`, `/projects/${projectId}${lost}#${second}`])
  const { version } = await database().flag.findUniqueOrThrow({ where: { id: flagId } })
  value(await answer(editor, flagId, version))
  expect((await paths()).at(-2)).toBe(`/projects/${projectId}/documents/${documentId}/versions/1`)
})

test("what happened to a claim that the text lost leads to where it is placed, on either page", async () => {
  const { ann, editor, owner, projectId, documentId, second, renew, flag, lost } = await labelled()
  value(await flag(ann, "1920", true))
  value(await renew(editor, corrected))
  const { changes } = value(await activity(owner, projectId, {}))
  const places = changes.filter(one => one.documentId === documentId && one.kind !== "version-added")
  const [flagged, said] = places
  expect(passagePath({ ...said!, documentId })).toBe(`${lost}#${second}`)
  expect(passagePath({ ...flagged!, documentId })).toBe(`/documents/${documentId}/versions/1`)
  const { lately } = value(await overview(owner, projectId, {}))
  const told = lately.changes.filter(one => one.documentId === documentId && one.behind !== null)
  expect(told.map(place => passagePath({ ...place, documentId }))).toEqual([
    `/documents/${documentId}/versions/1`,
    `${lost}#${second}`,
  ])
})

test("a question and a round tell which of their claims the text lost", async () => {
  const { ann, editor, projectId, documentId, second, asked, label, renew } = await room()
  const id = uuidv7()
  const claims = await database().unit.count({ where: { documentId, kind: "claim", retired: false } })
  value(await beginRound(editor, { projectId, id, name: "A round", documentId, claims, requestId: uuidv7() }))
  value(await revealRound(editor, { projectId, roundId: id, requestId: uuidv7() }))
  value(await label(ann, second, "speculative"))
  const words = { unitId: second, threadId: uuidv7(), id: uuidv7(), text: "Where is that said?", asks: [ann.id] }
  value(await askAnnotators(editor, { ...asked(), ...words }))
  const behind = async () => [
    value(await workload(ann, projectId)).questions.map(one => one.behind),
    value(await round(editor, projectId, id))
      .claims.filter(one => one.behind !== null)
      .map(({ unitId }) => unitId),
  ]
  const [question, before] = await behind()
  expect([question, before]).toEqual([[null], []])
  value(await renew(editor, corrected))
  const [after, lost] = await behind()
  expect(after).toEqual([1])
  expect(lost).toEqual([second])
})

test("a claim that the text lost counts for nobody's work and is passed on to nobody", async () => {
  const { ann, ben, editor, projectId, documentId, second, renew } = await labelled()
  const everything = { documentId, from: null, to: null, state: "all", flagged: false, cue: null, unassigned: false }
  const draft = { projectId, ...everything, people: [ben.id], overlap: 1 }
  const { to } = value(await assignmentPreview(editor, draft))
  value(await assignClaims(editor, { ...draft, id: uuidv7(), seen: to, requestId: uuidv7() }))
  value(await skipClaim(ben, { projectId, unitId: second, reason: "no-sources", note: "" }))
  const line = async (who: { id: string }) =>
    value(await workload(editor, projectId)).people.find(({ userId }) => userId === who.id)
  const { assigned } = (await line(ben))!
  expect(assigned).toBeGreaterThan(0)
  expect(await line(ben)).toMatchObject({ assigned, recut: 0, skipped: 1 })
  expect(await line(ann)).toMatchObject({ labelled: 1 })
  value(await renew(editor, corrected))
  expect(await line(ben)).toMatchObject({ assigned: assigned - 1, recut: 1, skipped: 0 })
  expect(await line(ann)).toMatchObject({ labelled: 0 })
  const { documents } = value(await workload(editor, projectId))
  expect(documents.find(one => one.documentId === documentId)).toMatchObject({ assigned: assigned - 1 })
  const input = { projectId, id: uuidv7(), userId: ben.id, documentId: null, to: [editor.id], requestId: uuidv7() }
  const ended = value(await endAssignments(editor, input))
  expect(ended).toMatchObject({ count: assigned, to: [{ userId: editor.id, count: assigned - 1 }] })
  const given = await database().assignment.findMany({ where: { projectId, userId: editor.id, endedAt: null } })
  expect(given.map(({ unitId }) => unitId)).not.toContain(second)
})

test("a flag on a version that was taken back is lost, and found at the desk and placed like any other", async () => {
  const { editor, owner, ann, renew, undo, asked, documentId, projectId } = await room()
  const text = sampleText.replace("1920", "1921")
  value(await renew(editor, text))
  const start = text.indexOf("1921")
  const id = uuidv7()
  const words = { id, start, end: start + 4, quote: "1921", reason: "needs-source", note: "", blocking: true }
  value(await raiseFlag(ann, { ...asked(), ...words }))
  value(await undo(editor))
  const desk = async () =>
    value(await flags(owner, projectId, { document: documentId, by: "people" })).flags.map(flag => [
      flag.id,
      flag.lostIn,
    ])
  expect(await desk()).toEqual([[id, 2]])
  expect(value(await lostClaims(editor, documentId)).flags).toEqual([expect.objectContaining({ id, number: 2 })])
  expect(value(await versions(editor, documentId)).lost.flags).toBe(1)
  const { changes } = value(await overview(owner, projectId, {})).lately
  expect(changes.find(change => change.start === start)).toMatchObject({ behind: 2 })
  const at = sampleText.indexOf("1920")
  const place = { flagId: id, version: 1, number: 1, start: at, end: at + 4, quote: "1920" }
  value(await placeFlag(editor, { ...asked(), ...place }))
  expect(await desk()).toEqual([[id, null]])
  value(await undo(editor))
  expect(await desk()).toEqual([[id, 2]])
  value(await renew(editor, `${sampleText} Nobody asked.`))
  expect(await desk(), "whatever version comes next").toEqual([[id, 2]])
})
