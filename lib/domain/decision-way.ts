import type { Label } from "./label.ts"
import { listed } from "./sentence-words.ts"

/**
 * How an editor came to a decision: with one annotator's label and reasons, with those of several, against all of them,
 * or with the finding that the claim is disputed.
 */
export const decisionWays = ["take", "combine", "against", "disputed"] as const
export type DecisionWay = (typeof decisionWays)[number]

/** An annotator's standing label on the claim that is decided. */
export interface StandingLabel {
  readonly reviewerId: string
  readonly label: Label
}

/** What is wrong with how a decision says that it was made, and at which field; null when nothing is. */
export function wayTrouble(
  how: DecisionWay | null,
  label: Label,
  follows: readonly string[],
  standing: readonly StandingLabel[],
): { readonly path: "how" | "label" | "follows"; readonly message: string } | null {
  if (new Set(follows).size !== follows.length) return { path: "follows", message: "Name everybody once." }
  if ((how === null || how === "against" || how === "disputed") && follows.length > 0)
    return { path: "follows", message: "A decision that follows somebody takes or combines their labels." }
  if (how === "disputed" && label !== "disputed")
    return { path: "label", message: "The finding that a claim is disputed has that label." }
  if (how === "take" && follows.length !== 1) return { path: "follows", message: "Choose whose label is taken." }
  if (how === "combine" && follows.length < 2)
    return { path: "follows", message: "Choose at least two people whose reasons are combined." }
  const followed = follows.map(id => standing.find(({ reviewerId }) => reviewerId === id))
  if (followed.some(one => !one))
    return { path: "follows", message: "Somebody of them took their label back meanwhile. Choose again." }
  if (how === "take" && followed[0]!.label !== label)
    return {
      path: "label",
      message: `Whom the decision takes says ${followed[0]!.label}. Take that label, or decide in another way.`,
    }
  return null
}

/** How a decision was made, in words after its label. `names` are those whom it follows. */
export function wayWords(how: DecisionWay | null, names: readonly string[]): string {
  if (how === "take") return `taken from ${listed(names) || "an annotator"}`
  if (how === "combine") return `combined from ${listed(names) || "an annotator"}`
  if (how === "against") return "against all annotators"
  return how === "disputed" ? "disputed as the finding" : ""
}
