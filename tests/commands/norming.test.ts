import { uuidv7 } from "uuidv7"
import { expect, test } from "vitest"
import { beginRound } from "../../lib/commands/begin-round.ts"
import { endRound } from "../../lib/commands/end-round.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { revealRound } from "../../lib/commands/reveal-round.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { activity } from "../../lib/queries/activity.ts"
import { assignmentPreview } from "../../lib/queries/assignment-preview.ts"
import { queue } from "../../lib/queries/queue.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { round } from "../../lib/queries/round.ts"
import { code, type Person, value } from "../queries/project.ts"
import { exportText } from "../queries/whole-export.ts"
import { forced } from "./forced.ts"
import { room } from "./room.ts"

type Room = Awaited<ReturnType<typeof room>>

const begin = (here: Room, by: Person, claims: number, id = uuidv7()) =>
  beginRound(by, { projectId: here.projectId, id, name: "First", documentId: null, claims, requestId: uuidv7() })
const step = (here: Room, roundId: string) => ({ projectId: here.projectId, roundId, requestId: uuidv7() })

async function begun() {
  const here = await room()
  const id = uuidv7()
  value(await begin(here, here.editor, 2, id))
  const claims = value(await round(here.ann, here.projectId, id)).claims.map(({ unitId }) => unitId)
  return { here, id, claims: claims as [string, string] }
}

test("claims that somebody labelled, or that are in a round, are not drawn; too few are refused and nothing is stored", async () => {
  const here = await room()
  const all = here.units.filter(({ kind }) => kind === "claim").length
  value(await here.label(here.ann, here.first, "documented"))
  expect(await begin(here, here.editor, all)).toMatchObject({
    ok: false,
    failure: { code: "claims-too-few", there: all - 1 },
  })
  const id = uuidv7()
  value(await begin(here, here.editor, all - 1, id))
  const { claims } = value(await round(here.ann, here.projectId, id))
  expect(claims.map(({ unitId }) => unitId)).not.toContain(here.first)
  expect(code(await begin(here, here.editor, 1))).toBe("claims-too-few")
  expect(code(await begin(here, here.ann, 1))).toBe("forbidden")
})

test("in a round nobody sees what others said, after their own label neither, until it is revealed to all", async () => {
  const { here, id, claims } = await begun()
  const { ann, ben, editor, owner, projectId, documentId } = here
  const [unitId] = claims
  value(await here.label(ann, unitId, "speculative", null, "Canary of Ann"))
  value(await here.label(ben, unitId, "disputed", null, "Canary of Ben"))
  for (const who of [ben, editor, owner]) {
    const told = JSON.stringify([
      await here.card(who, unitId),
      await readingRoom(who, documentId),
      await activity(who, projectId, {}),
      await exportText(who, { projectId, format: "json" }),
      await round(who, projectId, id),
    ])
    expect(told).not.toContain("Canary of Ann")
    expect(value(await readingRoom(who, documentId)).units.find(one => one.id === unitId)?.state).toBe("open")
  }
  // That they disagree is not told either.
  const kinds = { flagged: false, cue: null, unassigned: false }
  const draft = { documentId, from: null, to: null, state: "contested", ...kinds, people: [ann.id], overlap: 3 }
  const contested = async () => [
    value(await queue(editor, projectId)).contested.map(one => one.unitId),
    value(await assignmentPreview(editor, { projectId, ...draft })).claims,
  ]
  expect(await contested()).toEqual([[], 0])
  const card = await here.card(ben, unitId)
  expect(card).toMatchObject({ veiled: true, round: { id, stage: "blind" }, mine: { label: "disputed", blind: true } })
  value(await revealRound(editor, step(here, id)))
  expect((await here.card(ben, unitId)).others).toMatchObject([{ reviewerId: ann.id, blind: true }])
  expect(await contested()).toEqual([[unitId], 1])
  expect(code(await revealRound(editor, step(here, id)))).toBe("round-moved-on")
})

test("the labels of before and after are kept, with how far they agreed", async () => {
  const { here, id, claims } = await begun()
  const { ann, ben, editor, projectId } = here
  const [one, two] = claims
  for (const [who, unitId, label] of [
    [ann, one, "documented"],
    [ben, one, "disputed"],
    [ann, two, "speculative"],
    [ben, two, "speculative"],
  ] as const)
    value(await here.label(who, unitId, label))
  expect(value(await round(ann, projectId, id)).revealed).toBeNull()
  value(await revealRound(editor, step(here, id)))
  const { mine } = await here.card(ben, one)
  value(await here.label(ben, one, "documented", mine!.id))
  value(await endRound(editor, step(here, id)))
  // What is said later moves neither.
  value(await here.label(ann, one, "speculative", (await here.card(ann, one)).mine!.id))
  const { revealed, round: line } = value(await round(ann, projectId, id))
  expect(line.stage).toBe("ended")
  expect(revealed!.before).toMatchObject({ used: 2, of: 2, raw: { value: 0.5 } })
  expect(revealed!.after).toMatchObject({ used: 2, of: 2, raw: { value: 1 }, alpha: { value: 1 } })
  const bens = revealed!.people.find(({ id: who }) => who === ben.id)!
  expect([bens.before, bens.after]).toEqual([
    ["disputed", "speculative"],
    ["documented", "speculative"],
  ])
  expect((await here.card(ben, one)).round).toBeNull()
})

test("a label that meets the reveal is either kept as blind or given with sight, never both or neither", async () => {
  const { here, id, claims } = await begun()
  const [unitId] = claims
  const hold = 'SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE'
  const [labelled, revealed] = await forced<{ ok: boolean }>(
    hold,
    [here.documentId],
    [() => here.label(here.ann, unitId, "documented"), () => revealRound(here.editor, step(here, id))],
  )
  expect([labelled!.ok, revealed!.ok]).toEqual([true, true])
  const page = value(await round(here.ben, here.projectId, id))
  const kept = page.revealed!.people.some(({ before }) => before.some(label => label === "documented"))
  expect((await here.card(here.ann, unitId)).mine!.blind).toBe(kept)
})

test.each(["the label", "the round"])(
  "a label that meets the beginning of a round, %s first in line, keeps its claim out of it or is blind",
  async first => {
    const here = await room()
    const id = uuidv7()
    const claims = here.units.filter(({ kind }) => kind === "claim").length
    const calls = [() => here.label(here.ann, here.first, "documented"), () => begin(here, here.editor, claims - 1, id)]
    const hold = 'SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE'
    const answers = await forced<{ ok: boolean }>(
      hold,
      [here.documentId],
      first === "the label" ? calls : calls.reverse(),
    )
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    const drawn = value(await round(here.ben, here.projectId, id)).claims.map(({ unitId }) => unitId)
    expect((await here.card(here.ann, here.first)).mine!.blind).toBe(drawn.includes(here.first))
  },
)

test("an editor who comes too late is not told what another editor did on a claim of the round", async () => {
  const here = await room()
  const { ann, editor, owner, first, projectId } = here
  const [sourceId, citationId] = [await here.source(ann), uuidv7()]
  value(await here.cite(ann, first, sourceId, "supports", citationId, { quotation: "Canary of Ann" }))
  const claims = here.units.filter(({ kind }) => kind === "claim").length
  value(await begin(here, editor, claims))
  value(await here.decide(editor, first, "documented"))
  const late = [
    await here.decide(owner, first, "disputed"),
    await reopenAdjudication(owner, { ...here.asked(), unitId: first, seen: uuidv7() }),
    await withdrawCitation(owner, { ...here.asked(), citationId, version: 9 }),
  ]
  expect(late.map(code)).toEqual(["conflict", "adjudication-missing", "not-found"])
  expect(JSON.stringify(late)).not.toMatch(/Canary|The register decides|Nora Beck/)
  expect(value(await activity(owner, projectId, { kind: "claim-adjudicated" })).changes).toEqual([])
})
