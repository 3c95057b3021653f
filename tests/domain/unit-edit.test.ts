import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Effect, UnitState } from "../../lib/domain/effect.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { replay } from "../../lib/domain/replay.ts"
import { unitKinds } from "../../lib/domain/unit.ts"
import {
  type BornUnit,
  mergeUnits,
  moveBoundary,
  partsCharacter,
  restoreUnits,
  splitIntoParts,
  splitUnit,
  trimmed,
} from "../../lib/domain/unit-edit.ts"
import { splitText } from "../../lib/text/split-text.ts"
import { cpuTime } from "../support/cpu-time.ts"
import { marked } from "../support/marked.ts"

/** The document of a text as the splitter leaves it, and edits of it, as the commands make them. */
function edited(text: string) {
  const proposed = splitText(text).map(
    (unit, i): UnitState => ({ ...unit, id: `u${i}`, origin: "splitter", retired: false }),
  )
  const effects: Effect[] = []
  let made = 0
  const id = () => `n${made++}`
  const states = () => [...replay(proposed, effects).units.values()]
  const live = () =>
    states()
      .filter(unit => !unit.retired)
      .sort((a, b) => a.start - b.start)
  const all = (): BornUnit[] =>
    states()
      .map(state => ({ state, born: proposed.find(unit => unit.id === state.id) ?? null }))
      .map(toBorn)
  const keep = (result: Result<Effect>) => {
    if (result.ok) effects.push(result.value)
    return result.ok ? "ok" : result.failure.code
  }
  return {
    proposed,
    live,
    split: (n: number, at: number) => keep(splitUnit(text, live()[n]!, at, [id(), id()])),
    merge: (n: number) => keep(mergeUnits(live()[n]!, live()[n + 1]!, id())),
    move: (n: number, at: number) => keep(moveBoundary(text, live()[n]!, live()[n + 1]!, at)),
    kind: (n: number, kind: UnitState["kind"]) => {
      const before = live()[n]!
      effects.push({ units: [{ before, after: { ...before, kind } }] })
    },
    restore: (n: number) => keep(restoreUnits(all(), live()[n]!)),
  }
}
const toBorn = ({ state, born }: BornUnit): BornUnit => ({
  state,
  born: born && { start: born.start, end: born.end, kind: born.kind, cues: born.cues },
})

const pieces = [
  "The ship sank in 1912.",
  "Presumably it was raised. ",
  "Why? ",
  "Es war einmal; ",
  "е\u0301ж ",
  "e\u0301",
  " \u0301",
  "👍🏽",
  "👩‍👩‍👧",
  "🇩🇪🇫🇷",
  "🇩",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "1️⃣",
  "한",
  "क्षि",
  "\r\n",
  "\n\n",
  " ",
  "\u00A0",
  "x",
]
const texts = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: "binary", maxLength: 4 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map(parts => parts.join(""))
  .filter(text => text.isWellFormed() && text.trim() !== "")

const step = fc.record({
  what: fc.constantFrom("split", "split", "merge", "move", "move", "kind", "restore" as const),
  n: fc.nat(30),
  at: fc.nat(200),
  kind: fc.constantFrom(...unitKinds),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function carryOut(room: ReturnType<typeof edited>, steps: readonly Step[], each: () => void = () => {}) {
  for (const { what, n, at, kind } of steps) {
    const live = room.live()
    const unit = n % live.length
    const { start, end } = live[unit]!
    const last = unit === live.length - 1
    if (what === "split") room.split(unit, start + (at % (end - start + 1)))
    else if (what === "kind") room.kind(unit, kind)
    else if (what === "restore") room.restore(unit)
    else if (last) continue
    else if (what === "merge") room.merge(unit)
    else room.move(unit, start + (at % (live[unit + 1]!.end - start + 1)))
    each()
  }
}

const boundariesOf = (text: string) =>
  new Set([...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].map(({ index }) => index))

test("after any edits the units still cover every character but white space, in order, without overlap", () => {
  fc.assert(
    fc.property(texts, fc.array(step, { maxLength: 25 }), (text, steps) => {
      const room = edited(text)
      carryOut(room, steps, () => {
        let at = 0
        for (const { start, end } of room.live()) {
          expect(text.slice(at, start).trim()).toBe("")
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(text.slice(at).trim()).toBe("")
      })
    }),
    { numRuns: 1_500 },
  )
})

test("a passage whose boundaries were moved away from where it was proposed is brought back there", () => {
  const room = edited("The ship sank in 1912. Why? It was raised in 1913.")
  const [first, second] = room.live()
  expect(room.live()).toHaveLength(3)
  // The second one stands at the end of the first one's place by now, and the third one from the second one's on.
  expect(room.move(0, first!.start + 17)).toBe("ok")
  expect(room.move(1, second!.start)).toBe("ok")
  expect(room.restore(2)).toBe("ok")
  expect(room.live()).toEqual(room.proposed)
})

test("no edit begins or ends a unit inside a character as people see it", () => {
  fc.assert(
    fc.property(texts, fc.array(step, { maxLength: 20 }), (text, steps) => {
      const room = edited(text)
      const whole = boundariesOf(text)
      const given = new Set(room.proposed.flatMap(({ start, end }) => [start, end]))
      carryOut(room, steps)
      for (const { start, end } of room.live()) {
        if (!given.has(start)) expect(whole.has(start)).toBe(true)
        if (!given.has(end) && end < text.length && text.slice(end, end + 1).trim() !== "")
          expect(whole.has(end)).toBe(true)
      }
    }),
    { numRuns: 1_500 },
  )
})

test("restoring each passage after any edits brings back exactly what the splitter proposed", () => {
  fc.assert(
    fc.property(texts, fc.array(step, { maxLength: 25 }), (text, steps) => {
      const room = edited(text)
      carryOut(room, steps)
      for (let n = 0; n < room.live().length; n++) room.restore(n)
      expect(room.live()).toEqual(room.proposed)
      expect(room.restore(0)).toBe("nothing-to-restore")
    }),
    { numRuns: 1_500 },
  )
})

describe("a cut never parts", () => {
  test.each([
    ["a surrogate pair", "\u{1F6A2}", 1],
    ["a letter and its combining mark", "e\u0301", 1],
    ["a letter and the second of two marks", "e\u0323\u0301", 2],
    ["a hand and its skin tone", "👍🏽", 2],
    ["a family, before its joiner", "👩‍👧", 2],
    ["a family, behind its joiner", "👩‍👧", 3],
    ["a flag", "🇩🇪", 2],
    ["the second of two flags", "🇩🇪🇫🇷", 6],
    ["a flag made of tags", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", 4],
    ["a keycap", "1️⃣", 1],
    ["a heart and its colour", "❤️", 1],
    ["a Hangul syllable in parts", "\u1112\u1161\u11AB", 1],
    ["a space that carries a mark, before it", "a \u0301b", 1],
    ["a space that carries a mark, behind it", "a \u0301b", 2],
  ])("%s", (_name, text, at) => {
    expect(partsCharacter(text, at)).toBe(true)
    const { text: whole, span } = marked(`The flag ${text}[] was raised.`)
    const place = span.start - text.length + at
    expect(edited(whole).split(0, place)).toBe("split-outside")
  })

  test("and is allowed between two flags, two letters and beside white space", () => {
    expect(partsCharacter("🇩🇪🇫🇷", 4)).toBe(false)
    expect(partsCharacter("ab", 1)).toBe(false)
    expect(partsCharacter("a\r\nb", 2)).toBe(false)
    expect(partsCharacter("ab", 2)).toBe(false)
  })

  test("and says so as fast in a book", () => {
    const book = "The ship sank in 1912. ".repeat(60_000)
    const before = cpuTime()
    for (let at = 1; at < 50; at++) partsCharacter(book, book.length - at)
    expect(cpuTime() - before).toBeLessThan(5_000)
  })
})

test("splitting keeps the kind, gives each part its cues, and leaves out the space between", () => {
  const { text, span } = marked("Presumably the ship sank[] and it was raised in 1920.")
  const room = edited(text)
  room.kind(0, "opinion")
  const cues = room.live()[0]!.cues
  expect(room.split(0, span.start)).toBe("ok")
  const parts = room.live()
  expect(parts.map(unit => text.slice(unit.start, unit.end))).toEqual([
    "Presumably the ship sank",
    "and it was raised in 1920.",
  ])
  expect(parts.map(({ kind, origin, rules }) => [kind, origin, rules])).toEqual([
    ["opinion", "person", ["by-hand"]],
    ["opinion", "person", ["by-hand"]],
  ])
  expect(parts.flatMap(unit => unit.cues)).toEqual(cues)
  for (const { start, end, cues: own } of parts)
    for (const cue of own) expect(cue.start >= start && cue.end <= end).toBe(true)
})

test("a split needs text on both sides", () => {
  const text = "The ship sank. Why?"
  const room = edited(text)
  for (const at of [0, 14, -1, 99]) expect(room.split(0, at)).toBe("split-outside")
  expect(room.split(0, 4)).toBe("ok")
})

test("a merged passage is a claim when either was one", () => {
  const text = "The ship sank in 1912. Why? Who knows?"
  const kinds = (first: UnitState["kind"], second: UnitState["kind"]) => {
    const room = edited(text)
    room.kind(0, first)
    room.kind(1, second)
    room.merge(0)
    return room.live()[0]!.kind
  }
  expect(kinds("question", "claim")).toBe("claim")
  expect(kinds("claim", "opinion")).toBe("claim")
  expect(kinds("meta", "opinion")).toBe("meta")
})

test("moving a boundary keeps both rows and is refused where it would empty or leave them, or change nothing", () => {
  const { text, span } = marked("The ship sank [in] 1912. It was raised.")
  const room = edited(text)
  const ids = room.live().map(({ id }) => id)
  const [first, second] = room.live()
  for (const at of [first!.start, second!.end, second!.end + 5, -1, first!.end, second!.start])
    expect(room.move(0, at)).toBe("boundary-outside")
  expect(room.move(0, span.start)).toBe("ok")
  expect(room.live().map(({ id }) => id)).toEqual(ids)
  expect(room.live().map(unit => text.slice(unit.start, unit.end))).toEqual([
    "The ship sank",
    "in 1912. It was raised.",
  ])
})

test("a passage that was split or merged away can't be edited again", () => {
  const room = edited("The ship sank. It was raised. Why?")
  const [first, second] = room.live()
  room.merge(0)
  const gone = { ...first!, retired: true }
  expect(splitUnit("The ship sank.", gone, 4, ["a", "b"])).toMatchObject({ failure: { code: "unit-retired" } })
  expect(mergeUnits(gone, second!, "c")).toMatchObject({ failure: { code: "unit-retired" } })
  expect(moveBoundary("The ship sank.", gone, second!, 4)).toMatchObject({ failure: { code: "unit-retired" } })
  expect(mergeUnits(second!, first!, "c")).toMatchObject({ failure: { code: "merge-at-end" } })
})

test("restoring reaches as far as the edits do, and no further", () => {
  const room = edited("The ship sank. It was raised. Nobody knew. The log is lost.")
  room.merge(0)
  room.kind(2, "opinion")
  room.merge(0)
  expect(room.live()).toHaveLength(2)
  expect(room.restore(0)).toBe("ok")
  expect(room.live().map(({ kind }) => kind)).toEqual([...room.proposed.map(unit => unit.kind).slice(0, 3), "opinion"])
})

test("white space at the ends of a span is left out, and a span of nothing else is none", () => {
  const { text, span } = marked("a[ \n b\u00A0]c")
  expect(trimmed(text, span)).toEqual({ start: 4, end: 5 })
  expect(trimmed("a  b", { start: 1, end: 3 })).toBeNull()
})

test("parts cover their whole as a split by hand does, and only a part with a subject of its own says none", () => {
  const text = "He left Odessa, settled in Vienna and died there."
  const whole = { ...edited(text).live()[0]!, start: 0, end: text.length, cues: [] }
  const subject = { start: 0, end: 2 }
  const done = splitIntoParts(text, whole, [
    { id: "a", start: 0, subject: null },
    { id: "b", start: 16, subject },
    { id: "c", start: 34, subject },
  ])
  expect(done.ok && done.value.units?.map(({ after }) => text.slice(after!.start, after!.end))).toEqual([
    text,
    "He left Odessa,",
    "settled in Vienna",
    "and died there.",
  ])
  const cues = done.ok
    ? done.value.units!.map(({ after }) => after!.cues.map(cue => [cue.start, cue.end, cue.reading]))
    : []
  expect(cues).toEqual([[], [], [[16, 23, "He"]], [[34, 37, "He"]]])
})
