import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Found, reAnchoring } from "../../lib/domain/re-anchor.ts"
import { alignmentSteps } from "../../lib/domain/text-alignment.ts"
import type { Span } from "../../lib/domain/unit.ts"

function finder(oldText: string, freshText: string): (span: Span) => Found | null {
  const steps = alignmentSteps(oldText, freshText)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return reAnchoring({ oldText, freshText, alignment: step.value })
}

/** Marks the quote in the old text by brackets; answers the new text with what was found in brackets, or null. */
function follow(marked: string, freshText: string): string | null {
  const [before, quote, behind] = marked.split(/[[\]]/) as [string, string, string]
  const start = before.length
  const found = finder(before + quote + behind, freshText)({ start, end: start + quote.length })
  if (!found) return null
  expect(freshText.slice(found.start, found.end)).toBe(quote)
  return `${freshText.slice(0, found.start)}[${quote}]${freshText.slice(found.end)}`
}

describe("a quote in another version", () => {
  test.each([
    ["stays in the same text", "A [ship sank] in 1912.", "A [ship sank] in 1912."],
    ["moves with what comes before it", "A [ship sank] in 1912.", "Long ago a big A [ship sank] in 1912."],
    ["is lost when a word in it changes", "A [ship sank] in 1912.", null, "A ship sunk in 1912."],
    ["is lost when a word comes into it", "A [ship sank] in 1912.", null, "A ship never sank in 1912."],
    ["is not found in a longer word", "He saw the [art] of it.", null, "He saw the party of it."],
    ["keeps the end that a deletion leaves", "[The ship sank.] It burned. All died.", "[The ship sank.] All died."],
    ["of two alike, one of which went, is lost", "[Yes.] No. Yes.", null, "Yes."],
    ["and so is the other one", "Yes. No. [Yes.]", null, "Yes."],
    ["in between, too", "The ship sank. [Yes.] It burned. Yes. All died.", null, "The ship sank. Yes. All died."],
    ["keeps its place among many alike", "Up. Yes. On. [Yes.] Down. Yes.", "New. Up. Yes. On. [Yes.] Down. Yes."],
    ["is found between rewritten neighbours", "One two. [He died.] Six.", "1 too. [He died.] Seven!"],
    [
      "alone and short is not taken for the same elsewhere",
      "[He died.] One two three. Four.",
      null,
      "One two three. Five. He died. Six.",
    ],
    [
      "of five words is found where it was moved",
      "[He died in spring 1912.] The ship sank soon. All went home again.",
      "The ship sank soon. All went home again. [He died in spring 1912.]",
    ],
    [
      "that was moved and now occurs twice is lost",
      "[He died in spring 1912.] The ship sank soon. All went home.",
      null,
      "The ship sank soon. All went home. He died in spring 1912. Oh. He died in spring 1912.",
    ],
    ["in Russian", "Он [умер в Москве].", "Как говорят, Он [умер в Москве]."],
    ["with characters of two units", "𝔸 [𝔹𝔹 😀] ℂ", "😀😀 𝔸 [𝔹𝔹 😀] ℂ"],
    ["next to a character of which a half changed is lost", "one [😀] two", null, "one 😁 two"],
  ])("%s", (_what, marked, expected, freshText = (expected ?? "").replace(/[[\]]/g, "")) => {
    expect(follow(marked, freshText)).toBe(expected)
  })
})

const separators = [" ", ". ", ", ", "\n", "  "]
const wordy = (words: fc.Arbitrary<string>, maxLength = 40) =>
  fc.array(fc.tuple(words, fc.constantFrom(...separators)), { minLength: 1, maxLength }).map(list => list.flat())
const few = wordy(fc.constantFrom("a", "b", "c", "dd", "É", "😀", "я"), 24)
/** Pieces of a text in which no word occurs twice. */
const distinct = fc
  .uniqueArray(fc.stringMatching(/^[a-zé]{3,7}$/), { minLength: 6, maxLength: 50 })
  .chain(words => fc.tuple(...words.map(word => fc.constantFrom(...separators).map(after => [word, after] as const))))
  .map(list => list.map(([word, after]) => word + after))
const spanIn = (text: string) =>
  fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const isSpan = ({ start, end }: Span) => start < end

describe("laws of finding a span in another version", () => {
  test("what is found is the very quote, at word edges where the quote had them, and pairs stay whole", () => {
    fc.assert(
      fc.property(few, few, (one, two) => {
        const [oldText, freshText] = [one.join(""), two.join("")]
        const find = finder(oldText, freshText)
        for (let start = 0; start < oldText.length; start++)
          for (const length of [1, 2, 4, 9]) {
            const span = { start, end: Math.min(oldText.length, start + length) }
            const quote = oldText.slice(span.start, span.end)
            const found = find(span)
            if (!found) continue
            expect(freshText.slice(found.start, found.end)).toBe(quote)
            for (const side of ["start", "end"] as const)
              expect(cutsWord(freshText, found[side])).toBe(cutsWord(oldText, span[side]))
          }
      }),
      { numRuns: 200 },
    )
  })

  test("in the same text everything is at its place", () => {
    fc.assert(
      fc.property(
        few.map(pieces => pieces.join("")).chain(text => fc.tuple(fc.constant(text), spanIn(text))),
        ([text, span]) => {
          fc.pre(isSpan(span))
          expect(finder(text, text)(span)).toEqual({ ...span, how: "in-place" })
        },
      ),
    )
  })

  test("what is found at its place keeps its order", () => {
    fc.assert(
      fc.property(few, few, (one, two) => {
        const oldText = one.join("")
        const find = finder(oldText, two.join(""))
        const found = edgesOf(one).flatMap(span => find(span) ?? [])
        const inPlace = found.filter(({ how }) => how === "in-place")
        for (const [at, here] of inPlace.entries())
          if (at > 0) expect(here.start).toBeGreaterThanOrEqual(inPlace[at - 1]!.start)
      }),
    )
  })

  test("edits outside of a span that has words of its own keep it, edits inside lose it", () => {
    fc.assert(
      fc.property(
        distinct,
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom("gone", "XX ", "YY. ")), { maxLength: 8 }),
        fc.boolean(),
        (pieces, from, count, edits, inside) => {
          const first = from % pieces.length
          const behind = Math.min(pieces.length, first + count)
          const fresh = [...pieces]
          for (const [place, edit] of edits) {
            const at = place % pieces.length
            // One piece on either side stays, as what an alignment may hold on to.
            if (at < first - 2 || at > behind + 1) fresh[at] = edit === "gone" ? "" : edit + fresh[at]
          }
          if (inside) fresh[first] = `ZZ${fresh[first]}`
          const start = pieces.slice(0, first).join("").length
          const span = { start, end: start + pieces.slice(first, behind).join("").trimEnd().length }
          const found = finder(pieces.join(""), fresh.join(""))(span)
          if (inside) expect(found).toBeNull()
          else
            expect(found).toEqual({
              start: fresh.slice(0, first).join("").length,
              end: fresh.slice(0, first).join("").length + span.end - span.start,
              how: "in-place",
            })
        },
      ),
      { numRuns: 300 },
    )
  })

  test("what is moved occurs once in either text, as a search from word to word finds it", () => {
    fc.assert(
      fc.property(few, few, (one, two) => {
        const [oldText, freshText] = [one.join(""), two.join("")]
        const find = finder(oldText, freshText)
        for (const span of edgesOf(one)) {
          const found = find(span)
          if (found?.how !== "moved") continue
          const quote = oldText.slice(span.start, span.end)
          const once = (words: string) => [oldText, freshText].every(text => places(text, words).length === 1)
          // Context ends with a word; it may reach further than its characters, never less far.
          const around = oldText.slice(Math.max(0, span.start - 30), span.end + 30)
          expect(once(quote) || around.length >= 9).toBe(true)
          if (!once(quote)) expect(freshText.includes(around)).toBe(true)
        }
      }),
    )
  })

  test("no two parts of the old text are found at one place, unless what is settled of them is apart", () => {
    fc.assert(
      fc.property(few, few, (one, two) => {
        const find = finder(one.join(""), two.join(""))
        const words = edgesOf(one).filter((_span, at) => at % 2 === 0)
        const found = words.flatMap(span => find(span) ?? [])
        expect(new Set(found.map(({ start }) => start)).size).toBe(found.length)
      }),
      { numRuns: 500 },
    )
  })
})

const isWord = (char: string) => /[\p{L}\p{N}\p{M}_]/u.test(char)
const cutsWord = (text: string, at: number) => isWord(text.charAt(at - 1)) && isWord(text.charAt(at))

function edgesOf(pieces: readonly string[]): Span[] {
  let start = 0
  return pieces.map(piece => {
    const span = { start, end: start + piece.length }
    start = span.end
    return span
  })
}

function places(text: string, quote: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (cutsWord(` ${quote} `, 1) === cutsWord(text, at) && !cutsWord(text, at + quote.length)) found.push(at)
  return found
}
