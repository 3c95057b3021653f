import pg from "pg"
import { uuidv7 } from "uuidv7"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { nextClaim } from "../../lib/commands/next-claim.ts"
import { undoChange } from "../../lib/commands/undo-change.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { activity } from "../../lib/queries/activity.ts"
import { assignmentPreview } from "../../lib/queries/assignment-preview.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { claimHistory } from "../../lib/queries/claim-history.ts"
import { contested } from "../../lib/queries/contested.ts"
import { contestedClaim } from "../../lib/queries/contested-claim.ts"
import { claimDiscussion, sourceDiscussion } from "../../lib/queries/discussion.ts"
import { documentHistory } from "../../lib/queries/document-history.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { flags } from "../../lib/queries/flags.ts"
import { inbox, unreadNotices } from "../../lib/queries/inbox.ts"
import { lostClaims } from "../../lib/queries/lost-claims.ts"
import { projectOverview } from "../../lib/queries/project-overview.ts"
import { queue } from "../../lib/queries/queue.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { source } from "../../lib/queries/source.ts"
import { sources } from "../../lib/queries/sources.ts"
import { versions } from "../../lib/queries/versions.ts"
import { workload } from "../../lib/queries/workload.ts"
import { value } from "../queries/project.ts"
import { vettedClaims } from "../queries/whole-export.ts"
import { person } from "../server/person.ts"

const admin = new pg.Client(process.env["ADMIN_URL"])
const [projects, documents, units] = [80, 4, 250]
const quote = "The commander was arrested in the spring of 1937. "

let me: { id: string }
let place: { projectId: string; documentId: string; unitId: string; sourceId: string }

/** Eighty projects with 80,000 units between them, so that reading a whole table is dearer than using an index. */
beforeAll(async () => {
  await admin.connect()
  me = await person()
  await admin.query("BEGIN")
  await admin.query("SET CONSTRAINTS ALL DEFERRED")
  await admin.query(
    `CREATE TEMP TABLE n AS SELECT gen_random_uuid() AS project, p FROM generate_series(1, ${projects}) p`,
  )
  await admin.query(`CREATE TEMP TABLE d AS SELECT n.project, gen_random_uuid() AS id, ('${quote}' || n.p || ' ' || k)::text AS head, k
    FROM n, generate_series(1, ${documents}) k`)
  await admin.query(
    `INSERT INTO "Project" (id, name, "headHash", "createdBy") SELECT project, 'P' || p, '\\x00', '${me.id}' FROM n`,
  )
  await admin.query(`INSERT INTO "Policy" ("projectId", version, body, "createdBy")
    SELECT project, 1, '{"annotations":1,"agreement":"majority","supporting":1,"disputed":"reasoned","adjudicateOwn":true}', '${me.id}' FROM n`)
  await admin.query(`INSERT INTO "Membership" ("projectId", "userId", role) SELECT project, '${me.id}', 'owner' FROM n`)
  await admin.query(
    `INSERT INTO "Document" (id, "projectId", title, "headHash") SELECT id, project, 'D' || k, '\\x00' FROM d`,
  )
  await admin.query(`INSERT INTO "Version" ("documentId", "projectId", number, text, length, words, sha256)
    SELECT id, project, 1, t, length(t), 9, sha256(convert_to(t, 'UTF8'))
    FROM (SELECT id, project, repeat('${quote}', ${units}) || head AS t FROM d) x`)
  await admin.query(`INSERT INTO "Unit" (id, "projectId", "documentId", number, length, start, "end", kind, rules, cues, origin, "bornStart", "bornEnd", "bornKind", "bornCues", state, verdict, "verdictBy")
    SELECT gen_random_uuid(), v."projectId", v."documentId", 1, v.length, at, at + ${quote.length}, 'claim', '{}', '[]', 'splitter', at, at + ${quote.length}, 'claim', '[]',
      CASE WHEN u % 5 = 0 THEN 'vetted' ELSE 'open' END, CASE WHEN u % 5 = 0 THEN 'documented' END, CASE WHEN u % 5 = 0 THEN 'policy' END
    FROM "Version" v, generate_series(0, ${units - 1}) u, LATERAL (SELECT u * ${quote.length} AS at) a`)
  await admin.query(`INSERT INTO "Annotation" (id, "projectId", "documentId", "unitId", "reviewerId", label, confidence, rationale, start, "end", revision)
    SELECT gen_random_uuid(), "projectId", "documentId", id, '${me.id}', 'documented', 'high', '{"type":"doc"}', start, "end", 1 FROM "Unit"`)
  await admin.query(`INSERT INTO "Source" (id, "projectId", kind, csl, line, "createdBy")
    SELECT gen_random_uuid(), project, 'memoir', '{"type":"book","title":"T"}', 'Line ' || k, '${me.id}' FROM n, generate_series(1, 250) k`)
  await admin.query(`INSERT INTO "Citation" (id, "projectId", "documentId", "unitId", "sourceId", "authorId", stance)
    SELECT gen_random_uuid(), u."projectId", u."documentId", u.id, s.id, '${me.id}', 'supports'
    FROM (SELECT *, row_number() OVER (PARTITION BY "projectId" ORDER BY id) AS n FROM "Unit") u
    JOIN (SELECT *, row_number() OVER (PARTITION BY "projectId" ORDER BY id) AS n FROM "Source") s ON s."projectId" = u."projectId" AND s.n = u.n % 250 + 1`)
  await admin.query(`INSERT INTO "Flag" (id, "projectId", "documentId", number, length, start, "end", quote, reason, blocking, "raisedBy", status, answer, "answeredBy")
    SELECT gen_random_uuid(), "projectId", "documentId", 1, length, start, "end", 'q', 'other', false, '${me.id}', s, 'a', '${me.id}'
    FROM "Unit", LATERAL (SELECT CASE WHEN start % 1000 = 0 THEN 'open' ELSE 'answered' END AS s) x WHERE start % 100 = 0`)
  await admin.query(`INSERT INTO "Change" ("streamId", revision, "projectId", "documentId", "actorId", at, kind, body, "requestId", "inputHash", hash)
    SELECT "documentId", row_number() OVER (PARTITION BY "documentId" ORDER BY start), "projectId", "documentId", '${me.id}', now() - start * interval '1 second',
      CASE WHEN start % 500 = 0 THEN 'flag-raised' ELSE 'kind-changed' END, '{"effect":{}}', gen_random_uuid(), '\\x00', '\\x00' FROM "Unit"`)
  await admin.query(`INSERT INTO "Assignment" (id, "projectId", "documentId", "unitId", "userId", "batchId", "assignedBy", "endedAt")
    SELECT gen_random_uuid(), "projectId", "documentId", id, '${me.id}', gen_random_uuid(), '${me.id}', CASE WHEN start % 3 = 0 THEN now() END
    FROM "Unit" WHERE start % 100 = 0`)
  await admin.query(`INSERT INTO "ClaimLease" ("projectId", "documentId", "unitId", "userId", "takenAt", "expiresAt")
    SELECT "projectId", "documentId", id, '${me.id}', now() - interval '1 hour', now() - interval '1 minute' FROM "Unit" WHERE start % 1000 = 0`)
  await admin.query(`INSERT INTO "ClaimSkip" ("projectId", "documentId", "unitId", "userId", reason, at)
    SELECT "projectId", "documentId", id, '${me.id}', 'unclear', now() FROM "Unit" WHERE start % 500 = 0`)
  await admin.query(`INSERT INTO "Thread" (id, "projectId", "documentId", "unitId", "createdBy", "createdAt")
    SELECT gen_random_uuid(), "projectId", "documentId", id, '${me.id}', now() FROM "Unit" WHERE start % 500 = 0`)
  await admin.query(`INSERT INTO "Comment" (id, "projectId", "threadId", "authorId", text, "createdAt")
    SELECT gen_random_uuid(), "projectId", id, '${me.id}', 'Who says so?', now() FROM "Thread", generate_series(1, 3)`)
  // Most of what waits, waits for others.
  const { id: other } = await person()
  await admin.query(`INSERT INTO "Notice" (id, "projectId", "userId", kind, "actorId", "documentId", "unitId", "threadId", "streamId", revision, at)
    SELECT gen_random_uuid(), "projectId", CASE WHEN n = 1 AND random() < 0.02 THEN '${me.id}'::uuid ELSE '${other}'::uuid END, 'mentioned',
      '${other}', "documentId", "unitId", id, "documentId", 1, now() FROM "Thread", generate_series(1, 5) n`)
  await admin.query(`UPDATE "Document" SET revision = ${units}`)
  await admin.query(`INSERT INTO "Wording" ("unitId", quote, keys)
    SELECT id, '${quote}', ARRAY[n % 20, hashtext("projectId"::text), 1000 + n, 1000 + n * 7, -n] FROM (
      SELECT id, "projectId", start, (row_number() OVER (ORDER BY id))::int AS n FROM "Unit") u WHERE start % 400 = 0`)
  await admin.query("COMMIT")
  await admin.query("ANALYZE")
  const { rows } = await admin.query(`SELECT u."projectId", u."documentId", u.id AS "unitId", c."sourceId"
    FROM "Unit" u JOIN "Citation" c ON c."unitId" = u.id JOIN d ON d.id = u."documentId" LIMIT 1`)
  place = rows[0]
  await admin.query(
    `INSERT INTO "Wording" ("unitId", quote, keys) VALUES ('${place.unitId}', '${quote}', '{1}') ON CONFLICT DO NOTHING`,
  )
})
afterAll(() => admin.end())

interface Plan {
  readonly "Node Type": string
  readonly "Relation Name"?: string
  readonly Filter?: string
  readonly Plans?: readonly Plan[]
}

const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

// Connections take the method along when they are made, so it is watched before the first one.
let heard: pg.QueryConfig[] | null = null
const query = pg.Client.prototype.query
vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...words: unknown[]) {
  const [first, values] = words as [string | pg.QueryConfig, unknown[] | undefined]
  if (heard && typeof first === "object" && first !== null)
    heard.push({ text: first.text, values: values ?? first.values ?? [] })
  return Reflect.apply(query, this, words)
} as never)

/** The statements that `work` sends, as they go to the server. */
async function statements(work: () => Promise<Result<unknown>>): Promise<readonly pg.QueryConfig[]> {
  const sent: pg.QueryConfig[] = []
  heard = sent
  try {
    value(await work())
  } finally {
    heard = null
  }
  return sent.filter(({ text }) => /^\s*(SELECT|WITH)\b/i.test(text))
}

/** Tables with more than a thousand rows here. */
const big = [
  "Unit",
  "Wording",
  "Annotation",
  "Citation",
  "Flag",
  "Source",
  "Change",
  "Assignment",
  "ClaimLease",
  "ClaimSkip",
  "Thread",
  "Comment",
  "Notice",
]

const screens: Readonly<Record<string, () => Promise<Result<unknown>>>> = {
  "the reading room": () => readingRoom(me, place.documentId),
  "a claim's card": () => claimCard(me, place.documentId, place.unitId),
  "a passage's discussion": () => claimDiscussion(me, place.documentId, place.unitId),
  "a source's discussion": () => sourceDiscussion(me, place.projectId, place.sourceId),
  "the inbox": () => inbox(me, {}),
  "the inbox of a project": () => inbox(me, { show: "all", project: place.projectId }),
  "the count in the header": () => unreadNotices(me),
  "a project's documents": () => projectOverview(me, place.projectId),
  "the open flags": () => flags(me, place.projectId, {}),
  "every flag": () => flags(me, place.projectId, { status: "all" }),
  "the flags on one document": () => flags(me, place.projectId, { document: place.documentId }),
  "the flags that hold some words": () => flags(me, place.projectId, { q: "ship" }),
  activity: () => activity(me, place.projectId, {}),
  "a document's history": () => documentHistory(me, place.documentId, {}),
  "a claim's history": () => claimHistory(me, place.documentId, place.unitId, {}),
  "contested claims": () => contested(me, place.projectId, {}),
  "a contested claim": () => contestedClaim(me, place.projectId, place.unitId, {}),
  "the versions of a text": () => versions(me, place.documentId),
  "what a version lost": () => lostClaims(me, place.documentId),
  "activity of a kind": () => activity(me, place.projectId, { kind: "flag-raised" }),
  "activity of a person": () => activity(me, place.projectId, { person: me.id }),
  sources: () => sources(me, place.projectId, { q: "line 12" }),
  "a source": () => source(me, place.projectId, place.sourceId),
  "the queue": () => queue(me, place.projectId, {}),
  "the queue of a document": () => queue(me, place.projectId, { document: place.documentId }),
  "the next claim": () => nextClaim(me, { projectId: place.projectId, documentId: null, skipped: false }),
  "the work page": () => workload(me, place.projectId, {}),
  "the preview of an assignment": () =>
    assignmentPreview(me, {
      projectId: place.projectId,
      documentId: null,
      from: null,
      to: null,
      state: "all",
      flagged: true,
      cue: "date",
      unassigned: false,
      people: [me.id],
      overlap: 1,
    }),
  "an undo": () => undoChange(me, { documentId: place.documentId, requestId: uuidv7() }),
  "the evidence matrix of a project": () => evidenceMatrix(me, place.projectId, { all: "1" }),
  "the evidence matrix of a document": () => evidenceMatrix(me, place.projectId, { document: place.documentId }),
  "the export of a project": () => vettedClaims(me, place.projectId),
  "the export of a document": () => vettedClaims(me, place.projectId, { documentId: place.documentId }),
}

test("the tables are filled", async () => {
  for (const table of big) {
    const { rows } = await admin.query(`SELECT count(*)::int AS n FROM "${table}"`)
    expect(rows[0].n, table).toBeGreaterThan(1_000)
  }
})

test.each(Object.keys(screens))("%s reads no big table from end to end", async name => {
  const sent = await statements(screens[name]!)
  expect(sent.length).toBeGreaterThan(1)
  const whole: string[] = []
  let read = 0
  for (const { text, values } of sent) {
    const { rows } = await admin.query(`EXPLAIN (FORMAT JSON) ${text}`, values)
    for (const node of nodes(rows[0]["QUERY PLAN"][0].Plan as Plan)) {
      if (!big.includes(node["Relation Name"] ?? "")) continue
      read++
      if (node["Node Type"] === "Seq Scan") whole.push(`${node["Relation Name"]}, filtered by ${node.Filter}: ${text}`)
    }
  }
  expect(read).toBeGreaterThan(0)
  expect(whole).toEqual([])
})

test("wordings that share a key are found by the index, also just after many were stored", async () => {
  await admin.query("BEGIN")
  await admin.query(`UPDATE "Wording" SET keys = keys || 77 WHERE keys && '{3}'`)
  const { rows: before } = await admin.query(scans)
  const { rows } = await admin.query(`SELECT * FROM alike_wordings('${place.unitId}', '{77,999999}', 100)`)
  const { rows: after } = await admin.query(scans)
  await admin.query("ROLLBACK")
  expect(rows).toHaveLength(100)
  expect([after[0].whole - before[0].whole, after[0].index - before[0].index]).toEqual([0, 1])
})

/** How often this transaction has read the wordings from end to end, and how often by an index. */
const scans = `SELECT seq_scan::int AS whole, idx_scan::int AS index FROM pg_stat_xact_user_tables WHERE relname = 'Wording'`
