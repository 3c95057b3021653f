import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { chosenHunks } from "../../lib/domain/chosen-hunks.ts"
import { type Effect, reversed, type UnitState } from "../../lib/domain/effect.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { overlaps } from "../../lib/domain/flag.ts"
import { packSteps, unpackSteps } from "../../lib/domain/packed-steps.ts"
import { replay } from "../../lib/domain/replay.ts"
import { difference, type Hunk } from "../../lib/domain/resplit.ts"
import { resplitCounts, resplitEffect } from "../../lib/domain/resplit-effect.ts"
import { changeOf, storedBody } from "../../lib/domain/stored-change.ts"
import { type ProposedUnit, type Span, unitKinds } from "../../lib/domain/unit.ts"
import { type BornUnit, mergeUnits, moveBoundary, restoreUnits, splitUnit } from "../../lib/domain/unit-edit.ts"

const words = 14
const text = Array.from({ length: words }, (_, at) => `w${at}x`).join(" ")
const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index)

/** One way to split the text: where units begin, in words, and what they are. */
const proposal = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: words - 1 }), { maxLength: words - 1 }),
    kinds: fc.array(fc.constantFrom(...unitKinds), { minLength: words, maxLength: words }),
    rule: fc.constantFrom("is-assertion", "is-question"),
    cued: fc.array(fc.boolean(), { minLength: words, maxLength: words }),
  })
  .map(({ cuts, kinds, rule, cued }): ProposedUnit[] => {
    const begins = [0, ...cuts.sort((a, b) => a - b)]
    return begins.map((word, at) => {
      const start = starts[word]!
      const next = begins[at + 1]
      const end = next === undefined ? text.length : starts[next]! - 1
      const cue = { start, end: start + 2, kind: "hedge", rule: "hedge-word", strength: 2 } as const
      return { start, end, kind: kinds[word]!, rules: [rule, "full-stop"], cues: cued[word] ? [cue] : [] }
    })
  })

const step = fc.record({
  what: fc.constantFrom("split", "split", "merge", "merge", "move", "kind", "restore" as const),
  n: fc.nat(30),
  at: fc.nat(text.length),
  kind: fc.constantFrom(...unitKinds),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A document as an older splitter and then people left it. */
function edited(old: readonly ProposedUnit[], steps: readonly Step[] = []) {
  const first = old.map((unit, at): UnitState => ({ ...unit, id: `u${at}`, origin: "splitter", retired: false }))
  const effects: Effect[] = []
  let made = 0
  const id = () => `n${made++}`
  const rows = () => replay(first, effects)
  const all = (): BornUnit[] => {
    const { units, proposals } = rows()
    return [...units.values()].map(state => {
      const { id: _id, ...born } = proposals.get(state.id) ?? { id: "" }
      return { state, born: "start" in born ? born : null }
    })
  }
  const live = () => [...rows().units.values()].filter(({ retired }) => !retired).sort((a, b) => a.start - b.start)
  const keep = (result: Result<Effect>) => {
    if (result.ok) effects.push(result.value)
  }
  for (const { what, n, at, kind } of steps) {
    const units = live()
    const [unit, next] = [units[n % units.length]!, units[(n % units.length) + 1]]
    if (what === "split") keep(splitUnit(text, unit, unit.start + (at % (unit.end - unit.start)), [id(), id()]))
    else if (what === "kind") keep({ ok: true, value: { units: [{ before: unit, after: { ...unit, kind } }] } })
    else if (what === "restore") keep(restoreUnits(all(), unit))
    else if (next && what === "merge") keep(mergeUnits(unit, next, id()))
    else if (next) keep(moveBoundary(text, unit, next, unit.start + (at % (next.end - unit.start))))
  }
  const take = (hunks: readonly Hunk[]) => {
    const effect = resplitEffect(hunks, id)
    effects.push(effect)
    return effect
  }
  return { all, live, rows, take, keep, effects, restore: (unit: UnitState) => keep(restoreUnits(all(), unit)) }
}

/** Throws unless the spans are in order, apart, and cover every character that is not white space. */
function covers(spans: readonly Span[]): void {
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(text.slice(at, start).trim()).toBe("")
    at = end
  }
  expect(text.slice(at).trim()).toBe("")
}

const borns = (all: readonly BornUnit[]) => all.flatMap(({ born }) => born ?? [])
const bare = ({ start, end, kind, rules, cues }: UnitState | ProposedUnit) => ({ start, end, kind, rules, cues })
const cases = fc.record({
  old: proposal,
  steps: fc.array(step, { maxLength: 12 }),
  next: proposal,
  choice: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
})
const laws = (law: (given: typeof cases extends fc.Arbitrary<infer G> ? G : never) => void) =>
  fc.assert(fc.property(cases, law), { numRuns: 400 })

describe("whatever the older splitter, the people and the newer splitter did", () => {
  test("after any subset of the hunks the units, and what is proposed for them, cover the text in order", () => {
    laws(({ old, steps, next, choice }) => {
      const room = edited(old, steps)
      const { hunks } = difference(room.all(), next)
      room.take(hunks.filter((_, at) => choice[at % choice.length]))
      covers(room.live())
      covers(borns(room.all()))
    })
  })

  test("hunks lie apart, each is as the text has it, and a stretch outside of them is as proposed or settled", () => {
    laws(({ old, steps, next }) => {
      const room = edited(old, steps)
      const { hunks, settled } = difference(room.all(), next)
      for (const [at, hunk] of hunks.entries()) {
        expect(hunk.start).toBeGreaterThanOrEqual(hunks[at - 1]?.end ?? 0)
        for (const { unit } of hunk.now) expect(overlaps(unit.state, hunk)).toBe(true)
        expect(room.live().filter(unit => overlaps(unit, hunk))).toHaveLength(hunk.now.length)
      }
      if (settled > 0) return
      const outside = (span: Span) => !hunks.some(hunk => overlaps(hunk, span))
      expect(room.live().filter(outside).map(bare)).toEqual(next.filter(outside).map(bare))
    })
  })

  test("no row is lost, so that nothing said about one is, and a unit with a proposed span stays itself", () => {
    laws(({ old, steps, next, choice }) => {
      const room = edited(old, steps)
      const before = room.rows().units
      const { hunks } = difference(room.all(), next)
      room.take(hunks.filter((_, at) => choice[at % choice.length]))
      const after = room.rows().units
      for (const [id, unit] of before) {
        expect(after.get(id)).toMatchObject({ start: unit.start, end: unit.end, origin: unit.origin })
        const stays = next.some(({ start, end }) => start === unit.start && end === unit.end)
        if (!unit.retired && stays) expect(after.get(id)?.retired).toBe(false)
      }
    })
  })

  test("taking all gives exactly the proposal wherever no person had decided", () => {
    laws(({ old, steps, next }) => {
      const room = edited(old, steps)
      const { hunks, settled } = difference(room.all(), next)
      room.take(hunks)
      const decided = hunks.filter(({ now }) => now.some(({ byHand }) => byHand !== null))
      const free = (span: Span) => !decided.some(hunk => overlaps(hunk, span))
      if (settled === 0) expect(room.live().filter(free).map(bare)).toEqual(next.filter(free).map(bare))
      for (const hunk of decided) {
        const spans = room.live().filter(unit => overlaps(unit, hunk))
        expect(spans.map(({ start, end }) => [start, end])).toEqual(hunk.proposed.map(({ start, end }) => [start, end]))
      }
    })
  })

  test("a kind that a person chose stays when its stretch is cut anew, and gives way when it is what the hunk is about", () => {
    laws(({ old, steps, next }) => {
      const room = edited(old, steps)
      const { hunks } = difference(room.all(), next)
      room.take(hunks)
      const after = room.rows().units
      for (const hunk of hunks)
        for (const { unit, byHand } of hunk.now) {
          const now = after.get(unit.state.id)!
          const proposed = hunk.proposed.find(({ start, end }) => start === now.start && end === now.end)
          if (now.retired || !proposed) continue
          expect(now.kind).toBe(hunk.kind === "boundaries" && byHand ? unit.state.kind : proposed.kind)
        }
    })
  })

  test("taking all twice changes nothing, and then nothing is left to take", () => {
    laws(({ old, steps, next }) => {
      const room = edited(old, steps)
      room.take(difference(room.all(), next).hunks)
      const again = difference(room.all(), next).hunks
      expect(again).toEqual([])
      expect(resplitEffect(again, () => "x")).toEqual({ units: [], proposals: [] })
    })
  })

  test("the newer splitter's proposal is what restoring brings back, everywhere", () => {
    laws(({ old, steps, next }) => {
      const room = edited(old, steps)
      room.take(difference(room.all(), next).hunks)
      for (const unit of room.live()) if (!room.rows().units.get(unit.id)?.retired) room.restore(unit)
      covers(room.live())
      const settled = difference(room.all(), next)
      expect(settled.settled).toBe(0)
      expect(settled.hunks.filter(({ kind }) => kind !== "cues")).toEqual([])
    })
  })

  test("undoing gives back what stood, and doing it again what was taken, with what restoring would bring back", () => {
    laws(({ old, steps, next, choice }) => {
      const room = edited(old, steps)
      const [before, proposed] = [room.live(), new Map(room.rows().proposals)]
      const { hunks } = difference(room.all(), next)
      const effect = room.take(hunks.filter((_, at) => choice[at % choice.length]))
      const [after, then] = [room.live(), new Map(room.rows().proposals)]
      room.keep({ ok: true, value: reversed(effect) })
      expect(room.live()).toEqual(before)
      expect(room.rows().proposals).toEqual(proposed)
      room.keep({ ok: true, value: reversed(reversed(effect)) })
      expect(room.live()).toEqual(after)
      expect(room.rows().proposals).toEqual(then)
    })
  })

  test("the effect is packed without losing anything, forth and back", () => {
    laws(({ old, steps, next }) => {
      const room = edited(old, steps)
      const effect = room.take(difference(room.all(), next).hunks)
      for (const { units = [], proposals = [] } of [effect, reversed(effect), ...room.effects])
        expect(unpackSteps(JSON.parse(JSON.stringify(packSteps(units, proposals))))).toEqual({ units, proposals })
    })
  })
})

const proposed = (notation: string, kind: ProposedUnit["kind"] = "claim"): ProposedUnit[] => {
  let at = 0
  return notation.split("|").map(part => {
    const span = { start: at, end: at + part.trimEnd().length }
    at += part.length
    return { ...span, kind, rules: ["is-assertion", "full-stop"], cues: [] }
  })
}

test("a stretch is as short as it can be, and says what it differs in", () => {
  const room = edited(proposed("He left. She stayed. |Why? |It rained. |All was lost."))
  const [first, second, ...rest] = proposed("He left. |She stayed. |Why? |It rained. |All was lost.")
  const [why, rain, lost] = rest as [ProposedUnit, ProposedUnit, ProposedUnit]
  const next = [first!, second!, { ...why, kind: "question" as const }, { ...rain, rules: ["is-projection"] }, lost]
  expect(difference(room.all(), next).hunks.map(({ start, end, kind }) => [start, end, kind])).toEqual([
    [0, 20, "boundaries"],
    [21, 25, "kind"],
    [26, 36, "cues"],
  ])
})

test("what people changed and the splitter proposes as before is settled", () => {
  const old = proposed("He left. |She stayed. |Why?")
  const steps = [{ what: "merge" as const, n: 0, at: 0, kind: "claim" as const }]
  expect(difference(edited(old, steps).all(), old)).toEqual({ hunks: [], settled: 1 })
})

test("a retired unit whose span is proposed comes back with what was said about it", () => {
  const old = proposed("He left. |She stayed. |Why?")
  const room = edited(old, [{ what: "merge", n: 0, at: 0, kind: "claim" }])
  const next = proposed("He left. |She stayed. |Why?", "opinion")
  room.take(difference(room.all(), next).hunks)
  expect(room.live().map(({ id, kind }) => [id, kind])).toEqual([
    ["u0", "opinion"],
    ["u1", "opinion"],
    ["u2", "opinion"],
  ])
})

test("a unit that was moved away from where it was proposed holds both places together", () => {
  const spans = (notation: string) => proposed(notation.replaceAll("_", " "))
  const moved = (n: number, at: number) => ({ what: "move" as const, n, at, kind: "claim" as const })
  const room = edited(spans("w0x_w1x_|w2x_w3x_|w4x_w5x"), [moved(0, 4), moved(1, 4)])
  expect(room.live().map(({ id, start, end }) => [id, start, end])).toEqual([
    ["u0", 0, 3],
    ["u1", 4, 7],
    ["u2", 8, 23],
  ])
  const { hunks } = difference(room.all(), spans("w0x_w1x_|w2x_w3x_|w4x_|w5x"))
  expect(hunks.map(({ start, end }) => [start, end])).toEqual([[0, 23]])
  room.take(hunks)
  expect(
    borns(room.all())
      .map(({ start, end }) => [start, end])
      .sort(([a], [b]) => a! - b!),
  ).toEqual([
    [0, 7],
    [8, 15],
    [16, 19],
    [20, 23],
  ])
})

test("a packed unit keeps its cues where they are in the text when only its start moves", () => {
  const cue = { start: 8, end: 12, kind: "hedge", rule: "hedge-word", strength: 2, reading: "perhaps" } as const
  const before: UnitState = {
    ...proposed("He left, perhaps.")[0]!,
    cues: [cue],
    id: "a",
    origin: "person",
    retired: false,
  }
  const units = [{ before, after: { ...before, start: 3 } }]
  const proposals = [{ before: null, after: { id: "b", start: 1, end: 4, kind: "meta" as const, cues: [] } }]
  expect(unpackSteps(packSteps(units, proposals))).toEqual({ units, proposals })
})

test("what a re-splitting came to is counted in passages", () => {
  const room = edited(proposed("He left. She stayed. |Why?"))
  const [first, second, why] = proposed("He left. |She stayed. |Why?") as [ProposedUnit, ProposedUnit, ProposedUnit]
  const effect = room.take(difference(room.all(), [first, second, { ...why, kind: "question" }]).hunks)
  expect(resplitCounts(effect)).toEqual({ retired: 1, made: 2, rekinded: 1 })
})

test("chosen hunks are refused when people worked in them since, when they are no more, and when they are named twice", () => {
  const room = edited(proposed("He left. She stayed. |Why? She left. |It rained."))
  const next = proposed("He left. |She stayed. |Why? |She left. |It rained.")
  const { hunks } = difference(room.all(), next)
  const [one, two] = hunks.map(({ start, end }) => ({ start, end })) as [Span, Span]
  expect(chosenHunks(hunks, [two, one], [{ start: 36, end: 40, name: "Ann" }])).toEqual({ ok: true, value: hunks })
  const refused = (stretches: readonly Span[], by: string | null) => ({
    ok: false,
    failure: { code: "resplit-overtaken", stretches, by },
  })
  expect(chosenHunks(hunks, [one, two], [{ start: 12, end: 22, name: "Ann" }])).toEqual(refused([one, two], "Ann"))
  expect(chosenHunks(hunks, [one, two], [{ start: 22, end: 23, name: "Ben" }])).toEqual(refused([two], "Ben"))
  expect(chosenHunks(hunks, [{ start: 0, end: 8 }], [])).toEqual(refused([{ start: 0, end: 8 }], null))
  expect(chosenHunks(hunks, [one, one], [])).toEqual(refused([one], null))
})

test("a change of many units is stored in a fraction of the room; one of few stays readable", () => {
  const many = Array.from({ length: 15_000 }, (_, at) => {
    const start = at * 100
    const cue = { start: start + 5, end: start + 12, kind: "hedge", rule: "hedge-word", strength: 2 } as const
    const unit = { start, end: start + 99, kind: "claim" as const, rules: ["is-assertion", "full-stop"], cues: [cue] }
    return unit satisfies ProposedUnit
  })
  const next = many.flatMap(unit => [
    { ...unit, end: unit.start + 40 },
    { ...unit, start: unit.start + 41, cues: [] },
  ])
  const first = many.map((unit, at): UnitState => {
    const id = `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`
    return { ...unit, id, origin: "splitter", retired: false }
  })
  const all = first
    .map(state => ({ state, born: { ...bare(state) } }))
    .map(({ state, born }) => {
      const { rules: _rules, ...rest } = born
      return { state, born: rest }
    })
  let made = 0
  const effect = resplitEffect(
    difference(all, next).hunks,
    () => `10000000-0000-4000-8000-${String(made++).padStart(12, "0")}`,
  )
  expect(resplitCounts(effect)).toEqual({ retired: 15_000, made: 30_000, rekinded: 0 })
  const change = { kind: "document-resplit", effect } as const
  const body = storedBody(change)
  expect(body.length).toBeLessThan(5_000_000)
  expect(body.length).toBeLessThan(JSON.stringify(effect).length / 4)
  expect(changeOf("document-resplit", body)).toEqual(change)
  const few = { kind: "kind-changed", effect: { units: effect.units?.slice(0, 1) ?? [] } } as const
  expect(JSON.parse(storedBody(few))).toEqual({ effect: few.effect })
  expect(changeOf("kind-changed", storedBody(few))).toEqual(few)
})
