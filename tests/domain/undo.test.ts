import fc from "fast-check"
import { expect, test } from "vitest"
import { permissions } from "../../lib/domain/access.ts"
import { documentChangeKinds } from "../../lib/domain/change.ts"
import type { Effect, UnitState } from "../../lib/domain/effect.ts"
import { replay } from "../../lib/domain/replay.ts"
import {
  type Asking,
  asksToRedo,
  asksToUndo,
  canonical,
  type Done,
  takeBack,
  undoNeeds,
} from "../../lib/domain/undo.ts"

const unit = (words: Partial<UnitState> = {}): UnitState => ({
  id: "u",
  start: 0,
  end: 4,
  kind: "claim",
  rules: [],
  cues: [],
  origin: "splitter",
  retired: false,
  ...words,
})
const kindChange = (from: UnitState["kind"], to: UnitState["kind"]): Effect => ({
  units: [{ before: unit({ kind: from }), after: unit({ kind: to }) }],
})

/** Those of one person's changes, newest first, that can be next, as far as that can be asked. */
function following(mine: readonly Done[], asks: Asking): Done[] {
  const found: Done[] = []
  for (const done of mine) {
    const answer = asks(done)
    if (answer === "end") break
    if (answer === "next") found.push(done)
  }
  return found
}

/** One person's changes of one unit's kind, with undo and redo of them. */
function history() {
  const done: Done[] = []
  let kind: UnitState["kind"] = "claim"
  const now = () =>
    replay(
      [unit()],
      done.map(({ effect }) => effect),
    ).units.get("u")!
  const newest = () => [...done].reverse()
  const step = (what: "change-undone" | "change-redone") => {
    const [target] = following(newest(), what === "change-undone" ? asksToUndo() : asksToRedo())
    if (!target) return null
    const change = takeBack(target, () => now(), what)
    if (!change.ok) throw new Error(change.failure.code)
    const { effect, undoes, of } = change.value
    done.push({ revision: done.length + 1, kind: what, effect, undoes: undoes!, ...(of && { of }) })
    kind = now().kind
    return kind
  }
  return {
    now: () => now().kind,
    change: (to: UnitState["kind"]) => {
      done.push({ revision: done.length + 1, kind: "kind-changed", effect: kindChange(kind, to), undoes: null })
      kind = to
    },
    undo: () => step("change-undone"),
    redo: () => step("change-redone"),
  }
}

test("undo goes back step by step, redo forth again, and something new ends the redoing", () => {
  const mine = history()
  mine.change("opinion")
  mine.change("question")
  expect([mine.undo(), mine.undo(), mine.undo()]).toEqual(["opinion", "claim", null])
  expect([mine.redo(), mine.redo(), mine.redo()]).toEqual(["opinion", "question", null])
  expect(mine.undo()).toBe("opinion")
  mine.change("meta")
  expect(mine.redo()).toBeNull()
  expect([mine.undo(), mine.undo(), mine.undo()]).toEqual(["opinion", "claim", null])
})

test("any run of changes, undos and redos is what a stack of states would show", () => {
  const move = fc.constantFrom("opinion", "question", "meta", "undo", "undo", "undo", "redo", "redo" as const)
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), moves => {
      const mine = history()
      let past: UnitState["kind"][] = []
      let present: UnitState["kind"] = "claim"
      let future: UnitState["kind"][] = []
      for (const what of moves) {
        if (what === "undo") {
          expect(mine.undo() === null).toBe(past.length === 0)
          if (past.length > 0) [past, future, present] = [past.slice(0, -1), [present, ...future], past.at(-1)!]
        } else if (what === "redo") {
          expect(mine.redo() === null).toBe(future.length === 0)
          if (future.length > 0) [past, present, future] = [[...past, present], future[0]!, future.slice(1)]
        } else {
          if (what !== present) mine.change(what)
          else continue
          ;[past, present, future] = [[...past, present], what, []]
        }
        expect(mine.now()).toBe(present)
      }
    }),
    { numRuns: 1_000 },
  )
})

/** Two people's changes of four units' kinds in one log, with undo and redo of the first one's. */
function shared() {
  const log: (Done & { readonly mine: boolean })[] = []
  const born = ["a", "b", "c", "d"].map(id => unit({ id }))
  const rows = () =>
    replay(
      born,
      log.map(({ effect }) => effect),
    ).units
  const add = (mine: boolean, kind: Done["kind"], effect: Effect, undoes: number | null = null, of?: Done["kind"]) =>
    log.push({ revision: log.length + 1, kind, effect, undoes, mine, ...(of && { of }) })
  return {
    log,
    kinds: () => [...rows()].map(([id, { kind }]) => `${id} ${kind}`).sort(),
    change: (mine: boolean, id: string, kind: UnitState["kind"]) => {
      const before = rows().get(id)!
      if (before.kind !== kind) add(mine, "kind-changed", { units: [{ before, after: { ...before, kind } }] })
    },
    /** What a press comes to: the step it took, or the step that it told about, or nothing. */
    press: (what: "change-undone" | "change-redone", told: readonly number[]) => {
      const mine = log.filter(done => done.mine).reverse()
      for (const done of following(mine, what === "change-undone" ? asksToUndo() : asksToRedo())) {
        const change = takeBack(done, (_part, key) => rows().get(key), what)
        if (!change.ok && told.includes(done.revision)) continue
        if (!change.ok) return { told: done.revision }
        const { effect, undoes, of } = change.value
        add(true, what, effect, undoes!, of)
        return { took: done.revision }
      }
      return null
    },
  }
}

const anything = fc.array(
  fc.oneof(
    fc.record({
      mine: fc.boolean(),
      id: fc.constantFrom("a", "b", "c", "d"),
      kind: fc.constantFrom("claim", "opinion", "meta" as const),
    }),
    fc.constantFrom("change-undone", "change-undone", "change-redone" as const),
  ),
  { maxLength: 30, size: "max" },
)

test("whatever others did, pressing on tells of each step once and takes back every other one, and redo brings all back", () => {
  let [blocked, taken] = [0, 0]
  fc.assert(
    fc.property(anything, moves => {
      const both = shared()
      const told: number[] = []
      const press = (what: "change-undone" | "change-redone") => {
        const came = both.press(what, told)
        if (came?.told) told.push(came.told)
        return came
      }
      for (const move of moves) {
        if (typeof move === "string") press(move)
        else both.change(move.mine, move.id, move.kind)
      }
      const standing = () => following(both.log.filter(done => done.mine).reverse(), asksToUndo())
      const [before, kinds, length] = [standing().map(({ revision }) => revision), both.kinds(), both.log.length]
      const took: number[] = []
      for (let came = press("change-undone"); came; came = press("change-undone")) if (came.took) took.push(came.took)
      expect(new Set(told).size).toBe(told.length)
      const left = standing().map(({ revision }) => revision)
      expect([...took, ...left].sort((a, b) => a - b)).toEqual([...before].sort((a, b) => a - b))
      for (const revision of left) expect(told).toContain(revision)
      for (const _ of took) expect(press("change-redone")).toHaveProperty("took")
      expect(both.kinds()).toEqual(kinds)
      expect(both.log).toHaveLength(length + 2 * took.length)
      blocked += left.length
      taken += took.length
    }),
    { numRuns: 1_000 },
  )
  expect(Math.min(blocked, taken)).toBeGreaterThan(100)
})

test("an undo names what it takes back, and a redo keeps the kind of the change that it brings back", () => {
  const first: Done = { revision: 4, kind: "kind-changed", effect: kindChange("claim", "opinion"), undoes: null }
  const undone = takeBack(first, () => unit({ kind: "opinion" }), "change-undone", "u")
  expect(undone).toMatchObject({ value: { kind: "change-undone", undoes: 4, of: "kind-changed", unitId: "u" } })
  if (!undone.ok) throw new Error("refused")
  const { effect, of } = undone.value
  const again = takeBack(
    { revision: 5, kind: "change-undone", effect, undoes: 4, of: of! },
    () => unit(),
    "change-redone",
  )
  expect(again).toMatchObject({ value: { kind: "change-redone", undoes: 5, of: "kind-changed" } })
})

test("what was changed in the meantime can't be taken back, and each part says what to do instead", () => {
  const row = { id: "r", unitId: "u", reviewerId: "p", start: 0, end: 1 }
  const parts = {
    units: "Restore the passage from its card",
    annotations: "Choose the label you want",
    citations: "Edit or withdraw it",
    flags: "Raise a new flag",
    adjudications: "Decide again",
  }
  for (const [part, words] of Object.entries(parts)) {
    const effect = { [part]: [{ before: null, after: row }] } as unknown as Effect
    const done: Done = { revision: 1, kind: "kind-changed", effect, undoes: null }
    const blocked = takeBack(done, () => ({ ...row, end: 2 }), "change-undone")
    expect(blocked).toMatchObject({ failure: { code: "undo-blocked", why: expect.stringContaining(words) } })
    expect(takeBack(done, () => null, "change-undone").ok).toBe(false)
    expect(takeBack(done, () => ({ ...row }), "change-undone").ok).toBe(true)
  }
})

test("every kind of change says what taking it back needs", () => {
  for (const kind of documentChangeKinds) expect(permissions).toContain(undoNeeds[kind])
})

test("the order of keys does not matter when rows are compared, that of a list does", () => {
  expect(canonical({ a: 1, b: { c: 2, d: [1, 2] } })).toBe(canonical({ b: { d: [1, 2], c: 2 }, a: 1 }))
  expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }))
})
