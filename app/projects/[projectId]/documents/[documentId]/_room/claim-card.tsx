"use client"
import type { Label } from "../../../../../../lib/domain/label.ts"
import { labels } from "../../../../../../lib/domain/label.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { AnnotationPart } from "./annotation-part.tsx"
import { CitationList } from "./citation-list.tsx"
import { FlagList } from "./flag-list.tsx"
import type { KeyAction } from "./keys.ts"
import { OthersPart } from "./others-part.tsx"
import type { OpenDialog } from "./room-dialogs.tsx"
import type { LabelActions } from "./use-label.ts"
import type { RoomState } from "./use-room.ts"
import { cueWords, plainWords } from "./words.ts"

export interface CardProps extends LabelActions {
  readonly state: RoomState
  readonly act: (action: KeyAction) => boolean
  readonly open: (dialog: OpenDialog) => void
}

/** The claim at hand, top down as the work goes. */
export function ClaimCard(props: CardProps) {
  const { state, act, open } = props
  const { room, currentId, card } = state
  const unit = room.units.find(one => one.id === currentId)
  if (!unit)
    return (
      <p className="p-6 text-soft">
        Choose a claim in the text, or press <Kbd>j</Kbd>.
      </p>
    )
  const claims = room.units.filter(one => one.kind === "claim")
  const number = claims.findIndex(one => one.id === unit.id) + 1
  const quote = room.document.text.slice(unit.start, unit.end)
  const { offers } = room
  return (
    <div className="grid gap-6 p-5 md:p-6.5" aria-busy={card === null}>
      <section>
        <div className="mb-2 flex items-center justify-between">
          <h2 className="label-caps">
            {unit.kind === "claim" ? `Claim ${number} of ${claims.length}` : plainWords(unit.kind)}
          </h2>
          <span className="flex gap-1">
            <Button size="small" kind="plain" aria-label="Previous claim" onClick={() => act("previous")}>
              <Kbd>k</Kbd>
            </Button>
            <Button size="small" kind="plain" aria-label="Next claim" onClick={() => act("next")}>
              <Kbd>j</Kbd>
            </Button>
            <Button size="small" kind="plain" aria-label="Keys" onClick={() => act("help")}>
              <Kbd>?</Kbd>
            </Button>
          </span>
        </div>
        <blockquote className="font-text text-xl break-words">{quote}</blockquote>
        {card && card.unit.cues.length > 0 && (
          <ul className="mt-3 flex flex-wrap gap-1.5">
            {card.unit.cues.map(cue => (
              <li
                key={`${cue.kind} ${cue.start} ${cue.rule}`}
                className="rounded-full bg-wash px-2.5 text-sm text-soft"
                title={`Rule ${cue.rule}`}
              >
                {cueWords[cue.kind] ?? cue.kind}:{" "}
                <b className="text-ink">{cue.reading ?? room.document.text.slice(cue.start, cue.end)}</b>
              </li>
            ))}
          </ul>
        )}
      </section>
      {!card ? (
        <p className="text-soft">Reading the card …</p>
      ) : unit.kind !== "claim" ? (
        <p className="text-soft">
          This passage is not a claim, so it takes no label.{" "}
          {offers["unit.edit"] && "Press x, or the button below, to make it one."}
        </p>
      ) : (
        <>
          {offers["annotation.give"] ? (
            <AnnotationPart {...props} card={card} />
          ) : (
            <p className="text-soft">Reviewers label claims. You may read and export.</p>
          )}
          <OthersPart card={card} me={room.me} />
          <CitationList state={state} card={card} open={open} />
          <section>
            <h2 className="mb-2 label-caps">Verdict</h2>
            <p className="mb-2">
              {card.verdict ? (
                <b>
                  {card.verdict}{" "}
                  <span className="font-normal text-soft">
                    by {card.verdictBy === "policy" ? "the policy" : "adjudication"}
                  </span>
                </b>
              ) : (
                <b>{plainWords(card.state)}</b>
              )}
            </p>
            <ul className="grid gap-1.5">
              {card.conditions.map(({ code, met, sentence }) => (
                <li
                  key={`${code} ${sentence}`}
                  className={`grid grid-cols-[20px_1fr] ${met ? "text-soft" : "text-ink"}`}
                >
                  <span className={met ? "text-documented" : "text-accent"}>
                    <span aria-hidden="true">{met ? "✓" : "✕"}</span>
                    <span className="sr-only">{met ? "Met: " : "Missing: "}</span>
                  </span>
                  <span>{sentence}</span>
                </li>
              ))}
            </ul>
            {offers["claim.adjudicate"] && (
              <p className="mt-3 flex gap-4">
                <Button size="small" onClick={() => open({ name: "adjudicate" })}>
                  {card.adjudications.some(one => one.current) ? "Decide again" : "Adjudicate"}
                </Button>
                {card.adjudications.some(one => one.current) && (
                  <Button
                    size="small"
                    kind="plain"
                    onClick={() =>
                      void state.send(
                        "/adjudication/reopen",
                        { unitId: unit.id, seen: card.adjudications.find(one => one.current)!.id },
                        { said: "Reopened." },
                      )
                    }
                  >
                    Reopen
                  </Button>
                )}
              </p>
            )}
            {card.adjudications.map(({ id, editor, label, reason, current }) => (
              <p key={id} className={`mt-2 font-text ${current ? "" : "text-faint"}`}>
                {editor} {current ? "decided" : "had decided"}: {label}. {reason}
              </p>
            ))}
          </section>
        </>
      )}
      {card && <FlagList state={state} card={card} act={act} open={open} />}
      {offers["unit.edit"] && (
        <section>
          <h2 className="mb-2 label-caps">Passage</h2>
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => act("split")}>
              Split <Kbd>s</Kbd>
            </Button>
            <Button size="small" onClick={() => act("boundary")}>
              Move end <Kbd>b</Kbd>
            </Button>
            <Button size="small" onClick={() => act("merge")}>
              Merge with next <Kbd>g</Kbd>
            </Button>
            <Button size="small" onClick={() => act("not-a-claim")}>
              {unit.kind === "claim" ? "Not a claim" : "Make it a claim"} <Kbd>x</Kbd>
            </Button>
            <Button size="small" onClick={() => open({ name: "kind" })}>
              Kind
            </Button>
            <Button size="small" onClick={() => void restore()}>
              Restore
            </Button>
            <Button size="small" onClick={() => act("undo")}>
              Undo <Kbd>u</Kbd>
            </Button>
          </div>
        </section>
      )}
    </div>
  )

  async function restore() {
    if (!card) return
    await state.send(
      "/restore",
      { unitId: card.unit.id, version: card.unit.version },
      { said: "Restored.", thenGoTo: card.unit.id },
    )
  }
}

export const labelHints: Record<Label, { words: string; key: string }> = {
  documented: { words: "evidence shows it", key: "1" },
  disputed: { words: "evidence conflicts", key: "2" },
  speculative: { words: "evidence is missing", key: "3" },
}
export const allLabels = labels
