"use client"
import { useState } from "react"
import { labels } from "../../../../../../lib/domain/label.ts"
import { noOpinionSentence } from "../../../../../../lib/domain/second-opinion.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import type { ClaimOpinion } from "../../../../../../lib/queries/second-opinion.ts"
import { type ApiResult, api } from "../../../../../_ui/api.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { percent } from "../../../agreement/_components/figure-words.ts"

interface Props {
  readonly projectId: string
  readonly documentId: string
  readonly card: Card
}

/**
 * What the model of all labels makes of this claim, asked for when somebody wants it, since it goes over the whole project;
 * for a claim with two labels or more. When a label or the verdict moved since, it can be asked again.
 */
export function OpinionLine({ projectId, documentId, card }: Props) {
  const of = JSON.stringify([card.mine?.id, card.others.map(({ id }) => id), card.verdict])
  const [asked, setAsked] = useState<{ readonly of: string; readonly answer: ApiResult<ClaimOpinion> } | null>(null)
  const [busy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    const answer = await api.get<ClaimOpinion>(`/documents/${documentId}/claims/${card.unit.id}/opinion`)
    setBusy(false)
    setAsked({ of, answer })
  }
  if (card.others.length + (card.mine ? 1 : 0) < 2) return null
  const answer = asked?.of === of ? asked.answer : null
  return (
    <div className="mt-3 grid justify-items-start gap-1 text-sm" aria-live="polite">
      {answer?.ok ? (
        <p className="figures">
          {opinionWords(answer.value)}{" "}
          <TextLink href={`/projects/${projectId}/agreement/second-opinion`} prefetch={false}>
            How it is made
          </TextLink>
        </p>
      ) : (
        <>
          {answer && <p className="text-danger">{answer.failure.sentence}</p>}
          <Button size="small" kind="plain" busy={busy} onClick={() => void ask()}>
            {answer ? "Ask again" : "Second opinion"}
          </Button>
        </>
      )}
    </div>
  )
}

function opinionWords({ why, opinion }: ClaimOpinion): string {
  if (why === "few-labels" || !opinion)
    return why && why !== "few-labels" ? noOpinionSentence[why] : "The model has nothing to say on this claim yet."
  const chances = labels.map((label, at) => `${label} ${percent(opinion.chances[at]!)} %`).join(", ")
  return `By the model of all labels: ${chances}${opinion.uncertain ? ", which is uncertain" : ""}${opinion.differs ? "; the verdict is another one" : ""}. It decides nothing.`
}
