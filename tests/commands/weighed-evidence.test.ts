import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { mergeSources } from "../../lib/commands/merge-sources.ts"
import { withdrawDerivation } from "../../lib/commands/withdraw-derivation.ts"
import { withdrawMerge } from "../../lib/commands/withdraw-merge.ts"
import { evidenceMatrix } from "../../lib/queries/evidence-matrix.ts"
import { reopened } from "../../lib/queries/reopened.ts"
import { value } from "../queries/project.ts"
import { vettedClaims } from "../queries/whole-export.ts"
import { room } from "./room.ts"

/** A claim that two reviewers call documented on two sources, under a policy that asks for what `documented` says. */
async function documented(rule: object) {
  const here = await room()
  const { ann, ben, first, policy, projectId } = here
  value(await policy({ documented: rule }))
  const [memoir, handbook] = [await here.source(ann, "Memoir"), await here.source(ann, "Handbook")]
  for (const id of [memoir, handbook]) value(await here.cite(ann, first, id))
  for (const who of [ann, ben]) value(await here.label(who, first, "documented"))
  const state = async () => (await here.card(ann, first)).state
  const why = async () => value(await reopened(ann, projectId, {})).claims.map(({ sentence }) => sentence)
  return { ...here, memoir, handbook, state, why }
}

test("two sources are two witnesses until one is said to derive from the other, and again when that is taken back", async () => {
  const { ann, editor, first, memoir, handbook, derive, card, state, why, projectId } = await documented({
    independent: 2,
  })
  expect(await state()).toBe("vetted")
  expect((await card(ann, first)).findings).toEqual([])
  const derivationId = uuidv7()
  expect(value(await derive(editor, handbook, memoir, derivationId))).toMatchObject({ verdictsChanged: 1 })
  expect(await state()).toBe("in-review")
  expect(await why()).toEqual(["stated that “Handbook” retells “Memoir”."])
  const { findings, conditions } = await card(ann, first)
  expect(findings.map(({ sentence }) => sentence)).toEqual([
    "One witness: the 2 sources that support it both go back to “Memoir”.",
    "“Handbook” derives from “Memoir”, which is cited too. Together they are one witness, not two.",
  ])
  expect(conditions.find(({ code }) => code === "support-independent")).toMatchObject({
    met: false,
    sentence: expect.stringContaining("“Documented” needs 2 independent supporting sources; it has 1."),
    mend: { kind: "lineage" },
  })
  const words = { projectId, sourceId: handbook, derivationId, reason: "It has others.", requestId: uuidv7() }
  value(await withdrawDerivation(editor, words))
  expect([await state(), await why()]).toEqual(["vetted", []])
})

test("a lineage over a source that nobody cites counts too", async () => {
  const { ann, editor, memoir, handbook, derive, source, state } = await documented({ independent: 2 })
  const letters = await source(ann, "Letters")
  value(await derive(editor, memoir, letters))
  expect(await state()).toBe("vetted")
  value(await derive(editor, handbook, letters))
  expect(await state()).toBe("in-review")
})

test("records that are merged are one witness", async () => {
  const { editor, memoir, handbook, projectId, state, why } = await documented({ independent: 2 })
  const merge = { projectId, sourceId: handbook, version: 1, intoId: memoir, requestId: uuidv7() }
  expect(value(await mergeSources(editor, merge))).toMatchObject({ verdictsChanged: 1 })
  expect([await state(), await why()]).toEqual(["in-review", ["merged the source “Handbook” into “Memoir”."]])
  value(await withdrawMerge(editor, { projectId, sourceId: handbook, requestId: uuidv7() }))
  expect(await state()).toBe("vetted")
})

test("a downgrade brings the verdict down in the same step and says why; a better grade brings it back", async () => {
  const { ann, editor, first, memoir, grade, label, card, state, why } = await documented({ grade: "C" })
  expect(await state()).toBe("in-review")
  const [good, bad] = [uuidv7(), uuidv7()]
  value(await grade(editor, memoir, "B", null, good))
  expect(await state()).toBe("vetted")
  expect(value(await grade(editor, memoir, "E", good, bad))).toMatchObject({ verdictsChanged: 1 })
  expect(await state()).toBe("in-review")
  expect(await why()).toEqual(["graded the source “Memoir” E, which was B before: It was looked into."])
  const { conditions, mine } = await card(ann, first)
  expect(conditions.find(({ code }) => code === "support-graded")?.met).toBe(false)
  value(await label(ann, first, "documented", mine!.id, "Another word."))
  expect(await state()).toBe("in-review")
  value(await grade(editor, memoir, "A", bad))
  expect([await state(), await why()]).toEqual(["vetted", []])
})

test("F is unknown: it meets no demand, and where none is made it takes nothing away", async () => {
  const asked = await documented({ grade: "E" })
  value(await asked.grade(asked.editor, asked.memoir, "F"))
  expect(await asked.state()).toBe("in-review")
  const free = await documented({})
  value(await free.grade(free.editor, free.memoir, "F"))
  expect(await free.state()).toBe("vetted")
})

test("how credible the source is on this claim counts where the policy asks", async () => {
  const { ann, first, cite, source, state } = await documented({ credibility: 2 })
  expect(await state()).toBe("in-review")
  value(await cite(ann, first, await source(ann, "Diary"), "supports", uuidv7(), { credibility: 6 }))
  expect(await state()).toBe("in-review")
  value(await cite(ann, first, await source(ann, "Log"), "supports", uuidv7(), { credibility: 2 }))
  expect(await state()).toBe("vetted")
})

test("that it was said and that it is so are judged apart, each on its own evidence, and exported both", async () => {
  const { ann, ben, first, projectId, source, cite, judge, card } = await room()
  const memoir = await source(ann, "Memoir")
  value(await cite(ann, first, memoir, "supports", uuidv7(), { bearsOn: "said" }))
  for (const who of [ann, ben]) value(await judge(who, first, "disputed", "documented"))
  expect(await card(ann, first)).toMatchObject({
    state: "vetted",
    verdict: "disputed",
    said: { verdict: "documented" },
    mine: { label: "disputed", said: "documented" },
  })
  const { documents } = value(await vettedClaims(ann, projectId))
  expect(documents[0]?.claims[0]).toMatchObject({ label: "disputed", said: "documented" })
  const laidOut = async (said: string) => {
    const found = value(await evidenceMatrix(ann, projectId, { said, bearsOn: "said" }))
    return found.matrix.claims.map(({ id }) => id)
  }
  expect([await laidOut("documented"), await laidOut("disputed")]).toEqual([[first], []])
})

test("evidence that it was said is none that it is so", async () => {
  const { ann, ben, first, source, cite, label, card } = await room()
  value(await cite(ann, first, await source(ann, "Memoir"), "supports", uuidv7(), { bearsOn: "said" }))
  for (const who of [ann, ben]) value(await label(who, first, "documented"))
  expect(await card(ann, first)).toMatchObject({ state: "in-review", verdict: null, said: null })
})
