import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { linkClaims } from "../../lib/commands/link-claims.ts"
import { database } from "../../lib/db/client.ts"
import { policyPreview } from "../../lib/queries/policy-preview.ts"
import { source as sourceQuery } from "../../lib/queries/source.ts"
import { room } from "../commands/room.ts"
import { type PolicyWords, policyOf } from "../domain/policies.ts"
import { code, value } from "./project.ts"

async function previewed() {
  const here = await room()
  const { owner, projectId } = here
  const preview = async (words: PolicyWords) => value(await policyPreview(owner, { projectId, ...policyOf(words) }))
  return { ...here, preview }
}

async function vetted() {
  const here = await previewed()
  const { ann, ben, first, second } = here
  const memoir = await here.source(ann, "Memoir")
  value(await here.cite(ann, first, memoir))
  for (const who of [ann, ben]) value(await here.label(who, first, "documented"))
  value(await here.label(ann, second, "speculative"))
  return { ...here, memoir }
}

test("a policy that nobody saved yet tells which verdicts would be others, and changes none", async () => {
  const { ann, first, second, documentId, preview, card } = await vetted()
  expect((await preview({})).moves).toEqual([])
  expect((await preview({ documented: { supporting: 2 } })).moves).toMatchObject([
    {
      from: "documented",
      to: "in-review",
      count: 1,
      sentence: "One documented claim would go back to review.",
      claims: [{ unitId: first, documentId, document: "Log book", quote: "The ship sank in 1912." }],
    },
  ])
  const looser = await preview({ speculative: { annotations: 1 } })
  expect(looser.moves).toMatchObject([{ to: "speculative", claims: [{ unitId: second }] }])
  expect((await card(ann, first)).state).toBe("vetted")
})

test("only claims are counted: a passage that is no claim any more keeps its label and moves nowhere", async () => {
  const { editor, first, second, kind, live, preview } = await vetted()
  const claims = async () => (await live()).filter(unit => unit.kind === "claim").length
  const before = await claims()
  expect((await preview({})).claims).toBe(before)
  value(await kind(editor, first, "question"))
  value(await kind(editor, second, "question"))
  expect(await claims()).toBe(before - 2)
  expect(await preview({ supporting: 2, speculative: { annotations: 1 } })).toEqual({ claims: before - 2, moves: [] })
})

test("a policy out of its ranges is refused with the field", async () => {
  const { owner, editor, projectId } = await vetted()
  const wrong = { projectId, ...policyOf({ documented: { supporting: 0 } }) }
  expect(await policyPreview(owner, wrong)).toMatchObject({
    failure: { code: "invalid", issues: [{ path: "documented.supporting" }] },
  })
  expect(code(await policyPreview(editor, { projectId, ...policyOf({}) }))).toBe("forbidden")
})

test("what a preview tells is what saving does", async () => {
  const { ann, editor, documentId, second, units, kind, label, cite, memoir, preview, policy } = await vetted()
  const third = units[2]!.id
  value(await kind(editor, third, "claim"))
  value(await label(ann, third, "documented"))
  value(await label(editor, third, "speculative"))
  for (const unitId of [second, third]) value(await cite(ann, unitId, memoir, "disputes"))
  const standing = async () => {
    const rows = await database().unit.findMany({ where: { documentId, retired: false, kind: "claim" } })
    return new Map(rows.map(({ id, verdict, state }) => [id, verdict ?? state]))
  }
  const drafts: PolicyWords[] = [
    { annotations: 1 },
    { annotations: 3 },
    { contested: { votes: false } },
    { documented: { kinds: ["press"] }, speculative: { annotations: 1 } },
    { annotations: 1, contested: { evidence: true } },
    {},
  ]
  for (const [at, draft] of drafts.entries()) {
    const { moves } = await preview(draft)
    const before = await standing()
    value(await policy(draft, at + 1))
    const told = moves.flatMap(({ from, to, claims }) => claims.map(({ unitId }) => [unitId, from, to].join(" ")))
    const done = [...(await standing())].map(([id, now]) => [id, before.get(id), now])
    const moved = done.filter(([, from, to]) => from !== to).map(words => words.join(" "))
    expect(told.sort(), JSON.stringify(draft)).toEqual(moved.sort())
    expect(moved.length, JSON.stringify(draft)).toBeGreaterThan(0)
  }
})

test("a policy moves what is said of whether it was said, too", async () => {
  const { ann, ben, first, cite, judge, preview, source } = await previewed()
  const memoir = await source(ann, "Memoir")
  value(await cite(ann, first, memoir, "supports", undefined, { bearsOn: "said" }))
  for (const who of [ann, ben]) value(await judge(who, first, "speculative", "documented"))
  expect((await preview({ documented: { annotations: 3 } })).moves).toMatchObject([
    { on: "said", sentence: "Was it said? One documented claim would go back to review.", claims: [{ unitId: first }] },
  ])
})

test("a source's page tells what another grade would change, and what rests on it alone", async () => {
  const { ann, editor, first, memoir, projectId, grade, policy } = await vetted()
  const page = async () => value(await sourceQuery(ann, projectId, memoir)).preview
  expect(await page()).toMatchObject({ grades: [], alone: { count: 1, claims: [{ unitId: first }] } })
  value(await policy({ documented: { grade: "C" } }))
  const up = await page()
  expect(up.grades.map(({ grade: which }) => which)).toEqual(["A", "B", "C"])
  expect(up.grades[0]?.moves).toMatchObject([{ to: "documented", count: 1, claims: [{ unitId: first }] }])
  value(await grade(editor, memoir, "B"))
  const down = await page()
  expect(down.grades.map(({ grade: which, moves }) => [which, moves[0]?.sentence])).toEqual(
    ["D", "E", "F"].map(which => [which, "One documented claim would go back to review."]),
  )
})

test("a grade is told to move the claims that share the evidence, as it does", async () => {
  const { ann, editor, owner, memoir, projectId, first, grade, policy, ...here } = await vetted()
  const other = await room({ ...here, ann, editor, owner, projectId })
  for (const who of [ann, here.ben]) value(await other.label(who, other.first, "documented"))
  const link = { projectId, id: uuidv7(), kind: "same", reason: "", unitId: first, otherId: other.first }
  value(await linkClaims(editor, { ...link, requestId: uuidv7() }))
  const graded = uuidv7()
  value(await grade(editor, memoir, "B", null, graded))
  value(await policy({ documented: { grade: "C" } }))
  const { grades, alone } = value(await sourceQuery(ann, projectId, memoir)).preview
  expect(alone.count).toBe(2)
  expect(grades.map(({ grade: which, moves }) => [which, moves.map(({ count }) => count)])).toEqual(
    ["D", "E", "F"].map(which => [which, [2]]),
  )
  expect(value(await grade(editor, memoir, "E", graded)).verdictsChanged).toBe(2)
})

test("a claim with another independent witness does not rest on one, and one that retells it is no other", async () => {
  const { ann, editor, first, memoir, projectId, source, cite, derive } = await vetted()
  const count = async () => value(await sourceQuery(ann, projectId, memoir)).preview.alone.count
  const copy = await source(ann, "Retold")
  value(await derive(editor, copy, memoir))
  value(await cite(ann, first, copy))
  expect(await count()).toBe(1)
  value(await cite(ann, first, await source(ann, "Register")))
  expect(await count()).toBe(0)
})
