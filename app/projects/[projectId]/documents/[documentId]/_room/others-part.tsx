import { labelGlyph } from "../../../../../../lib/domain/label.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Time } from "../../../../../_ui/time.tsx"
import { RationaleText } from "./rationale-text.tsx"

/** What others say of the claim now, and everything that was said of it before. */
export function OthersPart({ card, me }: { card: Card; me: string }) {
  const ids = card.citations.map(({ id }) => id)
  return (
    <>
      {card.others.length > 0 && (
        <section>
          <h2 className="mb-2 label-caps">Others</h2>
          <ul className="grid gap-3">
            {card.others.map(said => (
              <li key={said.id}>
                <b>
                  {labelGlyph[said.label]} {said.label}
                </b>{" "}
                <span className="text-soft">
                  · {said.reviewer} · {said.confidence} confidence
                </span>
                {said.rationaleText && <RationaleText rationale={said.rationale} citations={ids} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {card.earlier.length > 0 && (
        <details>
          <summary className="cursor-pointer text-sm text-soft">
            History: {card.earlier.length} earlier {card.earlier.length === 1 ? "state" : "states"}
          </summary>
          <ul className="mt-2 grid gap-2 text-sm">
            {card.earlier.map(said => (
              <li key={said.id}>
                <b>{said.label}</b> · {said.reviewerId === me ? "you" : said.reviewer} ·{" "}
                <Time at={said.createdAt} precision="minute" />
                {said.unitId !== card.unit.id && (
                  <span className="text-soft"> · before the passage was split or merged</span>
                )}
                {said.rationaleText && <RationaleText rationale={said.rationale} citations={ids} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
