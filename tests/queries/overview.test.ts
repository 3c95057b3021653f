import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { assignClaims } from "../../lib/commands/assign-claims.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { skipClaim } from "../../lib/commands/skip-claim.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { database } from "../../lib/db/client.ts"
import { countedClaims } from "../../lib/domain/claim-strip.ts"
import { claims } from "../../lib/queries/claims.ts"
import { overview } from "../../lib/queries/overview.ts"
import { room } from "../commands/room.ts"
import { code, document, member, type Person, value } from "./project.ts"

/** Two documents of which the first has three claims: one vetted, one contested, one with a single label. */
async function midway() {
  const here = await room()
  const { owner, ann, ben, projectId, units, documentId } = here
  const ids = units.filter(({ kind }) => kind === "claim").map(({ id }) => id)
  const [first, second, third] = ids as [string, string, string]
  const other = await document(owner, projectId, "Another log")
  const source = await here.source(ann)
  value(await here.cite(ann, first, source))
  value(await here.cite(ann, second, source))
  for (const who of [ann, ben]) value(await here.label(who, first, "documented"))
  value(await here.label(ann, second, "documented"))
  value(await here.label(ben, second, "speculative"))
  value(await here.label(ben, third, "disputed"))
  const seen = async (who: Person = owner, input: object = {}) => value(await overview(who, projectId, input))
  const listed = async (input: object, who: Person = owner) => value(await claims(who, projectId, input))
  const many = async (input: object, who: Person = owner) => (await listed(input, who)).total
  return { ...here, ids, third, other: other.id, documentId, seen, listed, many }
}

const none = { documented: 0, disputed: 0, speculative: 0, blocked: 0, contested: 0, "in-review": 0, open: 0 }
const today = () => Math.floor(Date.now() / 86_400_000)

test("the sample has the claims that the counts below rely on", async () => {
  const { ids } = await midway()
  expect(ids).toHaveLength(3)
})

test("claims are counted by how they stand, over all and by document, and each number is that of its list", async () => {
  const { seen, many, documentId, other } = await midway()
  const { sums, strips, documents } = await seen()
  expect(sums).toEqual({
    counts: { ...none, documented: 1, contested: 1, "in-review": 1, open: 3 },
    settled: 1,
    labelled: 3,
    labels: 5,
  })
  expect(documents).toBe(2)
  expect(strips.map(({ documentId: id, counts }) => [id, counts])).toEqual([
    [documentId, { ...none, documented: 1, contested: 1, "in-review": 1 }],
    [other, { ...none, open: 3 }],
  ])
  expect(await many({})).toBe(6)
  expect(await many({ labelled: "some" })).toBe(sums.labelled)
  expect(await many({ labelled: "several" })).toBe(2)
  expect(await many({ labelled: "none" })).toBe(3)
  expect(await many({ verdict: "any" })).toBe(sums.settled)
  expect(await many({ verdict: "none" })).toBe(5)
  expect(await many({ state: "contested" })).toBe(1)
  expect(await many({ state: "open", document: other })).toBe(3)
  expect(await many({ state: "vetted", verdict: "documented", document: documentId })).toBe(1)
  expect(await many({ state: "vetted", verdict: "disputed" })).toBe(0)
})

test("a strip has a piece for each claim while there are few, which opens where that claim begins", async () => {
  const { seen, units, ids } = await midway()
  const [strip] = (await seen()).strips
  expect(strip!.segments.map(({ first, last, counts }) => [first, last, countedClaims(counts)])).toEqual([
    [1, 1, 1],
    [2, 2, 1],
    [3, 3, 1],
  ])
  const starts = ids.map(id => units.find(unit => unit.id === id)!.start)
  expect(strip!.segments.map(({ start }) => start)).toEqual(starts)
  expect(strip!.segments[1]!.counts).toEqual({ ...none, contested: 1 })
})

test("a strip of many claims has a hundred pieces, which open the claim that most needs work", async () => {
  const here = await room()
  const text = Array.from({ length: 250 }, (_, at) => `The commander number ${at} was arrested in 1937.`).join(" ")
  const { id, units } = await document(here.owner, here.projectId, "Long", text)
  expect(units.filter(({ kind }) => kind === "claim")).toHaveLength(250)
  await database().unit.update({ where: { id: units[1]!.id }, data: { state: "in-review" } })
  const { strips } = value(await overview(here.owner, here.projectId, {}))
  const { segments } = strips.find(({ documentId }) => documentId === id)!
  expect(segments).toHaveLength(100)
  expect(segments.map(({ first, last }) => last - first + 1).reduce((a, b) => a + b)).toBe(250)
  for (const [at, { first }] of segments.entries()) expect(first).toBe((segments[at - 1]?.last ?? 0) + 1)
  expect(segments[0]).toMatchObject({ first: 1, last: 3, start: units[1]!.start })
})

test("progress counts a person's first label on a claim, and verdicts by what was last said of the claim", async () => {
  const { seen, first, second, documentId, ann, label, asked } = await midway()
  const rows = await database().annotation.findMany({ where: { unitId: { in: [first, second] } } })
  const days = new Map(rows.map(row => [`${row.unitId} ${row.reviewerId}`, row.id]))
  const at = (id: string | undefined, ago: number) =>
    database().annotation.update({ where: { id: id! }, data: { createdAt: new Date(Date.now() - ago * 86_400_000) } })
  await database().document.updateMany({
    data: { createdAt: new Date(Date.now() - 9 * 86_400_000) },
    where: { id: documentId },
  })
  await database().citation.updateMany({
    where: { unitId: first },
    data: { createdAt: new Date(Date.now() - 3 * 86_400_000) },
  })
  for (const [key, id] of days) await at(id, key.endsWith(ann.id) ? 5 : 2)
  // A change of mind does not move the day of the label, and one that is taken back is none.
  value(await label(ann, second, "disputed", days.get(`${second} ${ann.id}`)))
  const { pace, points } = (await seen()).progress
  expect([pace, points.length, points.at(-1)!.to]).toEqual(["day", 10, today()])
  const ago = (many: number) => points.find(({ to }) => to === today() - many)!
  expect(ago(9)).toMatchObject({ claims: 3, labels: 0, labelled: 0 })
  expect(ago(5)).toMatchObject({ labels: 2, labelled: 2, settled: 0 })
  expect(ago(3)).toMatchObject({ labels: 0, labelled: 2, settled: 0 })
  expect(ago(2)).toMatchObject({ labels: 2, labelled: 2, settled: 1, vetted: 1 })
  expect(ago(0)).toMatchObject({ claims: 6, labels: 1, labelled: 3, settled: 1, vetted: 1 })
  value(await withdrawAnnotation(ann, { ...asked(), unitId: first, seen: days.get(`${first} ${ann.id}`) }))
  const after = (await seen()).progress.points
  expect(after.find(({ to }) => to === today() - 5)).toMatchObject({ labels: 1, labelled: 1 })
  expect(after.at(-1)).toMatchObject({ labelled: 3, settled: 0, vetted: 0 })
})

test("agreement says how many claims it rests on, of all", async () => {
  const { seen, many } = await midway()
  const { agreement } = await seen()
  expect(agreement).toMatchObject({ used: 2, of: 6, raw: { value: 0.5 } })
  expect(agreement.used).toBe(await many({ labelled: "several" }))
  // Four labels: three documented, one speculative; of six pairs three differ, and by chance half do.
  expect(agreement.alpha.value).toBeCloseTo(1 - 2 / 4 / (6 / 12))
})

test("hot spots are stretches with contested claims, and their numbers are those of the list", async () => {
  const { seen, many, documentId, units, second } = await midway()
  const start = units.find(({ id }) => id === second)!.start
  const { hotSpots } = await seen()
  expect(hotSpots).toEqual([{ documentId, title: "Log book", first: 1, last: 3, contested: 1, start }])
  expect(await many({ document: documentId, state: "contested", from: 1, to: 3 })).toBe(1)
  expect(await many({ document: documentId, state: "contested", from: 3, to: 3 })).toBe(0)
})

test("what is in the way is counted by condition and by flag, each the number of its list", async () => {
  const { seen, many, listed, flag, ann, third } = await midway()
  value(await flag(ann, "The ship", true))
  const { inTheWay, sums } = await seen()
  expect(sums.counts).toMatchObject({ blocked: 1, documented: 0 })
  expect(inTheWay.flags).toEqual([{ reason: "needs-source", claims: 1 }])
  const counts = Object.fromEntries(inTheWay.lacks.map(({ kind, claims, alone }) => [kind, [claims, alone]]))
  expect(counts).toEqual({ label: [3, 3], "enough-agree": [2, 1], dissent: [1, 0], "flag-open": [1, 1] })
  for (const { kind, claims: all, alone } of inTheWay.lacks) {
    expect(await many({ lacks: kind }), kind).toBe(all)
    expect(await many({ lacks: kind, alone: "1" }), kind).toBe(alone)
  }
  expect(await many({ flag: "needs-source" })).toBe(1)
  expect(await many({ flag: "privacy" })).toBe(0)
  const [line] = (await listed({ lacks: "enough-agree", alone: "1" })).claims
  expect(line).toMatchObject({ id: third, state: "in-review", labels: 1 })
  expect(line!.why[0]).toContain("must agree")
})

test("people have what they labelled, what is left of their claims and what they skipped; others only their own", async () => {
  const { seen, many, owner, ann, ben, projectId, documentId, third, editor } = await midway()
  const kinds = { state: "all", flagged: false, cue: null, unassigned: false }
  const wish = { documentId, from: 1, to: 3, ...kinds, people: [ann.id], overlap: 1 }
  const given = { projectId, id: uuidv7(), ...wish, seen: [{ userId: ann.id, count: 1 }], requestId: uuidv7() }
  value(await assignClaims(owner, given))
  value(await skipClaim(ann, { projectId, unitId: third, reason: "unclear", note: "" }))
  const lines = (await seen()).people.map(({ name, labelled, assigned, left, skipped }) => [
    name,
    labelled,
    assigned,
    left,
    skipped,
  ])
  expect(lines).toEqual([
    ["Ann Okafor", 2, 1, 1, 1],
    ["Ben Ferrand", 3, 0, 0, 0],
    ["Nora Beck", 0, 0, 0, 0],
    ["Vera Lindqvist", 0, 0, 0, 0],
  ])
  expect(await many({ by: ann.id })).toBe(2)
  expect(await many({ by: ben.id })).toBe(3)
  expect(await many({ by: editor.id })).toBe(0)
  expect(await many({ assigned: ann.id })).toBe(1)
  expect((await seen(ann)).people.map(({ name }) => name)).toEqual(["Ann Okafor"])
  expect(await many({ assigned: ann.id }, ann)).toBe(1)
  expect(code(await claims(ben, projectId, { assigned: ann.id }))).toBe("forbidden")
})

test("a list is searched without regard to case, sorted, and refuses what it can't mean", async () => {
  const { listed, owner, projectId, stranger, second } = await midway()
  const found = await listed({ search: "RAISED   in" })
  expect(found.claims.map(({ quote }) => quote)).toEqual(["It was raised in 1920.", "It was raised in 1920."])
  expect((await listed({ search: "raised in", state: "contested" })).claims.map(({ id }) => id)).toEqual([second])
  expect((await listed({ search: "%" })).total).toBe(0)
  expect((await listed({ sort: "labels" })).claims.map(({ labels }) => labels)).toEqual([2, 2, 1, 0, 0, 0])
  const newest = (await listed({ sort: "newest" })).claims.map(({ lastAt }) => lastAt)
  expect(newest.slice(0, 3)).toEqual([...newest.slice(0, 3)].sort().reverse())
  expect((await listed({ page: "2" })).claims).toEqual([])
  for (const input of [{ state: "fine" }, { lacks: "sleep" }, { from: "0" }, { by: "Ann" }, { sort: "age" }])
    expect(code(await claims(owner, projectId, input)), JSON.stringify(input)).toBe("invalid")
  expect(code(await overview(owner, projectId, { per: "hour" }))).toBe("invalid")
  expect(code(await claims(owner, projectId, { document: uuidv7() }))).toBe("not-found")
  expect(code(await claims(stranger, projectId, {}))).toBe("not-found")
  expect(code(await overview(stranger, projectId, {}))).toBe("not-found")
})

test("an empty project has no curve, no strip and nothing in the way", async () => {
  const { owner, projectId, documentId } = await room()
  await database().unit.updateMany({ where: { documentId }, data: { kind: "opinion" } })
  const { sums, progress, strips, inTheWay, agreement, hotSpots } = value(await overview(owner, projectId, {}))
  expect([sums.counts, progress.points, inTheWay, hotSpots]).toEqual([none, [], { lacks: [], flags: [] }, []])
  expect(strips.map(({ segments }) => segments)).toEqual([[]])
  expect(agreement).toMatchObject({ used: 0, of: 0, raw: { value: null }, alpha: { value: null } })
})

test("who is bound by blindness sees every figure and every curve as if what is hidden had not been said", async () => {
  const { owner, projectId, ann, ben, documentId, seen, many, second, label, flag } = await midway()
  const newcomer = await member(owner, projectId, "reviewer", "Cleo Roth")
  const open = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: true, pseudonyms: false, seen: open, requestId: uuidv7() }))
  value(await flag(ann, "The ship", true))
  const untouched = await seen(newcomer)
  expect(untouched.sums).toEqual({ counts: { ...none, open: 6 }, settled: 0, labelled: 0, labels: 0 })
  expect(
    untouched.progress.points.every(
      ({ labels, labelled, settled, vetted }) => labels + labelled + settled + vetted === 0,
    ),
  ).toBe(true)
  expect(untouched.agreement).toMatchObject({ used: 0, of: 6, raw: { value: null }, alpha: { value: null } })
  expect(untouched.hotSpots).toEqual([])
  expect(untouched.strips[0]!.counts).toEqual({ ...none, open: 3 })
  // A flag is no label, and everybody sees it.
  expect(untouched.inTheWay.lacks).toEqual([
    { kind: "label", claims: 6, alone: 5 },
    { kind: "flag-open", claims: 1, alone: 0 },
  ])
  for (const input of [
    { labelled: "some" },
    { state: "contested" },
    { verdict: "any" },
    { by: ann.id },
    { lacks: "dissent" },
  ])
    expect(await many(input, newcomer), JSON.stringify(input)).toBe(0)
  for (const sort of ["newest", "oldest", "labels"]) {
    const { claims: lines } = value(await claims(newcomer, projectId, { sort }))
    expect(lines.map(({ start, document: title }) => [title, start])).toEqual(
      value(await claims(newcomer, projectId, {})).claims.map(({ start, document: title }) => [title, start]),
    )
    expect(lines.every(({ labels, lastAt, why }) => labels === 0 && lastAt === null && why.length === 0)).toBe(true)
  }
  // With a label of their own they see that claim as it is, and no other one.
  value(await label(newcomer, second, "documented"))
  const after = await seen(newcomer)
  expect(after.sums).toMatchObject({ labelled: 1, labels: 3, counts: { open: 5 } })
  expect(after.agreement).toMatchObject({ used: 1, of: 6 })
  expect(after.progress.points.at(-1)).toMatchObject({ labels: 3, labelled: 1, settled: 1 })
  expect(await many({ by: ann.id }, newcomer)).toBe(1)
  expect(await many({ by: ben.id, document: documentId }, newcomer)).toBe(1)
  expect((await seen(owner)).sums).toMatchObject({ labelled: 3, labels: 6 })
})
