import { type Effect, inVersion, type ProposalState, type Step, versionOf } from "./effect.ts"
import type { BornUnit } from "./unit-edit.ts"

/**
 * The effect of putting a lost unit on a live one of the current text. When nobody worked on that one, the lost unit is
 * at its place from now on, with what the splitter proposes there. When it is `taken`, the lost one lies under it,
 * retired, so that what was said of either is kept and nothing is said of words that nobody judged.
 */
export function placedUnit(lost: BornUnit, onto: BornUnit, taken: boolean): Effect {
  const { start, end, rules, cues } = onto.state
  const place = { start, end, rules, cues, retired: taken }
  const after = inVersion({ ...lost.state, ...place }, versionOf(onto.state))
  const none = proposals(lost, null)
  if (taken) return { units: [{ before: lost.state, after }], proposals: none }
  return {
    units: [
      { before: onto.state, after: { ...onto.state, retired: true } },
      { before: lost.state, after },
    ],
    proposals: onto.born ? [...proposals(onto, null), ...proposals(lost, onto.born)] : none,
  }
}

function proposals({ state: { id }, born: was }: BornUnit, born: BornUnit["born"]): Step<ProposalState>[] {
  return was || born ? [{ before: was && { id, ...was }, after: born && { id, ...born } }] : []
}
