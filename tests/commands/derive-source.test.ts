import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { deriveSource } from "../../lib/commands/derive-source.ts"
import { withdrawDerivation } from "../../lib/commands/withdraw-derivation.ts"
import { activity } from "../../lib/queries/activity.ts"
import { source as sourceQuery } from "../../lib/queries/source.ts"
import { code, value } from "../queries/project.ts"
import { chain, room } from "./room.ts"

async function shelf() {
  const here = await room()
  const { ann, editor, projectId } = here
  const [memoir, handbook, article] = [
    await here.source(ann, "Memoir"),
    await here.source(ann, "Handbook"),
    await here.source(ann, "Article"),
  ]
  const derive = (sourceId: string, originId: string, who = editor, id = uuidv7()) =>
    deriveSource(who, {
      projectId,
      sourceId,
      originId,
      id,
      how: "retells",
      note: "Word for word.",
      requestId: uuidv7(),
    })
  const withdraw = (sourceId: string, derivationId: string, who = editor) =>
    withdrawDerivation(who, { projectId, sourceId, derivationId, reason: "It has others.", requestId: uuidv7() })
  const page = async (sourceId: string) => value(await sourceQuery(ann, projectId, sourceId))
  return { ...here, memoir, handbook, article, derive, withdraw, page }
}

test("a source derives from another, over a third, and the roots are told", async () => {
  const { memoir, handbook, article, derive, page, projectId, ann } = await shelf()
  expect(code(await derive(handbook, memoir, ann))).toBe("forbidden")
  value(await derive(handbook, memoir))
  value(await derive(article, handbook))
  const { lineage } = await page(article)
  expect(lineage.sources.map(({ line, root }) => [line, root])).toEqual([
    ["Article", false],
    ["Handbook", false],
    ["Memoir", true],
  ])
  expect(lineage.links).toMatchObject([
    { derivedId: handbook, originId: memoir, how: "retells", note: "Word for word." },
    { derivedId: article, originId: handbook },
  ])
  expect((await page(memoir)).lineage.sources).toHaveLength(3)
  const { changes } = value(await activity(ann, projectId, { kind: "source-derived" }))
  expect(changes.map(({ sentence }) => sentence)).toEqual([
    "stated that “Article” retells “Handbook”: Word for word.",
    "stated that “Handbook” retells “Memoir”: Word for word.",
  ])
  await chain(projectId)
})

test("a circle is refused with the chain that it would close", async () => {
  const { memoir, handbook, article, derive, withdraw } = await shelf()
  const id = uuidv7()
  value(await derive(handbook, memoir, undefined, id))
  value(await derive(article, handbook))
  expect(await derive(memoir, article)).toMatchObject({
    failure: { code: "lineage-circle", circle: ["Memoir", "Article", "Handbook", "Memoir"] },
  })
  expect(code(await derive(memoir, memoir))).toBe("lineage-circle")
  value(await withdraw(handbook, id))
  expect(code(await derive(memoir, article))).toBe("ok")
})

test("two who close a circle from both ends at once: one of them is refused", async () => {
  const { memoir, handbook, derive } = await shelf()
  const codes = (await Promise.all([derive(memoir, handbook), derive(handbook, memoir)])).map(code)
  expect(codes.sort()).toEqual(["lineage-circle", "ok"])
})

test("what is stated already, a source elsewhere and a used id are refused", async () => {
  const [{ memoir, handbook, article, derive, withdraw }, elsewhere] = [await shelf(), await room()]
  const id = uuidv7()
  value(await derive(handbook, memoir, undefined, id))
  expect(await derive(handbook, memoir)).toMatchObject({ failure: { code: "lineage-known", how: "retells" } })
  expect(code(await derive(article, memoir, undefined, id))).toBe("request-reused")
  const foreign = await elsewhere.source(elsewhere.ann)
  expect([code(await derive(handbook, foreign)), code(await derive(foreign, memoir))]).toEqual([
    "not-found",
    "not-found",
  ])
  expect(code(await withdraw(article, id))).toBe("not-found")
  value(await withdraw(handbook, id))
  expect(code(await withdraw(handbook, id))).toBe("not-found")
  expect(code(await derive(handbook, memoir))).toBe("ok")
})

test("a source that others derive from, or that derives from one, is not deleted", async () => {
  const { memoir, handbook, derive, withdraw, editor, projectId } = await shelf()
  const id = uuidv7()
  value(await derive(handbook, memoir, undefined, id))
  const remove = (sourceId: string) => deleteSource(editor, { projectId, sourceId, version: 1, requestId: uuidv7() })
  expect([code(await remove(memoir)), code(await remove(handbook))]).toEqual(["source-in-lineage", "source-in-lineage"])
  value(await withdraw(handbook, id))
  expect([code(await remove(memoir)), code(await remove(handbook))]).toEqual(["ok", "ok"])
})
