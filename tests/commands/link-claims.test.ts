import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { linkClaims } from "../../lib/commands/link-claims.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawLink } from "../../lib/commands/withdraw-link.ts"
import { activity } from "../../lib/queries/activity.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { reopened } from "../../lib/queries/reopened.ts"
import { code, type Person, value } from "../queries/project.ts"
import { vettedClaims } from "../queries/whole-export.ts"
import { chain, room } from "./room.ts"

/** Two documents of one project with the same text, and short words for links between their claims. */
async function twoTexts() {
  const here = await room()
  const { ann, editor, projectId } = here
  const there = await room(here)
  const link = (unitId: string, otherId: string, kind = "same", who: Person = editor, id = uuidv7()) =>
    linkClaims(who, { projectId, id, kind, unitId, otherId, reason: "Word for word.", requestId: uuidv7() })
  const unlink = (linkId: string) =>
    withdrawLink(editor, { projectId, linkId, why: "Another ship.", requestId: uuidv7() })
  const state = async (of: typeof here, unitId: string) => (await of.card(ann, unitId)).state
  const documented = async (of: typeof here, unitId: string) => {
    for (const who of [here.ann, here.ben]) value(await of.label(who, unitId, "documented"))
  }
  const why = async () => value(await reopened(ann, projectId, {})).claims.map(({ sentence }) => sentence)
  return { here, there, link, unlink, state, documented, why, ...here }
}

test("claims that say the same share their evidence, in both directions, until it is taken back", async () => {
  const { here, there, ann, link, unlink, state, documented, why, projectId } = await twoTexts()
  await documented(there, there.first)
  value(await here.cite(ann, here.first, await here.source(ann)))
  expect(await state(there, there.first)).toBe("in-review")
  const linkId = uuidv7()
  expect(value(await link(here.first, there.first, "same", undefined, linkId))).toMatchObject({ verdictsChanged: 1 })
  expect(await state(there, there.first)).toBe("vetted")
  const card = await there.card(ann, there.first)
  expect(card.citations).toEqual([])
  expect(card.shared).toMatchObject([{ source: "Lloyd's register", unitId: here.first, documentId: here.documentId }])
  expect(card.links).toMatchObject([
    { kind: "same", unitId: here.first, quote: "The ship sank in 1912.", by: "Nora Beck" },
  ])
  value(await unlink(linkId))
  expect([await state(there, there.first), await why()]).toEqual([
    "in-review",
    ["took back of two claims that they say the same: Another ship."],
  ])
  expect((await there.card(ann, there.first)).shared).toEqual([])
  await chain(projectId)
})

test("a citation in one document moves the verdict of the same claim in another, in the same step", async () => {
  const { here, there, ann, link, state, documented, why } = await twoTexts()
  await documented(there, there.first)
  value(await link(here.first, there.first))
  const citationId = uuidv7()
  value(await here.cite(ann, here.first, await here.source(ann), "supports", citationId))
  expect(await state(there, there.first)).toBe("vetted")
  value(await withdrawCitation(ann, { ...here.asked(), citationId, version: 1 }))
  expect(await state(there, there.first)).toBe("in-review")
  expect(await why()).toEqual(["withdrew a citation of “Lloyd's register” in support of a claim."])
})

test("what counts for a claim is exported and laid out with it, and so are its links", async () => {
  const { here, there, ann, second, link, documented, projectId } = await twoTexts()
  await documented(there, there.first)
  value(await here.cite(ann, here.first, await here.source(ann)))
  value(await link(here.first, there.first))
  value(await link(there.first, second, "contradicts"))
  value(await there.decide(there.editor, there.first, "documented"))
  const { documents, sources } = value(await vettedClaims(ann, projectId))
  const exported = documents.flatMap(({ claims }) => claims)
  expect(exported).toMatchObject([
    { unitId: there.first, sameAs: [here.first], contradicts: [second], citations: [{ citedOn: here.first }] },
  ])
  expect(sources.map(({ line }) => line)).toEqual(["Lloyd's register"])
  const { matrix, uses } = value(await evidenceMatrix(ann, projectId, {}))
  expect(matrix.claims.map(({ id }) => id).sort()).toEqual([here.first, there.first].sort())
  expect([matrix.cells.length, uses]).toEqual([2, 1])
})

test("a contradiction is one of all that say the same, also of those that come to it later", async () => {
  const { here, there, ann, first, second, link, state, documented } = await twoTexts()
  value(await link(first, second, "contradicts"))
  value(await there.cite(ann, there.first, await there.source(ann)))
  await documented(there, there.first)
  expect(await state(there, there.first)).toBe("vetted")
  const linkId = uuidv7()
  expect(value(await link(first, there.first, "same", undefined, linkId))).toMatchObject({ verdictsChanged: 1 })
  expect(await state(there, there.first)).toBe("contested")
  value(await here.split(here.editor, second, 34))
  expect(await state(there, there.first)).toBe("vetted")
  value(await here.undo(here.editor))
  expect(await state(there, there.first)).toBe("contested")
})

test("a passage that is split leaves the claims that said the same, and comes back with undo", async () => {
  const { here, there, ann, editor, link, state, documented } = await twoTexts()
  await documented(there, there.first)
  value(await here.cite(ann, here.first, await here.source(ann)))
  value(await link(here.first, there.first))
  value(await here.split(editor, here.first, 9))
  expect(await state(there, there.first)).toBe("in-review")
  expect((await there.card(ann, there.first)).links).toMatchObject([{ retired: true }])
  value(await here.undo(editor))
  expect(await state(there, there.first)).toBe("vetted")
})

test("two who work on both ends at once, in two documents: no verdict is left behind", async () => {
  const { here, there, ann, ben, link, state } = await twoTexts()
  value(await link(here.first, there.first))
  const source = await here.source(ann)
  value(await there.label(ann, there.first, "documented"))
  for (let round = 0; round < 4; round++) {
    const citationId = uuidv7()
    const mine = (await there.card(ben, there.first)).mine
    const done = await Promise.all([
      here.cite(ann, here.first, source, "supports", citationId),
      there.label(ben, there.first, "documented", mine?.id ?? null, `Round ${round}.`),
      there.cite(ann, there.first, source, "mentions"),
    ])
    expect(done.map(code)).toEqual(["ok", "ok", "ok"])
    expect(await state(there, there.first)).toBe("vetted")
    const theirs = (await there.card(ben, there.first)).mine!.id
    const back = await Promise.all([
      withdrawCitation(ann, { ...here.asked(), citationId, version: 1 }),
      there.label(ben, there.first, "documented", theirs, `Again ${round}.`),
    ])
    expect(back.map(code)).toEqual(["ok", "ok"])
    expect(await state(there, there.first)).toBe("in-review")
  }
})

test("a confirmed contradiction brings both down from “documented”, and an editor's decision stands", async () => {
  const { here, ann, editor, first, second, link, state, documented, why, card } = await twoTexts()
  for (const id of [first, second]) value(await here.cite(ann, id, await here.source(ann, `Log ${id}`)))
  for (const id of [first, second]) await documented(here, id)
  expect(value(await link(first, second, "contradicts"))).toMatchObject({ verdictsChanged: 2 })
  expect([await state(here, first), await state(here, second)]).toEqual(["contested", "contested"])
  expect(await why()).toEqual(Array(2).fill("said of two claims that they contradict each other: Word for word."))
  const { conditions, links } = await card(ann, first)
  expect(conditions.find(({ code: which }) => which === "contradiction")).toMatchObject({
    met: false,
    mend: { kind: "adjudicate" },
  })
  expect(links).toMatchObject([{ kind: "contradicts", unitId: second }])
  value(await here.decide(editor, first, "documented"))
  expect([await state(here, first), await state(here, second)]).toEqual(["vetted", "contested"])
})

test("what is said of a pair is said once, by editors, of two live claims that fit together", async () => {
  const { here, there, ann, first, second, editor, link, unlink, stranger } = await twoTexts()
  expect(code(await link(first, second, "same", ann))).toBe("forbidden")
  expect(code(await link(first, second, "same", stranger))).toBe("not-found")
  expect(code(await link(first, first))).toBe("invalid")
  expect(code(await link(first, uuidv7()))).toBe("not-found")
  const id = uuidv7()
  value(await link(first, there.first, "same", undefined, id))
  expect(await link(there.first, first, "contradicts")).toMatchObject({ failure: { code: "link-known", kind: "same" } })
  expect(code(await link(second, there.second, "same", undefined, id))).toBe("request-reused")
  value(await link(second, first, "contradicts"))
  expect(code(await link(second, there.first))).toBe("link-at-odds")
  value(await here.kind(editor, second, "opinion"))
  expect(code(await link(second, there.second))).toBe("not-found")
  value(await unlink(id))
  expect(code(await unlink(id))).toBe("not-found")
})

test("a proposal that was answered is not made again, and the activity tells it", async () => {
  const { here, there, ann, first, link, unlink, projectId } = await twoTexts()
  const proposed = async () => (await here.card(ann, first)).repeats.listed.map(({ unitId }) => unitId)
  expect(await proposed()).toContain(there.first)
  const id = uuidv7()
  value(await link(first, there.first, "neither", undefined, id))
  expect(await proposed()).not.toContain(there.first)
  expect((await here.card(ann, first)).links).toMatchObject([{ linkId: id, kind: "neither", unitId: there.first }])
  const { changes } = value(await activity(ann, projectId, { kind: "claims-linked" }))
  expect(changes.map(({ sentence }) => sentence)).toEqual([
    "said of two claims that they neither say the same nor contradict each other: Word for word.",
  ])
  value(await unlink(id))
  expect(await proposed()).toContain(there.first)
})
