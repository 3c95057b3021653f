import { agreementWords, type Votes } from "../../../../../lib/domain/contested.ts"
import { labels } from "../../../../../lib/domain/label.ts"
import { LabelMark } from "../../export/label-mark.tsx"

/** How many people give each label, in words and signs, and how far they agree. */
export function TallyLine({ votes }: { votes: Votes }) {
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-0.5">
      {labels
        .filter(label => votes[label] > 0)
        .map(label => (
          <span key={label} className="figures">
            {votes[label]} <LabelMark label={label} />
          </span>
        ))}
      <span className="text-soft">{agreementWords(votes)}</span>
    </span>
  )
}
