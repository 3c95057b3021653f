import { expect, test } from "vitest"
import { policyPreview } from "../../lib/queries/policy-preview.ts"
import { source as sourceQuery } from "../../lib/queries/source.ts"
import { room } from "../commands/room.ts"
import { type PolicyWords, policyOf } from "../domain/policies.ts"
import { code, value } from "./project.ts"

async function vetted() {
  const here = await room()
  const { ann, ben, owner, first, second, projectId } = here
  const memoir = await here.source(ann, "Memoir")
  value(await here.cite(ann, first, memoir))
  for (const who of [ann, ben]) value(await here.label(who, first, "documented"))
  value(await here.label(ann, second, "speculative"))
  const preview = async (words: PolicyWords) => value(await policyPreview(owner, { projectId, ...policyOf(words) }))
  return { ...here, memoir, preview }
}

test("a policy that nobody saved yet tells which verdicts would be others, and changes none", async () => {
  const { ann, first, second, documentId, preview, card } = await vetted()
  expect((await preview({})).moves).toEqual([])
  expect((await preview({ documented: { supporting: 2 } })).moves).toMatchObject([
    {
      to: null,
      count: 1,
      sentence: "One claim would go back to review.",
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

test("a source's page tells what another grade would change, and what rests on it alone", async () => {
  const { ann, editor, first, memoir, projectId, grade, policy } = await vetted()
  const page = async () => value(await sourceQuery(ann, projectId, memoir)).preview
  expect(await page()).toEqual({ grades: [], alone: 1 })
  value(await policy({ documented: { grade: "C" } }))
  const up = await page()
  expect(up.grades.map(({ grade: which }) => which)).toEqual(["A", "B", "C"])
  expect(up.grades[0]?.moves).toMatchObject([{ to: "documented", count: 1, claims: [{ unitId: first }] }])
  value(await grade(editor, memoir, "B"))
  const down = await page()
  expect(down.grades.map(({ grade: which, moves }) => [which, moves[0]?.sentence])).toEqual(
    ["D", "E", "F"].map(which => [which, "One claim would go back to review."]),
  )
})
