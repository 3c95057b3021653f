import fc from "fast-check"
import { expect, test } from "vitest"
import { blockAt, textBlocks, unitsWithin } from "../../lib/editor/text-blocks.ts"
import { splitText } from "../../lib/text/split-text.ts"

const sentence = fc
  .tuple(fc.string({ minLength: 1, maxLength: 400 }), fc.constantFrom(". ", ".\n", ".\n\n", "! ", " "))
  .map(([words, end]) => `A${words}${end}`)
const text = fc.array(sentence, { maxLength: 60 }).map(parts => parts.join(""))

test("blocks cover the text in order, without gap or overlap", () => {
  fc.assert(
    fc.property(text, words => {
      const blocks = textBlocks(words, splitText(words))
      expect(blocks[0]?.start).toBe(0)
      expect(blocks.at(-1)?.end).toBe(words.length)
      for (const [at, block] of blocks.entries()) expect(block.start).toBe(at === 0 ? 0 : blocks[at - 1]!.end)
    }),
  )
})

test("a block never ends inside a unit, and where no line breaks come it says so", () => {
  fc.assert(
    fc.property(text, words => {
      const units = splitText(words)
      for (const { start, broken } of textBlocks(words, units)) {
        expect(units.some(unit => unit.start < start && start < unit.end)).toBe(false)
        if (start > 0)
          expect(broken).toBe(!/\n\s*$/.test(words.slice(0, start)) && !words.slice(0, start).endsWith("\n"))
      }
    }),
  )
})

test("a book in one line is set in paragraphs of a page's length at most", () => {
  const line = Array.from({ length: 2_000 }, (_, at) => `The commander number ${at} was arrested that spring.`).join(
    " ",
  )
  const blocks = textBlocks(line, splitText(line))
  expect(Math.max(...blocks.map(({ start, end }) => end - start))).toBeLessThan(1_200)
  expect(blocks.slice(1).every(({ broken }) => broken)).toBe(true)
})

test("lines that end by themselves are kept together and not marked as broken", () => {
  const verse = Array.from({ length: 100 }, (_, at) => `Line ${at} ends here.`).join("\n")
  const blocks = textBlocks(verse, splitText(verse))
  expect(blocks.length).toBeGreaterThan(1)
  expect(blocks.every(({ broken }) => !broken)).toBe(true)
})

test("the block of every character is the one that holds it", () => {
  fc.assert(
    fc.property(text, words => {
      const blocks = textBlocks(words, splitText(words))
      for (let at = 0; at < words.length; at += 7) {
        const { start, end } = blocks[blockAt(blocks, at)]!
        expect(start <= at && at < end).toBe(true)
      }
    }),
  )
})

test("the units of a block are those that share a character with it", () => {
  fc.assert(
    fc.property(text, fc.nat(5_000), fc.nat(2_000), (words, start, length) => {
      const units = splitText(words)
      const span = { start, end: start + length + 1 }
      const [from, to] = unitsWithin(units, span)
      const expected = units.filter(unit => unit.start < span.end && unit.end > span.start)
      expect(units.slice(from, Math.max(from, to))).toEqual(expected)
    }),
  )
})
