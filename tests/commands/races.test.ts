import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { acceptInvitation } from "../../lib/commands/accept-invitation.ts"
import { addDocument } from "../../lib/commands/add-document.ts"
import { changeKind } from "../../lib/commands/change-kind.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { withdrawInvitation } from "../../lib/commands/withdraw-invitation.ts"
import { database } from "../../lib/db/client.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { code, member, project, sampleText, value } from "../queries/project.ts"
import { person } from "../server/person.ts"
import { forced } from "./forced.ts"
import { chain, room } from "./room.ts"

const holdDocument = 'SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE'
const holdProject = 'SELECT 1 FROM "Project" WHERE id = $1 FOR UPDATE'

type Calls = readonly (() => Promise<Result<unknown>>)[]

/** Runs the calls so that all wait for the row; answers their codes, and checks that every failure has a sentence. */
async function meet(hold: string, id: string, calls: Calls): Promise<string[]> {
  const results = await forced(hold, [id], calls)
  for (const result of results) if (!result.ok) expect(failureSentence(result.failure)).toMatch(/\.$/)
  return results.map(code)
}

/** What two calls may come to, in the one order or the other. */
const either = (one: string[], other: string[]) => [one.join(), other.join()]
const oneOf = (codes: string[], allowed: string[]) => expect(allowed).toContain(codes.join())

test("two labels of one person on one claim: one is kept, the other told of it", async () => {
  const { ann, documentId, first, label } = await room()
  const labels = ["documented", "disputed", "speculative"] as const
  const codes = await meet(
    holdDocument,
    documentId,
    labels.map(given => () => label(ann, first, given)),
  )
  expect(codes.sort()).toEqual(["conflict", "conflict", "ok"])
  expect(await database().annotation.count({ where: { documentId } })).toBe(1)
  expect(await chain(documentId)).toBe(1)
})

test("labels of two people on one claim both count, and the verdict sees both", async () => {
  const { ann, ben, documentId, first, label, card } = await room()
  const calls = [ann, ben].map(who => () => label(who, first, "speculative"))
  expect(await meet(holdDocument, documentId, calls)).toEqual(["ok", "ok"])
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "speculative" })
  expect(await chain(documentId)).toBe(2)
})

test("the same request twice at once is one change with one answer", async () => {
  const { ann, documentId, first, asked } = await room()
  const said = { unitId: first, id: uuidv7(), label: "disputed", confidence: "low", seen: null }
  const input = { ...asked(), ...said, rationale: plainRationale("Both sides.") }
  const call = () => giveAnnotation(ann, input)
  const results = (await forced(holdDocument, [documentId], [call, call, call])).map(value)
  expect(results.map(({ revision }) => revision)).toEqual([1, 1, 1])
  expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1)
  expect(await chain(documentId)).toBe(1)
})

test("two splits of one passage: one wins, and no text is lost or doubled", async () => {
  const { owner, editor, documentId, first, split, words } = await room()
  const calls = [() => split(owner, first, 8), () => split(editor, first, 14)]
  expect((await meet(holdDocument, documentId, calls)).sort()).toEqual(["ok", "unit-retired"])
  expect((await words()).slice(0, 2).join(" ")).toBe("The ship sank in 1912.")
  expect(await chain(documentId)).toBe(1)
})

test("a split against a merge of the same passage, and a merge against a merge of neighbours", async () => {
  const { owner, editor, documentId, first, second, split, merge, words } = await room()
  const codes = await meet(holdDocument, documentId, [() => split(owner, first, 8), () => merge(editor, first)])
  expect(codes.sort()).toEqual(["ok", "unit-retired"])
  expect(await chain(documentId)).toBe(1)
  const again = await room()
  const both = [() => again.merge(again.owner, again.first), () => again.merge(again.editor, again.second)]
  oneOf(await meet(holdDocument, again.documentId, both), either(["ok", "unit-retired"], ["conflict", "ok"]))
  expect((await again.words()).join(" ").replaceAll(/\s+/g, " ")).toBe(sampleText)
  expect((await words()).join(" ")).toBe(sampleText)
  expect(second).not.toBe(first)
  await chain(again.documentId)
})

test("a merge against a split, or another kind, of the neighbour: nothing is merged that was not seen", async () => {
  const { owner, editor, documentId, first, second, merge, split, words } = await room()
  const at = sampleText.indexOf("raised")
  const codes = await meet(holdDocument, documentId, [() => merge(editor, first), () => split(owner, second, at)])
  oneOf(codes, either(["ok", "unit-retired"], ["conflict", "ok"]))
  const [head, next] = await words()
  expect([head, next]).toEqual(
    codes[0] === "ok"
      ? ["The ship sank in 1912. It was raised in 1920.", expect.anything()]
      : ["The ship sank in 1912.", "It was"],
  )
  expect(await chain(documentId)).toBe(1)
  const again = await room()
  const calls = [() => again.move(again.editor, again.first, 14), () => again.kind(again.owner, again.second, "meta")]
  oneOf(await meet(holdDocument, again.documentId, calls), either(["ok", "conflict"], ["conflict", "ok"]))
  expect(await chain(again.documentId)).toBe(1)
})

test("a boundary moved twice, and a kind changed twice: one wins, the other gets what stands", async () => {
  const { owner, editor, documentId, first, second, asked, move } = await room()
  const moves = [() => move(owner, first, 25), () => move(editor, first, 14)]
  expect((await meet(holdDocument, documentId, moves)).sort()).toEqual(["conflict", "ok"])
  const kind = (who: typeof owner, to: string) => () =>
    changeKind(who, { ...asked(), unitId: second, version: 2, kind: to })
  expect((await meet(holdDocument, documentId, [kind(owner, "meta"), kind(editor, "opinion")])).sort()).toEqual([
    "conflict",
    "ok",
  ])
  expect(await chain(documentId)).toBe(2)
})

test("a label against a split: it is kept on the old passage, or told that it is gone", async () => {
  const { ann, editor, documentId, first, label, split } = await room()
  const codes = await meet(holdDocument, documentId, [
    () => label(ann, first, "disputed"),
    () => split(editor, first, 8),
  ])
  oneOf(codes, either(["ok", "ok"], ["unit-retired", "ok"]))
  const kept = await database().annotation.count({ where: { unitId: first, current: true } })
  expect(kept).toBe(codes[0] === "ok" ? 1 : 0)
  expect(await chain(documentId)).toBe(1 + kept)
})

test("an answer against a withdrawal of the same flag: one closes it, the other is told so", async () => {
  const { ann, editor, documentId, asked, flag, answer } = await room()
  const flagId = uuidv7()
  value(await flag(ann, "sank", true, flagId))
  const withdraw = () => withdrawFlag(ann, { ...asked(), flagId, version: 1 })
  const codes = await meet(holdDocument, documentId, [() => answer(editor, flagId), withdraw])
  expect(codes.sort()).toEqual(["flag-closed", "ok"])
  expect(await database().flag.findUniqueOrThrow({ where: { id: flagId } })).toMatchObject({ version: 2 })
  expect(await chain(documentId)).toBe(2)
})

test("two decisions on one claim: one stands, the other gets it with who made it", async () => {
  const { owner, editor, documentId, first, decide } = await room()
  const calls = [() => decide(owner, first, "disputed"), () => decide(editor, first, "speculative")]
  expect((await meet(holdDocument, documentId, calls)).sort()).toEqual(["conflict", "ok"])
  expect(await database().adjudication.count({ where: { documentId, current: true } })).toBe(1)
  expect(await chain(documentId)).toBe(1)
})

test("a decision against the withdrawal of its only citation: it is refused, or stands in review", async () => {
  const { ann, editor, documentId, first, asked, source, cite, decide, card } = await room()
  const citationId = uuidv7()
  value(await cite(ann, first, await source(ann), "supports", citationId))
  const withdraw = () => withdrawCitation(ann, { ...asked(), citationId, version: 1 })
  const codes = await meet(holdDocument, documentId, [() => decide(editor, first, "documented"), withdraw])
  oneOf(codes, either(["ok", "ok"], ["evidence-missing", "ok"]))
  expect(await card(ann, first)).toMatchObject({ state: codes[0] === "ok" ? "in-review" : "open", verdict: null })
  await chain(documentId)
})

test("undo twice at once takes back one change each", async () => {
  const { ann, documentId, first, second, label, undo } = await room()
  for (const unitId of [first, second]) value(await label(ann, unitId, "disputed"))
  expect(await meet(holdDocument, documentId, [() => undo(ann), () => undo(ann)])).toEqual(["ok", "ok"])
  expect(await database().annotation.count({ where: { documentId, current: true } })).toBe(0)
  expect(await chain(documentId)).toBe(4)
})

test("an undo against a label of somebody else on what it would retire", async () => {
  const { ann, editor, documentId, first, label, split, undo } = await room()
  const ids = [uuidv7(), uuidv7()]
  value(await split(editor, first, 8, ids))
  const codes = await meet(holdDocument, documentId, [() => undo(editor), () => label(ann, ids[0]!, "disputed")])
  oneOf(codes, either(["ok", "unit-retired"], ["undo-blocked", "ok"]))
  expect(await chain(documentId)).toBe(2)
})

test("a new policy against a label: the verdict is the new policy's, whoever came first", async () => {
  const { ann, documentId, first, label, policy, card } = await room()
  const calls = [() => label(ann, first, "speculative"), () => policy({ annotations: 1 })]
  expect(await meet(holdDocument, documentId, calls)).toEqual(["ok", "ok"])
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "speculative" })
  await chain(documentId)
})

test("two policies at once: one is the next version, the other gets it", async () => {
  const { projectId, policy } = await room()
  const calls = [() => policy({ annotations: 1 }), () => policy({ annotations: 3 })]
  expect((await meet(holdProject, projectId, calls)).sort()).toEqual(["conflict", "ok"])
  expect(await database().policy.count({ where: { projectId } })).toBe(2)
  await chain(projectId)
})

test("a role that is being taken: no write of that member lands after it is acknowledged", async () => {
  const { owner, ann, projectId, documentId, first, label } = await room()
  const demote = () => changeRole(owner, { projectId, userId: ann.id, version: 1, role: "reader", requestId: uuidv7() })
  const hold = 'SELECT 1 FROM "Membership" WHERE "userId" = $1 FOR UPDATE'
  const done: string[] = []
  const note = (name: string, call: () => Promise<Result<unknown>>) => async () => {
    const result = await call()
    done.push(`${name} ${code(result)}`)
    return result
  }
  await meet(hold, ann.id, [note("role", demote), note("label", () => label(ann, first, "disputed"))])
  const written = await database().annotation.count({ where: { documentId } })
  expect(done).toContain("role ok")
  expect(done.some(line => line === (written ? "label ok" : "label forbidden"))).toBe(true)
  expect(code(await label(ann, first, "disputed"))).toBe("forbidden")
  expect(await database().annotation.count({ where: { documentId } })).toBe(written)
  await chain(documentId)
  await chain(projectId)
})

test("a writer under way holds the role change back until the write is done", async () => {
  const { owner, ann, projectId, documentId, first, label } = await room()
  const demote = () => changeRole(owner, { projectId, userId: ann.id, version: 1, role: "reader", requestId: uuidv7() })
  let roleDone = false
  const calls: Calls = [
    () => label(ann, first, "disputed"),
    async () => {
      // The label is inside, with the membership shared, before the role change asks for it.
      await waiting(1)
      const result = await demote()
      roleDone = true
      return result
    },
  ]
  expect(await meet(holdDocument, documentId, calls)).toEqual(["ok", "ok"])
  expect(roleDone).toBe(true)
})

async function waiting(count: number): Promise<void> {
  for (;;) {
    const [row] = await database().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    if (row!.n >= count) return
    await new Promise(go => setTimeout(go, 10))
  }
}

test("a removal against a write: the removed member's write is done before it or finds nothing", async () => {
  const { owner, ann, projectId, documentId, first, label } = await room()
  const remove = () => removeMember(owner, { projectId, userId: ann.id, version: 1, requestId: uuidv7() })
  const hold = 'SELECT 1 FROM "Membership" WHERE "userId" = $1 FOR UPDATE'
  oneOf(
    await meet(hold, ann.id, [remove, () => label(ann, first, "disputed")]),
    either(["ok", "ok"], ["ok", "not-found"]),
  )
  expect(code(await label(ann, first, "disputed"))).toBe("not-found")
  await chain(documentId)
})

test("two acceptances of one invitation, and one acceptance sent twice", async () => {
  const { owner, projectId } = await project()
  const invite = async () => {
    const words = { projectId, id: uuidv7(), role: "reviewer", note: "", requestId: uuidv7() }
    return {
      id: words.id,
      secret: value(await inviteMember(owner, words))
        .path!.split("/")
        .at(-1)!,
    }
  }
  const [one, two] = [await person(), await person()]
  const { secret } = await invite()
  const accept =
    (who: typeof one, link = secret, requestId = uuidv7()) =>
    () =>
      acceptInvitation(who, { secret: link, requestId })
  expect((await meet(holdProject, projectId, [accept(one), accept(two)])).sort()).toEqual(["invitation-spent", "ok"])
  const [next, three, requestId] = [await invite(), await person(), uuidv7()]
  const twice = accept(three, next.secret, requestId)
  const results = (await forced(holdProject, [projectId], [twice, twice])).map(value)
  expect(results.map(({ repeated }) => repeated).sort()).toEqual([false, true])
  expect(results.map(result => result.projectId)).toEqual([projectId, projectId])
  const [last, four] = [await invite(), await person()]
  const withdraw = () => withdrawInvitation(owner, { projectId, invitationId: last.id, requestId: uuidv7() })
  const codes = await meet(holdProject, projectId, [accept(four, last.secret), withdraw])
  expect(codes.sort()).toEqual(["invitation-spent", "ok"])
  await chain(projectId)
})

test("two last owners who demote each other, or leave: one stays", async () => {
  const { owner, projectId } = await project()
  const other = await member(owner, projectId, "owner", "Nora Beck")
  const demote = (who: typeof owner, whom: typeof owner) => () =>
    changeRole(who, { projectId, userId: whom.id, version: 1, role: "editor", requestId: uuidv7() })
  const codes = await meet(holdProject, projectId, [demote(owner, other), demote(other, owner)])
  expect(codes.sort()).toEqual(["forbidden", "ok"])
  const owners = { projectId, role: "owner", leftAt: null }
  expect(await database().membership.count({ where: owners })).toBe(1)
  const again = await project()
  const second = await member(again.owner, again.projectId, "owner", "Nora Beck")
  const leave = (who: typeof owner) => () =>
    removeMember(who, { projectId: again.projectId, userId: who.id, version: 1, requestId: uuidv7() })
  const left = await meet(holdProject, again.projectId, [leave(again.owner), leave(second)])
  expect(left.sort()).toEqual(["last-owner", "ok"])
  await chain(projectId)
  await chain(again.projectId)
})

test("the same text added twice at once is one document, and the other is told which", async () => {
  const { owner, projectId } = await project()
  const provenance = { title: "Log book", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const add = () => {
    const input = { projectId, id: uuidv7(), ...provenance, text: sampleText, again: false, requestId: uuidv7() }
    return addDocument(() => 1_000_000)(owner, input)
  }
  expect((await meet(holdProject, projectId, [add, add])).sort()).toEqual(["ok", "text-known"])
  expect(await database().document.count({ where: { projectId } })).toBe(1)
  await chain(projectId)
})

test("the same request for a project twice at once is one project", async () => {
  const owner = await person()
  const input = { id: uuidv7(), name: "Seminar", description: "", requestId: uuidv7() }
  const holdUser = 'SELECT 1 FROM "User" WHERE id = $1 FOR UPDATE'
  const results = await forced(
    holdUser,
    [owner.id],
    [() => createProject(owner, input), () => createProject(owner, input)],
  )
  expect(
    results
      .map(value)
      .map(({ repeated }) => repeated)
      .sort(),
  ).toEqual([false, true])
  expect(await chain(input.id)).toBe(1)
})

test("a source that is deleted while it is cited: one wins, the other is told", async () => {
  const { ann, editor, projectId, first, source, cite } = await room()
  const hold = 'SELECT 1 FROM "Source" WHERE id = $1 FOR UPDATE'
  for (const order of [0, 1]) {
    const sourceId = await source(ann, `Register ${order}`)
    const remove = () => deleteSource(editor, { projectId, sourceId, version: 1, requestId: uuidv7() })
    const calls = [remove, () => cite(ann, first, sourceId)]
    const codes = await meet(hold, sourceId, order ? calls.reverse() : calls)
    oneOf(order ? codes.reverse() : codes, either(["ok", "not-found"], ["source-cited", "ok"]))
  }
})

test("writers of different documents do not wait for one another", async () => {
  const [here, there] = [await room(), await room()]
  const both = async () => {
    // Carried out while the other document is held.
    value(await there.label(there.ann, there.first, "disputed"))
    return here.label(here.ann, here.first, "disputed")
  }
  expect(await meet(holdDocument, here.documentId, [both])).toEqual(["ok"])
})
