import { expect, test } from "vitest"
import { countedClaims, segmentSentence, standingSums } from "../../lib/domain/claim-strip.ts"

const none = { documented: 0, disputed: 0, speculative: 0, blocked: 0, contested: 0, "in-review": 0, open: 0 }

test("a piece of a strip says which claims it holds and how they stand", () => {
  const one = { first: 7, last: 7, start: 40, counts: { ...none, blocked: 1 } }
  expect(segmentSentence(one)).toBe("Claim 7: blocked by a flag")
  const many = { first: 12, last: 20, start: 40, counts: { ...none, contested: 2, documented: 7 } }
  expect(segmentSentence(many)).toBe("Claims 12 to 20: 7 documented, 2 contested")
})

test("the counts of pieces add up", () => {
  const sums = standingSums([
    { ...none, open: 2, disputed: 1 },
    { ...none, open: 3 },
  ])
  expect(sums).toEqual({ ...none, open: 5, disputed: 1 })
  expect(countedClaims(sums)).toBe(6)
  expect(countedClaims(standingSums([]))).toBe(0)
})
