"use client"
import { linkWords } from "../../../../../../lib/domain/claim-link.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Time } from "../../../../../_ui/time.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"
import { PassageLink } from "./passage-link.tsx"
import { useLinks } from "./use-links.ts"
import type { RoomState } from "./use-room.ts"
import { plainWords } from "./words.ts"

interface Props {
  readonly state: RoomState
  readonly card: Card
  readonly show: (unitId: string) => void
}

/** The claims that somebody confirmed to say the same as this one, or to contradict it. */
export function LinkedClaims({ state, card, show }: Props) {
  const { room } = state
  const { takeBack, busy } = useLinks(state)
  if (card.links.length === 0) return null
  return (
    <section>
      <h2 className="label-caps">Confirmed</h2>
      <ul className="divide-y divide-rule">
        {card.links.map(
          ({ linkId, kind, reason, by, at, unitId, documentId, title, retired, state: stands, verdict, quote }) => (
            <li key={linkId} className="grid gap-1 py-2.5">
              <p className="text-sm">
                <span aria-hidden="true" className="text-contested">
                  {kind === "same" ? "=" : "≠"}
                </span>{" "}
                {kind === "same" ? "It says the same as" : "It contradicts"}
              </p>
              <blockquote className="font-text break-words">{quote.trim()}</blockquote>
              <p className="text-sm text-soft">
                {verdict ? <LabelMark label={verdict} /> : plainWords(stands)}
                {" · "}
                <PassageLink room={room} unitId={unitId} documentId={documentId} title={title} show={show} />
              </p>
              {retired && (
                <p className="text-sm text-soft">
                  That passage was split, merged or is no claim any more, so the link does not count.
                </p>
              )}
              {reason && <p className="text-sm break-words whitespace-pre-wrap">{reason}</p>}
              <p className="text-sm text-soft">
                {by} said that {linkWords[kind]}, <Time at={at} precision="minute" />
              </p>
              {room.offers["claim.link"] && (
                <p>
                  <Button
                    size="small"
                    kind="plain"
                    busy={busy}
                    aria-label={`Take it back: ${quote.trim().slice(0, 80)}`}
                    onClick={() => void takeBack(linkId)}
                  >
                    Take it back
                  </Button>
                </p>
              )}
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
