import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { raiseFlag } from "../../lib/commands/raise-flag.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import { code, sampleText, value } from "../queries/project.ts"
import { chain, room } from "./room.ts"

const withdrawal = (place: { documentId: string; requestId: string }, flagId: string, version = 1) => ({
  ...place,
  flagId,
  version,
})

test("a flag may cross claims and is shown on each of them, with its quote and context stored", async () => {
  const { ann, first, second, units, flag, card } = await room()
  const id = uuidv7()
  expect(code(await flag(ann, "in 1912. It was", true, id))).toBe("ok")
  for (const unitId of [first, second])
    expect((await card(ann, unitId)).flags).toMatchObject([{ id, quote: "in 1912. It was", status: "open" }])
  expect((await card(ann, units[2]!.id)).flags).toEqual([])
  expect(await database().flag.findUniqueOrThrow({ where: { id } })).toMatchObject({
    start: 14,
    end: 29,
    prefix: "The ship sank ",
    suffix: sampleText.slice(29, 61),
  })
})

test("a span outside the text, a quote that differs and half a character are refused", async () => {
  const { ann, asked, documentId } = await room()
  const raise = async (start: number, end: number, quote: string) =>
    code(
      await raiseFlag(ann, { ...asked(), id: uuidv7(), start, end, quote, reason: "other", note: "", blocking: true }),
    )
  const ship = sampleText.indexOf("🚢")
  expect(await raise(0, 10_000, sampleText)).toBe("span-outside")
  expect(await raise(4, 4, "ship")).toBe("span-outside")
  expect(await raise(8, 4, "ship")).toBe("span-outside")
  expect(await raise(4, 8, "shop")).toBe("quote-differs")
  expect(await raise(0, 4, "ship")).toBe("quote-differs")
  expect(await raise(ship, ship + 1, sampleText.slice(ship, ship + 1))).toBe("quote-differs")
  expect(await raise(ship, ship + 2, "🚢")).toBe("ok")
  expect(await chain(documentId)).toBe(1)
})

test("an open blocking flag keeps a claim from being vetted until it is answered", async () => {
  const { ann, ben, editor, first, label, flag, answer, card } = await room()
  for (const who of [ann, ben]) value(await label(who, first, "speculative"))
  const [blocking, other] = [uuidv7(), uuidv7()]
  value(await flag(ben, "sank", false, other))
  expect(await card(ann, first)).toMatchObject({ state: "vetted" })
  value(await flag(ben, "sank", true, blocking))
  const blocked = await card(ann, first)
  expect(blocked).toMatchObject({ state: "blocked", verdict: "speculative", verdictBy: "policy" })
  expect(blocked.conditions.at(-1)).toMatchObject({
    met: false,
    sentence: "A blocking flag is open on this passage. Answer it, or have it withdrawn.",
  })
  value(await answer(editor, blocking))
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "speculative" })
  expect((await card(ann, first)).flags).toMatchObject([
    { id: other, status: "open" },
    { id: blocking, status: "answered", answer: "It is cited now.", answerer: "Nora Beck" },
  ])
})

test("one withdraws only one's own flag; a closed one can be neither answered nor withdrawn", async () => {
  const { ann, ben, editor, asked, flag, answer } = await room()
  const [one, two] = [uuidv7(), uuidv7()]
  value(await flag(ann, "sank", true, one))
  value(await flag(ann, "raised", true, two))
  for (const who of [ben, editor]) expect(code(await withdrawFlag(who, withdrawal(asked(), one)))).toBe("only-your-own")
  expect(code(await withdrawFlag(ann, withdrawal(asked(), one)))).toBe("ok")
  expect(await answer(editor, one, 2)).toMatchObject({ failure: { code: "flag-closed", standing: "withdrawn" } })
  value(await answer(editor, two))
  expect(await withdrawFlag(ann, withdrawal(asked(), two, 2))).toMatchObject({
    failure: { code: "flag-closed", standing: "answered" },
  })
})

test("answering needs the permission, an answer in words and the version that was seen", async () => {
  const { ann, editor, stranger, asked, flag } = await room()
  const flagId = uuidv7()
  value(await flag(ann, "sank", true, flagId))
  const answer = { flagId, version: 1, answer: "It is cited now." }
  expect(code(await answerFlag(ann, { ...asked(), ...answer }))).toBe("forbidden")
  expect(code(await answerFlag(stranger, { ...asked(), ...answer }))).toBe("not-found")
  expect(await answerFlag(editor, { ...asked(), ...answer, answer: "  " })).toMatchObject({
    failure: { code: "invalid", issues: [{ path: "answer", message: "Say how the flag was dealt with." }] },
  })
  expect(await answerFlag(editor, { ...asked(), ...answer, version: 2 })).toMatchObject({
    failure: { code: "conflict", current: { id: flagId, version: 1, status: "open" } },
  })
  expect(code(await answerFlag(editor, { ...asked(), ...answer }))).toBe("ok")
  expect(code(await answerFlag(editor, { ...asked(), ...answer, flagId: uuidv7() }))).toBe("not-found")
})

test("a flag's id can't be used twice", async () => {
  const { ann, flag } = await room()
  const id = uuidv7()
  value(await flag(ann, "sank", true, id))
  expect(code(await flag(ann, "raised", true, id))).toBe("request-reused")
})
