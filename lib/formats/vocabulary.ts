import { undecided } from "../domain/export-state.ts"
import { credibilities, credibilityWords, reliabilities, reliabilityWords } from "../domain/grade.ts"
import { confidences, type Label, labels } from "../domain/label.ts"

/** A word of the tool's own vocabulary, as files name it by an address that ends in "#" and the term. */
export interface Term {
  readonly term: string
  readonly says: string
}

const meanings: Readonly<Record<Label, string>> = {
  documented: "The evidence bears it out.",
  disputed: "The evidence conflicts.",
  speculative: "The evidence is missing.",
}

/** Every term that a Web Annotation of this tool uses beside those of the W3C and of others, in the order of reading. */
export const vocabulary: readonly Term[] = [
  ...labels.map(label => ({ term: label, says: `A label on whether what a claim says is so. ${meanings[label]}` })),
  { term: undecided, says: "The claim has no verdict." },
  ...labels.map(label => ({
    term: `said-${label}`,
    says: `A label on whether the one that a claim is ascribed to said it. ${meanings[label]}`,
  })),
  { term: "judged", says: "The labels that a reviewer gave, which need not be the verdict's." },
  { term: "dissents", says: "Whether the reviewer's label is another one than the verdict's." },
  { term: "blind", says: "Whether a label was given while nothing that others said of the claim could be seen." },
  { term: "confidence", says: "How sure the reviewer is of the label." },
  ...confidences.map(one => ({ term: `${one}-confidence`, says: `The reviewer's confidence is ${one}.` })),
  { term: "bears-on", says: "Which question about a claim a citation bears on." },
  { term: "so", says: "The question whether what the claim says is so." },
  { term: "said", says: "The question whether the one it is ascribed to said it." },
  { term: "reliability", says: "How far a source can be relied on, by the Admiralty code." },
  ...reliabilities.map(grade => ({ term: `reliability-${grade}`, says: `${reliabilityWords[grade]}.` })),
  { term: "credibility", says: "How credible what a source says of the claim is, by the Admiralty code." },
  ...credibilities.map(grade => ({ term: `credibility-${grade}`, says: `${credibilityWords[grade]}.` })),
  { term: "says-the-same-as", says: "Another claim that is confirmed to say the same." },
  { term: "contradicts", says: "Another claim that is confirmed to contradict this one." },
]
