import { citationLine } from "../../../../lib/domain/citation-line.ts"
import { claimStateWords } from "../../../../lib/domain/evidence-matrix.ts"
import { undecided } from "../../../../lib/domain/export-state.ts"
import type { OutgoingClaim } from "../../../../lib/domain/outgoing-claims.ts"
import { flagSentences } from "../../../../lib/formats/report-extras.ts"
import type { ExportPreview } from "../../../../lib/queries/export-preview.ts"
import { TextLink } from "../../../_ui/text-link.tsx"
import { LabelMark } from "./label-mark.tsx"

/** The first claims of an export as they will stand in it. */
export function OutgoingList({ projectId, preview }: { projectId: string; preview: ExportPreview }) {
  const lines = new Map(preview.sources.map(source => [source.id, source.line]))
  const { claims, chosen } = preview
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" className="mb-3 text-xl">
        {chosen > claims.length ? `The first ${claims.length} of them` : "These claims"}
      </h2>
      <ol className="divide-y divide-rule border-y border-rule">
        {claims.map(claim => (
          <li key={claim.unitId} className="grid gap-2 py-5">
            {preview.filter.positions ? (
              <p className="figures text-soft">
                from {claim.start} to {claim.end}
              </p>
            ) : (
              <blockquote className="max-w-[42rem] font-text text-lg whitespace-pre-wrap">
                {claim.quote.trim()}
              </blockquote>
            )}
            <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
              {claim.label ? <LabelMark label={claim.label} /> : <b>{undecided}</b>}
              {claim.said && (
                <span>
                  that it was said: <LabelMark label={claim.said} />
                </span>
              )}
              <span>{verdictWords(claim)}</span>
              <TextLink href={`/projects/${projectId}/documents/${claim.documentId}?unit=${claim.unitId}`} kind="quiet">
                {claim.title}
              </TextLink>
            </p>
            <Evidence claim={claim} lines={lines} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function verdictWords({ state, label, decision, annotations }: OutgoingClaim): string {
  const stands = state === "vetted" ? "" : `, ${claimStateWords({ state, verdict: null })}`
  if (!label) return `${annotations.length === 1 ? "1 label" : `${annotations.length} labels`}${stands}`
  if (decision) return `decided by ${decision.editor}${stands}`
  const agree = annotations.filter(annotation => annotation.agrees).length
  return `${agree} of ${annotations.length} ${annotations.length === 1 ? "reviewer says" : "reviewers say"} so${stands}`
}

function Evidence({ claim, lines }: { claim: OutgoingClaim; lines: ReadonlyMap<string, string> }) {
  const dissent = claim.annotations.filter(annotation => annotation.agrees === false)
  return (
    <div className="grid max-w-[42rem] gap-2 text-sm">
      {claim.decision && <p className="whitespace-pre-wrap">{claim.decision.reason}</p>}
      {dissent.length > 0 && (
        <ul className="grid gap-1 border-l-2 border-contested pl-3">
          {dissent.map(({ id, reviewer, label, confidence, rationaleText }) => (
            <li key={id}>
              <b>Dissent</b> of {reviewer}: <LabelMark label={label} />, {confidence} confidence. {rationaleText}
            </li>
          ))}
        </ul>
      )}
      {claim.citations.length === 0 ? (
        <p className="text-soft">No source is cited.</p>
      ) : (
        <ul className="grid list-disc gap-1 pl-4.5 text-soft wrap-anywhere">
          {claim.citations.map(citation => (
            <li key={citation.id}>{citationLine(citation, lines.get(citation.sourceId) ?? "")}</li>
          ))}
        </ul>
      )}
      {claim.flags.map(flag => (
        <p key={flag.id} className="wrap-anywhere">
          <b>Flag</b>: {flagSentences(flag)}
        </p>
      ))}
    </div>
  )
}
