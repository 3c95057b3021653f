import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { seededRandom } from "../chaos/seeded-random.ts"
import { byLot, type Cuts, cutting, type Deeds, serially, together } from "./judge.ts"
import { writes } from "./scene.ts"
import { gateStatements, type Side } from "./steps.ts"

// INTERLEAVED_PAIRS pairs of writes in INTERLEAVED_ORDERS orders each from INTERLEAVED_SEED; a few, and always the same, when
// nobody says: what npm run soak finds is a fault, or a difference that the comparison should not see, and gets a test.
const pairs = Number(process.env["INTERLEAVED_PAIRS"] ?? 6)
const orders = Number(process.env["INTERLEAVED_ORDERS"] ?? 3)

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
  const serial = (await serially(watcher, pair))!
  const both = cutting({ first: 0, after: 8, for: 100 })
  const naive = await together(watcher, pair, serial, both, careless).catch(error => ({ wrong: String(error) }))
  expect(naive.wrong).not.toBeNull()
  expect((await together(watcher, pair, serial, both)).wrong).toBeNull()
})

test("claims that are taken back from somebody do not come back to them when they are split in the same moment", async () => {
  const pair = deeds("endAssignments", "splitUnit")
  const serial = (await serially(watcher, pair))!
  const between = cutting({ first: 1, after: 23, for: 100 })
  expect((await together(watcher, pair, serial, between, careless)).wrong).toContain("Assignment")
  expect((await together(watcher, pair, serial, between)).wrong).toBeNull()
})

test(
  "whatever two people do at once, it comes to what one after the other would have come to",
  async () => {
    const chance = process.env["INTERLEAVED_PAIRS"] ? Math.floor(Math.random() * 2 ** 31) : 2_020_180_170
    const seed = Number(process.env["INTERLEAVED_SEED"] ?? chance)
    const random = seededRandom(seed)
    const upTo = (most: number) => Math.floor(random() * most)
    const counts = { pairs: 0, orders: 0 }
    const apart = new Set<string>()
    const wrong: string[] = []
    for (let n = 0; n < pairs; n++) {
      const pair: Deeds = [
        { write: writes[upTo(writes.length)]!, by: upTo(4) },
        { write: writes[upTo(writes.length)]!, by: upTo(4) },
      ]
      const names = pair.map(({ write, by }) => `${write.name} by ${write.good[by % write.good.length]}`).join(" and ")
      const serial = await serially(watcher, pair)
      if (!serial) {
        apart.add(names)
        continue
      }
      counts.pairs++
      for (let k = 0; k < orders; k++) {
        const cuts: Cuts = { first: upTo(2) as Side, after: upTo(24), for: 1 + upTo(24) }
        const choose = k % 2 === 0 ? cutting(cuts) : byLot(random)
        const outcome = await together(watcher, pair, serial, choose)
        counts.orders++
        if (!outcome.wrong) continue
        wrong.push(`${names}, ${outcome.order}:\n${outcome.wrong}`)
        console.log(wrong.at(-1))
      }
    }
    console.log(
      `interleaved: seed ${seed}, ${counts.pairs} pairs of ${writes.length} writes, ${counts.orders} orders; ${apart.size} can't meet`,
    )
    if (process.env["INTERLEAVED_SHOW"]) console.log([...apart].join("\n"))
    expect(wrong).toEqual([])
    expect(counts.pairs).toBeGreaterThan(0)
  },
  6 * 3_600_000,
)
