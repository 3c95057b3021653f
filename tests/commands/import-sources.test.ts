import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { importSources } from "../../lib/commands/import-sources.ts"
import { database } from "../../lib/db/client.ts"
import { activity } from "../../lib/queries/activity.ts"
import { readImport } from "../../lib/queries/read-import.ts"
import { code, value } from "../queries/project.ts"
import { chain, room } from "./room.ts"

const bibtex = `
@book{orlov, title = {The Secret History of Stalin's Crimes}, author = {Orlov, Alexander}, year = {1953}, publisher = {Random House}}
@book{again, title = {The secret history of Stalin's crimes}, author = {Orlov, A.}, date = {1953}}
@article{none, author = {Nobody}}
`

async function library() {
  const here = await room()
  const { ann, projectId } = here
  const read = async (text: string) => value(await readImport(ann, { projectId, text }))
  const entry = (title: string, more: object = {}) => {
    const csl = { type: "book", title, author: [{ family: "Orlov", given: "A." }], issued: { "date-parts": [[1953]] } }
    return { id: uuidv7(), kind: "memoir", csl, archive: null, created: "", tells: "", ...more }
  }
  const add = (entries: readonly unknown[], requestId = uuidv7()) =>
    importSources(ann, { projectId, entries, requestId })
  const titles = async () => {
    const rows = await database().source.findMany({ where: { projectId }, orderBy: { line: "asc" } })
    return rows.map(({ csl }) => (csl as { title: string }).title)
  }
  return { ...here, read, entry, add, titles }
}

test("what was pasted is read, told apart from what it repeats, and what is none says why", async () => {
  const { read, entry, add } = await library()
  const first = await read(bibtex)
  expect(first.format).toBe("bibtex")
  expect(first.entries.map(one => (one.ok ? (one.repeats?.why ?? "new") : one.why))).toEqual([
    "new",
    "It has the same title, year and first author.",
    expect.stringContaining("It has no title."),
  ])
  value(await add([entry("The Secret History of Stalin's Crimes")]))
  const [known] = (await read(bibtex)).entries
  expect(known).toMatchObject({ ok: true, repeats: { line: expect.stringContaining("Orlov") } })
})

test("nothing, and what is too long, is refused with what to do", async () => {
  const { ann, projectId } = await library()
  expect(await readImport(ann, { projectId, text: " " })).toMatchObject({
    failure: {
      code: "invalid",
      issues: [{ path: "text", message: "There is nothing in it. Paste or upload at least one reference." }],
    },
  })
})

test("many sources are one change, and the same request twice adds them once", async () => {
  const { ann, projectId, entry, add, titles } = await library()
  const entries = Array.from({ length: 2_300 }, (_, at) => entry(`Volume ${at}`))
  const requestId = uuidv7()
  expect(value(await add(entries, requestId))).toMatchObject({ added: 2_300, skipped: 0, repeated: false })
  expect(value(await add(entries, requestId))).toMatchObject({ repeated: true })
  expect(await titles()).toHaveLength(2_300)
  const { changes } = value(await activity(ann, projectId, { kind: "sources-imported" }))
  expect(changes.map(({ sentence }) => sentence)).toEqual([
    "imported 2300 sources: “Orlov, A. Volume 0. 1953”, “Orlov, A. Volume 1. 1953”, “Orlov, A. Volume 2. 1953” and more.",
  ])
  await chain(projectId)
})

test("what is there by now is passed over and told, unless it is added again on purpose", async () => {
  const { entry, add, titles } = await library()
  value(await add([entry("Diary")]))
  expect(value(await add([entry("Diary")]))).toMatchObject({ added: 0, skipped: 1 })
  expect(value(await add([entry("Diary"), entry("Letters"), entry("letters.")]))).toMatchObject({
    added: 1,
    skipped: 2,
  })
  expect(value(await add([entry("Diary", { again: true })]))).toMatchObject({ added: 1, skipped: 0 })
  expect((await titles()).sort()).toEqual(["Diary", "Diary", "Letters"])
})

test("an entry that is wrong is named, and nothing of the rest is added", async () => {
  const { entry, add, titles } = await library()
  const wrong = [entry("Good"), entry(""), entry("Bad date", { tells: "some day" }), { ...entry("Odd"), extra: 1 }]
  const answer = await add(wrong)
  expect(answer).toMatchObject({ failure: { code: "invalid" } })
  const issues = !answer.ok && answer.failure.code === "invalid" ? answer.failure.issues : []
  expect(issues.map(({ path }) => path)).toEqual(["entries.1.csl.title", "entries.2.tells", "entries.3."])
  expect(issues[0]?.message).toBe("Entry 2: Give the source a title.")
  expect(await titles()).toEqual([])
})

test("an id that another source has adds nothing", async () => {
  const { ann, entry, add, titles, source } = await library()
  const id = await source(ann, "Register")
  expect(code(await add([entry("New"), entry("Other", { id })]))).toBe("request-reused")
  expect(await titles()).toEqual(["Register"])
})
