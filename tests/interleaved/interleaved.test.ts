import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { seededRandom } from "../chaos/seeded-random.ts"
import { cutting, type Deeds, meeting } from "./judge.ts"
import { everyMerge, references } from "./merges.ts"
import { writes } from "./scene.ts"
import { gateStatements } from "./steps.ts"

// INTERLEAVED_PAIRS pairs of writes, in the order of INTERLEAVED_SEED from number INTERLEAVED_FROM on; a few, and always the
// same, when nobody says: what npm run soak finds is a fault, or a difference that the comparison should not see, and gets a
// test. A pair is cut off after INTERLEAVED_ORDERS runs.
const pairs = Number(process.env["INTERLEAVED_PAIRS"] ?? 6)
const from = Number(process.env["INTERLEAVED_FROM"] ?? 0)
const most = Number(process.env["INTERLEAVED_ORDERS"] ?? 400)

gateStatements()
const watcher = new pg.Client(process.env["ADMIN_URL"])
beforeAll(() => watcher.connect())
afterAll(() => watcher.end())

const named = (name: string) => writes.find(write => write.name === name)!
const deeds = (one: string, other: string): Deeds => [
  { write: named(one), by: 0 },
  { write: named(other), by: 1 },
]
/** Statements as they would be without a lock anywhere. */
const careless = (sql: string) => sql.replace(/ FOR (NO KEY UPDATE|UPDATE|SHARE)( OF \w+)?( SKIP LOCKED)?/g, "")

test.each([
  ["changeKind", "changeKind"],
  ["splitUnit", "mergeUnits"],
  ["describeDocument", "describeDocument"],
])("without locks %s and %s at once come to what neither order gives; with them they do not", async (one, other) => {
  const pair = deeds(one, other)
  const { together } = (await meeting(watcher, pair))!
  const both = cutting({ first: 0, after: 8, for: 100 })
  const naive = await together(both, careless).catch(error => ({ wrong: String(error) }))
  expect(naive.wrong).not.toBeNull()
  expect((await together(both)).wrong).toBeNull()
})

test("claims that are taken back from somebody do not come back to them when they are split in the same moment", async () => {
  const pair = deeds("endAssignments", "splitUnit")
  const { together } = (await meeting(watcher, pair))!
  const between = cutting({ first: 1, after: 23, for: 100 })
  expect((await together(between, careless)).wrong).toContain("Assignment")
  expect((await together(between)).wrong).toBeNull()
})

test("the queue does not say that no claim is left because all were cut anew while it waited for one", async () => {
  const pair: Deeds = [
    { write: named("resplitDocument"), by: 0 },
    { write: named("nextClaim"), by: 0 },
  ]
  const { together } = (await meeting(watcher, pair))!
  for (const after of [20, 25]) expect((await together(cutting({ first: 0, after, for: 100 }))).wrong).toBeNull()
})

test(
  "whatever two people do at once, in every order of their statements, it comes to what one after the other would have come to",
  async () => {
    const chance = process.env["INTERLEAVED_PAIRS"] ? Math.floor(Math.random() * 2 ** 31) : 2_020_180_170
    const seed = Number(process.env["INTERLEAVED_SEED"] ?? chance)
    const tables = await references(watcher)
    const counts = { pairs: 0, orders: 0, covered: 0, cut: 0 }
    const apart = new Set<string>()
    const wrong: string[] = []
    for (const pair of allPairs(seededRandom(seed)).slice(from, from + pairs)) {
      const names = pair.map(({ write, by }) => `${write.name} by ${write.good[by % write.good.length]}`).join(" and ")
      const met = await meeting(watcher, pair)
      if (!met) {
        apart.add(names)
        continue
      }
      counts.pairs++
      const every = everyMerge(tables)
      let tried = 0
      for (let choose = every.next(); choose; choose = every.next()) {
        if (tried++ === most) {
          counts.cut++
          break
        }
        const outcome = await met.together(choose)
        if (every.covered()) counts.covered++
        else counts.orders++
        if (!outcome.wrong) continue
        wrong.push(`${names}, ${outcome.order}:\n${outcome.wrong}`)
        console.log(wrong.at(-1))
      }
      if (process.env["INTERLEAVED_SHOW"]) console.log(`${names}: ${tried}`)
    }
    console.log(
      `interleaved: seed ${seed}, from ${from}: ${counts.pairs} pairs of ${writes.length} writes, ${counts.orders} orders that differ, ${counts.covered} run for nothing, ${counts.cut} pairs cut off; ${apart.size} can't meet`,
    )
    if (process.env["INTERLEAVED_SHOW"]) console.log([...apart].join("\n"))
    expect(wrong).toEqual([])
    expect(counts.orders).toBeGreaterThan(0)
  },
  24 * 3_600_000,
)

/** Every write with itself and with every other, each in somebody's hands, in an order drawn by lot. */
function allPairs(random: () => number): Deeds[] {
  const upTo = (count: number) => Math.floor(random() * count)
  const found: Deeds[] = writes.flatMap((write, at) =>
    writes.slice(at).map(
      (other): Deeds => [
        { write, by: upTo(4) },
        { write: other, by: upTo(4) },
      ],
    ),
  )
  for (let last = found.length - 1; last > 0; last--) {
    const one = upTo(last + 1)
    ;[found[last], found[one]] = [found[one]!, found[last]!]
  }
  return found
}
