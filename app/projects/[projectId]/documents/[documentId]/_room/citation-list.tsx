"use client"
import { admiralty } from "../../../../../../lib/domain/admiralty.ts"
import { locatorLine } from "../../../../../../lib/domain/citation-line.ts"
import { stanceSigns, stanceWords } from "../../../../../../lib/domain/stance-words.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { PassageLink } from "./passage-link.tsx"
import type { OpenDialog } from "./room-dialogs.tsx"
import { SetNote } from "./set-note.tsx"
import { useNotes } from "./use-notes.ts"
import type { RoomState } from "./use-room.ts"
import { directnessWords } from "./words.ts"

interface Props {
  readonly state: RoomState
  readonly card: Card
  readonly open: (dialog: OpenDialog) => void
  /** Goes to a claim of this document. */
  readonly show: (unitId: string) => void
}

/** The evidence for and against the claim. */
export function CitationList({ state, card, open, show }: Props) {
  const { room, send } = state
  const notes = useNotes(room.document.id, card)
  return (
    <section id="evidence">
      <div className="mb-2 flex items-baseline justify-between">
        <h2 className="label-caps">Evidence</h2>
        {room.offers["citation.give"] && (
          <Button size="small" kind="plain" onClick={() => open({ name: "cite" })}>
            Cite a source <Kbd>c</Kbd>
          </Button>
        )}
      </div>
      {card.citations.length === 0 && <p className="text-soft">Nothing is cited yet, for it or against it.</p>}
      <ol className="divide-y divide-rule">
        {card.citations.map((citation, at) => {
          const {
            id,
            sourceId,
            source,
            stance,
            locatorLabel,
            locator,
            directness,
            rank,
            quotation,
            note,
            author,
            authorId,
            reliability,
            credibility,
            bearsOn,
            through,
          } = citation
          const facts = [
            bearsOn === "said" ? `${stanceWords[stance]} (that it was said)` : stanceWords[stance],
            locatorLine(locatorLabel, locator),
            rank,
            directness && directnessWords[directness],
            admiralty(reliability, credibility),
            author,
          ]
          const own = authorId === room.me || room.offers["source.edit"]
          return (
            <li key={id} className="grid grid-cols-[22px_1fr] gap-x-1 py-2.5">
              <span
                aria-hidden="true"
                className={
                  stance === "supports" ? "text-documented" : stance === "disputes" ? "text-disputed" : "text-soft"
                }
              >
                {stanceSigns[stance]}
              </span>
              <div className="min-w-0">
                <p className="font-semibold break-words">
                  [{at + 1}]{" "}
                  <TextLink kind="quiet" href={`/projects/${room.document.projectId}/sources/${sourceId}`}>
                    {source}
                  </TextLink>
                </p>
                <p className="text-sm text-soft">{facts.filter(Boolean).join(" · ")}</p>
                <SetNote runs={notes[id]} />
                {citation.takenOn && <p className="text-sm text-soft">As it stood on {citation.takenOn}</p>}
                {through && <p className="text-sm text-soft">Seen in {through}</p>}
                {quotation && <p className="mt-1 font-text">“{quotation}”</p>}
                {note && <p className="mt-1 text-sm">{note}</p>}
                {citation.unitId !== card.unit.id && (
                  <p className="text-sm text-soft">
                    Cited before the passage was split or merged; it does not count here.{" "}
                    {room.offers["citation.give"] && (
                      <Button size="small" kind="plain" onClick={() => open({ name: "cite", citation, again: true })}>
                        Cite it here too
                      </Button>
                    )}
                  </p>
                )}
                {own && citation.unitId === card.unit.id && (
                  <p className="mt-1 flex gap-3">
                    {authorId === room.me && (
                      <Button size="small" kind="plain" onClick={() => open({ name: "cite", citation })}>
                        Change
                      </Button>
                    )}
                    <Button
                      size="small"
                      kind="plain"
                      onClick={() =>
                        void send(
                          `/citations/${id}/withdraw`,
                          { version: citation.version },
                          { said: "Citation withdrawn." },
                        )
                      }
                    >
                      Withdraw
                    </Button>
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {card.shared.length > 0 && (
        <>
          <h3 className="mt-3 label-caps">Cited on the same claim elsewhere</h3>
          <ul className="divide-y divide-rule">
            {card.shared.map(({ id, unitId, documentId, document, source, stance, locatorLabel, locator, author }) => (
              <li key={id} className="grid grid-cols-[22px_1fr] gap-x-1 py-2.5">
                <span aria-hidden="true" className="text-soft">
                  {stanceSigns[stance]}
                </span>
                <div className="min-w-0">
                  <p className="font-semibold break-words">{source}</p>
                  <p className="text-sm text-soft">
                    {[stanceWords[stance], locatorLine(locatorLabel, locator), author].filter(Boolean).join(" · ")}
                  </p>
                  <SetNote runs={notes[id]} />
                  <p className="text-sm">
                    <PassageLink room={room} unitId={unitId} documentId={documentId} title={document} show={show} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
