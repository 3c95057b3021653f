"use client"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Time } from "../../../../../_ui/time.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"
import { RationaleText } from "./rationale-text.tsx"
import type { LabelActions } from "./use-label.ts"

interface Props {
  readonly card: Card
  readonly me: string
  /** Gives the claim the label that one had given to what it came from. */
  readonly give: LabelActions["give"] | null
}

/** What others say of the claim now, and everything that was said of it before. */
export function OthersPart({ card, me, give }: Props) {
  const ids = card.citations.map(({ id }) => id)
  const { others, earlier } = card
  return (
    <>
      {card.veiled && (
        <section>
          <h2 className="mb-2 label-caps">Others</h2>
          <p className="text-soft">
            {card.round?.stage === "blind"
              ? "This claim is in a norming round. What others said of it opens to all at once when the round is revealed."
              : "This document is reviewed blind. What others said of this claim and cited for it opens when you label it."}
          </p>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2 className="mb-2 label-caps">Others</h2>
          <ul className="grid gap-3">
            {others.map(said => (
              <li key={said.id}>
                <LabelMark label={said.label} />{" "}
                <span className="text-sm text-soft">
                  · {said.reviewer} · {said.confidence} confidence{said.blind && " · given blind"}
                  {said.said && ` · that it was said: ${said.said}`}
                </span>
                {said.rationaleText && <RationaleText rationale={said.rationale} citations={ids} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className="cursor-pointer text-sm text-soft">
            History: {earlier.length} earlier {earlier.length === 1 ? "state" : "states"}
          </summary>
          <ul className="mt-2 grid gap-3 text-sm">
            {earlier.map(said => {
              const { unitId, label, confidence, rationale, said: wasSaid } = said
              const elsewhere = unitId !== card.unit.id
              return (
                <li key={said.id}>
                  <LabelMark label={label} />{" "}
                  <span className="text-soft">
                    · {said.reviewerId === me ? "you" : said.reviewer} · <Time at={said.createdAt} precision="minute" />
                    {said.blind && " · given blind"}
                    {elsewhere && " · before the passage was split or merged"}
                  </span>
                  {said.rationaleText && <RationaleText rationale={rationale} citations={ids} />}
                  {elsewhere && said.reviewerId === me && !card.mine && give && (
                    <Button
                      size="small"
                      className="mt-1"
                      onClick={() => void give({ label, confidence, rationale, said: wasSaid })}
                    >
                      Say it here too
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </>
  )
}
