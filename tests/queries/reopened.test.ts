import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { reopened } from "../../lib/queries/reopened.ts"
import { room } from "../commands/room.ts"
import { code, value } from "./project.ts"

async function vetted() {
  const here = await room()
  const { ann, ben, first, projectId } = here
  const citationId = uuidv7()
  value(await here.cite(ann, first, await here.source(ann), "supports", citationId))
  for (const who of [ann, ben]) value(await here.label(who, first, "documented"))
  const withdraw = () => withdrawCitation(ann, { ...here.asked(), citationId, version: 1 })
  const list = async (page = "1") => value(await reopened(ann, projectId, { page }))
  return { ...here, withdraw, list }
}

test("a verdict that falls is listed with what it was and why, until there is one again", async () => {
  const { ann, first, withdraw, list, card, undo, documentId } = await vetted()
  expect((await list()).total).toBe(0)
  expect((await card(ann, first)).reopened).toBeNull()
  value(await withdraw())
  const why = "withdrew a citation of “Lloyd's register” in support of a claim."
  const told = { label: "documented", actor: "Ann Okafor", sentence: why }
  const { claims, total } = await list()
  expect([total, claims]).toMatchObject([1, [{ ...told, unitId: first, documentId, quote: "The ship sank in 1912." }]])
  expect((await card(ann, first)).reopened).toMatchObject(told)
  value(await undo(ann))
  expect((await list()).claims).toEqual([])
  expect((await card(ann, first)).reopened).toBeNull()
})

test("a stricter policy brings verdicts down in the same step, and says that it did", async () => {
  const { ann, first, policy, list, card } = await vetted()
  value(await policy({ supporting: 2 }))
  expect((await list()).claims).toMatchObject([{ unitId: first, actor: "Vera Lindqvist" }])
  expect((await list()).claims[0]?.sentence).toContain("made version 2 of the policy.")
  value(await policy({ supporting: 1 }, 2))
  expect((await list()).total).toBe(0)
  expect((await card(ann, first)).state).toBe("vetted")
})

test("a claim that was never finished never fell, and a page that is none is refused", async () => {
  const { ann, second, label, list, card, asked, projectId } = await vetted()
  value(await label(ann, second, "speculative"))
  const { mine } = await card(ann, second)
  value(await withdrawAnnotation(ann, { ...asked(), unitId: second, seen: mine!.id }))
  expect((await list()).total).toBe(0)
  expect(code(await reopened(ann, projectId, { page: "x" }))).toBe("invalid")
})
