import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { changeCitation } from "../../lib/commands/change-citation.ts"
import { changeKind } from "../../lib/commands/change-kind.ts"
import { changeRole } from "../../lib/commands/change-role.ts"
import { changeSource } from "../../lib/commands/change-source.ts"
import { deleteSource } from "../../lib/commands/delete-source.ts"
import { describeDocument } from "../../lib/commands/describe-document.ts"
import { describeProject } from "../../lib/commands/describe-project.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import { document, member, value } from "../queries/project.ts"
import { citationWords, room } from "./room.ts"

/** The name in a conflict; throws when it is none. */
async function by(call: Promise<Result<unknown>>): Promise<string | null> {
  const result = await call
  if (result.ok || result.failure.code !== "conflict") throw new Error(`no conflict: ${JSON.stringify(result)}`)
  expect(failureSentence(result.failure)).toMatch(result.failure.by ?? "Somebody")
  return result.failure.by
}

/** A room with two more who work on other things of the same kind, so that the newest change of all is not theirs. */
async function busyRoom() {
  const here = await room()
  const other = await member(here.owner, here.projectId, "owner", "Otto Lang")
  return { ...here, other, inProject: () => ({ projectId: here.projectId, requestId: uuidv7() }) }
}

test("who changes a passage that was changed since is told by whom, not who labelled it last", async () => {
  const { owner, ann, editor, first, second, asked, kind, label, move } = await busyRoom()
  value(await kind(owner, first, "opinion"))
  value(await kind(owner, first, "claim"))
  value(await label(ann, first, "disputed"))
  expect(await by(changeKind(editor, { ...asked(), unitId: first, version: 1, kind: "meta" }))).toBe("Vera Lindqvist")
  value(await move(editor, first, 14))
  expect(await by(changeKind(owner, { ...asked(), unitId: second, version: 1, kind: "meta" }))).toBe("Nora Beck")
})

test("who cuts a passage that was split since is told by whom", async () => {
  const { owner, editor, first, split } = await busyRoom()
  value(await split(editor, first, 8))
  expect(await split(owner, first, 8)).toMatchObject({ failure: { code: "unit-retired", by: "Nora Beck" } })
})

test("who changes a flag, a citation or a decision that was changed since is told by whom", async () => {
  const {
    owner,
    other,
    ann,
    editor,
    first,
    second: next,
    asked,
    flag,
    answer,
    undo,
    source,
    cite,
    decide,
  } = await busyRoom()
  const [flagId, citationId, decisionId] = [uuidv7(), uuidv7(), uuidv7()]
  value(await flag(ann, "sank", true, flagId))
  value(await answer(editor, flagId))
  value(await undo(editor))
  value(await flag(other, "ship"))
  expect(await by(withdrawFlag(ann, { ...asked(), flagId, version: 1 }))).toBe("Nora Beck")
  expect(await by(answer(owner, flagId))).toBe("Nora Beck")

  value(await answer(editor, flagId, 3))
  const second = await answer(other, flagId, 3)
  expect(second).toMatchObject({
    failure: { code: "conflict", by: "Nora Beck", current: { status: "answered", version: 4 } },
  })
  value(await answer(other, flagId, 4))

  const sourceId = await source(ann)
  value(await cite(ann, first, sourceId, "supports", citationId))
  value(await withdrawCitation(editor, { ...asked(), citationId, version: 1 }))
  value(await undo(editor))
  value(await cite(other, next, sourceId))
  const again = { ...asked(), citationId, version: 1, ...citationWords(sourceId) }
  expect(await by(changeCitation(ann, again))).toBe("Nora Beck")
  expect(await by(withdrawCitation(owner, { ...asked(), citationId, version: 1 }))).toBe("Nora Beck")

  value(await decide(editor, first, "disputed", null, decisionId))
  value(await decide(other, next, "disputed"))
  const late = { unitId: first, id: uuidv7(), label: "speculative", reason: "No log.", seen: null }
  expect(await by(adjudicateClaim(owner, { ...asked(), ...late }))).toBe("Nora Beck")
  expect(await by(reopenAdjudication(owner, { ...asked(), unitId: first, seen: uuidv7() }))).toBe("Nora Beck")
  value(await reopenAdjudication(other, { ...asked(), unitId: first, seen: decisionId }))
  expect(await by(adjudicateClaim(owner, { ...asked(), ...late, seen: decisionId }))).toBe("Otto Lang")
})

test("who saves against an older project, policy or provenance is told who saved", async () => {
  const { owner, other, editor, documentId, inProject, policy } = await busyRoom()
  const words = { name: "Seminar", description: "" }
  value(await describeProject(other, { ...inProject(), version: 1, ...words, description: "On ships." }))
  value(await policy({ annotations: 3 }, 1, owner))
  expect(await by(describeProject(owner, { ...inProject(), version: 1, ...words }))).toBe("Otto Lang")
  expect(await by(policy({ annotations: 1 }, 1, other))).toBe("Vera Lindqvist")
  const provenance = { title: "Log", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const corrected = (who: typeof owner, id = documentId) =>
    describeDocument(who, { ...inProject(), documentId: id, version: 1, ...provenance })
  const { id: elsewhere } = await document(owner, inProject().projectId)
  value(await corrected(editor))
  value(await corrected(other, elsewhere))
  expect(await by(corrected(owner))).toBe("Nora Beck")
})

test("who changes or deletes a source, or a membership, that was changed since is told by whom", async () => {
  const { owner, other, ann, ben, editor, inProject, source } = await busyRoom()
  const [sourceId, elsewhere] = [await source(ann), await source(ann)]
  const record = { kind: "memoir", csl: { type: "book", title: "Recollections" }, archive: null }
  const change = (who: typeof owner, id = sourceId) =>
    changeSource(who, { ...inProject(), sourceId: id, version: 1, ...record })
  value(await change(editor))
  value(await change(other, elsewhere))
  expect(await by(change(ann))).toBe("Nora Beck")
  expect(await by(deleteSource(owner, { ...inProject(), sourceId, version: 1 }))).toBe("Nora Beck")
  const role = (who: typeof owner, whom: typeof owner) =>
    changeRole(who, { ...inProject(), userId: whom.id, version: 1, role: "reader" })
  value(await role(other, ann))
  value(await role(owner, ben))
  expect(await by(role(owner, ann))).toBe("Otto Lang")
  expect(await by(removeMember(owner, { ...inProject(), userId: ann.id, version: 1 }))).toBe("Otto Lang")
})
