import { randomBytes } from "node:crypto"
import fc from "fast-check"
import { expect, test } from "vitest"
import { type Link, projectHead, stateOf } from "../../lib/db/project-head.ts"

const salt = "5f0d9f8e-0000-4000-8000-000000000000"

/** Changes in the order in which they were stored; each was begun up to so many places earlier, at a time of that place. */
function history(streams: readonly number[], delays: readonly number[]): readonly Link[] {
  const revisions = new Map<number, number>()
  return streams.map((stream, place) => {
    const revision = (revisions.get(stream) ?? 0) + 1
    revisions.set(stream, revision)
    return {
      stream: `${stream}0000000-0000-4000-8000-000000000000`,
      revision,
      hash: randomBytes(32),
      at: new Date(1_800_000_000_000 + (place - (delays[place % delays.length] ?? 0)) * 10),
    }
  })
}

const endsOf = (links: readonly Link[]) => [...new Map(links.map(link => [link.stream, link])).values()]

test("every state that a log went through is found by its head, also when work was done at once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 60 }),
      fc.nat(),
      (streams, delays, n) => {
        const links = history(streams, delays)
        const then = links.slice(0, 1 + (n % links.length))
        const state = stateOf(salt, projectHead(salt, endsOf(then)), [...links].reverse())
        const sorted = (ends: readonly Link[]) => [...ends].sort((a, b) => (a.stream < b.stream ? -1 : 1))
        expect(sorted(state!.ends as readonly Link[])).toEqual(sorted(endsOf(then)))
        expect(state!.at.getTime()).toBe(Math.max(...endsOf(then).map(({ at }) => at.getTime())))
      },
    ),
  )
})

test("a head that the log never had is found nowhere: another salt, another hash, another number", () => {
  const links = history([0, 1, 0, 2, 1, 0], [0])
  const head = projectHead(salt, endsOf(links))
  expect(stateOf(salt, head, links)).not.toBeNull()
  expect(stateOf(salt.replace("5", "6"), head, links)).toBeNull()
  expect(stateOf(salt, head.replace("6-", "5-"), links)).toBeNull()
  expect(stateOf(salt, `7-${head.slice(2)}`, links)).toBeNull()
  expect(
    stateOf(
      salt,
      head,
      links.map((link, at) => (at === 3 ? { ...link, hash: randomBytes(32) } : link)),
    ),
  ).toBeNull()
  expect(stateOf(salt, head, links.slice(0, 5))).toBeNull()
})

test("a stream without a change is no part of a head", () => {
  const ends = endsOf(history([0, 1], [0]))
  const empty = { stream: "90000000-0000-4000-8000-000000000000", revision: 0, hash: new Uint8Array(32) }
  expect(projectHead(salt, [...ends, empty])).toBe(projectHead(salt, ends))
})
