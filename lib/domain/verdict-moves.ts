import type { Bearing } from "./citation.ts"
import type { ClaimFacts } from "./claim-facts.ts"
import { type Label, labels } from "./label.ts"
import { bearingQuestions } from "./said-and-so.ts"
import { counted } from "./sentence-words.ts"
import type { ClaimState, Verdict } from "./verdict.ts"

/** Where a claim stands, whatever flags block it: its verdict, or what it is without one. */
export type Standing = Label | "open" | "in-review" | "contested"

/** A claim with what its verdicts rest on and the verdicts that it has, on whether it is so and on whether it was said. */
export interface JudgedClaim {
  readonly id: string
  readonly state: ClaimState
  readonly verdict: Label | null
  readonly said: Label | null
  readonly facts: ClaimFacts
  /** Null while nobody judged apart whether it was said. */
  readonly saidFacts: ClaimFacts | null
}

/** Another way to come to a verdict: another policy, or the same with another grade of a source. */
export type Judging = (facts: ClaimFacts) => Verdict

/** Claims that would all come from one standing to another. */
export interface VerdictMove {
  readonly on: Bearing
  readonly from: Standing
  readonly to: Standing
  readonly count: number
  readonly unitIds: readonly string[]
  readonly sentence: string
}

/** Those that fall come first, and of these those that had the most. */
const falling: readonly Standing[] = ["in-review", "contested", "open", ...labels]
const rising: readonly Standing[] = [...labels, "contested", "in-review", "open"]
const questions: readonly Bearing[] = ["so", "said"]

/** Which verdicts would be others if they were judged so. All are counted; `most` ids are kept of each kind, in the order of the claims. */
export function verdictMoves(claims: Iterable<JudgedClaim>, judge: Judging, most: number): readonly VerdictMove[] {
  const found = new Map<string, { count: number; unitIds: string[] }>()
  for (const claim of claims)
    for (const { on, from, to } of standings(claim, judge)) {
      if (from === to) continue
      const key = keyOf(on, from, to)
      const group = found.get(key) ?? { count: 0, unitIds: [] }
      group.count += 1
      if (group.unitIds.length < most) group.unitIds.push(claim.id)
      found.set(key, group)
    }
  return questions.flatMap(on =>
    falling.flatMap(to =>
      rising.flatMap(from => {
        const group = found.get(keyOf(on, from, to))
        return group ? [{ on, from, to, ...group, sentence: sentenceOf(on, from, to, group.count) }] : []
      }),
    ),
  )
}

const keyOf = (on: Bearing, from: Standing, to: Standing) => `${on} ${from} ${to}`

function standings(
  { state, verdict, said, facts, saidFacts }: JudgedClaim,
  judge: Judging,
): readonly Pick<VerdictMove, "on" | "from" | "to">[] {
  const so = judge(facts)
  const isSo = { on: "so", from: standing(verdict, state), to: standing(so.label, so.state) } as const
  if (!saidFacts) return [isSo]
  // Whether it was said has a verdict or none; what it is without one is stored nowhere.
  return [isSo, { on: "said", from: standing(said, "in-review"), to: standing(judge(saidFacts).label, "in-review") }]
}

const standing = (label: Label | null, state: ClaimState): Standing =>
  label ?? (state === "open" || state === "contested" ? state : "in-review")

const sentenceOf = (on: Bearing, from: Standing, to: Standing, count: number) => {
  const who = from === "in-review" ? `${counted(count, "claim")} in review` : counted(count, `${from} claim`)
  const sentence = `${capital(who)} would ${outcome(from, to)}.`
  return on === "said" ? `${bearingQuestions.said} ${sentence}` : sentence
}

function outcome(from: Standing, to: Standing): string {
  const fell = labels.some(label => label === from)
  if (to === "in-review") return fell ? "go back to review" : "be in review"
  if (to === "contested" || to === "open") return fell ? `go back to review as ${to}` : `be ${to}`
  return `become ${to}`
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
