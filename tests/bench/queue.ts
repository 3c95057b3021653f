import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { assignClaims } from "../../lib/commands/assign-claims.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { nextClaim } from "../../lib/commands/next-claim.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { queueOrders } from "../../lib/domain/queue-order.ts"
import { assignmentPreview } from "../../lib/queries/assignment-preview.ts"
import { line, times } from "./measure.ts"

const claims = 10_000
const rounds = 30

/**
 * Lines of a table: the next claim out of ten thousand by each rule, half of them labelled by two people and a quarter by
 * one, and the assignment of all to three people each, beside the rows that it takes with plain pg.
 */
export async function measureQueue(address: string, now: () => number): Promise<string[]> {
  const raw = new pg.Client(address)
  await raw.connect()
  const people = await Promise.all(["one", "two", "three", "four"].map(name => somebody(name)))
  const [me, ann, ben] = people as [Me, Me, Me, Me]
  const [projectId, documentId] = [uuidv7(), uuidv7()]
  await createProject(me, { id: projectId, name: "Queue", description: "", requestId: uuidv7() })
  for (const { id } of people.slice(1))
    await raw.query(`INSERT INTO "Membership" ("projectId", "userId", role) VALUES ($1, $2, 'reviewer')`, [
      projectId,
      id,
    ])
  const text = Array.from(
    { length: claims },
    (_, at) => `The commander number ${at} was arrested in the spring of 1937.`,
  )
  const words = { title: "Queue", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const input = { projectId, id: documentId, ...words, text: text.join(" "), again: false, requestId: uuidv7() }
  await addDocument(() => 50_000_000)(me, input)
  for (const [who, share] of [
    [ann, 0.5],
    [ben, 0.75],
  ] as const)
    await raw.query(
      `INSERT INTO "Annotation" (id, "projectId", "documentId", "unitId", "reviewerId", label, confidence, rationale, start, "end", revision)
        SELECT gen_random_uuid(), $1, $2, id, $3, 'documented', 'high', '{"type":"doc"}', start, "end", 1
        FROM "Unit" WHERE "documentId" = $2 ORDER BY start LIMIT $4`,
      [projectId, documentId, who.id, claims * share],
    )
  await raw.query(
    `UPDATE "Unit" u SET state = 'in-review' FROM "Annotation" a WHERE a."unitId" = u.id AND u."documentId" = $1`,
    [documentId],
  )
  await raw.query("ANALYZE")
  const plain = await times(rounds, now, async () => {
    await raw.query("BEGIN")
    const { rows } = await raw.query(
      `SELECT u.id FROM "Unit" u WHERE u."documentId" = $1 AND u.kind = 'claim' AND NOT u.retired AND 2 > (
          SELECT count(*) FROM "Annotation" a WHERE a."unitId" = u.id AND a.current)
        ORDER BY u.start LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [documentId],
    )
    await raw.query(
      `INSERT INTO "ClaimLease" ("unitId", "userId", "projectId", "documentId", "takenAt", "expiresAt")
        VALUES ($1, $2, $3, $4, now(), now() + interval '10 minutes') ON CONFLICT ("unitId", "userId") DO UPDATE SET "takenAt" = now()`,
      [rows[0].id, me.id, projectId, documentId],
    )
    await raw.query("COMMIT")
  })
  const lines = [line(`next of ${claims} claims: plain SQL`, plain, plain, "itself")]
  for (const order of queueOrders) {
    await raw.query(`UPDATE "Project" SET "queueOrder" = $2 WHERE id = $1`, [projectId, order])
    const spent = await times(rounds, now, async () => {
      await raw.query(`DELETE FROM "ClaimLease" WHERE "projectId" = $1`, [projectId])
      const given = await nextClaim(me, { projectId, documentId: null, skipped: false })
      if (!given.ok || !given.value.claim) throw new Error("The queue gave nothing.")
    })
    lines.push(line(`next of ${claims} claims: ${order}`, spent, plain, "plain SQL"))
  }
  lines.push(...(await assigning(raw, { me, people, projectId, documentId }, now)))
  await raw.end()
  return lines
}

type Me = { readonly id: string }

async function somebody(name: string): Promise<Me> {
  const id = newUserId()
  await insertUser({ id, email: `queue-${name}@example.org`, name, passwordHash: null })
  return { id }
}

interface Place {
  readonly me: Me
  readonly people: readonly Me[]
  readonly projectId: string
  readonly documentId: string
}

async function assigning(raw: pg.Client, place: Place, now: () => number): Promise<string[]> {
  const { me, people, projectId, documentId } = place
  const ids = people.map(({ id }) => id)
  const clear = () => raw.query(`DELETE FROM "Assignment" WHERE "projectId" = $1`, [projectId])
  const plain = await times(3, now, async () => {
    await clear()
    await raw.query(
      `INSERT INTO "Assignment" (id, "projectId", "documentId", "unitId", "userId", "batchId", "assignedBy")
        SELECT gen_random_uuid(), $1, $2, u.id, p, $3, $3 FROM "Unit" u, unnest($4::uuid[]) p WHERE u."documentId" = $2`,
      [projectId, documentId, me.id, ids.slice(1)],
    )
  })
  const kinds = { state: "all", flagged: false, cue: null, unassigned: false }
  const wish = { projectId, documentId, from: null, to: null, ...kinds, people: ids, overlap: 3 }
  const spent = await times(3, now, async () => {
    await clear()
    const shown = await assignmentPreview(me, wish)
    if (!shown.ok) throw new Error("The assignment was not shown.")
    const done = await assignClaims(me, { ...wish, id: uuidv7(), seen: shown.value.to, requestId: uuidv7() })
    if (!done.ok) throw new Error("The claims were not assigned.")
  })
  const name = `${claims} claims to three people each`
  return [
    line(`${name}: plain SQL`, plain, plain, "itself"),
    line(`${name}: shown and assigned`, spent, plain, "plain SQL"),
  ]
}
