import { type FlagReason, flagReasons } from "../../../../../../../lib/domain/flag.ts"
import { flagReasonWords } from "../../../../../../../lib/domain/flag-words.ts"
import { type Label, labels } from "../../../../../../../lib/domain/label.ts"
import type { ReadPassage } from "../../../../../../../lib/queries/read-pre-annotations.ts"

/** What a label of a file comes to here; nothing when it is left out. */
export type Becomes = Label | FlagReason | ""

/** What one can choose for a label, for a select. */
export const becomesChoices: readonly { readonly value: Becomes; readonly label: string }[] = [
  { value: "", label: "leave it out" },
  ...labels.map(value => ({ value, label: `suggest ${value}` })),
  ...flagReasons.map(value => ({ value, label: `flag: ${flagReasonWords[value]}` })),
]

/** What labels of a file come to when nobody chose: those that are called as ours are, and nothing else. */
export const atFirst = (label: string): Becomes => labels.find(one => one === label.trim().toLowerCase()) ?? ""

export interface FileLabel {
  readonly label: string
  readonly count: number
}

/** The labels of a file, the most frequent first. */
export function labelsOf(passages: readonly ReadPassage[]): readonly FileLabel[] {
  const counts = new Map<string, number>()
  for (const { label } of passages) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count)
}
