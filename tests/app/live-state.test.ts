import fc from "fast-check"
import { expect, test } from "vitest"
import { heard, nothingHeard } from "../../app/_live/live-state.ts"
import { nextReading } from "../../app/_live/next-reading.ts"
import { backOff } from "../../lib/domain/back-off.ts"
import { type LiveEvent, movesOf, type PersonHere } from "../../lib/domain/live.ts"
import { Outbox } from "../../lib/live/outbox.ts"

const documentId = fc.constantFrom("d", "e")
const moved = fc.record({
  kind: fc.constant("moved" as const),
  projectId: fc.constant("p"),
  documentId: fc.option(documentId),
  revision: fc.nat(50),
})
const revisions = fc.record({
  kind: fc.constant("revisions" as const),
  projectId: fc.constant("p"),
  project: fc.nat(50),
  documents: fc.record({ d: fc.nat(50), e: fc.nat(50) }),
})
const person = (key: string, unitId: string | null): PersonHere => ({
  key,
  id: key,
  name: key,
  projectId: "p",
  documentId: "d",
  unitId,
  writing: false,
})
const keys = fc.constantFrom("a", "b")
const presence = fc.oneof(
  fc.record({
    kind: fc.constant("came" as const),
    projectId: fc.constant("p"),
    person: fc.tuple(keys, fc.constantFrom("u", "v", null)).map(([key, unit]) => person(key, unit)),
  }),
  fc.record({ kind: fc.constant("went" as const), projectId: fc.constant("p"), key: keys }),
  fc.record({
    kind: fc.constant("people" as const),
    projectId: fc.constant("p"),
    people: fc.uniqueArray(keys).map(all => all.map(key => person(key, null))),
  }),
)
const after = (events: readonly LiveEvent[]) => events.reduce(heard, nothingHeard)
const byKey = (people: readonly PersonHere[] = []) => [...people].sort((a, b) => a.key.localeCompare(b.key))

test("revisions only grow, so that their messages may come in any order and more than once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(moved, revisions), { minLength: 1 }),
      fc.infiniteStream(fc.nat()),
      (events, chance) => {
        const shuffled = [...events, ...events].map(event => [chance.next().value as number, event] as const)
        const other = shuffled.sort(([a], [b]) => a - b).map(([, event]) => event)
        const [one, two] = [after(events).revisions["p"]!, after(other).revisions["p"]!]
        expect(two).toEqual(one)
        expect(movesOf(two)).toBe(movesOf(one))
      },
    ),
  )
})

test("what waits for a slow reader is told once, and leads to the same as all of it", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(moved, revisions, presence), { maxLength: 60 }), events => {
      const outbox = new Outbox()
      for (const event of events) outbox.put(event)
      const told = outbox.take()
      expect(told.length).toBeLessThanOrEqual(7)
      expect(outbox.isEmpty).toBe(true)
      const [all, short] = [after(events), after(told)]
      expect(short.revisions).toEqual(all.revisions)
      expect(byKey(short.people["p"])).toEqual(byKey(all.people["p"]))
    }),
  )
})

test("a page reads at once, waits while something is in hand, and reads a tenth of the time, or every five seconds", () => {
  const usual = { known: 3, shown: 1, busy: false, held: false, doneAt: null, took: 0, notBefore: 0, now: 10_000 }
  expect(nextReading(usual)).toEqual({ do: "read" })
  expect(nextReading({ ...usual, known: null })).toEqual({ do: "nothing" })
  expect(nextReading({ ...usual, known: 1 })).toEqual({ do: "nothing" })
  expect(nextReading({ ...usual, busy: true })).toEqual({ do: "nothing" })
  expect(nextReading({ ...usual, held: true })).toEqual({ do: "tell" })
  expect(nextReading({ ...usual, doneAt: 9_900, took: 1 })).toEqual({ do: "wait", milliseconds: 300 })
  expect(nextReading({ ...usual, doneAt: 9_000, took: 200 })).toEqual({ do: "wait", milliseconds: 800 })
  expect(nextReading({ ...usual, doneAt: 9_000, took: 3_000 })).toEqual({ do: "wait", milliseconds: 4_000 })
  expect(nextReading({ ...usual, notBefore: 10_500 })).toEqual({ do: "wait", milliseconds: 500 })
})

test("waits grow to half a minute, and chance spreads them over half of that", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const wait = backOff(failures, chance)
      expect(wait).toBeLessThanOrEqual(30_000)
      expect(wait).toBeGreaterThanOrEqual(250)
      expect(backOff(failures + 1, chance)).toBeGreaterThanOrEqual(wait)
    }),
  )
})
