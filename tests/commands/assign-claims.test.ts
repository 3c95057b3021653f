import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { assignClaims } from "../../lib/commands/assign-claims.ts"
import { endAssignments } from "../../lib/commands/end-assignments.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { mergeUnits } from "../../lib/commands/merge-units.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { skipClaim } from "../../lib/commands/skip-claim.ts"
import { splitUnit } from "../../lib/commands/split-unit.ts"
import { undoChange } from "../../lib/commands/undo-change.ts"
import { database } from "../../lib/db/client.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { activity } from "../../lib/queries/activity.ts"
import { assignmentPreview } from "../../lib/queries/assignment-preview.ts"
import { workload } from "../../lib/queries/workload.ts"
import { code, document, flag, member, type Person, value } from "../queries/project.ts"
import { asked, claimsText, nextFor, orderBy, queueRoom } from "./queue-room.ts"

const everything = { documentId: null, from: null, to: null, flagged: false, cue: null, unassigned: false }

/** Shows who would get what and then assigns it, as the page does. */
async function assign(
  by: Person,
  projectId: string,
  people: readonly Person[],
  overlap = 1,
  selection: Record<string, unknown> = {},
) {
  const chosen = {
    projectId,
    ...everything,
    state: "unfinished",
    ...selection,
    overlap,
    people: people.map(({ id }) => id),
  }
  const preview = await assignmentPreview(by, chosen)
  if (!preview.ok) return preview
  return assignClaims(by, { ...chosen, id: uuidv7(), seen: preview.value.to, requestId: uuidv7() })
}

const end = (
  by: Person,
  projectId: string,
  whose: Person,
  to: readonly Person[] = [],
  documentId: string | null = null,
) => {
  const input = { projectId, id: uuidv7(), userId: whose.id, documentId, to: to.map(({ id }) => id) }
  return endAssignments(by, { ...input, requestId: uuidv7() })
}

const label = (who: Person, documentId: string, unitId: string) => {
  const words = { label: "speculative", confidence: "low", rationale: plainRationale("No log."), seen: null }
  return giveAnnotation(who, { documentId, unitId, id: uuidv7(), ...words, requestId: uuidv7() })
}

const counts = (projectId: string, whose: Person) =>
  database().assignment.count({ where: { projectId, userId: whose.id, endedAt: null } })

test("claims are dealt out evenly, each person is told once, and doing it again gives nothing", async () => {
  const { projectId, editor, reviewers } = await queueRoom({ people: 3, claims: 7 })
  const [ann, ben, cem] = reviewers as [Person, Person, Person]
  expect(
    value(await assign(editor, projectId, reviewers, 2))
      .to?.map(({ count }) => count)
      .sort(),
  ).toEqual([4, 5, 5])
  expect((await counts(projectId, ann)) + (await counts(projectId, ben)) + (await counts(projectId, cem))).toBe(14)
  const notices = await database().notice.findMany({ where: { projectId, kind: "assigned" } })
  expect(notices.map(({ userId }) => userId).sort()).toEqual(reviewers.map(({ id }) => id).sort())
  expect(notices.reduce((sum, { count }) => sum + count!, 0)).toBe(14)
  expect(value(await assign(editor, projectId, reviewers, 2)).to?.map(({ count }) => count)).toEqual([0, 0, 0])
  const [last, first] = value(await activity(editor, projectId, {})).changes
  expect(first?.sentence).toMatch(
    /^assigned 7 claims, each to 2 people: \d to Reviewer 1, \d to Reviewer 2, \d to Reviewer 3\.$/,
  )
  expect(last?.sentence).toContain("nobody got one that they did not have")
})

test("what is assigned comes first under that rule, keeps its place from others, and comes even beyond the policy's number", async () => {
  const { projectId, documentId, units, editor, reviewers } = await queueRoom({ people: 3, claims: 3, wanted: 1 })
  const [ann, ben, cem] = reviewers as [Person, Person, Person]
  await orderBy(projectId, "assigned")
  value(await assign(editor, projectId, [ann], 1, { documentId, from: 2, to: 3 }))
  expect((await asked(ann, projectId)).claim).toMatchObject({
    unitId: units[1],
    assigned: true,
    why: expect.stringContaining("assigned to you"),
  })
  expect(await nextFor(ben, projectId)).toBe(units[0])
  expect(await nextFor(cem, projectId), "the others are Ann's").toBeNull()
  value(await label(cem, documentId, units[1]!))
  expect(await nextFor(ann, projectId)).toBe(units[1])
})

test("claims are chosen by document, range, state, flag, cue, and whether they are somebody's", async () => {
  const { projectId, documentId, units, owner, editor, reviewers } = await queueRoom({ claims: 5 })
  const [ann, ben] = reviewers as [Person, Person]
  const second = await document(owner, projectId, "Log")
  await flag(owner, second.id, "raised in 1920")
  value(await label(ann, documentId, units[0]!))
  const chosen = async (selection: object) => {
    const input = { projectId, ...everything, state: "unfinished", ...selection, people: [ben.id], overlap: 1 }
    return value(await assignmentPreview(editor, input)).claims
  }
  expect(await chosen({})).toBe(8)
  expect(await chosen({ documentId })).toBe(5)
  expect(await chosen({ documentId, from: 2, to: 4 })).toBe(3)
  expect(await chosen({ documentId, from: 5 })).toBe(1)
  expect(await chosen({ state: "in-review" })).toBe(1)
  expect(await chosen({ state: "open" })).toBe(7)
  expect(await chosen({ flagged: true })).toBe(1)
  expect(await chosen({ cue: "date" })).toBe(7)
  value(await assign(editor, projectId, [ben], 1, { documentId, from: 1, to: 2 }))
  expect(await chosen({ unassigned: true })).toBe(6)
  const wrong = { projectId, ...everything, state: "all", people: [ben.id], overlap: 1 }
  expect(code(await assignmentPreview(editor, { ...wrong, from: 2 }))).toBe("invalid")
  expect(code(await assignmentPreview(editor, { ...wrong, documentId, from: 3, to: 2 }))).toBe("invalid")
  expect(code(await assignmentPreview(editor, { ...wrong, documentId: uuidv7() }))).toBe("not-found")
})

test("what would be dealt out otherwise than it was shown is refused, with how it would be now", async () => {
  const { projectId, documentId, units, editor, reviewers } = await queueRoom({ claims: 2 })
  const [ann] = reviewers as [Person]
  const input = {
    projectId,
    ...everything,
    state: "unfinished",
    people: [ann.id],
    overlap: 1,
    id: uuidv7(),
    requestId: uuidv7(),
  }
  value(await label(ann, documentId, units[0]!))
  const late = await assignClaims(editor, { ...input, seen: [{ userId: ann.id, count: 2 }] })
  expect(late).toMatchObject({
    failure: { code: "conflict", current: { claims: 2, to: [{ userId: ann.id, count: 1 }] } },
  })
  expect(await counts(projectId, ann)).toBe(0)
})

test("only people of the project who label can be given claims", async () => {
  const { projectId, owner, editor, stranger } = await queueRoom({ claims: 1 })
  const reader = await member(owner, projectId, "reader", "Paul Ferrand")
  expect(code(await assign(editor, projectId, [reader]))).toBe("invalid")
  expect(code(await assign(editor, projectId, [stranger]))).toBe("invalid")
})

test("what is left of somebody's assignments goes to others who have nothing to do with it yet", async () => {
  const { projectId, documentId, units, editor, reviewers } = await queueRoom({ people: 3, claims: 4 })
  const [ann, ben, cem] = reviewers as [Person, Person, Person]
  value(await assign(editor, projectId, [ann, ben], 2))
  value(await label(ann, documentId, units[0]!))
  const done = value(await end(editor, projectId, ann, [ben, cem]))
  expect(done).toMatchObject({ count: 3, to: [{ userId: cem.id, count: 3 }] })
  expect([await counts(projectId, ann), await counts(projectId, ben), await counts(projectId, cem)]).toEqual([1, 4, 3])
  expect(value(await end(editor, projectId, cem)).count).toBe(3)
  expect(await counts(projectId, cem)).toBe(0)
  const sentences = value(await activity(editor, projectId, {})).changes.map(({ sentence }) => sentence)
  expect(sentences.slice(0, 2)).toEqual([
    "ended three assignments of Reviewer 3.",
    "took three assignments from Reviewer 1 and gave them to others: 3 to Reviewer 3.",
  ])
})

test("the assignments of who left wait for others and keep no claim from anybody", async () => {
  const { projectId, units, owner, editor, reviewers } = await queueRoom({ claims: 2, wanted: 1 })
  const [ann, ben] = reviewers as [Person, Person]
  value(await assign(editor, projectId, [ann]))
  expect(await nextFor(ben, projectId)).toBeNull()
  value(await removeMember(owner, { projectId, userId: ann.id, version: 1, requestId: uuidv7() }))
  expect(await nextFor(ben, projectId)).toBe(units[0])
  const left = value(await workload(editor, projectId)).people.find(({ userId }) => userId === ann.id)
  expect(left).toMatchObject({ assigned: 2, done: 0, leftAt: expect.any(Date) })
  value(await end(editor, projectId, ann, [ben]))
  expect(value(await workload(editor, projectId)).people.some(({ userId }) => userId === ann.id)).toBe(false)
  expect(await counts(projectId, ben)).toBe(2)
})

test("the work page counts what each has, with the parts of what was split, did and skipped; others see their own line alone", async () => {
  const { projectId, documentId, units, owner, editor, reviewers } = await queueRoom({ claims: 4 })
  const [ann, ben] = reviewers as [Person, Person]
  value(await assign(editor, projectId, [ann]))
  value(await label(ann, documentId, units[0]!))
  value(await label(ben, documentId, units[3]!))
  value(await skipClaim(ann, { projectId, unitId: units[1]!, reason: "no-sources", note: "The archive is closed." }))
  const cut = { documentId, unitId: units[2]!, version: 1, ids: [uuidv7(), uuidv7()] }
  const { start } = await database().unit.findUniqueOrThrow({ where: { id: units[2]! } })
  value(await splitUnit(owner, { ...cut, at: start + 10, requestId: uuidv7() }))
  const { people, documents, skipped } = value(await workload(editor, projectId))
  const lineOf = (who: Person) => people.find(({ userId }) => userId === who.id)
  expect(lineOf(ann)).toMatchObject({
    assigned: 5,
    done: 1,
    recut: 0,
    labelled: 1,
    skipped: 1,
    lastAt: expect.any(Date),
  })
  expect(lineOf(ben)).toMatchObject({ assigned: 0, done: 0, labelled: 1, skipped: 0 })
  expect(documents).toMatchObject([{ claims: 5, given: 5, free: 0, assigned: 5, done: 1 }])
  expect(skipped).toMatchObject({
    total: 1,
    claims: [
      { unitId: units[1], skips: [{ name: "Reviewer 1", reason: "no-sources", note: "The archive is closed." }] },
    ],
  })
  const own = value(await workload(ann, projectId))
  expect(own.people.map(({ userId }) => userId)).toEqual([ann.id])
  expect([own.skipped.total, own.assignable.length, own.total]).toEqual([0, 0, 1])
  expect(value(await workload(ben, projectId)).documents).toMatchObject([{ given: 0, assigned: 0 }])
})

test("an assignment moves to the parts of a split claim, to what two were merged into, and back", async () => {
  const { projectId, documentId, owner, editor, reviewers, units } = await queueRoom({ people: 2, claims: 3 })
  const [ann, ben] = reviewers as [Person, Person]
  value(await assign(editor, projectId, [ann, ben], 1))
  const mine = async (who: Person) =>
    (
      await database().assignment.findMany({
        where: { projectId, userId: who.id, endedAt: null },
        select: { unit: { select: { start: true, end: true, retired: true } } },
        orderBy: { unit: { start: "asc" } },
      })
    ).map(({ unit }) => unit)
  const before = [await mine(ann), await mine(ben)]
  expect(before.map(list => list.length)).toEqual([2, 1])
  const { start, end } = before[0]![0]!
  const parts = [uuidv7(), uuidv7()]
  const at = start + 10
  const there = { documentId, requestId: uuidv7() }
  value(await splitUnit(owner, { ...there, unitId: units[0]!, version: 1, ids: parts, at }))
  expect((await mine(ann)).slice(0, 2)).toMatchObject([
    { start, retired: false },
    { end, retired: false },
  ])
  expect(await mine(ann)).toHaveLength(3)
  value(await undoChange(owner, { documentId, told: [], requestId: uuidv7() }))
  expect([await mine(ann), await mine(ben)]).toEqual(before)

  const [first, next] = await database().unit.findMany({
    where: { documentId, retired: false },
    orderBy: { start: "asc" },
    take: 2,
    select: { id: true, version: true },
  })
  const pair = { unitId: first!.id, version: first!.version, nextId: next!.id, nextVersion: next!.version }
  value(await mergeUnits(owner, { documentId, ...pair, id: uuidv7(), requestId: uuidv7() }))
  for (const who of [ann, ben]) expect((await mine(who))[0]).toMatchObject({ start, retired: false })
  const { people } = value(await workload(editor, projectId))
  for (const line of people.filter(({ userId }) => [ann.id, ben.id].includes(userId)))
    expect(line).toMatchObject({ recut: 0 })
})

test("ten thousand claims for three people each are one change", async () => {
  const { projectId, owner, editor, reviewers } = await queueRoom({ people: 4, claims: 1 })
  const { id } = await document(owner, projectId, "A book", claimsText(10_000))
  const { to } = value(await assign(editor, projectId, reviewers, 3, { documentId: id }))
  expect(to?.map(({ count }) => count)).toEqual([7_500, 7_500, 7_500, 7_500])
  // The database has not looked yet at how many there are, and a statement has a few seconds.
  expect(await nextFor(reviewers[0]!, projectId, { documentId: id })).not.toBeNull()
  expect(value(await workload(editor, projectId)).documents.map(({ assigned }) => assigned)).toEqual([0, 30_000])
  expect(
    value(await assign(editor, projectId, reviewers, 3, { documentId: id })).to?.every(({ count }) => count === 0),
  ).toBe(true)
}, 60_000)
