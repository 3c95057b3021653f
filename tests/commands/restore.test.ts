import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { adjudicateClaim } from "../../lib/commands/adjudicate-claim.ts"
import { changeCitation } from "../../lib/commands/change-citation.ts"
import { changePolicy } from "../../lib/commands/change-policy.ts"
import { changeSource } from "../../lib/commands/change-source.ts"
import { describeDocument } from "../../lib/commands/describe-document.ts"
import { describeProject } from "../../lib/commands/describe-project.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { restoreCitation } from "../../lib/commands/restore-citation.ts"
import { restoreFlag } from "../../lib/commands/restore-flag.ts"
import { restoreUnits } from "../../lib/commands/restore-units.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import { rationaleText } from "../../lib/domain/rationale.ts"
import type { Restoration, RestoreRequest } from "../../lib/domain/restoration.ts"
import { beforeAfter } from "../../lib/queries/before-after.ts"
import { documentHistory } from "../../lib/queries/document-history.ts"
import { code, type Person, value } from "../queries/project.ts"
import { forced } from "./forced.ts"
import { chain, citationWords, room } from "./room.ts"

type Room = Awaited<ReturnType<typeof room>>

/** What `who` can bring back of the newest change of a kind, in the document or of the project itself. */
async function back(here: Room, who: Person, kind: string): Promise<readonly Restoration[]> {
  const where = { projectId: here.projectId, kind }
  const { streamId, revision } = await database().change.findFirstOrThrow({ where, orderBy: { at: "desc" } })
  return value(await beforeAfter(who, { projectId: here.projectId, streamId, revision })).restorations
}

/** The request for the only thing that `what` names. */
function asked<W extends RestoreRequest["what"]>(list: readonly Restoration[], what: W, side?: Restoration["side"]) {
  const found = list.filter(one => one.what === what && (!side || one.side === side))
  expect(found).toHaveLength(1)
  return found[0]!.ask as Extract<RestoreRequest, { what: W }>
}

const fields = (list: readonly Restoration[]) =>
  list.map(({ what, side, fields }) => [
    `${what} ${side}`,
    ...fields.map(({ label, before, after }) => `${label}: ${before ?? "–"} → ${after ?? "–"}`),
  ])

test("one's own earlier label is offered to oneself alone, and given again as a new one", async () => {
  const here = await room()
  const { ann, ben, editor, first } = here
  value(await here.label(ann, first, "documented", null, "The log says so."))
  const earlier = (await here.card(ann, first)).mine!
  value(await here.label(ann, first, "disputed", earlier.id, "The diary does not."))
  for (const who of [ben, editor, here.owner]) expect(await back(here, who, "annotation-given")).toEqual([])
  const offered = await back(here, ann, "annotation-given")
  expect(fields(offered)).toEqual([
    ["label before", "Label: disputed → documented", "Rationale: The diary does not. → The log says so."],
  ])
  const { what: _what, ...words } = asked(offered, "label")
  value(await giveAnnotation(ann, { ...here.asked(), id: uuidv7(), ...words }))
  const { mine } = await here.card(ann, first)
  expect(mine).toMatchObject({ label: "documented", confidence: "high" })
  expect(rationaleText(mine!.rationale)).toBe("The log says so.")
  expect(mine!.id).not.toBe(earlier.id)
  expect(await chain(here.documentId)).toBe(3)
})

test("a label that was withdrawn is given again; what it came from takes none", async () => {
  const here = await room()
  const { ann, editor, first, second } = here
  value(await here.label(ann, first, "documented"))
  const { mine } = await here.card(ann, first)
  value(await withdrawAnnotation(ann, { ...here.asked(), unitId: first, seen: mine!.id }))
  const { what: _what, ...words } = asked(await back(here, ann, "annotation-withdrawn"), "label")
  expect(words.seen).toBeNull()
  value(await giveAnnotation(ann, { ...here.asked(), id: uuidv7(), ...words }))
  value(await here.label(ann, second, "disputed"))
  const { mine: other } = await here.card(ann, second)
  value(await withdrawAnnotation(ann, { ...here.asked(), unitId: second, seen: other!.id }))
  value(await here.split(editor, second, 30))
  const [gone] = await back(here, ann, "annotation-given")
  expect(gone).toMatchObject({ what: "label", ask: null, why: expect.stringContaining("split or merged since") })
})

test("a label that was changed meanwhile is a conflict with what stands, and nothing is written over", async () => {
  const here = await room()
  const { ann, first } = here
  value(await here.label(ann, first, "documented"))
  const { mine } = await here.card(ann, first)
  value(await here.label(ann, first, "disputed", mine!.id))
  const { what: _what, ...words } = asked(await back(here, ann, "annotation-given"), "label")
  const again = () => giveAnnotation(ann, { ...here.asked(), id: uuidv7(), ...words })
  const row = `SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE`
  const codes = (await forced<Awaited<ReturnType<typeof again>>>(row, [here.documentId], [again, again])).map(code)
  expect(codes.sort()).toEqual(["conflict", "ok"])
  const standing = await database().annotation.findMany({ where: { unitId: first, current: true } })
  expect(standing).toMatchObject([{ label: "documented" }])
})

test("a withdrawn citation comes back for its author and for editors, once, and counts again", async () => {
  const here = await room()
  const { ann, ben, editor, first } = here
  value(await here.policy({ annotations: 1 }))
  const [source, citationId] = [await here.source(ann), uuidv7()]
  value(await here.cite(ann, first, source, "supports", citationId))
  value(await here.label(ann, first, "documented"))
  value(await withdrawCitation(ann, { ...here.asked(), citationId, version: 1 }))
  expect((await here.card(ann, first)).verdict).toBeNull()
  expect(await back(here, ben, "citation-withdrawn")).toEqual([])
  const offered = await back(here, editor, "citation-withdrawn")
  expect(fields(offered)).toEqual([["withdrawn-citation before", "Counts: no, it is withdrawn → yes"]])
  const { version } = asked(offered, "withdrawn-citation")
  const restore = (who: Person) => () => restoreCitation(who, { ...here.asked(), citationId, version })
  const row = `SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE`
  const both = await forced<Awaited<ReturnType<typeof restoreCitation>>>(
    row,
    [here.documentId],
    [restore(editor), restore(ann)],
  )
  expect(both.map(code).sort()).toEqual(["conflict", "ok"])
  const card = await here.card(ben, first)
  expect(card).toMatchObject({ verdict: "documented", citations: [{ authorId: ann.id }] })
  expect(value(await documentHistory(ben, here.documentId, {})).changes[0]!.sentence).toBe(
    "brought a withdrawn citation of “Lloyd's register” in support of a claim back.",
  )
  expect(await chain(here.documentId)).toBe(4)
})

test("a citation does not come back to a passage that was split", async () => {
  const here = await room()
  const { ann, editor, first } = here
  const citationId = uuidv7()
  value(await here.cite(ann, first, await here.source(ann), "supports", citationId))
  value(await withdrawCitation(ann, { ...here.asked(), citationId, version: 1 }))
  value(await here.split(editor, first, 9))
  const [offered] = await back(here, ann, "citation-withdrawn")
  expect(offered).toMatchObject({ ask: null, why: expect.stringContaining("split or merged since") })
  expect(code(await restoreCitation(ann, { ...here.asked(), citationId, version: 2 }))).toBe("unit-retired")
})

test("earlier words of one's own citation are cited so again", async () => {
  const here = await room()
  const { ann, editor, first } = here
  const [source, citationId] = [await here.source(ann), uuidv7()]
  value(await here.cite(ann, first, source, "supports", citationId))
  const changed = { ...citationWords(source, "disputes"), locator: "40" }
  value(await changeCitation(ann, { ...here.asked(), citationId, version: 1, ...changed }))
  expect(await back(here, editor, "citation-changed")).toEqual([])
  const offered = await back(here, ann, "citation-changed")
  expect(fields(offered)).toEqual([["citation before", "Stance: disputes → supports", "Place: page 40 → page 12"]])
  const { version, words } = asked(offered, "citation")
  value(await changeCitation(ann, { ...here.asked(), citationId, version, ...words }))
  expect((await here.card(ann, first)).citations).toMatchObject([{ stance: "supports", locator: "12" }])
  expect(code(await changeCitation(ann, { ...here.asked(), citationId, version, ...words }))).toBe("conflict")
})

test("a withdrawn flag comes back for who raised it and for editors, and blocks again", async () => {
  const here = await room()
  const { ann, ben, editor, first } = here
  const flagId = uuidv7()
  value(await here.flag(ann, "The ship", true, flagId))
  expect(await back(here, editor, "flag-raised")).toEqual([])
  value(await withdrawFlag(ann, { ...here.asked(), flagId, version: 1 }))
  expect(await back(here, ben, "flag-withdrawn")).toEqual([])
  const offered = await back(here, editor, "flag-withdrawn")
  expect(fields(offered)).toEqual([["withdrawn-flag before", "Status: withdrawn → open"]])
  const { version } = asked(offered, "withdrawn-flag")
  expect(code(await restoreFlag(ben, { ...here.asked(), flagId, version }))).toBe("only-your-own")
  value(await restoreFlag(editor, { ...here.asked(), flagId, version }))
  expect((await here.card(ann, first)).flags).toMatchObject([{ status: "open", raisedBy: ann.id, blocking: true }])
  expect(code(await restoreFlag(ann, { ...here.asked(), flagId, version }))).toBe("conflict")
  value(await here.undo(editor))
  expect((await here.card(ann, first)).flags).toMatchObject([{ status: "withdrawn" }])
})

test("a decision that was reopened is offered to editors again, with what keeps it from being made", async () => {
  const here = await room()
  const { ann, editor, owner, first } = here
  const id = uuidv7()
  value(await here.cite(ann, first, await here.source(ann)))
  value(await here.decide(editor, first, "documented", null, id))
  value(await reopenAdjudication(editor, { ...here.asked(), unitId: first, seen: id }))
  expect(await back(here, ann, "adjudication-reopened")).toEqual([])
  const offered = await back(here, owner, "adjudication-reopened")
  const { what: _what, ...words } = asked(offered, "decision")
  value(await adjudicateClaim(owner, { ...here.asked(), id: uuidv7(), ...words }))
  expect(await here.card(ann, first)).toMatchObject({ verdict: "documented", verdictBy: "adjudication" })
  value(await here.policy({ adjudicateOwn: false }))
  value(await here.label(editor, first, "disputed"))
  expect((await back(here, editor, "adjudication-reopened")).map(({ why }) => why)).toEqual([])
  const { adjudications } = await here.card(owner, first)
  value(await reopenAdjudication(owner, { ...here.asked(), unitId: first, seen: adjudications[0]!.id }))
  expect(await back(here, editor, "adjudication-reopened")).toMatchObject([
    { ask: null, why: expect.stringContaining("does not let an editor decide alone") },
  ])
})

test("retired passages come back as the splitter proposed them, for who may edit them", async () => {
  const here = await room()
  const { ann, editor, first } = here
  value(await here.split(editor, first, 9))
  expect(await back(here, ann, "unit-split")).toEqual([])
  const [offered] = await back(here, editor, "unit-split")
  expect(offered!.passages).toMatchObject({
    before: { listed: [{ quote: "The ship" }, { quote: "sank in 1912." }] },
    after: { listed: [{ quote: "The ship sank in 1912." }] },
  })
  const { unitId, version } = asked([offered!], "passages")
  value(await restoreUnits(editor, { ...here.asked(), unitId, version }))
  expect((await here.live())[0]!.id).toBe(first)
  expect(await back(here, editor, "unit-split")).toEqual([])
})

test("earlier words of a document, of the project, of a source and an earlier policy become a new version", async () => {
  const here = await room()
  const { owner, editor, ann, projectId, documentId } = here
  const ask = () => ({ projectId, requestId: uuidv7() })
  const words = { title: "Log", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  value(await describeDocument(editor, { ...ask(), documentId, version: 1, ...words }))
  expect(await back(here, ann, "document-described")).toEqual([])
  const described = asked(await back(here, editor, "document-described"), "provenance")
  value(await describeDocument(editor, { ...ask(), documentId, version: described.version, ...described.words }))
  expect((await database().document.findUniqueOrThrow({ where: { id: documentId } })).title).toBe("Log book")

  value(await describeProject(owner, { ...ask(), version: 1, name: "Other", description: "Ships." }))
  expect(await back(here, editor, "project-described")).toEqual([])
  const named = asked(await back(here, owner, "project-described"), "project")
  value(await describeProject(owner, { ...ask(), version: named.version, ...named.words }))
  expect((await database().project.findUniqueOrThrow({ where: { id: projectId } })).name).toBe("Seminar")

  value(await here.policy({ annotations: 3 }))
  expect(await back(here, editor, "policy-changed")).toEqual([])
  const offered = await back(here, owner, "policy-changed")
  expect(fields(offered)).toEqual([["policy before", "Reviewers who must agree: 3 → 2"]])
  const ruled = asked(offered, "policy")
  expect(value(await changePolicy(owner, { ...ask(), version: ruled.version, ...ruled.words }))).toMatchObject({
    version: 3,
  })

  const sourceId = await here.source(ann, "Register")
  const record = { kind: "press", csl: { type: "book", title: "Gazette" }, archive: null, created: "", tells: "" }
  value(await changeSource(editor, { ...ask(), sourceId, version: 1, ...record }))
  expect(await back(here, here.ben, "source-changed")).toEqual([])
  const { version, words: before } = asked(await back(here, ann, "source-changed"), "source")
  value(await changeSource(ann, { ...ask(), sourceId, version, ...before }))
  expect((await database().source.findUniqueOrThrow({ where: { id: sourceId } })).line).toBe("Register")
  expect(code(await changeSource(ann, { ...ask(), sourceId, version, ...before }))).toBe("conflict")
})

test("who looks at an earlier withdrawal of a citation brings nothing back from the one that came after", async () => {
  const here = await room()
  const { ann, first } = here
  const citationId = uuidv7()
  value(await here.cite(ann, first, await here.source(ann), "supports", citationId))
  const seen = (version: number) => ({ ...here.asked(), citationId, version })
  value(await withdrawCitation(ann, seen(1)))
  value(await restoreCitation(ann, seen(2)))
  value(await withdrawCitation(ann, seen(3)))
  expect(code(await restoreCitation(ann, seen(2)))).toBe("conflict")
  value(await restoreCitation(ann, seen(4)))
})
