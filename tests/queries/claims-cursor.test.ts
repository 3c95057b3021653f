import { expect, test } from "vitest"
import { claims } from "../../lib/queries/claims.ts"
import { code, document, project, value } from "./project.ts"

const long = (ship: string) => Array.from({ length: 60 }, (_, n) => `The ${ship} carried ${n + 2} tons.`).join(" ")

test("claims are gone through by the cursor in the order of the texts, each once, also while something is added", async () => {
  const { owner, projectId } = await project()
  const [first, second] = [
    await document(owner, projectId, "B", long("brig")),
    await document(owner, projectId, "A", long("schooner")),
  ]
  const seen: string[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = value(await claims(owner, projectId, after === undefined ? {} : { after }))
    expect(page.claims.length).toBeLessThanOrEqual(50)
    seen.push(...page.claims.map(({ id }) => id))
    // What is added behind the place is found on the way; nothing before it moves the rest.
    if (after === undefined) await document(owner, projectId, "C", "A third ship sank.")
    after = page.after
  }
  const [one, two] = [first, second].map(({ units }) => units.map(({ id }) => id))
  expect(seen.slice(0, 120)).toEqual([...one!, ...two!])
  expect(seen.length).toBe(121)
  const narrowed = value(
    await claims(owner, projectId, { document: first.id, after: `${first.id}.${first.units[55]!.start}` }),
  )
  expect(narrowed.claims.map(({ id }) => id)).toEqual(one!.slice(56))
  expect(narrowed.after).toBeNull()
})

test("a cursor is of the order of the texts, of this project, and nothing else", async () => {
  const { owner, projectId } = await project()
  const { id } = await document(owner, projectId)
  expect(value(await claims(owner, projectId, { sort: "newest" })).after).toBeNull()
  expect(code(await claims(owner, projectId, { sort: "newest", after: `${id}.0` }))).toBe("invalid")
  expect(code(await claims(owner, projectId, { after: "0" }))).toBe("invalid")
  const other = await project()
  const theirs = await document(other.owner, other.projectId)
  expect(value(await claims(owner, projectId, { after: `${theirs.id}.0` })).claims).toEqual([])
})
