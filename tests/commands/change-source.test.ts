import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addSource } from "../../lib/commands/add-source.ts"
import { changeSource } from "../../lib/commands/change-source.ts"
import { database } from "../../lib/db/client.ts"
import { code, value } from "../queries/project.ts"
import { chain, room } from "./room.ts"

const record = (title: string) => ({ kind: "memoir", csl: { type: "book", title }, archive: null })

test("a source is corrected by who added it, or by an editor, against the version that was seen", async () => {
  const { ann, ben, editor, projectId, source } = await room()
  const sourceId = await source(ann)
  const change = (who: typeof ann, title: string, version: number) =>
    changeSource(who, { projectId, sourceId, version, ...record(title), requestId: uuidv7() })
  expect(code(await change(ben, "Mine", 1))).toBe("only-your-own")
  value(await change(ann, "Lloyd's register of shipping", 1))
  expect(await change(editor, "Register", 1)).toMatchObject({
    failure: { code: "conflict", current: { csl: { title: "Lloyd's register of shipping" }, version: 2 } },
  })
  value(await change(editor, "Register", 2))
  const [line] = await database().source.findMany({ where: { id: sourceId } })
  expect(line).toMatchObject({ line: "Register", kind: "memoir", version: 3 })
  const changes = await database().change.findMany({
    where: { projectId, kind: "source-changed" },
    orderBy: { revision: "asc" },
  })
  expect(changes.map(({ body }) => JSON.parse(body).before.csl.title)).toEqual([
    "Lloyd's register",
    "Lloyd's register of shipping",
  ])
  await chain(projectId)
})

test("a source needs a title and a true address, and an id of its own", async () => {
  const { ann, projectId, source } = await room()
  const id = await source(ann)
  const add = (words: object) =>
    addSource(ann, { projectId, id: uuidv7(), ...record("A"), ...words, requestId: uuidv7() })
  const csl = { type: "book", title: "A" }
  for (const wrong of [
    { ...csl, title: " " },
    { ...csl, URL: "javascript:alert(1)" },
    { ...csl, URL: "//evil.example" },
  ])
    expect(code(await add({ csl: wrong }))).toBe("invalid")
  expect(code(await add({ csl: { ...csl, extra: 1 } }))).toBe("invalid")
  expect(code(await add({ id }))).toBe("request-reused")
  expect(code(await add({ csl: { ...csl, URL: "https://example.org/a" } }))).toBe("ok")
})

test("a source keeps fields that the form has no place for, and the times that it was made and tells of", async () => {
  const { ann, projectId } = await room()
  const id = uuidv7()
  const csl = { type: "book", title: "A", abstract: "In short.", "number-of-pages": "320" }
  const times = { created: "1937~", tells: "1936/1938" }
  value(await addSource(ann, { projectId, id, kind: "memoir", csl, archive: null, ...times, requestId: uuidv7() }))
  expect(await database().source.findUnique({ where: { id } })).toMatchObject({ csl, ...times })
  const wrong = { ...csl, title: "B", abstract: 7 }
  const change = { projectId, sourceId: id, version: 1, kind: "memoir", csl: wrong, archive: null, requestId: uuidv7() }
  expect(await changeSource(ann, change)).toMatchObject({
    failure: { code: "invalid", issues: [{ path: "csl.abstract" }] },
  })
  const long = { ...csl, abstract: "a".repeat(60_000) }
  expect(code(await changeSource(ann, { ...change, csl: long }))).toBe("invalid")
})
