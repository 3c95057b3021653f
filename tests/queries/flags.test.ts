import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { answerFlag } from "../../lib/commands/answer-flag.ts"
import { changeView } from "../../lib/commands/change-view.ts"
import { saveView } from "../../lib/commands/save-view.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { flags, moreFlags } from "../../lib/queries/flags.ts"
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
  expect(page.documents.map(({ title }) => title)).toEqual(["Log book"])
  expect(page.counts.status).toEqual({ open: 1, answered: 1, withdrawn: 1 })
})

test("filters by status, reason, document and one's own", async () => {
  const { owner, reviewer, projectId, log, diary, open, answered, withdrawn } = await flagged()
  expect(await ids(owner, projectId, { status: "answered" })).toEqual([answered])
  expect(await ids(owner, projectId, { status: "withdrawn" })).toEqual([withdrawn])
  expect(await ids(owner, projectId, { status: "all" })).toEqual([withdrawn, answered, open])
  expect(await ids(owner, projectId, { status: "all", reason: "needs-source" })).toEqual([withdrawn, answered])
  expect(await ids(owner, projectId, { status: "all", document: log.id })).toEqual([withdrawn, open])
  expect(await ids(owner, projectId, { status: "all", document: diary.id, by: "me" })).toEqual([answered])
  expect(await ids(reviewer, projectId, { status: "all", by: "me" })).toEqual([open])
  expect(await ids(owner, projectId, { status: "", reason: "", document: "", by: "" })).toEqual([open])
})

test("an answer is listed with who gave it and when", async () => {
  const { owner, projectId } = await flagged()
  const [line] = value(await flags(owner, projectId, { status: "answered" })).flags
  expect(line).toMatchObject({ answer: "Cited now.", answerer: "Vera Lindqvist", version: 2 })
  expect(new Date(line!.answeredAt!).getTime()).toBeGreaterThan(new Date(line!.raisedAt).getTime())
})

test("a filter that is not known is refused, not ignored", async () => {
  const { owner, projectId } = await flagged()
  for (const filter of [{ status: "opne" }, { reason: "x" }, { document: "1" }, { due: "soon" }, { status: ["open"] }])
    expect(code(await flags(owner, projectId, filter))).toBe("invalid")
})

test("more is listed from behind the last row on, without gap or repetition, in every order and grouping", async () => {
  const { owner, projectId } = await project()
  const [one, two] = [await document(owner, projectId, "One"), await document(owner, projectId, "Two")]
  const raised: string[] = []
  for (let n = 0; n < 104; n++) {
    const reason = n % 3 === 0 ? "misquoted" : "other"
    raised.unshift(await flag(owner, n % 2 === 0 ? one.id : two.id, n % 5 === 0 ? "ship" : "raised", { reason }))
  }
  for (const sort of ["newest", "oldest", "due", "document", "reason"])
    for (const [group, largest] of [
      ...["", "document", "reason", "assignee", "due"].map(one => [one, ""] as const),
      ["document", "1"],
      ["reason", "1"],
      ["assignee", "1"],
    ] as const) {
      const filter = { sort, group, largest }
      const page = value(await flags(owner, projectId, filter))
      expect(page).toMatchObject({ total: 104 })
      expect(page.flags).toHaveLength(100)
      const more = value(await moreFlags(owner, projectId, { ...filter, after: page.after! }))
      expect(more).toMatchObject({ after: null })
      const all = [...page.flags, ...more.flags]
      expect(new Set(all.map(({ id }) => id))).toEqual(new Set(raised))
      if (sort === "newest" && group === "") expect(all.map(({ id }) => id)).toEqual(raised)
      const groups = all.map(line => line.group)
      expect(groups.filter((name, at) => name !== groups[at - 1]).length).toBe(new Set(groups).size)
      if (group === "reason") expect(groups[0]).toBe(largest ? "other" : "misquoted")
    }
  for (const after of ["[]", "x", '["1"]', `["2026-01-01","${raised[0]}"]`, '["2026-01-01 00:00:00+00","x"]'])
    expect(code(await moreFlags(owner, projectId, { after }))).toBe("invalid")
})

test("what is searched for is found in passages, remarks, answers, titles and reasons, as it stands", async () => {
  const { owner, projectId, open, answered, withdrawn } = await flagged()
  const found = (q: string) => ids(owner, projectId, { status: "all", q })
  expect(await found("SANK")).toEqual([open])
  expect(await found("page 4.")).toEqual([open])
  expect(await found("cited now")).toEqual([answered])
  expect(await found("diary")).toEqual([answered])
  expect(await found("needs a source")).toEqual([withdrawn, answered])
  expect(await found("%")).toEqual([])
  expect(await found("_")).toEqual([])
})

test("a stranger finds nothing, and flags of another project are never listed", async () => {
  const { stranger, owner, projectId, log } = await flagged()
  expect(code(await flags(stranger, projectId, {}))).toBe("not-found")
  const other = await project()
  expect(await ids(other.owner, other.projectId, { status: "all" })).toEqual([])
  expect(await ids(other.owner, other.projectId, { status: "all", document: log.id })).toEqual([])
  expect(await ids(owner, projectId)).toHaveLength(1)
})

test("a view lists what is put in its place, keeps its name, and is known to who came from it", async () => {
  const { owner, reviewer, projectId, withdrawn } = await flagged()
  const viewId = uuidv7()
  const view = { projectId, viewId, name: "Mine", shared: false, filter: { assignee: "me", largest: "1" } }
  value(await saveView(owner, view))
  expect(value(await flags(owner, projectId, { from: viewId })).from).toBe(viewId)
  expect(value(await flags(reviewer, projectId, { from: viewId })).from).toBeNull()
  value(await changeView(owner, { projectId, viewId, filter: { status: "withdrawn", sort: "oldest" } }))
  const page = value(await flags(owner, projectId, { view: viewId }))
  expect(page.flags.map(({ id }) => id)).toEqual([withdrawn])
  expect(page.views).toMatchObject([{ name: "Mine", shared: false, filter: { status: "withdrawn", sort: "oldest" } }])
  expect(code(await changeView(owner, { projectId, viewId, filter: { status: "opne" } }))).toBe("invalid")
  value(await changeView(owner, { projectId, viewId, name: "Given up" }))
  expect(value(await flags(owner, projectId, { view: viewId })).views).toMatchObject([
    { name: "Given up", filter: { sort: "oldest" } },
  ])
})
