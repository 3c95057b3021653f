import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { changeKind } from "../../lib/commands/change-kind.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { claimCard } from "../../lib/queries/claim-card.ts"
import { room } from "../commands/room.ts"
import { document, type Person, project, value } from "./project.ts"

test.each([
  ["a text of plain characters", "It rained. "],
  ["a text with characters of two code units", "🚢 It rained. "],
])("the card proposes the sub-claims of a claim, with the subject that each takes, in %s", async (_, before) => {
  const { owner, projectId } = await project()
  const text = `${before}Orlov left Odessa and settled in Vienna. He died.`
  const { id, units } = await document(owner, projectId, "Life", text)
  const [, long, short] = before.startsWith("It") ? units : units.slice(-3)
  const card = value(await claimCard(owner, id, long!.id))
  const quoted = card.clauses.map(({ start, end, subject }) => [
    subject && text.slice(subject.start, subject.end),
    text.slice(start, end),
  ])
  expect(quoted).toEqual([
    [null, "Orlov left Odessa"],
    ["Orlov", "and settled in Vienna."],
  ])
  expect(card.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(["Orlov", "Odessa", "Vienna"])
  expect(card.rules["name"]?.title).toBe("A name")
  expect(value(await claimCard(owner, id, short!.id)).clauses).toEqual([])
  const change = { documentId: id, unitId: long!.id, version: 1, kind: "fragment", requestId: uuidv7() }
  value(await changeKind(owner, change))
  expect(value(await claimCard(owner, id, long!.id)).clauses).toEqual([])
})

test("what rules flag a claim for stands on its card in a sentence, for who may know what others said of it", async () => {
  const { owner, projectId, editor, ann, ben, first, second, ...here } = await room()
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: true, pseudonyms: false, seen, requestId: uuidv7() }))
  value(await here.label(ann, first, "documented"))
  const rulesOn = async (who: Person, unitId: string) => (await here.card(who, unitId)).ruleFlags
  const [flag, ...more] = await rulesOn(editor, first)
  expect(more).toEqual([])
  expect(flag).toMatchObject({ reason: "documented-without-evidence" })
  expect(flag!.found).toContain("supporting citation")
  expect(await rulesOn(editor, second)).toEqual([])
  expect(await rulesOn(ben, first)).toEqual([])
  value(await here.label(ben, first, "speculative"))
  expect((await rulesOn(ben, first)).map(({ id }) => id)).toContain(flag!.id)
})
