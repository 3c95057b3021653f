import { type Label, labels } from "./label.ts"
import { counted } from "./sentence-words.ts"

/** A claim with its verdict and the one that it would have; null is none. */
export interface Judged {
  readonly unitId: string
  readonly before: Label | null
  readonly after: Label | null
}

/** Claims that would all come to the same verdict, or to none, and had another. */
export interface VerdictMove {
  readonly to: Label | null
  readonly count: number
  readonly unitIds: readonly string[]
  readonly sentence: string
}

/** The verdicts that would be others, by what they would become: those that would fall first. `most` ids are kept of each. */
export function verdictMoves(claims: Iterable<Judged>, most: number): readonly VerdictMove[] {
  const found = new Map<Label | null, { count: number; unitIds: string[] }>()
  for (const { unitId, before, after } of claims) {
    if (before === after) continue
    const group = found.get(after) ?? { count: 0, unitIds: [] }
    group.count += 1
    if (group.unitIds.length < most) group.unitIds.push(unitId)
    found.set(after, group)
  }
  return [null, ...labels].flatMap(to => {
    const group = found.get(to)
    return group ? [{ to, ...group, sentence: sentenceOf(to, group.count) }] : []
  })
}

const sentenceOf = (to: Label | null, count: number) =>
  `${capital(counted(count, "claim"))} would ${to ? `become ${to}` : "go back to review"}.`

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
