import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { addDocument } from "../../lib/commands/add-document.ts"
import { addSource } from "../../lib/commands/add-source.ts"
import { changeSource } from "../../lib/commands/change-source.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { database } from "../../lib/db/client.ts"
import type { Result } from "../../lib/domain/failure.ts"
import type { SourceKind } from "../../lib/domain/source.ts"
import { source } from "../../lib/queries/source.ts"
import { sources } from "../../lib/queries/sources.ts"
import { person } from "../server/person.ts"

const text = "😀 Stalin was born in Gori in 1878. Trotsky was expelled from the party in 1927."

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

async function bibliography() {
  const owner = await person()
  const projectId = uuidv7()
  done(await createProject(owner, { id: projectId, name: "Seminar", description: "", requestId: uuidv7() }))
  const add = async (kind: SourceKind, title: string, family: string) => {
    const id = uuidv7()
    const csl = { type: "book", title, author: [{ family, given: "A." }] }
    done(await addSource(owner, { projectId, id, kind, csl, archive: null, requestId: uuidv7() }))
    return id
  }
  return { owner, projectId, add }
}

async function cited({ owner, projectId, add }: Awaited<ReturnType<typeof bibliography>>) {
  const sourceId = await add("memoir", "My Life", "Trotsky")
  const documentId = uuidv7()
  const provenance = { title: "Notes", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const document = { id: documentId, projectId, ...provenance, text, again: false, requestId: uuidv7() }
  done(await addDocument(() => 1_000_000)(owner, document))
  const unit = await database().unit.findFirstOrThrow({ where: { documentId }, orderBy: { start: "desc" } })
  const citationId = uuidv7()
  const words = { locatorLabel: "page", locator: "12", quotation: "", note: "", rank: null, directness: null }
  const place = { documentId, unitId: unit.id, id: citationId, sourceId, requestId: uuidv7() }
  done(await giveCitation(owner, { ...place, stance: "disputes", ...words }))
  return { sourceId, documentId, citationId, unitId: unit.id }
}

test("the bibliography is found by words in any order and by kind, what fits best first", async () => {
  const { owner, projectId, add } = await bibliography()
  await add("scholarly", "A Dostalin study", "Abel")
  await add("scholarly", "Stalin", "Khlevniuk")
  await add("memoir", "My Life", "Trotsky")
  const titles = async (choice: object) =>
    done(await sources(owner, projectId, choice)).sources.map(found => found.csl.title)
  expect(await titles({})).toEqual(["A Dostalin study", "Stalin", "My Life"])
  expect(await titles({ q: "stalin" })).toEqual(["Stalin", "A Dostalin study"])
  expect(await titles({ q: "life TROTSKY" })).toEqual(["My Life"])
  expect(await titles({ q: "stalin", kind: "memoir" })).toEqual([])
  expect(await titles({ q: "", limit: 2 })).toHaveLength(2)
  expect(done(await sources(owner, projectId, { q: "life" })).total).toBe(3)
})

test("a source lists the claims that cite it, with their exact quotes", async () => {
  const shelf = await bibliography()
  const { sourceId, documentId, unitId } = await cited(shelf)
  const found = done(await source(shelf.owner, shelf.projectId, sourceId))
  expect(found).toMatchObject({
    source: { line: "Trotsky, A. My Life", version: 1 },
    everCited: 1,
    mayEdit: true,
    mayDelete: true,
    claims: [
      {
        documentId,
        unitId,
        stance: "disputes",
        locator: "12",
        quote: "Trotsky was expelled from the party in 1927.",
      },
    ],
  })
})

test("a source that was ever cited stays, also when the citation is withdrawn", async () => {
  const shelf = await bibliography()
  const { sourceId, documentId, citationId } = await cited(shelf)
  const deletion = () => ({ projectId: shelf.projectId, sourceId, version: 1, requestId: uuidv7() })
  const refused = { failure: { code: "source-cited", citations: 1 } }
  expect(await deleteSource(shelf.owner, deletion())).toMatchObject(refused)
  done(await withdrawCitation(shelf.owner, { documentId, citationId, version: 1, requestId: uuidv7() }))
  expect(done(await source(shelf.owner, shelf.projectId, sourceId))).toMatchObject({ everCited: 1, claims: [] })
  expect(await deleteSource(shelf.owner, deletion())).toMatchObject(refused)
})

test("who saves over a newer record gets that record to compare", async () => {
  const { owner, projectId, add } = await bibliography()
  const sourceId = await add("scholarly", "Stalin", "Khlevniuk")
  const save = (title: string, version: number) =>
    changeSource(owner, {
      ...{ projectId, sourceId, version, requestId: uuidv7() },
      ...{ kind: "scholarly", csl: { type: "book", title }, archive: null },
    })
  done(await save("Theirs", 1))
  expect(await save("Mine", 1)).toMatchObject({
    failure: { code: "conflict", current: { version: 2, kind: "scholarly", csl: { title: "Theirs" } } },
  })
  done(await save("Mine", 2))
  expect(done(await source(owner, projectId, sourceId)).source.csl.title).toBe("Mine")
})

test("strangers find neither the bibliography nor a source", async () => {
  const { projectId, add } = await bibliography()
  const sourceId = await add("scholarly", "Stalin", "Khlevniuk")
  const other = await bibliography()
  const missing = { ok: false, failure: { code: "not-found" } }
  expect(await sources(other.owner, projectId)).toEqual(missing)
  expect(await source(other.owner, projectId, sourceId)).toEqual(missing)
  expect(await source(other.owner, other.projectId, sourceId)).toEqual(missing)
})
