import { monitorEventLoopDelay } from "node:perf_hooks"
import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { alphaInterval } from "../../lib/domain/alpha-interval.ts"
import { dawidSkene } from "../../lib/domain/dawid-skene.ts"
import { countsOf, ratingTable } from "../../lib/domain/rating-table.ts"
import { agreement } from "../../lib/queries/agreement.ts"
import { secondOpinion } from "../../lib/queries/second-opinion.ts"
import { line, times } from "./measure.ts"

const [documents, claimsEach, people, each] = [4, 5_000, 50, 5]
const labels = ["documented", "disputed", "speculative"] as const

/**
 * Lines of a table, for 100,000 labels of 50 people on 20,000 claims: alpha with a thousand bootstrap samples and Dawid
 * and Skene's model beside both as the books have them, and the pages beside reading the same rows with plain pg.
 */
export async function measureAgreement(address: string, now: () => number): Promise<string[]> {
  const raw = new pg.Client(address)
  await raw.connect()
  const { me, projectId } = await labelled(raw)
  const name = `${documents * claimsEach * each} labels`
  const read = () =>
    raw.query<{ unitId: string; reviewerId: string; label: (typeof labels)[number] }>(
      `SELECT a."unitId", a."reviewerId", a.label FROM "Annotation" a JOIN "Unit" u ON u.id = a."unitId"
        WHERE a."projectId" = $1 AND a.current AND NOT u.retired`,
      [projectId],
    )
  const { rows } = await read()
  const things = new Map<string, (readonly [number, number])[]>()
  const numbers = new Map<string, number>()
  for (const { unitId, reviewerId, label } of rows) {
    if (!numbers.has(reviewerId)) numbers.set(reviewerId, numbers.size)
    things.set(unitId, [...(things.get(unitId) ?? []), [numbers.get(reviewerId)!, labels.indexOf(label)]])
  }
  const given = [...things.values()]
  const table = ratingTable(given, labels.length, people)
  const { steps } = finished(dawidSkene(table))

  const once = await times(5, now, async () => alphaByTheBook(given))
  const interval = await times(5, now, async () => finished(alphaInterval(countsOf(table), "nominal")))
  const book = await times(3, now, async () => modelByTheBook(given, steps))
  const model = await times(5, now, async () => finished(dawidSkene(table)))
  const plain = await times(5, now, read)
  // What was kept is out of date when a document has moved on.
  const moved = () => raw.query(`UPDATE "Document" SET revision = revision + 1 WHERE "projectId" = $1`, [projectId])
  const asked = async (ask: () => Promise<{ ok: boolean }>) => {
    if (!(await ask()).ok) throw new Error("The figures were not given.")
  }
  const pauses = monitorEventLoopDelay({ resolution: 5 })
  pauses.enable()
  const first = await afterMoves(5, now, moved, () => asked(() => agreement(me, projectId, {})))
  const opinion = await afterMoves(5, now, moved, () => asked(() => secondOpinion(me, projectId, {})))
  pauses.disable()
  const again = await times(5, now, () => asked(() => agreement(me, projectId, {})))
  await raw.end()
  return [
    line(`${name}: one alpha by the book`, once, once, "itself"),
    line(`${name}: alpha, 1000 samples`, interval, once, "one by the book"),
    line(`${name}: Dawid–Skene by the book`, book, book, "itself"),
    line(`${name}: Dawid–Skene`, model, book, "the book's"),
    line(`${name}: read with pg`, plain, plain, "itself"),
    line(`${name}: agreement, anew`, first, plain, "reading with pg"),
    line(`${name}: agreement, as before`, again, plain, "reading with pg"),
    line(`${name}: second opinion, anew`, opinion, plain, "reading with pg"),
    `${name}: longest pause of others`.padEnd(36).concat(` ${(pauses.max / 1e6).toFixed(0)} ms`),
  ]
}

/** Milliseconds that the work takes each time after something has moved, the shortest first. */
async function afterMoves(
  count: number,
  now: () => number,
  move: () => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<number[]> {
  const spent: number[] = []
  for (let at = 0; at < count; at++) {
    await move()
    spent.push(...(await times(1, now, work)))
  }
  return spent.sort((a, b) => a - b)
}

async function labelled(raw: pg.Client) {
  const ids = Array.from({ length: people }, () => newUserId())
  for (const [at, id] of ids.entries())
    await insertUser({ id, email: `agree-${at}@example.org`, name: `Person ${at}`, passwordHash: null })
  const me = { id: ids[0]! }
  const projectId = uuidv7()
  await createProject(me, { id: projectId, name: "Agreement", description: "", requestId: uuidv7() })
  await raw.query(
    `INSERT INTO "Membership" ("projectId", "userId", role) SELECT $1, p, 'reviewer' FROM unnest($2::uuid[]) p ON CONFLICT DO NOTHING`,
    [projectId, ids],
  )
  const words = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }
  for (let nth = 0; nth < documents; nth++) {
    const text = Array.from({ length: claimsEach }, (_, at) => `The commander number ${at} was arrested in 1937.`)
    const input = { projectId, id: uuidv7(), title: `Part ${nth}`, ...words, text: text.join(" "), requestId: uuidv7() }
    await addDocument(() => 50_000_000)(me, input)
  }
  // Each claim has a label that fits it; seven of ten times a person gives that one, else any.
  await raw.query(
    `INSERT INTO "Annotation" (id, "projectId", "documentId", "unitId", "reviewerId", label, confidence, rationale, start, "end", revision)
      SELECT gen_random_uuid(), u."projectId", u."documentId", u.id, ($2::uuid[])[1 + (u.nth + n * 7) % $3],
        ($5::text[])[1 + CASE WHEN hashint8(u.nth * 31 + n) % 10 < 3 THEN abs(hashint8(u.nth * 17 + n)) % 3 ELSE u.nth % 3 END],
        (ARRAY['low', 'moderate', 'high'])[1 + abs(hashint8(u.nth * 13 + n)) % 3], '{"type":"doc"}', u.start, u."end", 1
      FROM (SELECT *, row_number() OVER (ORDER BY "documentId", start) AS nth FROM "Unit" WHERE "projectId" = $1) u,
        generate_series(0, $4 - 1) n`,
    [projectId, ids, people, each, labels],
  )
  await raw.query("ANALYZE")
  return { me, projectId }
}

function finished<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Krippendorff's alpha as its definition reads: a matrix of coincidences, out of every pair of ratings of a thing. */
function alphaByTheBook(given: readonly (readonly (readonly [number, number])[])[]): number {
  const together = labels.map(() => labels.map(() => 0))
  for (const ratings of given)
    for (const [one, [, first]] of ratings.entries())
      for (const [other, [, second]] of ratings.entries())
        if (one !== other) together[first]![second]! += 1 / (ratings.length - 1)
  const totals = together.map(row => row.reduce((sum, cell) => sum + cell, 0))
  const all = totals.reduce((sum, total) => sum + total, 0)
  const [observed, expected] = [
    all - together.reduce((sum, row, at) => sum + row[at]!, 0),
    all ** 2 - totals.reduce((sum, total) => sum + total ** 2, 0),
  ]
  return 1 - ((all - 1) * observed) / expected
}

/** Expectation and maximisation with arrays of arrays. */
function modelByTheBook(given: readonly (readonly (readonly [number, number])[])[], steps: number): number {
  const each = labels.map((_, at) => at)
  let chances = given.map(ratings =>
    each.map(of => ratings.filter(([, label]) => label === of).length / ratings.length),
  )
  for (let step = 0; step < steps; step++) {
    const shares = each.map(of => chances.reduce((sum, row) => sum + row[of]!, 0) / given.length)
    const matrices = Array.from({ length: people }, () => each.map(() => each.map(() => 1e-300)))
    for (const [thing, ratings] of given.entries())
      for (const [person, label] of ratings)
        for (const of of each) matrices[person]![of]![label]! += chances[thing]![of]!
    const shared = matrices.map(rows => rows.map(row => row.map(cell => cell / row.reduce((sum, one) => sum + one, 0))))
    chances = given.map(ratings => {
      const likely = each.map(of =>
        ratings.reduce((product, [person, label]) => product * shared[person]![of]![label]!, shares[of]!),
      )
      const sum = likely.reduce((total, one) => total + one, 0)
      return likely.map(one => one / sum)
    })
  }
  return chances.length
}
