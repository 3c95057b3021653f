import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
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

test("a decision needs the evidence of its label; without it nothing is decided", async () => {
  const { ann, editor, documentId, first, policy, source, cite, decide, card } = await room()
  const sourceId = await source(ann)
  expect(await decide(editor, first, "documented")).toEqual({
    ok: false,
    failure: { code: "evidence-missing", why: "“Documented” needs a supporting citation; it has none." },
  })
  value(await cite(ann, first, sourceId, "disputes"))
  expect(code(await decide(editor, first, "documented"))).toBe("evidence-missing")
  expect(await card(ann, first)).toMatchObject({ state: "open", adjudications: [] })
  value(await policy({ disputed: "cited" }))
  expect(await decide(editor, first, "disputed")).toMatchObject({
    failure: { code: "evidence-missing", why: expect.stringContaining("nothing is cited for the side for it") },
  })
  value(await cite(ann, first, sourceId, "supports"))
  const decided = uuidv7()
  value(await decide(editor, first, "documented", null, decided))
  value(await decide(editor, first, "disputed", decided))
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "disputed", verdictBy: "adjudication" })
  await chain(documentId)
})

test("a decision goes back to review when its evidence is withdrawn, and counts again when it is back", async () => {
  const { ann, ben, editor, first, asked, source, cite, decide, label, card, undo } = await room()
  const citationId = uuidv7()
  value(await cite(ann, first, await source(ann), "supports", citationId))
  for (const who of [ann, ben]) value(await label(who, first, "speculative"))
  value(await decide(editor, first, "documented"))
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "documented" })
  value(await withdrawCitation(editor, { ...asked(), citationId, version: 1 }))
  const back = await card(ann, first)
  expect(back).toMatchObject({ state: "in-review", verdict: null, verdictBy: null })
  expect(back.adjudications).toMatchObject([{ label: "documented", current: true }])
  expect(back.conditions.map(({ met, sentence }) => [met, sentence])).toEqual([
    [true, "An editor decided: documented; the decision counts again when its label has what it needs."],
    [false, "“Documented” needs a supporting citation; it has none."],
    [true, "No blocking flag is open."],
  ])
  value(await undo(editor))
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "documented", verdictBy: "adjudication" })
})

test("a stricter policy sends a decision without the evidence that it asks for back to review", async () => {
  const { ann, editor, first, policy, decide, card } = await room()
  value(await decide(editor, first, "disputed"))
  expect(value(await policy({ disputed: "cited" }))).toMatchObject({ verdictsChanged: 1 })
  expect(await card(ann, first)).toMatchObject({ state: "in-review", verdict: null })
  expect(value(await policy({ disputed: "reasoned" }, 2))).toMatchObject({ verdictsChanged: 1 })
  expect(await card(ann, first)).toMatchObject({ state: "vetted", verdict: "disputed", verdictBy: "adjudication" })
})

test("a later decision replaces the one it was made against; a stale one gets what stands and who made it", async () => {
  const { owner, editor, first, decide, card } = await room()
  const [one, two] = [uuidv7(), uuidv7()]
  value(await decide(editor, first, "disputed", null, one))
  expect(await decide(owner, first, "speculative")).toMatchObject({
    failure: { code: "conflict", by: "Nora Beck", current: { id: one, label: "disputed" } },
  })
  value(await decide(owner, first, "speculative", one, two))
  expect(code(await decide(editor, first, "disputed", one))).toBe("conflict")
  const { verdict, adjudications } = await card(owner, first)
  expect(verdict).toBe("speculative")
  expect(adjudications.map(({ id, current }) => [id, current])).toEqual([
    [two, true],
    [one, false],
  ])
})

test("an earlier decision can't be brought back under its own id with other words", async () => {
  const { owner, first, decide, card } = await room()
  const [one, two] = [uuidv7(), uuidv7()]
  value(await decide(owner, first, "disputed", null, one))
  value(await decide(owner, first, "speculative", one, two))
  expect(code(await decide(owner, first, "disputed", two, one))).toBe("request-reused")
  expect(await card(owner, first)).toMatchObject({ verdict: "speculative" })
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
  expect(await redo(editor)).toMatchObject({
    failure: { code: "undo-blocked", why: expect.stringContaining("The policy does not let an editor decide alone") },
  })
  const { mine } = await card(editor, first)
  value(await withdrawAnnotation(editor, { ...asked(), unitId: first, seen: mine!.id }))
  expect(code(await decide(editor, first, "disputed"))).toBe("ok")
})

test("where the policy allows it, an editor may decide on a claim that they labelled", async () => {
  const { editor, first, label, decide } = await room()
  value(await label(editor, first, "speculative"))
  expect(code(await decide(editor, first, "disputed"))).toBe("ok")
})
