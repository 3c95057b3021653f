import { readFileSync } from "node:fs"
import pg from "pg"
import { expect, test } from "vitest"
import { database } from "../../lib/db/client.ts"
import type { ClaimState } from "../../lib/domain/verdict.ts"
import { room } from "../commands/room.ts"
import { value } from "../queries/project.ts"

const migration = new URL(
  "../../prisma/migrations/20261125000001_verdicts_need_evidence/migration.sql",
  import.meta.url,
)

/** Runs the migration over what the commands made, as if the verdicts were from before it. */
async function migrated(): Promise<void> {
  const admin = new pg.Client(process.env["ADMIN_URL"])
  await admin.connect()
  await admin.query(readFileSync(migration, "utf8"))
  await admin.end()
}

/** Stores a verdict as it could once stand, whatever it rests on. */
const stood = (id: string, verdict: string, verdictBy: string, state: ClaimState = "vetted") =>
  database().unit.update({ where: { id }, data: { state, verdict, verdictBy } })

/** Stores the project's policy in the form that it had before the migration. */
const policyThen = (projectId: string, disputed: "cited" | "reasoned" = "reasoned") => {
  const body = { annotations: 2, agreement: "majority", supporting: 1, disputed, adjudicateOwn: true }
  return database().policy.updateMany({ where: { projectId }, data: { body } })
}

const standing = async (documentId: string) => {
  const where = { documentId, retired: false }
  const units = await database().unit.findMany({ where, orderBy: { start: "asc" } })
  return units.map(({ state, verdict, verdictBy }) => [state, verdict, verdictBy])
}

const review = ["in-review", null, null]

test("a decision without its evidence goes back to review, one with it stands", async () => {
  const { ann, editor, projectId, documentId, first, second, source, cite, decide, live } = await room()
  await policyThen(projectId)
  value(await cite(ann, second, await source(ann)))
  value(await decide(editor, second, "documented"))
  await stood(first, "documented", "adjudication", "blocked")
  const third = (await live())[2]!.id
  value(await decide(editor, third, "disputed"))
  const before = await standing(documentId)
  await migrated()
  expect(await standing(documentId)).toEqual([review, ...before.slice(1)])
  expect(before[1]).toEqual(["vetted", "documented", "adjudication"])
  expect(before[2]).toEqual(["vetted", "disputed", "adjudication"])
})

test("where citations on both sides are asked for, a decision without them goes back to review", async () => {
  const { ann, projectId, documentId, first, second, source, cite } = await room()
  const sourceId = await source(ann)
  await policyThen(projectId, "cited")
  value(await cite(ann, first, sourceId, "supports"))
  for (const stance of ["supports", "disputes"]) value(await cite(ann, second, sourceId, stance))
  for (const unitId of [first, second]) await stood(unitId, "disputed", "adjudication")
  await migrated()
  expect((await standing(documentId)).slice(0, 2)).toEqual([review, ["vetted", "disputed", "adjudication"]])
})

test("“speculative” without a rationale goes back to review, with one it stands", async () => {
  const { ann, ben, projectId, documentId, first, second, label } = await room()
  await policyThen(projectId)
  for (const who of [ann, ben]) {
    value(await label(who, first, "speculative", null, who === ann ? "No log survives." : ""))
    value(await label(who, second, "speculative"))
  }
  await stood(first, "speculative", "policy")
  await migrated()
  expect((await standing(documentId)).slice(0, 2)).toEqual([review, ["vetted", "speculative", "policy"]])
})
