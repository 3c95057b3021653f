"use client"
import { type LinkKind, linkWords } from "../../../../../../lib/domain/claim-link.ts"
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

const kindWords: Readonly<Record<LinkKind, readonly [sign: string, words: string]>> = {
  same: ["=", "It says the same as"],
  contradicts: ["≠", "It contradicts"],
  neither: ["·", "It is another claim than"],
}

/** What people said of this claim and others; those that were only told apart are folded away. */
export function LinkedClaims({ state, card, show }: Props) {
  const { takeBack, busy } = useLinks(state)
  const apart = card.links.filter(({ kind }) => kind === "neither")
  const linked = card.links.filter(({ kind }) => kind !== "neither")
  const list = (links: Card["links"]) => (
    <ul className="divide-y divide-rule">
      {links.map(link => (
        <Linked key={link.linkId} {...{ state, link, show, takeBack, busy }} />
      ))}
    </ul>
  )
  return (
    <>
      {linked.length > 0 && (
        <section>
          <h2 className="label-caps">Confirmed</h2>
          {list(linked)}
        </section>
      )}
      {apart.length > 0 && (
        <details>
          <summary className="cursor-pointer">
            <h2 className="inline label-caps">Told apart</h2>{" "}
            <span className="text-sm text-soft">
              {apart.length === 1 ? "one claim" : `${apart.length} claims`}, not proposed again
            </span>
          </summary>
          {list(apart)}
        </details>
      )}
    </>
  )
}

interface LinkedProps {
  readonly state: RoomState
  readonly link: Card["links"][number]
  readonly show: Props["show"]
  readonly takeBack: (linkId: string) => Promise<void>
  readonly busy: boolean
}

function Linked({ state: { room }, link, show, takeBack, busy }: LinkedProps) {
  const { linkId, kind, reason, by, at, unitId, documentId, title, retired, state, verdict, quote } = link
  const [sign, words] = kindWords[kind]
  return (
    <li className="grid gap-1 py-2.5">
      <p className="text-sm">
        <span aria-hidden="true" className="text-contested">
          {sign}
        </span>{" "}
        {words}
      </p>
      <blockquote className="font-text break-words">{quote.trim()}</blockquote>
      <p className="text-sm text-soft">
        {verdict ? <LabelMark label={verdict} /> : plainWords(state)}
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
  )
}
