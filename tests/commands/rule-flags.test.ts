import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { linkClaims } from "../../lib/commands/link-claims.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { database } from "../../lib/db/client.ts"
import { fillRuleFlags } from "../../lib/db/fill-rule-flags.ts"
import { code, sampleText, value } from "../queries/project.ts"
import { room } from "./room.ts"

/** A room with the rules' flags on a claim, as "rule status". */
async function ruled() {
  const here = await room()
  const rows = (unitId: string) => database().flag.findMany({ where: { unitId }, orderBy: { reason: "asc" } })
  const flags = async (unitId: string) => (await rows(unitId)).map(({ reason, status }) => `${reason} ${status}`)
  return { ...here, rows, flags }
}

test("a rule's flag comes, goes and comes again with what it is about", async () => {
  const { ann, ben, first, label, source, cite, asked, flags, rows } = await ruled()
  value(await label(ann, first, "documented"))
  expect(await flags(first)).toEqual(["documented-without-evidence open"])
  const citationId = uuidv7()
  const sourceId = await source(ann)
  value(await cite(ann, first, sourceId, "supports", citationId))
  expect(await flags(first)).toEqual(["documented-without-evidence settled"])
  value(await label(ben, first, "documented"))
  expect(await flags(first)).toEqual(["documented-without-evidence settled", "one-witness open"])
  const [, witness] = await rows(first)
  expect(witness).toMatchObject({ raisedBy: null, blocking: false, detail: { sources: 1 } })
  expect(witness!.quote.length).toBeGreaterThan(10)
  value(await withdrawCitation(ann, { ...asked(), citationId, version: 1 }))
  expect(await flags(first)).toEqual(["documented-without-evidence open", "one-witness settled"])
  const [again] = await rows(first)
  expect(again!.raisedAt.getTime()).toBeGreaterThan(witness!.raisedAt.getTime() - 1)
})

test("what was answered stays answered while it is the same, and is open when something else is found", async () => {
  const { ann, ben, editor, first, label, source, cite, answer, flags, rows, derive } = await ruled()
  const [book, copy] = [await source(ann), await source(ann, "A retelling")]
  value(await derive(editor, copy, book))
  value(await cite(ann, first, book))
  for (const who of [ann, ben]) value(await label(who, first, "documented"))
  const [flag] = await rows(first)
  expect(code(await answer(ann, flag!.id))).toBe("forbidden")
  value(await answer(editor, flag!.id))
  expect(await flags(first)).toEqual(["one-witness answered"])
  value(await cite(ben, first, book, "mentions"))
  expect(await flags(first)).toEqual(["one-witness answered"])
  value(await cite(ben, first, copy))
  expect(await flags(first)).toEqual(["one-witness open"])
  expect((await rows(first))[0]).toMatchObject({ detail: { sources: 2 }, answer: "It is cited now." })
})

test("what was answered goes along when its claim is cut elsewhere, and when the text gets a new version", async () => {
  const { ann, editor, first, label, answer, move, renew, live, rows } = await ruled()
  value(await label(ann, first, "documented"))
  const [flag] = await rows(first)
  value(await answer(editor, flag!.id))
  const end = (await live())[1]!.start - 3
  value(await move(editor, first, end))
  const answered = { status: "answered", answer: "It is cited now.", answeredBy: editor.id }
  expect(await rows(first)).toMatchObject([{ ...answered, end, quote: sampleText.slice(0, end) }])
  value(await renew(editor, `A preface. ${sampleText}`))
  expect(await rows(first)).toMatchObject([{ ...answered, number: 2, start: 11, quote: sampleText.slice(0, end) }])
})

test("an answer is undone, and the rule's flag open again", async () => {
  const { ann, editor, first, label, answer, undo, flags, rows } = await ruled()
  value(await label(ann, first, "documented"))
  value(await answer(editor, (await rows(first))[0]!.id))
  value(await undo(editor))
  expect(await flags(first)).toEqual(["documented-without-evidence open"])
})

test("reviewers who disagree are flagged until an editor decides", async () => {
  const { ann, ben, editor, first, label, decide, flags, rows } = await ruled()
  value(await label(ann, first, "speculative"))
  value(await label(ben, first, "disputed"))
  expect(await flags(first)).toEqual(["reviewers-disagree open"])
  expect((await rows(first))[0]!.detail).toEqual({ votes: { documented: 0, disputed: 1, speculative: 1 } })
  value(await decide(editor, first, "speculative"))
  expect(await flags(first)).toEqual(["reviewers-disagree settled"])
})

test("a source that is downgraded flags the claims it is cited on, until somebody looks at them again", async () => {
  const { ann, ben, editor, first, second, label, source, cite, grade, flags, card } = await ruled()
  const sourceId = await source(ann)
  const [b, d] = [uuidv7(), uuidv7()]
  value(await grade(editor, sourceId, "B", null, b))
  for (const unitId of [first, second]) {
    value(await cite(ann, unitId, sourceId))
    for (const who of [ann, ben]) value(await label(who, unitId, "documented"))
  }
  expect(await flags(first)).toEqual(["one-witness open"])
  value(await grade(editor, sourceId, "D", b, d))
  for (const unitId of [first, second]) expect(await flags(unitId)).toContain("source-downgraded open")
  const seen = (await card(ann, first)).mine!.id
  value(await label(ann, first, "documented", seen, "It holds all the same."))
  expect(await flags(first)).toContain("source-downgraded settled")
  expect(await flags(second)).toContain("source-downgraded open")
  value(await grade(editor, sourceId, "A", d))
  expect(await flags(second)).toContain("source-downgraded settled")
})

test("that a grade is unknown is no downgrade", async () => {
  const { ann, editor, first, label, source, cite, grade, flags } = await ruled()
  const sourceId = await source(ann)
  const b = uuidv7()
  value(await grade(editor, sourceId, "B", null, b))
  value(await cite(ann, first, sourceId, "disputes"))
  value(await label(ann, first, "speculative"))
  value(await grade(editor, sourceId, "F", b))
  expect(await flags(first)).toEqual([])
})

test("claims of documents from before the rules are looked through once, and nothing of the record changes", async () => {
  const { ann, editor, documentId, first, label, answer, flags, rows } = await ruled()
  const mine = { where: { id: documentId }, select: { revision: true, rulesVersion: true } }
  value(await label(ann, first, "documented"))
  expect((await database().document.findUniqueOrThrow(mine)).rulesVersion).toBe(1)
  await database().flag.deleteMany({ where: { documentId } })
  await database().document.updateMany({ data: { rulesVersion: 0 } })
  const before = await database().document.findUniqueOrThrow(mine)
  expect(await fillRuleFlags(() => true)).toBe(0)
  expect(await fillRuleFlags(() => false)).toBeGreaterThan(0)
  expect(await flags(first)).toEqual(["documented-without-evidence open"])
  expect(await database().document.findUniqueOrThrow(mine)).toEqual({ ...before, rulesVersion: 1 })
  expect(await fillRuleFlags(() => false)).toBe(0)
  value(await answer(editor, (await rows(first))[0]!.id))
})

test("a confirmed contradiction flags both claims, and what is merged away is settled", async () => {
  const { editor, projectId, first, second, flags, merge } = await ruled()
  const words = { projectId, id: uuidv7(), kind: "contradicts", unitId: first, otherId: second, reason: "Two dates." }
  value(await linkClaims(editor, { ...words, requestId: uuidv7() }))
  expect(await flags(first)).toEqual(["contradiction-confirmed open"])
  expect(await flags(second)).toEqual(["contradiction-confirmed open"])
  value(await merge(editor, first))
  expect(await flags(first)).toEqual(["contradiction-confirmed settled"])
})
