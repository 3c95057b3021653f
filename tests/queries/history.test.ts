import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { beginThread } from "../../lib/commands/begin-thread.ts"
import { changeComment } from "../../lib/commands/change-comment.ts"
import { chooseBlindness } from "../../lib/commands/choose-blindness.ts"
import { describeDocument } from "../../lib/commands/describe-document.ts"
import { linkClaims } from "../../lib/commands/link-claims.ts"
import { beforeAfter } from "../../lib/queries/before-after.ts"
import { claimHistory } from "../../lib/queries/claim-history.ts"
import { documentHistory } from "../../lib/queries/document-history.ts"
import { versions } from "../../lib/queries/versions.ts"
import { room } from "../commands/room.ts"
import { code, document, type Person, value } from "./project.ts"

type Room = Awaited<ReturnType<typeof room>>

const kindsOf = async (here: Room, who: Person, unitId: string) =>
  value(await claimHistory(who, here.documentId, unitId, {})).changes.map(({ kind }) => kind)

/** The newest change of a passage's history in lines: "label: before → after". */
async function newest(here: Room, who: Person, unitId: string) {
  const [change] = value(await claimHistory(who, here.documentId, unitId, {})).changes
  const { streamId, revision } = change!
  const { details, restorations } = value(
    await beforeAfter(who, { projectId: here.projectId, streamId, revision, claim: unitId }),
  )
  const lines = details.groups.flatMap(({ fields }) =>
    fields.map(({ label, before, after }) => `${label}: ${before ?? "–"} → ${after ?? "–"}`),
  )
  return { lines, restorations, details }
}

test("a claim's history holds what was said of it, its flags and links, and what brought its verdict down", async () => {
  const here = await room()
  const { ann, ben, editor, owner, first, second, projectId } = here
  value(await here.policy({ annotations: 1, documented: { grade: "C" } }))
  const source = await here.source(editor)
  const graded = uuidv7()
  value(await here.grade(editor, source, "B", null, graded))
  value(await here.cite(ann, first, source))
  value(await here.label(ann, first, "documented"))
  value(await here.flag(ben, "ship", false))
  value(await here.label(ben, second, "disputed"))
  const pair = { id: uuidv7(), kind: "neither", unitId: first, otherId: second, reason: "" }
  value(await linkClaims(editor, { projectId, requestId: uuidv7(), ...pair }))
  value(await here.grade(editor, source, "E", graded))
  expect(await kindsOf(here, owner, first)).toEqual([
    "source-graded",
    "claims-linked",
    "flag-raised",
    "annotation-given",
    "citation-given",
  ])
  expect(await kindsOf(here, owner, second)).toEqual(["claims-linked", "annotation-given"])
  expect((await newest(here, owner, first)).lines).toEqual([
    "Reliability of Lloyd's register: B, Usually reliable → E, Unreliable",
    "Reason: – → It was looked into.",
  ])
})

test("what was said before a split or a merge is in the history of what came of it, and of the retired one", async () => {
  const here = await room()
  const { ann, editor, owner, first } = here
  value(await here.label(ann, first, "documented"))
  const ids = [uuidv7(), uuidv7()]
  value(await here.split(editor, first, 9, ids))
  expect(await kindsOf(here, owner, ids[1]!)).toEqual(["unit-split", "annotation-given"])
  expect(await kindsOf(here, owner, first)).toEqual(["unit-split", "annotation-given"])
  expect(value(await claimHistory(owner, here.documentId, first, {})).passage).toMatchObject({ retired: true })
  const whole = uuidv7()
  value(await here.merge(editor, ids[0]!, whole))
  expect(await kindsOf(here, owner, whole)).toEqual(["units-merged", "unit-split", "annotation-given"])
  const { details } = await newest(here, owner, whole)
  expect(details.passages).toMatchObject({
    before: { listed: [{ quote: "The ship" }, { quote: "sank in 1912." }] },
    after: { listed: [{ quote: "The ship sank in 1912." }] },
  })
  expect(code(await claimHistory(owner, here.documentId, uuidv7(), {}))).toBe("not-found")
})

test("moving a boundary is in the history of both passages, with the words that moved", async () => {
  const here = await room()
  const { editor, owner, first, second } = here
  value(await here.move(editor, first, 12))
  for (const id of [first, second]) expect(await kindsOf(here, owner, id)).toEqual(["boundary-moved"])
  expect((await newest(here, owner, second)).lines).toEqual([
    "Passage: The ship sank in 1912. → The ship san",
    "Hints: date → –",
    "Passage: It was raised in 1920. → k in 1912. It was raised in 1920.",
  ])
})

test("a document's history holds what was done to it, and nothing of another one", async () => {
  const here = await room()
  const { owner, ann, first, projectId, documentId } = here
  const other = await document(owner, projectId, "Diary")
  value(await here.label(ann, first, "disputed"))
  const words = { title: "Log", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  value(await describeDocument(owner, { projectId, documentId, version: 1, ...words, requestId: uuidv7() }))
  const history = value(await documentHistory(owner, documentId, {}))
  expect(history.changes.map(({ kind }) => kind)).toEqual(["document-described", "annotation-given", "document-added"])
  expect(value(await documentHistory(owner, documentId, { kind: "labels" })).total).toBe(1)
  expect(value(await documentHistory(owner, other.id, {})).changes.map(({ kind }) => kind)).toEqual(["document-added"])
  expect(code(await documentHistory(owner, documentId, { at: `${other.id}.1` }))).toBe("ok")
  expect(value(await documentHistory(owner, documentId, { at: `${projectId}.1` }))).toMatchObject({ missing: true })
})

test("a change of another project, or one that nobody made, has no details", async () => {
  const [here, there] = [await room(), await room()]
  value(await there.label(there.ann, there.first, "disputed"))
  const ask = { projectId: here.projectId, streamId: there.documentId, revision: 1 }
  expect(code(await beforeAfter(here.owner, ask))).toBe("not-found")
  expect(code(await beforeAfter(there.owner, ask))).toBe("not-found")
  expect(code(await beforeAfter(there.owner, { ...ask, projectId: there.projectId }))).toBe("ok")
  expect(code(await beforeAfter(there.owner, { ...ask, projectId: there.projectId, revision: 2 }))).toBe("not-found")
})

test("what a comment said before is told to editors only, and mentions by the names that one may know", async () => {
  const here = await room()
  const { ann, ben, editor, owner, first } = here
  const [threadId, id] = [uuidv7(), uuidv7()]
  const begun = { unitId: first, threadId, id, text: `First words for @[${ben.id}]` }
  value(await beginThread(ann, { ...here.asked(), ...begun }))
  expect((await newest(here, ben, first)).lines.at(-1)).toBe("Comment: – → First words for @Ben Ferrand")
  value(await changeComment(ann, { ...here.asked(), commentId: id, version: 1, text: "Second words" }))
  expect((await newest(here, editor, first)).lines).toEqual(["Comment: First words for @Ben Ferrand → Second words"])
  for (const who of [ann, ben]) {
    const [line] = (await newest(here, who, first)).lines
    expect(line).toMatch(/^Comment: words that are not shown here.* → Second words$/)
  }
  const names = { blind: false, pseudonyms: true }
  const ask = { projectId: here.projectId, ...names, seen: { blind: false, pseudonyms: false } }
  value(await chooseBlindness(owner, { ...ask, requestId: uuidv7() }))
  expect(JSON.stringify(await newest(here, ben, first))).not.toContain("Ann Okafor")
})

test("in a blind document the history of a passage opens with one's own label, of what it came from too", async () => {
  const here = await room()
  const { ann, ben, editor, owner, first, projectId } = here
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: true, pseudonyms: false, seen, requestId: uuidv7() }))
  value(await here.label(ann, first, "documented", null, "Secret reason"))
  const ids = [uuidv7(), uuidv7()]
  value(await here.split(editor, first, 9, ids))
  expect(await kindsOf(here, ben, ids[0]!)).toEqual(["unit-split"])
  const hidden = { projectId, streamId: here.documentId, revision: 1 }
  expect(code(await beforeAfter(ben, { ...hidden, claim: ids[0] }))).toBe("not-found")
  expect(value(await claimHistory(ben, here.documentId, ids[0]!, { at: `${here.documentId}.1` })).missing).toBe(true)
  value(await here.label(ben, ids[0]!, "disputed"))
  expect(await kindsOf(here, ben, ids[0]!)).toEqual(["annotation-given", "unit-split", "annotation-given"])
  expect(JSON.stringify(value(await beforeAfter(ben, { ...hidden, claim: ids[0] })))).toContain("Secret reason")
  // The other half is not theirs yet.
  expect(await kindsOf(here, ben, ids[1]!)).toEqual(["unit-split"])
  expect(code(await beforeAfter(ben, { ...hidden, claim: ids[1] }))).toBe("not-found")
})

test("a new version tells who is bound by blindness nothing of what others worked on, and editors all of it", async () => {
  const here = await room()
  const other = await room(here)
  const { ann, ben, editor, owner, second, projectId } = here
  const seen = { blind: false, pseudonyms: false }
  value(await chooseBlindness(owner, { projectId, blind: true, pseudonyms: false, seen, requestId: uuidv7() }))
  value(await here.label(ann, second, "disputed"))
  const told = async ({ documentId }: Room, who: Person) => {
    const { added, lost } = value(await versions(who, documentId))
      .versions.map(({ added: one }) => ({ added: one, lost: one?.lost }))
      .find(one => one.added)!
    const [change] = value(await documentHistory(who, documentId, { kind: "passages" })).changes
    const { streamId, revision, sentence } = change!
    const { details, happening } = value(await beforeAfter(who, { projectId, streamId, revision }))
    return { added: { ...added, sha256: "" }, lost, sentence, quote: happening.quote, details }
  }
  const corrected = "Foreword. The ship sank in 1912. It was raised in 1921, they say. 🚢 Nobody wrote down why."
  value(await here.renew(editor, corrected))
  value(await other.renew(editor, corrected))
  const [worked, idle] = [await told(here, ben), await told(other, ben)]
  expect(worked).toEqual(idle)
  expect(worked).toMatchObject({ lost: null, added: { unfound: 1 } })
  const passages = { before: { listed: [{ quote: "It was raised in 1920." }] } }
  expect(await told(here, editor)).toMatchObject({ lost: 1, quote: "", details: { passages } })
  expect(await told(other, editor)).toMatchObject({ lost: 0, details: { passages } })
})
