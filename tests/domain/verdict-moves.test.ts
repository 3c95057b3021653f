import fc from "fast-check"
import { expect, test } from "vitest"
import { type Label, labels } from "../../lib/domain/label.ts"
import { type Judged, verdictMoves } from "../../lib/domain/verdict-moves.ts"

const judged = (words: string): Judged[] =>
  words
    .split(" ")
    .filter(Boolean)
    .map((word, at) => {
      const [before, after] = word
        .split(">")
        .map(one => labels.find(label => label.startsWith(one) && one !== "") ?? null)
      return { unitId: String(at), before: before as Label | null, after: after as Label | null }
    })

test.each([
  ["", []],
  ["doc>doc >", []],
  ["doc> doc> >spec", ["Two claims would go back to review.", "One claim would become speculative."]],
  [
    "doc>disp >doc >doc >doc >doc >doc >doc >doc",
    ["7 claims would become documented.", "One claim would become disputed."],
  ],
])("“%s”", (words, sentences) => {
  expect(verdictMoves(judged(words), 9).map(({ sentence }) => sentence)).toEqual(sentences)
})

test("no more ids are kept than asked for, and all are counted", () => {
  const [move] = verdictMoves(judged("doc> doc> doc>"), 2)
  expect(move).toMatchObject({ count: 3, unitIds: ["0", "1"] })
})

test("what moves there and back is the same claims, and nothing moves where nothing is different", () => {
  const verdict = fc.option(fc.constantFrom(...labels))
  const claims = fc.array(fc.record({ unitId: fc.uuid(), before: verdict, after: verdict }))
  fc.assert(
    fc.property(claims, list => {
      const back = list.map(({ unitId, before, after }) => ({ unitId, before: after, after: before }))
      const ids = (all: readonly Judged[]) =>
        verdictMoves(all, 99)
          .flatMap(({ unitIds }) => unitIds)
          .sort()
      expect(ids(back)).toEqual(ids(list))
      expect(
        verdictMoves(
          list.map(one => ({ ...one, after: one.before })),
          9,
        ),
      ).toEqual([])
    }),
  )
})
