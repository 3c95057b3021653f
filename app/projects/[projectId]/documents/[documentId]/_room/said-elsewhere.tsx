"use client"
import { useState } from "react"
import { type LinkKind, linkKinds } from "../../../../../../lib/domain/claim-link.ts"
import { type LikenessRank, likenessRanks, rankWords } from "../../../../../../lib/domain/likeness-sentence.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Chip, type Tone } from "../../../../../_ui/chip.tsx"
import { PassageLink } from "./passage-link.tsx"
import { useLinks } from "./use-links.ts"
import type { RoomState } from "./use-room.ts"

type ClaimRepeat = Card["repeats"]["listed"][number]

interface Props {
  readonly state: RoomState
  readonly card: Card
  /** Goes to a claim of this document. */
  readonly show: (unitId: string) => void
}

/** Repeats that are shown before somebody asks for the others. */
const shownFirst = 10
/** Repeats up to which the list is open from the start. */
const openUpTo = 3

const tones: Readonly<Record<LikenessRank, Tone>> = { contradiction: "contested", variant: "plain", duplicate: "plain" }

const buttonWords: Readonly<Record<LinkKind, string>> = {
  same: "The same claim",
  contradicts: "Contradicts it",
  neither: "Neither",
}

/** Where else the claim is likely said, and where it is said differently: proposals, each with how it differs. */
export function SaidElsewhere({ state, card, show }: Props) {
  const [all, setAll] = useState(false)
  const { confirm, busy } = useLinks(state)
  const { room } = state
  const { listed, more } = card.repeats
  if (listed.length === 0) return null
  const shown = all ? listed : listed.slice(0, shownFirst)
  const rest = listed.length - shown.length
  return (
    <details open={listed.length <= openUpTo}>
      <summary className="cursor-pointer">
        <h2 className="inline label-caps">Said elsewhere</h2>{" "}
        <span className="text-sm text-soft">{countWords(listed, more)}</span>
      </summary>
      <ol aria-label="Likely repeats of this claim" className="mt-1 divide-y divide-rule">
        {shown.map(({ unitId, documentId: where, title, quote, differs, rank, sentence }) => (
          <li key={unitId} className="py-2.5">
            <Chip tone={tones[rank]}>{rankWords[rank]}</Chip>
            <blockquote className="mt-1 font-text break-words">
              <Emphasised quote={quote} spans={differs} />
            </blockquote>
            <p className="mt-1 text-sm">{sentence}</p>
            <p className="text-sm break-words text-soft">
              <PassageLink room={room} unitId={unitId} documentId={where} title={title} show={show} />
            </p>
            {room.offers["claim.link"] && (
              <p className="mt-1 flex flex-wrap gap-2">
                {linkKinds.map(kind => (
                  <Button
                    key={kind}
                    size="small"
                    busy={busy}
                    aria-label={`${buttonWords[kind]}: ${quote.trim().slice(0, 80)}`}
                    onClick={() => void confirm(kind, card.unit.id, unitId)}
                  >
                    {buttonWords[kind]}
                  </Button>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <Button size="small" className="mt-2" onClick={() => setAll(true)}>
          Show {rest} more
        </Button>
      )}
      {more > 0 && all && <p className="mt-2 text-sm text-soft">At least {more} more are not listed.</p>}
    </details>
  )
}

/** "1 likely contradiction, 2 likely duplicates": what the list holds, before it is open. */
function countWords(listed: readonly ClaimRepeat[], more: number): string {
  const counts = likenessRanks.flatMap(rank => {
    const count = listed.filter(repeat => repeat.rank === rank).length
    return count === 0 ? [] : [`${count} ${rankWords[rank].toLowerCase()}${count === 1 ? "" : "s"}`]
  })
  return [...counts, ...(more > 0 ? [`at least ${more} more`] : [])].join(", ")
}

function Emphasised({ quote, spans }: { quote: string; spans: ClaimRepeat["differs"] }) {
  const starts = [0, ...spans.map(({ end }) => end)]
  return (
    <>
      {starts.map((from, at) => {
        const span = spans[at]
        return (
          <span key={from}>
            {quote.slice(from, span?.start)}
            {span && (
              <mark className="rounded-sm bg-contested-wash px-0.5 font-semibold text-ink">
                {quote.slice(span.start, span.end)}
              </mark>
            )}
          </span>
        )
      })}
    </>
  )
}
