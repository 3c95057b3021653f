import fc from "fast-check"
import { stances } from "../../lib/domain/citation.ts"
import type { Matrix, MatrixCell, MatrixClaim, MatrixSource } from "../../lib/domain/evidence-matrix.ts"
import { credibilities, reliabilities } from "../../lib/domain/grade.ts"
import { labels } from "../../lib/domain/label.ts"
import { claimStates } from "../../lib/domain/verdict.ts"

const signs = { "+": "supports", "-": "disputes", m: "mentions", r: "repeats" } as const

/**
 * A matrix from rows of signs, a sign a source: + supports, - disputes, m mentions, r repeats, a full stop for no
 * citation. `origins` names for each source those that it comes from in the end, "b" for itself when it comes from none.
 */
export function matrixOf(rows: readonly string[], origins: readonly string[] = []): Matrix {
  const width = Math.max(0, ...rows.map(row => row.length))
  const cells = rows.flatMap((row, claim) =>
    [...row].flatMap((sign, source): MatrixCell[] =>
      sign in signs
        ? [{ claim, source, stances: [signs[sign as keyof typeof signs]], citations: 1, credibility: null }]
        : [],
    ),
  )
  return {
    documents: [{ id: "d", title: "Log book" }],
    claims: rows.map((_, at) => claimOf(at)),
    sources: Array.from({ length: width }, (_, at) => sourceOf(at, origins[at])),
    cells,
    origins: {},
  }
}

const letter = (at: number) => String.fromCharCode(97 + at)

const claimOf = (at: number): MatrixClaim => ({
  id: String(at),
  documentId: "d",
  number: at + 1,
  quote: `Claim ${at + 1} says so.`,
  state: "open",
  verdict: null,
})

const sourceOf = (at: number, roots = letter(at)): MatrixSource => ({
  id: letter(at),
  line: `Source ${letter(at)}`,
  short: `Source ${letter(at)}`,
  kind: "memoir",
  reliability: null,
  rootIds: [...roots],
})

/** Any words, those among them that would do harm where they are not taken as words. */
const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "<script>alert(1)</script>",
    '"/><b onload="x">',
    "a < b & c > d",
    "&lt;",
    "=1+1",
    "'@SUM(A1)",
    "\uD800\u0000",
  ),
)
const id = fc.integer({ min: 0, max: 25 }).map(letter)

/** Any matrix, with any words in it. */
export const anyMatrix: fc.Arbitrary<Matrix> = fc
  .record({ claims: fc.integer({ min: 0, max: 8 }), sources: fc.integer({ min: 0, max: 6 }) })
  .chain(size =>
    fc.record({
      documents: fc.constant([
        { id: "d", title: "Log book" },
        { id: "e", title: "=1+1" },
      ]),
      claims: fc.tuple(...Array.from({ length: size.claims }, (_, at) => anyClaim(at))),
      sources: fc.tuple(...Array.from({ length: size.sources }, (_, at) => anySource(at))),
      cells: fc.uniqueArray(anyCell(size), {
        selector: ({ claim, source }) => `${claim} ${source}`,
        maxLength: Math.min(30, size.claims * size.sources),
      }),
      origins: fc.constant({}),
    }),
  )

const anyClaim = (at: number): fc.Arbitrary<MatrixClaim> =>
  fc.record({
    id: fc.constant(String(at)),
    documentId: fc.constantFrom("d", "e"),
    number: fc.constant(at + 1),
    quote: words,
    state: fc.constantFrom(...claimStates),
    verdict: fc.option(fc.constantFrom(...labels)),
  })

const anySource = (at: number): fc.Arbitrary<MatrixSource> =>
  fc.record({
    id: fc.constant(letter(at)),
    line: words,
    short: words,
    kind: fc.constant("memoir" as const),
    reliability: fc.option(fc.constantFrom(...reliabilities)),
    rootIds: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
  })

const anyCell = (size: { claims: number; sources: number }): fc.Arbitrary<MatrixCell> =>
  fc.record({
    claim: fc.nat(Math.max(0, size.claims - 1)),
    source: fc.nat(Math.max(0, size.sources - 1)),
    stances: fc.subarray([...stances], { minLength: 1 }),
    citations: fc.integer({ min: 1, max: 9 }),
    credibility: fc.option(fc.constantFrom(...credibilities)),
  })
