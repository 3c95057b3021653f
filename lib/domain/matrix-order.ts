import { cellsByClaim, type Matrix, type MatrixCell, type MatrixSource } from "./evidence-matrix.ts"
import { independentAmong } from "./independence.ts"

/** Orders of the claims: as the texts have them, by weight, or those that hang on one witness first. */
export const claimOrders = ["text", "weight", "independence"] as const
export type ClaimOrder = (typeof claimOrders)[number]

/** Orders of the sources: by their lines, by weight, or those first on which most claims hang alone. */
export const sourceOrders = ["line", "weight", "independence"] as const
export type SourceOrder = (typeof sourceOrders)[number]

/** What stands behind a claim, in sources: a source that is cited twice is one. */
export interface Standing {
  readonly supports: number
  readonly disputes: number
  /** How many of the supporting sources are independent of one another (`independentAmong`). */
  readonly witnesses: number
  /** Places of the sources without which nothing would support the claim. */
  readonly hangsOn: readonly number[]
}

/** The standing of every claim, in the order of the claims. */
export function standings(matrix: Matrix): readonly Standing[] {
  const placeOf = new Map(matrix.sources.map(({ id }, place) => [id, place]))
  return cellsByClaim(matrix).map(cells => {
    const supporting = [...cells.values()].filter(({ stances }) => stances.includes("supports"))
    const sources = supporting.flatMap(({ source }) => matrix.sources[source] ?? [])
    return {
      supports: supporting.length,
      disputes: [...cells.values()].filter(({ stances }) => stances.includes("disputes")).length,
      witnesses: independentAmong(sources.map(({ id, rootIds }) => ({ sourceId: id, rootIds }))),
      hangsOn: commonTo(sources).flatMap(id => placeOf.get(id) ?? []),
    }
  })
}

/** The sources that all of these are or come from: take one away, and none is left. */
function commonTo([first, ...rest]: readonly MatrixSource[]): readonly string[] {
  if (!first) return []
  const lineOf = ({ id, rootIds }: MatrixSource) => new Set([id, ...rootIds])
  return rest.reduce(
    (common, source) => {
      const line = lineOf(source)
      return common.filter(id => line.has(id))
    },
    [...lineOf(first)],
  )
}

/** The places of the claims in the order wanted. What is equal stays in the order of the text. */
export function claimsInOrder(known: readonly Standing[], order: ClaimOrder): readonly number[] {
  const keys: Readonly<Record<ClaimOrder, (standing: Standing) => number>> = {
    text: () => 0,
    weight: ({ supports, disputes }) => disputes - supports,
    independence: ({ witnesses }) => (witnesses === 0 ? Number.MAX_SAFE_INTEGER : witnesses),
  }
  return ascending(known.map(keys[order]))
}

/** The places of the sources in the order wanted. What is equal stays in the order of the lines. */
export function sourcesInOrder(matrix: Matrix, known: readonly Standing[], order: SourceOrder): readonly number[] {
  const counts = matrix.sources.map(() => 0)
  const add = (place: number, n: number) => {
    counts[place] = (counts[place] ?? 0) - n
  }
  if (order === "weight") for (const cell of matrix.cells) add(cell.source, weightOf(cell))
  if (order === "independence") for (const { hangsOn } of known) for (const place of hangsOn) add(place, 1)
  return ascending(counts)
}

const weightOf = ({ stances }: MatrixCell) =>
  Number(stances.includes("supports")) - Number(stances.includes("disputes"))

/** The places of the keys, the smallest key first; equal ones in their own order. */
const ascending = (keys: readonly number[]): readonly number[] =>
  keys.map((_, place) => place).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
