/** What a person can do so that a condition is met. Addresses are the pages' affair. */
export type Mend =
  | { readonly kind: "cite"; readonly stance: "supports" | "disputes" }
  | { readonly kind: "annotate" }
  | { readonly kind: "give-reason" }
  | { readonly kind: "grade-source"; readonly sourceId: string }
  | { readonly kind: "rate-citation"; readonly citationId: string }
  | { readonly kind: "lineage"; readonly sourceId: string }
  | { readonly kind: "adjudicate" }
  | { readonly kind: "answer-flag" }

/** What the link or button that leads there says. */
export const mendWords: Readonly<Record<Mend["kind"], string>> = {
  cite: "Cite a source",
  annotate: "Give a label",
  "give-reason": "Write a rationale",
  "grade-source": "Grade the source",
  "rate-citation": "Rate the citation",
  lineage: "See where the source derives from",
  adjudicate: "Decide",
  "answer-flag": "See the flag",
}

/** A condition of a label or a verdict, with the sentence that the card shows. */
export interface Condition {
  readonly code: ConditionCode
  readonly met: boolean
  readonly sentence: string
  /** What would mend it; only on one that is not met. */
  readonly mend?: Mend
}

export type ConditionCode =
  | "decided"
  | "enough-agree"
  | "dissent"
  | "support-cited"
  | "support-kind"
  | "support-graded"
  | "support-credible"
  | "support-independent"
  | "both-sides"
  | "gap-named"
  | "evidence-conflict"
  | "contradiction"
  | "flag-open"

/** A condition, with what would mend it while it is not met. */
export const condition = (code: ConditionCode, met: boolean, sentence: string, mend: Mend): Condition =>
  met ? { code, met, sentence } : { code, met, sentence, mend }

export const areMet = (conditions: readonly Condition[]): boolean => conditions.every(({ met }) => met)
