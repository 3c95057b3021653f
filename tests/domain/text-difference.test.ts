import fc from "fast-check"
import { expect, test } from "vitest"
import { alignmentSteps } from "../../lib/domain/text-alignment.ts"
import { differencePieces } from "../../lib/domain/text-difference.ts"

function difference(oldText: string, freshText: string) {
  const steps = alignmentSteps(oldText, freshText)
  for (;;) {
    const step = steps.next()
    if (step.done) return differencePieces(oldText, freshText, step.value)
  }
}

const many = (from: number, count: number) => Array.from({ length: count }, (_, at) => `word${from + at}`).join(" ")

test("a long stretch that both texts have is folded between words", () => {
  const [before, after] = [many(0, 60), many(100, 60)]
  const pieces = difference(`${before} are ${after}`, `${before} were ${after}`)
  const folds = pieces.filter(({ folded }) => folded)
  expect(folds).toHaveLength(2)
  for (const { text, folded } of folds) {
    expect(text).toMatch(/^\s?(word\d+ )*word\d+$/)
    expect(folded!.end).toMatch(/^(word\d+ )*word\d+\s?$/)
  }
})

test("pieces are as long as both texts, what is folded with them, and part no surrogate pair", () => {
  const word = fc.constantFrom("ship", "sank", "in", "1912", "🚢", "затонул", "x".repeat(120))
  const text = fc.array(word, { maxLength: 60 }).map(words => words.join(" "))
  fc.assert(
    fc.property(text, text, (oldText, freshText) => {
      const pieces = difference(oldText, freshText)
      const length = (kind: string) =>
        pieces
          .filter(one => one.kind === "same" || one.kind === kind)
          .reduce((sum, { text: head, folded }) => {
            return sum + head.length + (folded ? folded.characters + folded.end.length : 0)
          }, 0)
      expect(length("deleted")).toBe(oldText.length)
      expect(length("inserted")).toBe(freshText.length)
      for (const { text: head, folded } of pieces) {
        expect(head.isWellFormed()).toBe(true)
        expect(folded?.end.isWellFormed() ?? true).toBe(true)
        expect(folded?.characters ?? 1).toBeGreaterThan(0)
      }
    }),
  )
})
