import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { gradeSource } from "../../lib/commands/grade-source.ts"
import { database } from "../../lib/db/client.ts"
import { source as sourceQuery } from "../../lib/queries/source.ts"
import { code, value } from "../queries/project.ts"
import { chain, room } from "./room.ts"

async function graded() {
  const here = await room()
  const { editor, projectId } = here
  const sourceId = await here.source(here.ann)
  const grade = (reliability: string, seen: string | null, who = editor, id = uuidv7()) =>
    gradeSource(who, {
      projectId,
      sourceId,
      id,
      seen,
      reliability,
      reason: `It is ${reliability}.`,
      requestId: uuidv7(),
    })
  const page = async () => value(await sourceQuery(here.ann, projectId, sourceId))
  return { ...here, sourceId, grade, page }
}

test("editors grade a source with a reason, and every grade that it had is kept", async () => {
  const { ann, projectId, sourceId, grade, page } = await graded()
  expect(code(await grade("B", null, ann))).toBe("forbidden")
  const first = uuidv7()
  value(await grade("B", null, undefined, first))
  value(await grade("D", first))
  const shown = await page()
  expect(shown.gradings.map(({ reliability, reason, editor }) => [reliability, reason, editor])).toEqual([
    ["D", "It is D.", "Nora Beck"],
    ["B", "It is B.", "Nora Beck"],
  ])
  expect(await database().source.findUnique({ where: { id: sourceId } })).toMatchObject({ reliability: "D" })
  const changes = await database().change.findMany({
    where: { streamId: projectId, kind: "source-graded" },
    orderBy: { revision: "asc" },
  })
  expect(changes.map(({ body }) => JSON.parse(body))).toMatchObject([
    { before: null, after: "B" },
    { before: "B", after: "D", reason: "It is D." },
  ])
  await chain(projectId)
})

test("who graded against an older grade gets the one that stands", async () => {
  const { owner, grade } = await graded()
  const first = uuidv7()
  value(await grade("B", null, undefined, first))
  expect(await grade("C", null, owner)).toMatchObject({
    failure: { code: "conflict", current: { id: first, reliability: "B" }, by: "Nora Beck" },
  })
  expect(code(await grade("C", first, owner))).toBe("ok")
})

test("a grade is one of the scale's, has a reason and an id of its own", async () => {
  const { editor, projectId, sourceId, grade } = await graded()
  for (const wrong of ["G", "a", ""]) expect(code(await grade(wrong, null))).toBe("invalid")
  const id = uuidv7()
  const words = { projectId, sourceId, id, seen: null, reliability: "B", reason: " ", requestId: uuidv7() }
  expect(await gradeSource(editor, words)).toMatchObject({ failure: { code: "invalid", issues: [{ path: "reason" }] } })
  value(await grade("B", null, editor, id))
  expect(code(await grade("C", id, editor, id))).toBe("request-reused")
})
