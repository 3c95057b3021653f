import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { changeCitation } from "../../lib/commands/change-citation.ts"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { code, value } from "../queries/project.ts"
import { citationWords, room } from "./room.ts"

/** A claim that two reviewers call documented, with one supporting citation of the first one's. */
async function cited() {
  const here = await room()
  const { ann, ben, first } = here
  const [sourceId, citationId] = [await here.source(ann), uuidv7()]
  value(await here.cite(ann, first, sourceId, "supports", citationId))
  for (const who of [ann, ben]) value(await here.label(who, first, "documented"))
  const state = async () => (await here.card(ann, first)).state
  const change = (who: typeof ann, words: object, version = 1) =>
    changeCitation(who, { ...here.asked(), citationId, version, ...citationWords(sourceId), ...words })
  const withdraw = (who: typeof ann, version = 1) => withdrawCitation(who, { ...here.asked(), citationId, version })
  return { ...here, sourceId, citationId, state, change, withdraw }
}

test("a citation counts at once, changed it counts as it then is, withdrawn no more", async () => {
  const { ann, first, state, change, withdraw, card } = await cited()
  expect(await state()).toBe("vetted")
  value(await change(ann, { stance: "mentions" }))
  expect(await state()).toBe("in-review")
  value(await change(ann, { stance: "supports", locator: "12–14", quotation: "Total loss." }, 2))
  expect(await state()).toBe("vetted")
  expect((await card(ann, first)).citations).toMatchObject([{ locator: "12–14", quotation: "Total loss.", version: 3 }])
  value(await withdraw(ann, 3))
  expect(await state()).toBe("in-review")
  expect((await card(ann, first)).citations).toEqual([])
  expect((await card(ann, first)).conditions.map(({ sentence }) => sentence)).toContain(
    "“Documented” needs a supporting citation; it has none.",
  )
})

test("one changes only one's own citation; editors may withdraw anybody's", async () => {
  const { ben, editor, stranger, change, withdraw } = await cited()
  expect(code(await change(ben, { stance: "disputes" }))).toBe("only-your-own")
  expect(code(await change(editor, { stance: "disputes" }))).toBe("only-your-own")
  expect(code(await withdraw(ben))).toBe("only-your-own")
  expect(code(await withdraw(stranger))).toBe("not-found")
  expect(code(await withdraw(editor))).toBe("ok")
})

test("a stale change or withdrawal gets what stands, a withdrawn citation takes neither", async () => {
  const { ann, change, withdraw } = await cited()
  value(await change(ann, { locator: "13" }))
  const conflict = { failure: { code: "conflict", current: { locator: "13", version: 2 } } }
  expect(await change(ann, { locator: "14" })).toMatchObject(conflict)
  expect(await withdraw(ann)).toMatchObject(conflict)
  value(await withdraw(ann, 2))
  expect(code(await change(ann, { locator: "14" }, 3))).toBe("citation-withdrawn")
  expect(code(await withdraw(ann, 3))).toBe("citation-withdrawn")
})

test("a source has to be the project's, and a citation's id a new one", async () => {
  const [here, there] = [await cited(), await room()]
  const foreign = await there.source(there.ann)
  expect(code(await here.cite(here.ann, here.first, foreign))).toBe("not-found")
  expect(code(await here.change(here.ann, { sourceId: foreign }))).toBe("not-found")
  expect(code(await here.cite(here.ann, here.first, here.sourceId, "disputes", here.citationId))).toBe("request-reused")
  expect(code(await here.cite(here.ann, here.first, here.sourceId, "disputes"))).toBe("ok")
})

test("a source that is cited, or was, can't be deleted; one that never was can", async () => {
  const { ann, editor, projectId, sourceId, source, withdraw } = await cited()
  const remove = (id: string, version = 1, who = editor) =>
    deleteSource(who, { projectId, sourceId: id, version, requestId: uuidv7() })
  expect(await remove(sourceId)).toMatchObject({ failure: { code: "source-cited", citations: 1 } })
  value(await withdraw(ann))
  expect(code(await remove(sourceId))).toBe("source-cited")
  const unused = await source(ann, "Unused")
  expect(code(await remove(unused, 1, ann))).toBe("forbidden")
  expect(code(await remove(unused, 2))).toBe("conflict")
  expect(code(await remove(unused))).toBe("ok")
  expect(code(await remove(unused))).toBe("not-found")
})

test("a citation says how credible the source is there, what it bears on and where it was seen", async () => {
  const { ann, first, editor, source, sourceId, change, card, projectId } = await cited()
  const throughId = await source(ann, "Handbook")
  value(await change(ann, { credibility: 2, bearsOn: "said", throughId }))
  const shown = { credibility: 2, bearsOn: "said", throughId, through: "Handbook" }
  expect((await card(ann, first)).citations).toMatchObject([shown])
  const removal = { projectId, sourceId: throughId, version: 1, requestId: uuidv7() }
  expect(await deleteSource(editor, removal)).toMatchObject({ failure: { code: "source-cited", citations: 1 } })
  for (const wrong of [{ credibility: 7 }, { credibility: 1.5 }, { bearsOn: "both" }, { throughId: sourceId }])
    expect(code(await change(ann, wrong, 2)), JSON.stringify(wrong)).toBe("invalid")
  const foreign = await room()
  expect(code(await change(ann, { throughId: await foreign.source(foreign.ann) }, 2))).toBe("not-found")
})

test("evidence counts as it stands for everybody, whoever cited it", async () => {
  const { ben, editor, second, cite, label, source, card } = await cited()
  for (const who of [ben, editor]) value(await label(who, second, "disputed", null, ""))
  expect((await card(ben, second)).state).toBe("in-review")
  const [memoir, file] = [await source(ben, "Memoir"), await source(editor, "File")]
  value(await cite(ben, second, memoir, "supports"))
  value(await cite(editor, second, file, "disputes"))
  expect(await card(ben, second)).toMatchObject({ state: "vetted", verdict: "disputed" })
})

test("a chip alone is no reason; words are, in any script", async () => {
  const { ann, ben, second, citationId, label, card, asked } = await cited()
  const chip = { type: "doc", content: [{ type: "paragraph", content: [{ type: "citation", attrs: { citationId } }] }] }
  const words = { unitId: second, label: "speculative", confidence: "low", seen: null }
  value(await giveAnnotation(ann, { ...asked(), ...words, id: uuidv7(), rationale: chip }))
  value(await label(ben, second, "speculative", null, "Судовой журнал утрачен."))
  expect((await card(ann, second)).state).toBe("in-review")
  const { mine } = await card(ann, second)
  value(await label(ann, second, "speculative", mine!.id, "日誌はない"))
  expect((await card(ann, second)).state).toBe("vetted")
})
