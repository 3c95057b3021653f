import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { contestedOrders } from "../../lib/domain/contested.ts"
import { contested } from "../../lib/queries/contested.ts"
import { contestedClaim } from "../../lib/queries/contested-claim.ts"
import { line, times } from "./measure.ts"

const claims = 15_000
const rounds = 15

/**
 * Lines of a table: the first page of fifteen thousand contested claims in each order and one of them with its
 * neighbours, beside the plain SQL that reads and sorts as many claims by their labels.
 */
export async function measureContested(address: string, now: () => number): Promise<string[]> {
  const raw = new pg.Client(address)
  await raw.connect()
  const [me, ann, ben] = [await somebody("one"), await somebody("two"), await somebody("three")]
  const [projectId, documentId] = [uuidv7(), uuidv7()]
  await createProject(me, { id: projectId, name: "Contested", description: "", requestId: uuidv7() })
  const text = Array.from(
    { length: claims },
    (_, at) => `The commander number ${at} was arrested in the spring of 1937.`,
  )
  const words = { title: "Contested", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const input = { projectId, id: documentId, ...words, text: text.join(" "), again: false, requestId: uuidv7() }
  await addDocument(() => 50_000_000)(me, input)
  for (const [who, label] of [
    [ann, "disputed"],
    [ben, "speculative"],
  ] as const)
    await raw.query(
      `INSERT INTO "Annotation" (id, "projectId", "documentId", "unitId", "reviewerId", label, confidence, rationale, start, "end", revision)
        SELECT gen_random_uuid(), $1, $2, id, $3, $4, 'high', '{"type":"doc"}', start, "end", 1 FROM "Unit" WHERE "documentId" = $2`,
      [projectId, documentId, who.id, label],
    )
  await raw.query(`UPDATE "Unit" SET state = 'contested' WHERE "documentId" = $1 AND kind = 'claim'`, [documentId])
  await raw.query("ANALYZE")
  const plain = await times(rounds, now, () =>
    raw.query(
      `SELECT u.id, count(*) FROM "Unit" u JOIN "Annotation" a ON a."unitId" = u.id AND a.current
        WHERE u."projectId" = $1 AND u.state = 'contested' AND NOT u.retired GROUP BY u.id ORDER BY 2 DESC, u.start LIMIT 50`,
      [projectId],
    ),
  )
  const lines = [line(`${claims} contested claims: plain SQL`, plain, plain, "itself")]
  for (const order of contestedOrders) {
    const spent = await times(rounds, now, async () => {
      const page = await contested(me, projectId, { order })
      if (!page.ok || page.value.total < claims * 0.9) throw new Error("The contested claims are not all there.")
    })
    lines.push(line(`${claims} contested claims, first page: ${order}`, spent, plain, "plain SQL"))
  }
  const { rows } = await raw.query(`SELECT id FROM "Unit" WHERE "documentId" = $1 ORDER BY start OFFSET $2 LIMIT 1`, [
    documentId,
    claims / 2,
  ])
  const one = await times(rounds, now, async () => {
    const page = await contestedClaim(me, projectId, rows[0].id, {})
    if (!page.ok || !page.value.neighbours.next) throw new Error("The claim has no neighbour.")
  })
  lines.push(line(`one of ${claims} contested claims, with its neighbours`, one, plain, "plain SQL"))
  await raw.end()
  return lines
}

async function somebody(name: string): Promise<{ readonly id: string }> {
  const id = newUserId()
  await insertUser({ id, email: `contested-${name}@example.org`, name, passwordHash: null })
  return { id }
}
