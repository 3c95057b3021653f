import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { flags } from "../../lib/queries/flags.ts"
import { code, document, flag, member, type Person, project, value } from "./project.ts"

const ids = async (who: Person, projectId: string, filter: object = {}) =>
  value(await flags(who, projectId, filter)).flags.map(({ id }) => id)

/** Two documents with one open flag of the reviewer's, one answered and one withdrawn of the owner's. */
async function flagged() {
  const { owner, stranger, projectId } = await project()
  const reviewer = await member(owner, projectId, "reviewer", "Nora Beck")
  const [log, diary] = [await document(owner, projectId, "Log book"), await document(owner, projectId, "Diary")]
  const open = await flag(reviewer, log.id, "sank in 1912", { reason: "misquoted", blocking: true, note: "Page 4." })
  const answered = await flag(owner, diary.id, "raised")
  const withdrawn = await flag(owner, log.id, "Nobody")
  const place = { documentId: diary.id, flagId: answered, version: 1, requestId: uuidv7() }
  value(await answerFlag(owner, { ...place, answer: "Cited now." }))
  value(await withdrawFlag(owner, { documentId: log.id, flagId: withdrawn, version: 1, requestId: uuidv7() }))
  return { owner, stranger, reviewer, projectId, log, diary, open, answered, withdrawn }
}

test("without a filter the open flags are listed, with passage, place and people", async () => {
  const { owner, projectId, log, open } = await flagged()
  const page = value(await flags(owner, projectId, {}))
  expect(page.total).toBe(1)
  expect(page.flags).toMatchObject([
    {
      id: open,
      documentId: log.id,
      document: "Log book",
      start: 9,
      quote: "sank in 1912",
      reason: "misquoted",
      note: "Page 4.",
      blocking: true,
      raiser: "Nora Beck",
      answerer: null,
      version: 1,
    },
  ])
  expect(page.documents.map(({ title }) => title)).toEqual(["Diary", "Log book"])
})

test("filters by status, reason, document and one's own", async () => {
  const { owner, reviewer, projectId, log, diary, open, answered, withdrawn } = await flagged()
  expect(await ids(owner, projectId, { status: "answered" })).toEqual([answered])
  expect(await ids(owner, projectId, { status: "withdrawn" })).toEqual([withdrawn])
  expect(await ids(owner, projectId, { status: "all" })).toEqual([withdrawn, answered, open])
  expect(await ids(owner, projectId, { status: "all", reason: "needs-source" })).toEqual([withdrawn, answered])
  expect(await ids(owner, projectId, { status: "all", document: log.id })).toEqual([withdrawn, open])
  expect(await ids(owner, projectId, { status: "all", document: diary.id, mine: "1" })).toEqual([answered])
  expect(await ids(reviewer, projectId, { status: "all", mine: "1" })).toEqual([open])
  expect(await ids(owner, projectId, { status: "", reason: "", document: "", mine: "" })).toEqual([open])
})

test("an answer is listed with who gave it and when", async () => {
  const { owner, projectId } = await flagged()
  const [line] = value(await flags(owner, projectId, { status: "answered" })).flags
  expect(line).toMatchObject({ answer: "Cited now.", answerer: "Vera Lindqvist", version: 2 })
  expect(line!.answeredAt).toBeInstanceOf(Date)
})

test("a filter that is not known is refused, not ignored", async () => {
  const { owner, projectId } = await flagged()
  for (const filter of [{ status: "opne" }, { reason: "x" }, { document: "1" }, { page: "0" }, { status: ["open"] }])
    expect(code(await flags(owner, projectId, filter))).toBe("invalid")
})

test("pages hold 50, in one order, with the whole number", async () => {
  const { owner, projectId } = await project()
  const { id } = await document(owner, projectId)
  const raised: string[] = []
  for (let n = 0; n < 53; n++) raised.unshift(await flag(owner, id, "ship"))
  const [first, second] = [await flags(owner, projectId, {}), await flags(owner, projectId, { page: "2" })]
  expect(value(first)).toMatchObject({ total: 53 })
  expect(value(first).flags).toHaveLength(50)
  expect([...value(first).flags, ...value(second).flags].map(line => line.id)).toEqual(raised)
})

test("a stranger finds nothing, and flags of another project are never listed", async () => {
  const { stranger, owner, projectId, log } = await flagged()
  expect(code(await flags(stranger, projectId, {}))).toBe("not-found")
  const other = await project()
  expect(await ids(other.owner, other.projectId, { status: "all" })).toEqual([])
  expect(await ids(other.owner, other.projectId, { status: "all", document: log.id })).toEqual([])
  expect(await ids(owner, projectId)).toHaveLength(1)
})
