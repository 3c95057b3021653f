import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { code, value } from "../queries/project.ts"
import { chain, room } from "./room.ts"

test("an editor decides where reviewers disagree; their labels stay", async () => {
  const { ann, ben, editor, first, label, decide, card } = await room()
  value(await label(ann, first, "speculative"))
  value(await label(ben, first, "disputed"))
  expect(await card(ann, first)).toMatchObject({ state: "contested", verdict: null })
  value(await decide(editor, first, "disputed"))
  const decided = await card(ann, first)
  expect(decided).toMatchObject({ state: "vetted", verdict: "disputed", verdictBy: "adjudication" })
  expect([decided.mine!.label, ...decided.others.map(other => other.label)]).toEqual(["speculative", "disputed"])
  expect(decided.adjudications).toMatchObject([{ editor: "Nora Beck", reason: "The register decides.", current: true }])
})

test("a decision needs a reason and the permission", async () => {
  const { ann, editor, stranger, first, asked, decide } = await room()
  const input = { ...asked(), unitId: first, id: uuidv7(), label: "disputed", reason: " \n ", seen: null }
  expect(await adjudicateClaim(editor, input)).toMatchObject({
    failure: { code: "invalid", issues: [{ path: "reason", message: expect.stringContaining("Give the reason") }] },
  })
  expect(code(await decide(ann, first, "disputed"))).toBe("forbidden")
  expect(code(await decide(stranger, first, "disputed"))).toBe("not-found")
  expect(code(await decide(editor, first, "disputed"))).toBe("ok")
})

test("a later decision replaces the one it was made against; a stale one gets what stands and who made it", async () => {
  const { owner, editor, first, decide, card } = await room()
  const [one, two] = [uuidv7(), uuidv7()]
  value(await decide(editor, first, "disputed", null, one))
  expect(await decide(owner, first, "documented")).toMatchObject({
    failure: { code: "conflict", by: "Nora Beck", current: { id: one, label: "disputed" } },
  })
  value(await decide(owner, first, "documented", one, two))
  expect(code(await decide(editor, first, "speculative", one))).toBe("conflict")
  const { verdict, adjudications } = await card(owner, first)
  expect(verdict).toBe("documented")
  expect(adjudications.map(({ id, current }) => [id, current])).toEqual([
    [two, true],
    [one, false],
  ])
})

test("an earlier decision can't be brought back under its own id with other words", async () => {
  const { owner, first, decide, card } = await room()
  const [one, two] = [uuidv7(), uuidv7()]
  value(await decide(owner, first, "disputed", null, one))
  value(await decide(owner, first, "documented", one, two))
  expect(code(await decide(owner, first, "speculative", two, one))).toBe("request-reused")
  expect(await card(owner, first)).toMatchObject({ verdict: "documented" })
})

test("a reopened decision stays in the history and the policy counts again", async () => {
  const { ann, ben, owner, editor, documentId, first, asked, label, decide, card } = await room()
  for (const who of [ann, ben]) value(await label(who, first, "speculative"))
  const seen = uuidv7()
  value(await decide(editor, first, "disputed", null, seen))
  expect(code(await reopenAdjudication(owner, { ...asked(), unitId: first, seen: uuidv7() }))).toBe("conflict")
  value(await reopenAdjudication(owner, { ...asked(), unitId: first, seen }))
  const reopened = await card(ann, first)
  expect(reopened).toMatchObject({ state: "vetted", verdict: "speculative", verdictBy: "policy" })
  expect(reopened.adjudications).toMatchObject([{ id: seen, current: false, reason: "The register decides." }])
  expect(code(await reopenAdjudication(owner, { ...asked(), unitId: first, seen }))).toBe("adjudication-missing")
  await chain(documentId)
})

test("where the policy forbids it, nobody decides on a claim that they labelled", async () => {
  const { owner, editor, first, policy, label, decide } = await room()
  value(await policy({ adjudicateOwn: false }))
  value(await label(editor, first, "speculative"))
  expect(code(await decide(editor, first, "speculative"))).toBe("adjudication-own")
  expect(code(await decide(owner, first, "speculative"))).toBe("ok")
})

test("nor brings back a decision of their own that came to be forbidden", async () => {
  const { editor, first, asked, policy, label, decide, card, undo, redo } = await room()
  value(await label(editor, first, "speculative"))
  value(await decide(editor, first, "disputed"))
  value(await undo(editor))
  value(await policy({ adjudicateOwn: false }))
  expect(code(await redo(editor))).toBe("adjudication-own")
  const { mine } = await card(editor, first)
  value(await withdrawAnnotation(editor, { ...asked(), unitId: first, seen: mine!.id }))
  expect(code(await decide(editor, first, "disputed"))).toBe("ok")
})

test("where the policy allows it, an editor may decide on a claim that they labelled", async () => {
  const { editor, first, label, decide } = await room()
  value(await label(editor, first, "speculative"))
  expect(code(await decide(editor, first, "disputed"))).toBe("ok")
})
