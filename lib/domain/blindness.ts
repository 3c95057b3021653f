/** What reviewers see of each other in a project. */
export interface Blindness {
  /** Whether they see what others said of a claim only after they said something themselves. */
  readonly blind: boolean
  /** Whether they see each other under pseudonyms. */
  readonly pseudonyms: boolean
}

/** Whether one document is reviewed blind: as the project is, or by a rule of its own. */
export type DocumentBlindness = boolean | null

/** What reviewers see of each other, in sentences for everybody in the project. */
export const blindnessSentences = ({ blind, pseudonyms }: Blindness): readonly string[] => [
  blind
    ? "Reviewers see what others said of a claim, and what it cites, after they labelled it themselves. What was labelled before is marked as given blind."
    : "Reviewers see what others said of a claim before they label it.",
  pseudonyms
    ? "Reviewers and readers see others under pseudonyms, which stay the same throughout the project."
    : "Everybody is shown by name.",
  ...(blind || pseudonyms
    ? ["Editors and owners see everything, since they decide; what they label is not marked as blind."]
    : []),
]

export const documentBlindnessWords = (blind: DocumentBlindness): string =>
  blind === null ? "as the project is" : blind ? "blind" : "open"
