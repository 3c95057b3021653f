import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { deriveSource } from "../../lib/commands/derive-source.ts"
import { gradeSource } from "../../lib/commands/grade-source.ts"
import { mergeSources } from "../../lib/commands/merge-sources.ts"
import { withdrawMerge } from "../../lib/commands/withdraw-merge.ts"
import { source as sourceQuery } from "../../lib/queries/source.ts"
import { sources } from "../../lib/queries/sources.ts"
import { code, value } from "../queries/project.ts"
import { vettedClaims } from "../queries/whole-export.ts"
import { chain, room } from "./room.ts"

async function twice() {
  const here = await room()
  const { ann, editor, projectId, first } = here
  const [memoir, memoirAgain] = [await here.source(ann, "Memoir"), await here.source(ann, "Memoir, again")]
  value(await here.cite(ann, first, memoir))
  value(await here.cite(ann, first, memoirAgain))
  const merge = (sourceId: string, intoId: string, version = 1) =>
    mergeSources(editor, { projectId, sourceId, version, intoId, requestId: uuidv7() })
  const apart = (sourceId: string) => withdrawMerge(editor, { projectId, sourceId, requestId: uuidv7() })
  const page = async (sourceId: string) => value(await sourceQuery(ann, projectId, sourceId))
  const derive = (sourceId: string, originId: string) =>
    deriveSource(editor, { projectId, sourceId, originId, id: uuidv7(), how: "quotes", note: "", requestId: uuidv7() })
  return { ...here, memoir, memoirAgain, merge, apart, page, derive }
}

test("a merged record's citations count for the other and none is lost; taken out it has them again", async () => {
  const { ann, first, projectId, memoir, memoirAgain, merge, apart, page, card } = await twice()
  const listed = async () =>
    value(await sources(ann, projectId)).sources.map(({ line, citations }) => [line, citations])
  value(await merge(memoirAgain, memoir))
  expect(await listed()).toEqual([["Memoir", 2]])
  expect((await page(memoir)).claims).toHaveLength(2)
  expect(await page(memoir)).toMatchObject({ merged: [{ id: memoirAgain, line: "Memoir, again" }], mergedInto: null })
  expect(await page(memoirAgain)).toMatchObject({ merged: [], mergedInto: { id: memoir, line: "Memoir" } })
  expect((await card(ann, first)).citations.map(({ sourceId, source }) => [sourceId, source])).toEqual([
    [memoir, "Memoir"],
    [memoir, "Memoir"],
  ])
  value(await apart(memoirAgain))
  expect(await listed()).toEqual([
    ["Memoir", 1],
    ["Memoir, again", 1],
  ])
  expect(code(await apart(memoirAgain))).toBe("not-found")
  await chain(projectId)
})

test("what was merged into the merged record follows it", async () => {
  const { ann, memoir, memoirAgain, merge, page, source } = await twice()
  const third = await source(ann, "A third copy")
  value(await merge(third, memoirAgain))
  value(await merge(memoirAgain, memoir))
  expect((await page(memoir)).merged.map(({ id }) => id).sort()).toEqual([third, memoirAgain].sort())
})

test("an export names the source that counts", async () => {
  const { ann, ben, first, projectId, memoir, memoirAgain, merge, label } = await twice()
  for (const who of [ann, ben]) value(await label(who, first, "documented"))
  value(await merge(memoirAgain, memoir))
  const { sources: named, documents } = value(await vettedClaims(ann, projectId))
  expect(named.map(({ line }) => line)).toEqual(["Memoir"])
  expect(documents[0]?.claims[0]?.citations.map(({ sourceId }) => sourceId)).toEqual([memoir, memoir])
})

test("a record that was merged takes no grade, lineage or merge, and neither end is deleted", async () => {
  const { ann, editor, projectId, memoir, memoirAgain, merge, derive, source } = await twice()
  const other = await source(ann, "Handbook")
  value(await merge(memoirAgain, memoir))
  const grade = { projectId, sourceId: memoirAgain, id: uuidv7(), seen: null, reliability: "B", reason: "It is." }
  expect(code(await gradeSource(editor, { ...grade, requestId: uuidv7() }))).toBe("source-merged")
  expect(code(await derive(memoirAgain, other))).toBe("source-merged")
  expect(code(await derive(other, memoirAgain))).toBe("source-merged")
  expect(code(await merge(memoirAgain, other))).toBe("source-merged")
  expect(code(await merge(other, memoirAgain))).toBe("source-merged")
  const remove = (sourceId: string) => deleteSource(editor, { projectId, sourceId, version: 1, requestId: uuidv7() })
  expect([code(await remove(memoirAgain)), code(await remove(memoir))]).toEqual([
    "source-merged",
    "source-holds-merged",
  ])
})

test("the lineage of both is one, and what derives from the other can't be merged with it", async () => {
  const { ann, memoir, memoirAgain, merge, derive, page, source } = await twice()
  const [letters, handbook] = [await source(ann, "Letters"), await source(ann, "Handbook")]
  value(await derive(memoirAgain, letters))
  value(await derive(handbook, memoir))
  expect(code(await merge(handbook, memoir))).toBe("merge-in-lineage")
  expect(code(await merge(memoir, handbook))).toBe("merge-in-lineage")
  value(await merge(memoirAgain, memoir))
  const { lineage } = await page(handbook)
  expect(lineage.sources.filter(({ root }) => root).map(({ line }) => line)).toEqual(["Letters"])
})

test("a merge names what was seen, and another record", async () => {
  const { memoir, memoirAgain, merge } = await twice()
  expect(code(await merge(memoirAgain, memoir, 2))).toBe("conflict")
  expect(await merge(memoir, memoir)).toMatchObject({ failure: { code: "invalid", issues: [{ path: "intoId" }] } })
})
