import * as fc from "fast-check"
import { uuidv7 } from "uuidv7"
import { beforeAll, expect, test } from "vitest"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { keepClaim } from "../../lib/commands/keep-claim.ts"
import { leaveClaim } from "../../lib/commands/leave-claim.ts"
import { orderQueue } from "../../lib/commands/order-queue.ts"
import { skipClaim } from "../../lib/commands/skip-claim.ts"
import { withdrawSkip } from "../../lib/commands/withdraw-skip.ts"
import { database } from "../../lib/db/client.ts"
import { nextQueued, type QueuedClaim, queueOrders } from "../../lib/domain/queue-order.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { code, document, type Person, value } from "../queries/project.ts"
import { forced } from "./forced.ts"
import { asked, claimsText, expireLeases, nextFor, orderBy, queueRoom } from "./queue-room.ts"

const label = (who: Person, documentId: string, unitId: string, label = "speculative", seen: string | null = null) => {
  const words = { label, confidence: "high", rationale: plainRationale("No log survives."), seen }
  return giveAnnotation(who, { documentId, unitId, id: uuidv7(), ...words, requestId: uuidv7() })
}
const skip = (who: Person, projectId: string, unitId: string, reason = "unclear", note = "") =>
  skipClaim(who, { projectId, unitId, reason, note })

test("two people who ask get two claims, and each the same again until they are done with it", async () => {
  const { projectId, documentId, units, reviewers } = await queueRoom()
  const [ann, ben] = reviewers as [Person, Person]
  expect(await nextFor(ann, projectId)).toBe(units[0])
  expect(await nextFor(ben, projectId)).toBe(units[1])
  expect(await nextFor(ann, projectId)).toBe(units[0])
  value(await label(ann, documentId, units[0]!))
  expect(await nextFor(ann, projectId)).toBe(units[2])
  value(await label(ben, documentId, units[1]!))
  expect(await nextFor(ben, projectId), "which has one of two people").toBe(units[0])
})

test("two tabs of one person who ask in the same moment get the same claim", async () => {
  const { projectId, units, reviewers } = await queueRoom()
  const [ann] = reviewers as [Person, Person]
  const hold = 'SELECT 1 FROM "Membership" WHERE "projectId" = $1 AND "userId" = $2 FOR UPDATE'
  const tabs = [() => nextFor(ann, projectId), () => nextFor(ann, projectId)]
  expect(await forced(hold, [projectId, ann.id], tabs)).toEqual([units[0], units[0]])
  expect(await database().claimLease.count({ where: { projectId, userId: ann.id } })).toBe(1)
})

test("never one that I labelled, and never more people than the policy wants, unless it is contested", async () => {
  const { projectId, documentId, units, reviewers, editor, owner } = await queueRoom({ claims: 1 })
  const [ann, ben] = reviewers as [Person, Person]
  const [only] = units as [string]
  value(await label(ann, documentId, only, "speculative"))
  expect(await nextFor(ann, projectId)).toBeNull()
  value(await label(ben, documentId, only, "disputed"))
  const { state } = await database().unit.findUniqueOrThrow({ where: { id: only } })
  expect(state).toBe("contested")
  expect(await nextFor(editor, projectId), "contested").toBe(only)
  expect(await nextFor(owner, projectId), "one more at a time").toBeNull()
  await database().unit.update({ where: { id: only }, data: { state: "in-review" } })
  await expireLeases(projectId)
  expect(await nextFor(owner, projectId)).toBeNull()
})

test("a lease holds a place until it ends: by leaving, skipping, taking another, or its time", async () => {
  const { projectId, units, reviewers } = await queueRoom({ claims: 1, wanted: 1 })
  const [ann, ben] = reviewers as [Person, Person]
  const { claim } = await asked(ann, projectId)
  expect(await nextFor(ben, projectId)).toBeNull()
  const lease = { projectId, unitId: units[0]!, takenAt: claim!.takenAt }
  expect(value(await keepClaim(ann, lease))).toEqual({ kept: true })
  expect(value(await keepClaim(ann, { ...lease, takenAt: "2026-01-01T00:00:00.000Z" }))).toEqual({ kept: false })
  value(await leaveClaim(ann, { ...lease, takenAt: "2026-01-01T00:00:00.000Z" }))
  expect(await nextFor(ben, projectId), "another tab's leaving ends nothing").toBeNull()
  value(await leaveClaim(ann, lease))
  expect(await nextFor(ben, projectId), "left").toBe(units[0])
  expect(await nextFor(ann, projectId)).toBeNull()
  value(await skip(ben, projectId, units[0]!))
  expect(await nextFor(ann, projectId), "skipped").toBe(units[0])
  value(await withdrawSkip(ben, { projectId, unitId: units[0]! }))
  expect(await nextFor(ben, projectId)).toBeNull()
  await expireLeases(projectId)
  const late = await database().claimLease.findFirstOrThrow({ where: { projectId, userId: ann.id } })
  const old = { projectId, unitId: units[0]!, takenAt: late.takenAt.toISOString() }
  expect(value(await keepClaim(ann, old)), "too late").toEqual({ kept: false })
  expect(await nextFor(ben, projectId), "expired").toBe(units[0])
})

test("taking another claim gives the first one back", async () => {
  const { projectId, documentId, units, reviewers, owner } = await queueRoom({ claims: 1, wanted: 1 })
  const [ann, ben] = reviewers as [Person, Person]
  const other = await document(owner, projectId, "More ships", claimsText(2))
  expect(await nextFor(ann, projectId)).toBe(units[0])
  expect(await nextFor(ann, projectId, { documentId: other.id })).toBe(other.units[0]!.id)
  expect(await nextFor(ben, projectId, { documentId })).toBe(units[0])
})

test("a lease keeps nobody out who opens the claim on purpose", async () => {
  const { projectId, documentId, units, reviewers } = await queueRoom({ claims: 1, wanted: 1 })
  const [ann, ben] = reviewers as [Person, Person]
  expect(await nextFor(ann, projectId)).toBe(units[0])
  value(await claimCard(ben, documentId, units[0]!))
  value(await label(ben, documentId, units[0]!))
  value(await label(ann, documentId, units[0]!))
  expect(await database().annotation.count({ where: { unitId: units[0]!, current: true } })).toBe(2)
})

test("skipped claims are left out until I ask for them, and then no others come", async () => {
  const { projectId, documentId, units, reviewers } = await queueRoom({ claims: 2 })
  const [ann] = reviewers as [Person]
  value(await skip(ann, projectId, units[0]!, "other", "Half of it is a question."))
  expect(await nextFor(ann, projectId)).toBe(units[1])
  const { claim, progress } = await asked(ann, projectId, { skipped: true })
  expect(claim).toMatchObject({ unitId: units[0], skip: { reason: "other", note: "Half of it is a question." } })
  expect(progress).toMatchObject({ claims: 2, mine: 0, skipped: 1 })
  value(await label(ann, documentId, units[0]!))
  expect(await asked(ann, projectId, { skipped: true })).toMatchObject({
    claim: null,
    progress: { skipped: 0, mine: 1 },
  })
  expect(code(await skip(ann, projectId, units[1]!, "other"))).toBe("invalid")
  expect(code(await skip(ann, projectId, uuidv7()))).toBe("not-found")
})

test("an owner picks the order, and is told when somebody did meanwhile", async () => {
  const { projectId, owner, editor } = await queueRoom({ claims: 1 })
  const choose = (who: Person, order: string, seen: string) =>
    orderQueue(who, { projectId, order, seen, requestId: uuidv7() })
  expect(code(await choose(editor, "fewest", "document"))).toBe("forbidden")
  value(await choose(owner, "fewest", "document"))
  const late = await choose(owner, "flagged", "document")
  expect(late).toMatchObject({ failure: { code: "conflict", current: { order: "fewest" }, by: "Vera Lindqvist" } })
})

test("under a blind document neither order nor words tell what others did, except to who is not bound", async () => {
  const { projectId, documentId, units, reviewers, editor } = await queueRoom({ people: 3, claims: 3, wanted: 3 })
  const [ann, ben, cem] = reviewers as [Person, Person, Person]
  await orderBy(projectId, "fewest")
  value(await label(ann, documentId, units[0]!))
  value(await label(ben, documentId, units[0]!, "disputed"))
  await database().document.update({ where: { id: documentId }, data: { blind: true } })
  const hidden = await asked(cem, projectId)
  expect(hidden).toMatchObject({ claim: { unitId: units[0], standing: null }, progress: { project: null } })
  expect(hidden.claim!.why).toContain("reviewed blind")
  expect((await asked(editor, projectId)).claim).toMatchObject({
    unitId: units[1],
    standing: expect.stringMatching(/^Nobody/),
  })
  await orderBy(projectId, "contested")
  await expireLeases(projectId)
  await database().unit.update({ where: { id: units[2]! }, data: { state: "contested" } })
  expect((await asked(cem, projectId)).claim).toMatchObject({ unitId: units[0], standing: null })
  expect(await nextFor(editor, projectId)).toBe(units[2])
})

const takeAll = 'LOCK TABLE "ClaimLease" IN SHARE MODE'

test("people who ask at once get different claims while there are enough", async () => {
  const { projectId, reviewers } = await queueRoom({ people: 6, claims: 6, wanted: 1 })
  const got = await forced(
    takeAll,
    [],
    reviewers.map(who => () => nextFor(who, projectId)),
  )
  expect(new Set(got).size).toBe(6)
  expect(got).not.toContain(null)
})

test("when there are fewer claims than people the policy's number is never passed, and the rest get none", async () => {
  const { projectId, units, reviewers } = await queueRoom({ people: 6, claims: 2, wanted: 2 })
  const got = await forced(
    takeAll,
    [],
    reviewers.map(who => () => nextFor(who, projectId)),
  )
  expect(units.map(unit => got.filter(one => one === unit).length)).toEqual([2, 2])
  expect(got.filter(one => one === null).length).toBe(2)
})

test("what expired is given to one of those who ask at once", async () => {
  const { projectId, units, reviewers } = await queueRoom({ people: 4, claims: 1, wanted: 1 })
  const [ann, ...rest] = reviewers as [Person, Person, Person, Person]
  expect(await nextFor(ann, projectId)).toBe(units[0])
  await expireLeases(projectId)
  const got = await forced(
    takeAll,
    [],
    rest.map(who => () => nextFor(who, projectId)),
  )
  expect(got.filter(one => one === units[0]).length).toBe(1)
  expect(got.filter(one => one === null).length).toBe(2)
})

// The law: what the statement finds is what the pure function chooses, whatever people did.

type Room = Awaited<ReturnType<typeof queueRoom>>
let here: Room & { places: { unitId: string; documentId: string; place: number; start: number; end: number }[] }

beforeAll(async () => {
  const room = await queueRoom({ people: 3, claims: 4 })
  await document(room.owner, room.projectId, "More ships", claimsText(3))
  const units = await database().unit.findMany({
    where: { projectId: room.projectId },
    orderBy: [{ document: { createdAt: "asc" } }, { start: "asc" }],
  })
  const places = units.map(({ id, documentId, start, end }) => {
    return { unitId: id, documentId, place: documentId === room.documentId ? 1 : 2, start, end }
  })
  here = { ...room, places }
})

const someone = fc.integer({ min: 0, max: 3 })
const claimOf = fc.record({
  state: fc.constantFrom("open", "in-review", "contested", "vetted", "blocked"),
  labelled: fc.uniqueArray(someone),
  leased: fc.uniqueArray(someone, { maxLength: 2 }),
  expired: fc.boolean(),
  assigned: fc.uniqueArray(someone, { maxLength: 2 }),
  skipped: fc.boolean(),
  flagged: fc.boolean(),
})
const situation = fc.record({
  order: fc.constantFrom(...queueOrders),
  skipped: fc.boolean(),
  /** Whose queue it is: the last one is an editor, whom blindness does not bind. */
  me: someone,
  blind: fc.boolean(),
  blindSecond: fc.constantFrom(true, false, null),
  oneDocument: fc.boolean(),
  claims: fc.array(claimOf, { minLength: 7, maxLength: 7 }),
})

test("the statement finds what the rules choose", async () => {
  const people = [...here.reviewers, here.editor]
  await fc.assert(
    fc.asyncProperty(situation, async ({ order, skipped, me, blind, blindSecond, oneDocument, claims }) => {
      await arrange(people, { order, me, blind, blindSecond, claims })
      const bound = me < 3
      const facts = here.places.map((place, at): QueuedClaim & { unitId: string } => {
        const { state, labelled, leased, expired, assigned, ...claim } = claims[at]!
        const live = expired ? [] : leased
        const others = (list: readonly number[]) => list.filter(one => one !== me)
        return {
          ...place,
          state: state as QueuedClaim["state"],
          labelled: others(labelled).length,
          people: new Set(others([...labelled, ...live, ...assigned])).size,
          held: others(live).length > 0,
          flagged: claim.flagged,
          assigned: assigned.includes(me),
          mine: labelled.includes(me),
          skipped: claim.skipped,
          veiled: bound && (place.place === 2 ? (blindSecond ?? blind) : blind),
        }
      })
      const among = facts.filter(({ place }) => !oneDocument || place === 2)
      const wish = { skipped, ...(oneDocument && { documentId: here.places.at(-1)!.documentId }) }
      const expected = nextQueued(among, order, 2, skipped)?.unitId ?? null
      expect(await nextFor(people[me]!, here.projectId, wish)).toBe(expected)
    }),
    { numRuns: 120 },
  )
}, 120_000)

type Situation = Pick<
  typeof situation extends fc.Arbitrary<infer S> ? S : never,
  "order" | "me" | "blind" | "blindSecond" | "claims"
>

/** Puts rows as they would stand after people did all that. One's own leases are left out: they come first, whatever the rule. */
async function arrange(people: readonly Person[], { order, me, blind, blindSecond, claims }: Situation) {
  const { projectId, places, documentId, owner } = here
  const db = database()
  await db.project.update({ where: { id: projectId }, data: { queueOrder: order, blind } })
  await db.document.updateMany({ where: { projectId, id: { not: documentId } }, data: { blind: blindSecond } })
  for (const table of [db.annotation, db.claimLease, db.claimSkip, db.assignment, db.flag])
    await (table as typeof db.flag).deleteMany({ where: { projectId } })
  const each = places.map((place, at) => ({ ...place, ...claims[at]! }))
  const at = { projectId, createdAt: new Date() }
  for (const { unitId, state } of each) await db.unit.update({ where: { id: unitId }, data: stateData(state) })
  await db.annotation.createMany({
    data: each.flatMap(({ unitId, documentId, start, end, labelled }) =>
      labelled.map(who => ({
        id: uuidv7(),
        ...at,
        unitId,
        documentId,
        reviewerId: people[who]!.id,
        label: "disputed",
        confidence: "low",
        rationale: {},
        start,
        end,
        revision: 1,
      })),
    ),
  })
  const now = Date.now()
  await db.claimLease.createMany({
    data: each.flatMap(({ unitId, documentId, leased, expired }) =>
      leased
        .filter(who => who !== me)
        .map(who => ({
          projectId,
          unitId,
          documentId,
          userId: people[who]!.id,
          takenAt: new Date(now - 900_000),
          expiresAt: new Date(now + (expired ? -60_000 : 60_000)),
        })),
    ),
  })
  await db.claimSkip.createMany({
    data: each
      .filter(({ skipped }) => skipped)
      .map(({ unitId, documentId }) => {
        return { projectId, unitId, documentId, userId: people[me]!.id, reason: "later", at: new Date() }
      }),
  })
  await db.assignment.createMany({
    data: each.flatMap(({ unitId, documentId, assigned }) =>
      assigned.map(who => {
        const ids = { id: uuidv7(), batchId: uuidv7(), assignedBy: owner.id }
        return { ...ids, ...at, unitId, documentId, userId: people[who]!.id }
      }),
    ),
  })
  for (const { documentId, start, end } of each.filter(({ flagged }) => flagged)) {
    const { length } = await db.version.findFirstOrThrow({ where: { documentId }, select: { length: true } })
    const words = { quote: "q", reason: "other", blocking: false, raisedBy: owner.id }
    await db.flag.create({ data: { id: uuidv7(), projectId, documentId, number: 1, length, start, end, ...words } })
  }
}

const stateData = (state: string) =>
  state === "vetted" || state === "blocked"
    ? { state, verdict: "disputed", verdictBy: "policy" }
    : { state, verdict: null, verdictBy: null }
