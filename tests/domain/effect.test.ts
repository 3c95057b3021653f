import fc from "fast-check"
import { expect, test } from "vitest"
import { bearings, directnesses, locatorLabels, ranks, stances } from "../../lib/domain/citation.ts"
import {
  type AdjudicationState,
  type AnnotationState,
  type CitationState,
  type CommentState,
  type Effect,
  effectParts,
  type FlagState,
  keyOf,
  reversed,
  type Step,
  type ThreadState,
  type UnitState,
  unitsNamed,
} from "../../lib/domain/effect.ts"
import { flagReasons, flagStatuses } from "../../lib/domain/flag.ts"
import { credibilities } from "../../lib/domain/grade.ts"
import { confidences, labels } from "../../lib/domain/label.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { replay } from "../../lib/domain/replay.ts"
import { unitKinds } from "../../lib/domain/unit.ts"

const id = fc.constantFrom("a", "b", "c")
const place = { start: fc.nat(9), end: fc.integer({ min: 10, max: 20 }) }
const unit: fc.Arbitrary<UnitState> = fc.record({
  id,
  ...place,
  kind: fc.constantFrom(...unitKinds),
  rules: fc.constant(["by-hand"]),
  cues: fc.constant([]),
  origin: fc.constantFrom("splitter", "person"),
  retired: fc.boolean(),
})
const annotation: fc.Arbitrary<AnnotationState> = fc.record({
  id: fc.uuid(),
  unitId: id,
  reviewerId: id,
  ...place,
  label: fc.constantFrom(...labels),
  confidence: fc.constantFrom(...confidences),
  rationale: fc.string().map(plainRationale),
  said: fc.option(fc.constantFrom(...labels)),
})
const citation: fc.Arbitrary<CitationState> = fc.record({
  id,
  unitId: id,
  sourceId: id,
  authorId: id,
  stance: fc.constantFrom(...stances),
  locatorLabel: fc.constantFrom(...locatorLabels),
  locator: fc.string(),
  quotation: fc.string(),
  note: fc.string(),
  rank: fc.option(fc.constantFrom(...ranks)),
  directness: fc.option(fc.constantFrom(...directnesses)),
  credibility: fc.option(fc.constantFrom(...credibilities)),
  bearsOn: fc.constantFrom(...bearings),
  throughId: fc.option(id),
  snapshotId: fc.option(id),
  withdrawn: fc.boolean(),
})
const flag: fc.Arbitrary<FlagState> = fc.record({
  id,
  ...place,
  quote: fc.string(),
  prefix: fc.string(),
  suffix: fc.string(),
  reason: fc.constantFrom(...flagReasons),
  note: fc.string(),
  blocking: fc.boolean(),
  status: fc.constantFrom(...flagStatuses),
  raisedBy: id,
  answer: fc.string(),
  answeredBy: fc.option(id),
})
const adjudication: fc.Arbitrary<AdjudicationState> = fc.record({
  id: fc.uuid(),
  unitId: id,
  editorId: id,
  label: fc.constantFrom(...labels),
  reason: fc.string(),
})

const thread: fc.Arbitrary<ThreadState> = fc.record({
  id,
  unitId: fc.option(id),
  flagId: fc.option(id),
  sourceId: fc.constant(null),
  createdBy: id,
  resolvedBy: fc.option(id),
})
const comment: fc.Arbitrary<CommentState> = fc.record({
  id,
  threadId: id,
  authorId: id,
  text: fc.string(),
  deleted: fc.boolean(),
})

/** A step of one row: changed, made, or (where rows may stop counting) ended. */
function steps<S extends object>(states: fc.Arbitrary<S>, same: (keyof S)[], ends: boolean) {
  const changed = fc.tuple(states, states).map(([before, after]): Step<S> => {
    const kept = Object.fromEntries(same.map(key => [key, before[key]]))
    return { before, after: { ...after, ...kept } }
  })
  const made = states.map((after): Step<S> => ({ before: null, after }))
  const ended = states.map((before): Step<S> => ({ before, after: null }))
  return fc.array(ends ? fc.oneof(changed, made, ended) : fc.oneof(changed, made), { maxLength: 3 })
}

/** Effects whose rows are changed only, never made or ended: those can be taken back without a trace. */
const changes = fc.record(
  {
    units: steps(unit, ["id"], false).map(all => all.filter(step => step.before)),
    citations: steps(citation, ["id"], false).map(all => all.filter(step => step.before)),
    flags: steps(flag, ["id"], false).map(all => all.filter(step => step.before)),
    annotations: steps(annotation, ["unitId", "reviewerId"], true),
    adjudications: steps(adjudication, ["unitId"], true),
    threads: steps(thread, ["id"], false).map(all => all.filter(step => step.before)),
    comments: steps(comment, ["id"], false).map(all => all.filter(step => step.before)),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Effect>

const any = fc.record(
  {
    units: steps(unit, ["id"], false),
    annotations: steps(annotation, ["unitId", "reviewerId"], true),
    citations: steps(citation, ["id"], false),
    flags: steps(flag, ["id"], false),
    adjudications: steps(adjudication, ["unitId"], true),
    threads: steps(thread, ["id"], false),
    comments: steps(comment, ["id"], false),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Effect>

test("taking back twice is the effect itself, when no row was made by it", () => {
  fc.assert(
    fc.property(changes, effect => {
      expect(reversed(reversed(effect))).toEqual(effect)
    }),
  )
})

test("taking back leads from where the effect led, to what was before it; rows that it made stay, without counting", () => {
  fc.assert(
    fc.property(any, effect => {
      for (const part of effectParts) {
        const [there, back] = [effect[part] ?? [], reversed(effect)[part] ?? []]
        expect(back).toHaveLength(there.length)
        for (const [i, step] of there.entries()) {
          expect(back[i]!.before).toEqual(step.after)
          if (step.before) expect(back[i]!.after).toEqual(step.before)
        }
      }
      for (const { before, after } of reversed(effect).units ?? [])
        if (!before || !after) throw new Error("a unit vanished")
    }),
  )
})

test("what an effect made is retired, withdrawn or no longer current once it is taken back", () => {
  fc.assert(
    fc.property(unit, citation, flag, annotation, adjudication, comment, (u, c, f, a, d, said) => {
      const made = <S>(after: S): Step<S>[] => [{ before: null, after }]
      const effect = {
        units: made(u),
        citations: made(c),
        flags: made(f),
        annotations: made(a),
        adjudications: made(d),
        comments: made(said),
      }
      expect(reversed(effect)).toEqual({
        units: [{ before: u, after: { ...u, retired: true } }],
        citations: [{ before: c, after: { ...c, withdrawn: true } }],
        flags: [{ before: f, after: { ...f, status: "withdrawn" } }],
        annotations: [{ before: a, after: null }],
        adjudications: [{ before: d, after: null }],
        comments: [{ before: said, after: { ...said, text: "", deleted: true } }],
      })
    }),
  )
})

test("an effect, its undo and the redo leave what the effect alone leaves", () => {
  fc.assert(
    fc.property(any, effect => {
      const once = oneStepARow(effect)
      const undone = reversed(once)
      expect(replay([], [once, undone, reversed(undone)])).toEqual(replay([], [once]))
    }),
  )
})

test("the units named are those of every part but flags and discussions, each once", () => {
  fc.assert(
    fc.property(any, effect => {
      const named = unitsNamed(effect)
      expect(new Set(named).size).toBe(named.length)
      const expected = effectParts.flatMap(part =>
        part === "flags" || part === "threads" || part === "comments" || part === "preAnnotations"
          ? []
          : ((effect[part] ?? []) as readonly Step<{ id: string; unitId?: string }>[])
              .flatMap(({ before, after }) => [before, after])
              .flatMap(state => (state ? [state.unitId ?? state.id] : [])),
      )
      expect(new Set(named)).toEqual(new Set(expected))
    }),
  )
})

/** The effect with the first step of each row only, as commands make them. */
function oneStepARow(effect: Effect): Effect {
  const first = <S>(part: keyof typeof keyOf, list: readonly Step<S>[] | undefined) => {
    const seen = new Set<string>()
    return (list ?? []).filter(step => {
      const key = (keyOf[part] as (state: S) => string)((step.before ?? step.after)!)
      return !seen.has(key) && seen.add(key)
    })
  }
  return {
    units: first("units", effect.units),
    annotations: first("annotations", effect.annotations),
    citations: first("citations", effect.citations),
    flags: first("flags", effect.flags),
    adjudications: first("adjudications", effect.adjudications),
    threads: first("threads", effect.threads),
    comments: first("comments", effect.comments),
  }
}
