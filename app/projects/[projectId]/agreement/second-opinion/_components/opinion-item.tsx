import { labels } from "../../../../../../lib/domain/label.ts"
import type { SecondOpinionPage } from "../../../../../../lib/queries/second-opinion.ts"
import { ProportionBar } from "../../../../../_ui/proportion-bar.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"
import { percent } from "../../_components/figure-words.ts"

interface Props {
  readonly projectId: string
  readonly claim: NonNullable<SecondOpinionPage["opinions"]>["claims"][number]
}

/** A claim with its verdict and how likely the model calls each label. */
export function OpinionItem({ projectId, claim }: Props) {
  const { unitId, documentId, document, quote, verdict, decided, chances, uncertain } = claim
  const chanceWords = labels.map((label, at) => `${label} ${percent(chances[at]!)} %`).join(", ")
  return (
    <li className="grid gap-1.5 py-4">
      <p className="font-text text-lg break-words">
        <TextLink kind="quiet" href={`/projects/${projectId}/documents/${documentId}?unit=${unitId}`}>
          “{quote}”
        </TextLink>
      </p>
      <p className="text-sm text-soft">
        {document} · {claim.labels} labels
      </p>
      <div className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
        <p>
          Verdict:{" "}
          {verdict ? (
            <>
              <LabelMark label={verdict} /> {decided ? "by an editor’s decision" : "by the policy"}
            </>
          ) : (
            "none yet"
          )}
        </p>
        <div>
          <p className="figures">
            The model: {chanceWords}
            {uncertain && <span className="text-soft"> (uncertain)</span>}
          </p>
          <ProportionBar
            label={`Chances: ${chanceWords}`}
            total={1}
            parts={labels.map((label, at) => ({ count: chances[at]!, tone: label }))}
          />
        </div>
      </div>
    </li>
  )
}
