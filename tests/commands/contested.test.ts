import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { askAnnotators } from "../../lib/commands/ask-annotators.ts"
import { beginThread } from "../../lib/commands/begin-thread.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { giveComment } from "../../lib/commands/give-comment.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { resolveThread } from "../../lib/commands/resolve-thread.ts"
import { compareContested, contestedOrders } from "../../lib/domain/contested.ts"
import { contested } from "../../lib/queries/contested.ts"
import { contestedClaim } from "../../lib/queries/contested-claim.ts"
import { inbox } from "../../lib/queries/inbox.ts"
import { queue } from "../../lib/queries/queue.ts"
import { workload } from "../../lib/queries/workload.ts"
import { code, member, type Person, value } from "../queries/project.ts"
import { exportText } from "../queries/whole-export.ts"
import { forced } from "./forced.ts"
import { chain, room } from "./room.ts"

type Label = "documented" | "disputed" | "speculative"
type Way = "take" | "combine" | "against" | "disputed"

/** A room with short words for what is done at the desk where contested claims are decided. */
async function desk() {
  const here = await room()
  const { ann, ben, projectId, asked, label } = here
  return {
    ...here,
    /** Ann says speculative, Ben disputed. */
    split: async (unitId: string) => {
      value(await label(ann, unitId, "speculative", null, "Nobody saw it."))
      value(await label(ben, unitId, "disputed", null, "The log denies it."))
    },
    way: (who: Person, unitId: string, how: Way, label: Label, follows: string[] = [], more: object = {}) => {
      const words = { unitId, id: uuidv7(), how, label, follows, reason: "The register decides.", seen: null }
      return adjudicateClaim(who, { ...asked(), ...words, ...more })
    },
    ask: (who: Person, unitId: string, asks: string[], threadId = uuidv7()) =>
      askAnnotators(who, { ...asked(), unitId, threadId, id: uuidv7(), text: "Who denies it, and where?", asks }),
    answer: (who: Person, threadId: string) =>
      giveComment(who, { ...asked(), threadId, id: uuidv7(), text: "Page 12 does." }),
    list: async (who: Person, input: object = {}) => value(await contested(who, projectId, input)),
    ids: async (who: Person, input: object = {}) =>
      value(await contested(who, projectId, input)).claims.map(({ unitId }) => unitId),
    page: async (who: Person, unitId: string, input: object = {}) =>
      value(await contestedClaim(who, projectId, unitId, input)),
    told: async (who: Person) =>
      value(await inbox(who, { show: "all" })).notices.map(({ kind, sentence }) => `${kind}: ${sentence}`),
  }
}

test("an editor takes one label, combines several, decides against all, or finds the claim disputed", async () => {
  const { ann, ben, owner, editor, documentId, units, split, way, card } = await desk()
  const [one, two, three] = units.map(({ id }) => id) as [string, string, string]
  for (const unit of [one, two, three]) await split(unit)
  value(await way(editor, one, "take", "speculative", [ann.id]))
  value(await way(editor, two, "combine", "disputed", [ben.id, ann.id]))
  value(await way(editor, three, "against", "speculative"))
  const [taken] = (await card(ann, one)).adjudications
  value(await way(owner, one, "disputed", "disputed", [], { seen: taken!.id }))
  expect((await card(ann, one)).adjudications).toMatchObject([
    { how: "disputed", follows: [], label: "disputed", current: true },
    { how: "take", follows: [{ id: ann.id, name: "Ann Okafor" }], label: "speculative", current: false },
  ])
  expect((await card(ann, two)).adjudications).toMatchObject([
    { how: "combine", follows: [{ name: "Ann Okafor" }, { name: "Ben Ferrand" }], label: "disputed" },
  ])
  expect((await card(ann, three)).adjudications).toMatchObject([{ how: "against", follows: [], label: "speculative" }])
  await chain(documentId)
})

test("a decision against all has to have its label's evidence, and can be one that nobody gave", async () => {
  const { ann, editor, first, split, way, source, cite, card } = await desk()
  await split(first)
  expect(await way(editor, first, "against", "documented")).toMatchObject({
    failure: { code: "evidence-missing", why: "“Documented” needs a supporting citation; it has none." },
  })
  value(await cite(ann, first, await source(ann), "supports"))
  value(await way(editor, first, "against", "documented"))
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "documented", verdictBy: "adjudication" })
})

test("a label that was changed or taken back meanwhile can't be taken any more", async () => {
  const { ann, editor, first, label, split, way, card } = await desk()
  await split(first)
  const { mine } = await card(ann, first)
  value(await label(ann, first, "disputed", mine!.id))
  expect(await way(editor, first, "take", "speculative", [ann.id])).toMatchObject({
    failure: { code: "invalid", issues: [{ path: "label", message: expect.stringContaining("says disputed") }] },
  })
  expect(await way(editor, first, "take", "speculative", [editor.id])).toMatchObject({
    failure: { code: "invalid", issues: [{ path: "follows" }] },
  })
  expect(code(await way(editor, first, "take", "disputed", [ann.id]))).toBe("ok")
})

test("of two editors who decide at the same moment the later one is shown what stands", async () => {
  const { ann, ben, owner, editor, documentId, first, split, way, card } = await desk()
  await split(first)
  const answers = await forced(
    'SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE',
    [documentId],
    [
      () => way(editor, first, "take", "speculative", [ann.id]),
      () => way(owner, first, "combine", "disputed", [ann.id, ben.id]),
    ],
  )
  expect(answers.map(code).sort()).toEqual(["conflict", "ok"])
  const lost = answers.find(answer => !answer.ok)
  const { adjudications } = await card(ann, first)
  expect(adjudications).toHaveLength(1)
  expect(lost).toMatchObject({
    failure: { current: { how: adjudications[0]!.how, label: adjudications[0]!.label }, by: adjudications[0]!.editor },
  })
})

test("annotators are told what was decided and what became of their label, and an answer is told to the editor", async () => {
  const { ann, ben, editor, first, asked, split, way, told, list } = await desk()
  await split(first)
  value(await way(editor, first, "take", "disputed", [ben.id]))
  expect(await told(ann)).toContain(
    "decided: Nora Beck decided on a claim that you labelled in “Log book”: disputed. Your label, speculative, is kept as dissent.",
  )
  expect(await told(ben)).toContain(
    "decided: Nora Beck decided on a claim that you labelled in “Log book”: disputed, as you said.",
  )
  const { notices } = value(await inbox(ann, {}))
  expect(notices.find(({ kind }) => kind === "decided")).toMatchObject({
    reason: "The register decides.",
    path: expect.stringMatching(/\/contested\/[0-9a-f-]{36}#decision$/),
  })
  expect(await told(editor)).toEqual([])
  value(await beginThread(ann, { ...asked(), unitId: first, threadId: uuidv7(), id: uuidv7(), text: "Why?" }))
  expect(await told(editor)).toEqual(["decision-answered: Ann Okafor answered your decision on a claim in “Log book”."])
  expect((await list(editor)).total).toBe(0)
})

test("a reopened decision stays, with who reopened it; its annotators and its editor are told", async () => {
  const { ann, owner, editor, first, asked, projectId, split, way, card, told, ids } = await desk()
  await split(first)
  const seen = uuidv7()
  value(await way(editor, first, "take", "speculative", [ann.id], { id: seen }))
  value(await reopenAdjudication(owner, { ...asked(), unitId: first, seen }))
  expect((await card(ann, first)).adjudications).toMatchObject([
    {
      id: seen,
      current: false,
      how: "take",
      follows: [{ id: ann.id }],
      ender: expect.any(String),
      endedAt: expect.any(Date),
    },
  ])
  expect(await ids(editor)).toEqual([first])
  expect((await told(ann))[0]).toMatch(
    /^decision-reopened: .* reopened a decision on a claim of yours in “Log book”\.$/,
  )
  expect((await told(editor))[0]).toMatch(/^decision-reopened: /)
  value(await way(owner, first, "against", "speculative"))
  const file = JSON.parse(value(await exportText(owner, { projectId, format: "json" })).text)
  expect(file.documents[0].claims[0].decisions).toMatchObject([
    { label: "speculative", how: "against", stands: true, endedBy: null },
    { label: "speculative", how: "take", follows: [{ name: "Ann Okafor" }], stands: false, endedBy: { id: owner.id } },
  ])
  expect(file.documents[0].claims[0].decision).toMatchObject({ how: "against", follows: [] })
  expect(file.documents[0].claims[0].annotations).toHaveLength(2)
})

test("an undo of a decision tells who ended it, and a redo brings it back as it was", async () => {
  const { ann, editor, first, split, way, card, undo, redo } = await desk()
  await split(first)
  value(await way(editor, first, "take", "speculative", [ann.id]))
  value(await undo(editor))
  expect((await card(ann, first)).adjudications).toMatchObject([{ current: false, ender: "Nora Beck" }])
  value(await redo(editor))
  expect((await card(ann, first)).adjudications).toMatchObject([
    { current: true, how: "take", ender: null, endedAt: null },
  ])
})

test("a claim that was sent back waits until all who were asked have answered, and comes back first", async () => {
  const { ann, ben, editor, projectId, first, second, label, split, ask, answer, card, ids, list, told, page } =
    await desk()
  await split(first)
  await split(second)
  expect(await ids(editor)).toEqual([first, second])
  const threadId = uuidv7()
  value(await ask(editor, second, [ann.id, ben.id], threadId))
  expect(await ids(editor)).toEqual([first])
  expect(await ids(editor, { show: "waiting" })).toEqual([second])
  expect(await list(editor)).toMatchObject({ total: 1, waiting: 1 })
  expect(await told(ann)).toContain("asked: Nora Beck asks you about a claim that you labelled in “Log book”.")
  expect(value(await workload(ann, projectId)).questions).toMatchObject([
    { threadId, text: "Who denies it, and where?" },
  ])
  expect(value(await queue(ann, projectId)).questions).toBe(1)
  value(await answer(ann, threadId))
  expect(value(await workload(ann, projectId)).questions).toEqual([])
  expect(await told(editor)).toEqual([
    "question-answered: Ann Okafor answered your question about a claim in “Log book”.",
  ])
  expect(await ids(editor)).toEqual([first])
  const { mine } = await card(ben, second)
  value(await label(ben, second, "disputed", mine!.id, "Page 12 denies it."))
  expect(await told(editor)).toHaveLength(2)
  const back = await list(editor)
  expect(back.claims.map(({ unitId, answered }) => [unitId, answered])).toEqual([
    [second, true],
    [first, false],
  ])
  expect(await page(editor, second)).toMatchObject({ neighbours: { total: 2, until: 1, next: first, previous: first } })
})

test("a question that is resolved waits for nobody, nor one to people who left or took their label back", async () => {
  const { ann, ben, editor, first, asked, split, ask, ids, projectId } = await desk()
  await split(first)
  const threadId = uuidv7()
  value(await ask(editor, first, [ann.id], threadId))
  expect(await ids(editor)).toEqual([])
  value(await resolveThread(editor, { ...asked(), threadId, version: 1 }))
  expect(await ids(editor)).toEqual([first])
  value(await ask(editor, first, [ben.id]))
  expect(await ids(editor)).toEqual([])
  expect(await ids(editor, { show: "all" })).toEqual([first])
  expect(value(await workload(ben, projectId)).questions).toHaveLength(1)
})

test("only people whose label stands can be asked, and not oneself", async () => {
  const { ann, owner, editor, first, second, label, split, ask } = await desk()
  await split(first)
  value(await label(editor, first, "documented"))
  expect(code(await ask(editor, first, [owner.id]))).toBe("invalid")
  expect(code(await ask(editor, first, [editor.id]))).toBe("invalid")
  expect(code(await ask(editor, second, [ann.id]))).toBe("invalid")
  expect(code(await ask(editor, first, []))).toBe("invalid")
  expect(code(await ask(ann, first, [ann.id]))).toBe("forbidden")
  expect(code(await ask(editor, first, [ann.id]))).toBe("ok")
})

test("lowest agreement comes first, and the place of a claim is kept when it is decided", async () => {
  const { owner, ben, editor, units, projectId, label, split, way, list, ids, page } = await desk()
  const cleo = await member(owner, projectId, "reviewer", "Cleo Adeyemi")
  const [one, two, three] = units.map(({ id }) => id) as [string, string, string]
  for (const unit of [one, two, three]) await split(unit)
  const dora = await member(owner, projectId, "reviewer", "Dora Lind")
  value(await label(cleo, one, "disputed"))
  value(await label(dora, one, "speculative"))
  expect(await ids(editor)).toEqual([two, three, one])
  expect(await ids(editor, { order: "document" })).toEqual([one, two, three])
  expect(await ids(editor, { order: "people" })).toEqual([one, two, three])
  expect(await ids(editor, { order: "oldest" })).toEqual([two, three, one])
  for (const order of contestedOrders) {
    const { claims } = await list(editor, { order })
    const keyed = claims.map(one => ({ ...one, lastAt: one.lastAt === null ? null : Date.parse(one.lastAt) }))
    expect([...keyed].reverse().sort(compareContested(order))).toEqual(keyed)
  }
  expect((await page(editor, two)).neighbours).toMatchObject({
    total: 3,
    until: 1,
    next: three,
    previous: one,
    listed: true,
  })
  value(await way(editor, two, "take", "disputed", [ben.id]))
  expect((await page(editor, two)).neighbours).toMatchObject({
    total: 2,
    until: 0,
    next: three,
    previous: one,
    listed: false,
  })
  expect((await page(editor, one)).neighbours).toMatchObject({ total: 2, until: 2, next: three, previous: three })
})

test("the list is filtered by document and by what makes it contested, with counts that are right", async () => {
  const { ann, ben, editor, documentId, first, second, label, split, source, cite, list, ids, policy } = await desk()
  value(await policy({ contested: { evidence: true } }))
  await split(first)
  const sourceId = await source(ann)
  value(await cite(ann, second, sourceId, "supports"))
  value(await cite(ben, second, await source(ben, "The log"), "disputes"))
  for (const who of [ann, ben]) value(await label(who, second, "documented"))
  expect(await ids(editor, { how: "labels" })).toEqual([first])
  expect(await ids(editor, { how: "evidence" })).toEqual([second])
  expect(await ids(editor, { how: "contradiction" })).toEqual([])
  expect(await ids(editor, { document: documentId })).toEqual([first, second])
  expect(await list(editor, { document: uuidv7() })).toMatchObject({ total: 0, claims: [] })
  expect((await list(editor)).claims[0]).toMatchObject({
    ways: ["labels"],
    votes: { documented: 0, disputed: 1, speculative: 1 },
  })
  expect(code(await contested(editor, documentId, {}))).toBe("not-found")
})

test("where the policy forbids to decide on one's own, one's own are left out and counted", async () => {
  const { editor, owner, first, second, label, policy, split, way, list, ids, page } = await desk()
  await split(first)
  await split(second)
  value(await label(editor, first, "documented"))
  value(await policy({ adjudicateOwn: false }))
  expect(await list(editor)).toMatchObject({ total: 1, own: 1, ownForbidden: true })
  expect(await ids(editor, { own: "1" })).toEqual(
    [first, second].sort((a, b) => (a === first ? -1 : b === first ? 1 : 0)),
  )
  expect(await page(editor, first)).toMatchObject({ barred: "own" })
  expect(await page(owner, first)).toMatchObject({ barred: null })
  expect(code(await way(editor, first, "disputed", "disputed"))).toBe("adjudication-own")
})

test("in a blind project a reviewer finds no claim that they have not labelled, and is not told how many there are", async () => {
  const { owner, ann, ben, editor, projectId, first, split, ask, list, page, label } = await desk()
  const cleo = await member(owner, projectId, "reviewer", "Cleo Adeyemi")
  const reader = await member(owner, projectId, "reader", "Rita Reader")
  await split(first)
  value(await ask(editor, first, [ann.id]))
  const rule = { projectId, blind: true, pseudonyms: false, seen: { blind: false, pseudonyms: false } }
  value(await chooseBlindness(owner, { ...rule, requestId: uuidv7() }))
  expect(await list(cleo, { show: "all" })).toMatchObject({ total: 0, waiting: 0, own: 0, claims: [] })
  expect(await page(cleo, first)).toMatchObject({
    barred: "role",
    votes: { documented: 0, disputed: 0, speculative: 0 },
    card: { veiled: true, others: [], adjudications: [] },
    neighbours: { total: 0, listed: false, next: null },
  })
  expect(await list(ben, { show: "all" })).toMatchObject({ total: 1 })
  expect(await list(reader, { show: "all" })).toMatchObject({ total: 1 })
  value(await label(cleo, first, "documented"))
  expect(await list(cleo, { show: "all" })).toMatchObject({ total: 1 })
})
