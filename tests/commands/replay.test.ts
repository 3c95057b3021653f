import fc from "fast-check"
import { expect, test } from "vitest"
import { type UnitState, versionOf } from "../../lib/domain/effect.ts"
import { overlaps } from "../../lib/domain/flag.ts"
import { canonical } from "../../lib/domain/undo.ts"
import { flags as flagList } from "../../lib/queries/flags.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { value } from "../queries/project.ts"
import { checkLog, stored } from "./log-and-rows.ts"
import { olderSplitter } from "./older-splitter.ts"
import { carryOut, step } from "./replay-steps.ts"
import { room } from "./room.ts"

// A soak tries long sequences and opens the card of every claim; of the thousand of a test run one in twenty is such.
const soak = Number(process.env["REPLAY_RUNS"] ?? 0)
const runs = soak || 1_000
const some = (minLength: number, maxLength: number, cards: number) =>
  fc.record({ steps: fc.array(step, { minLength, maxLength, size: "max" }), cards: fc.constant(cards) })
const long = some(8, 40, Number.POSITIVE_INFINITY)
const sequence = soak ? long : fc.oneof({ arbitrary: some(4, 16, 2), weight: 19 }, { arbitrary: long, weight: 1 })

type Room = Awaited<ReturnType<typeof room>>

/** Checks what the screens show against the log; the cards of so many claims, from the `from`th on. */
async function check(here: Room, proposed: readonly UnitState[], from: number, cards: number): Promise<void> {
  const { documentId, owner, ann, projectId } = here
  const { folded, length } = await checkLog(here, { units: proposed, splitter: 1 })
  const shown = value(await readingRoom(ann, documentId))
  const { number } = shown.document
  const live = [...folded.units.values()]
    .filter(unit => !unit.retired && versionOf(unit) === number)
    .sort((a, b) => a.start - b.start)
  expect(shown.revision).toBe(length)
  expect(shown.units.map(({ id, start, end, kind, mine }) => ({ id, start, end, kind, mine }))).toEqual(
    live.map(({ id, start, end, kind }) => {
      const mine = folded.annotations.get(`${id} ${ann.id}`)?.label ?? null
      return { id, start, end, kind, mine }
    }),
  )
  const flags = [...folded.flags.values()].filter(({ raisedBy }) => raisedBy)
  const open = flags.filter(flag => flag.status === "open")
  const inText = open.filter(flag => versionOf(flag) === number)
  expect(shown.flags.map(flag => flag.id).sort()).toEqual(inText.map(flag => flag.id).sort())
  expect(value(await flagList(owner, projectId, { document: documentId, by: "people" })).total).toBe(open.length)
  const at = from % Math.max(1, live.length)
  for (const unit of [...live.slice(at), ...live.slice(0, at)].slice(0, cards)) {
    const card = await here.card(ann, unit.id)
    const { version: _version, ...state } = card.unit
    expect(canonical(state)).toBe(canonical(unit))
    const said = [...folded.annotations.values()].filter(annotation => annotation.unitId === unit.id)
    const current = [card.mine, ...card.others].filter(annotation => annotation !== null)
    expect(current.map(({ id }) => id).sort()).toEqual(said.map(({ id }) => id).sort())
    const own = card.citations.filter(citation => citation.unitId === unit.id)
    const cited = [...folded.citations.values()].filter(c => c.unitId === unit.id && !c.withdrawn)
    expect(own.map(({ id, stance }) => `${id} ${stance}`).sort()).toEqual(cited.map(c => `${c.id} ${c.stance}`).sort())
    expect(card.flags.map(({ id, status }) => `${id} ${status}`).sort()).toEqual(
      flags
        .filter(flag => versionOf(flag) === number && overlaps(flag, unit))
        .map(({ id, status }) => `${id} ${status}`)
        .sort(),
    )
    expect(card.adjudications.find(({ current: now }) => now)?.id).toBe(folded.adjudications.get(unit.id)?.id)
    const seen = shown.units.find(({ id }) => id === unit.id)!
    expect({ state: card.state, verdict: card.verdict }).toEqual({ state: seen.state, verdict: seen.verdict })
  }
}

test(
  "after any sequence of commands the log, the rows, the screens and the verdicts tell the same",
  async () => {
    const outcomes = new Map<string, number>()
    const project = await room()
    const property = fc.asyncProperty(sequence, fc.nat(20), async ({ steps, cards }, from) => {
      const here = await room(project)
      const sourceId = await here.source(here.owner)
      await olderSplitter(here.documentId)
      const proposed = [...(await stored(here.documentId)).units.values()]
      for (const one of steps) {
        const result = await carryOut(here, sourceId, one)
        const outcome = `${one.what} ${result ? (result.ok ? "ok" : result.failure.code) : "nothing"}`
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      }
      await check(here, proposed, from, cards)
    })
    const seed = process.env["REPLAY_SEED"] ? { seed: Number(process.env["REPLAY_SEED"]) } : {}
    const told = await fc.check(property, { numRuns: runs, ...seed })
    console.log(`replay: seed ${told.seed}, ${told.numRuns} sequences`)
    if (told.failed) throw new Error(fc.defaultReportMessage(told), { cause: told.errorInstance })
    expect(told.numRuns).toBe(runs)
    if (process.env["REPLAY_SHOW"])
      console.log(
        [...outcomes]
          .sort()
          .map(line => line.join(": "))
          .join("\n"),
      )
  },
  24 * 3_600_000,
)
