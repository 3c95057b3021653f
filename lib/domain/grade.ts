/**
 * The two axes of the Admiralty code (NATO AJP-2.1): how far a source can be relied on, A to F, and how credible what
 * it says about one claim is, 1 to 6. They are judged apart, and nothing here adds them up or averages them.
 */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const
export type Reliability = (typeof reliabilities)[number]

export const credibilities = [1, 2, 3, 4, 5, 6] as const
export type Credibility = (typeof credibilities)[number]

/** A reliability that can be asked for. F is none: it says that nobody can judge. */
export const minimumReliabilities = ["A", "B", "C", "D", "E"] as const
export type MinimumReliability = (typeof minimumReliabilities)[number]

/** A credibility that can be asked for. 6 is none: it says that nobody can judge. */
export const minimumCredibilities = [1, 2, 3, 4, 5] as const
export type MinimumCredibility = (typeof minimumCredibilities)[number]

/** The scale's own wording. */
export const reliabilityWords: Readonly<Record<Reliability, string>> = {
  A: "Completely reliable",
  B: "Usually reliable",
  C: "Fairly reliable",
  D: "Not usually reliable",
  E: "Unreliable",
  F: "Reliability cannot be judged",
}

export const credibilityWords: Readonly<Record<Credibility, string>> = {
  1: "Confirmed by other sources",
  2: "Probably true",
  3: "Possibly true",
  4: "Doubtful",
  5: "Improbable",
  6: "Truth cannot be judged",
}

/** What every page that shows a grade says about it, so that nobody reads a verdict into it. */
export const gradeCautions: readonly string[] = [
  "F and 6 are not bad marks: they say that nobody can judge yet.",
  "A does not make a sentence true, nor E false: a reliable source can be wrong, an unreliable one right.",
  "The two scales are judged apart: what a source says can be doubtful although the source is reliable.",
]

/** Whether a grade says anything about the source; F and a source that nobody graded don't. */
export const isGraded = (grade: Reliability | null): grade is MinimumReliability => grade !== null && grade !== "F"

/** Whether a rating says anything about what was told; 6 and a citation that nobody rated don't. */
export const isRated = (credibility: Credibility | null): credibility is MinimumCredibility =>
  credibility !== null && credibility !== 6

/** Whether a source is known to be at least so reliable. What is unknown satisfies no minimum; without one all do. */
export const atLeastReliable = (grade: Reliability | null, minimum: MinimumReliability | null): boolean =>
  minimum === null || (isGraded(grade) && reliabilities.indexOf(grade) <= reliabilities.indexOf(minimum))

/** Whether what a source says is known to be at least so credible. What is unknown satisfies no minimum. */
export const atLeastCredible = (credibility: Credibility | null, minimum: MinimumCredibility | null): boolean =>
  minimum === null || (isRated(credibility) && credibility <= minimum)
