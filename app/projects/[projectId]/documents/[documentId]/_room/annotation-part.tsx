"use client"
import { useState } from "react"
import { confidences, type Label, labels } from "../../../../../../lib/domain/label.ts"
import { emptyRationale, type RationaleNode } from "../../../../../../lib/domain/rationale.ts"
import { bearingQuestions } from "../../../../../../lib/domain/said-and-so.ts"
import type { RationaleEditorProps } from "../../../../../../lib/editor/rationale-editor.tsx"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { useInHand } from "../../../../../_ui/in-hand.ts"
import { LazyPart, type LoadPart } from "../../../../../_ui/lazy-part.tsx"
import { Segmented } from "../../../../../_ui/segmented.tsx"
import type { CardProps } from "./claim-card.tsx"
import { draftOf, dropDraft, keepDraft } from "./draft.ts"
import { LabelChoice } from "./label-choice.tsx"
import { LabelConflict } from "./label-conflict.tsx"
import { LabelUnsaved } from "./label-unsaved.tsx"
import { RationaleText } from "./rationale-text.tsx"

const load: LoadPart<RationaleEditorProps> = () =>
  import("../../../../../../lib/editor/rationale-editor.tsx").then(module => module.RationaleEditor)

/** One's own label with its confidence and reason. A label saves at once; a reason when one says so. */
export function AnnotationPart({ state, card, give, conflict, settle, unsaved }: CardProps & { card: Card }) {
  const { mine, unit } = card
  const { me } = state.room
  const [draft, setDraft] = useState<RationaleNode | null>(() => draftOf(me, unit.id))
  const [editing, setEditing] = useState(draft !== null)
  useInHand(draft !== null)
  const leave = () => {
    setDraft(null)
    setEditing(false)
  }
  const say = async (label: Label) => {
    if (await give(label, draft ? { rationale: draft } : {})) leave()
  }
  const ascribed = mine?.said || unit.cues.some(({ kind }) => kind === "attribution")
  const citations = card.citations.map(({ id, source }) => ({ id, line: source }))
  const stand = state.busy
    ? "saving …"
    : draft
      ? "reason not saved yet"
      : mine
        ? mine.blind
          ? "saved, given blind"
          : "saved"
        : "not given yet"
  return (
    <section id="annotation">
      <div className="mb-2 flex items-baseline justify-between">
        <h2 className="label-caps">Your annotation</h2>
        <span className="text-sm text-soft">{stand}</span>
      </div>
      <LabelChoice chosen={mine?.label ?? null} onChoose={label => void say(label)} />
      {unsaved?.unitId === unit.id && <LabelUnsaved unsaved={unsaved} />}
      {conflict?.unitId === unit.id && <LabelConflict conflict={conflict} settle={settle} />}
      {mine && (
        <div className="mt-3">
          <Segmented
            legend="Confidence"
            choices={confidences.map(value => ({ value, label: value }))}
            value={mine.confidence}
            onChange={event =>
              void give(mine.label, { confidence: event.currentTarget.value as (typeof confidences)[number] })
            }
          />
        </div>
      )}
      {mine && ascribed && (
        <div className="mt-3">
          <Segmented
            legend={`${bearingQuestions.said} (the label above says whether it is so)`}
            choices={[...labels.map(value => ({ value, label: value })), { value: "", label: "not judged" }]}
            value={mine.said ?? ""}
            onChange={event => {
              const { value } = event.currentTarget
              void give(mine.label, { said: labels.find(label => label === value) ?? null })
            }}
          />
        </div>
      )}
      <div className="mt-3 grid gap-2">
        {editing ? (
          <>
            <LazyPart
              key={mine?.id ?? "new"}
              load={load}
              props={{
                start: draft ?? mine?.rationale ?? emptyRationale,
                citations,
                onChange: words => {
                  setDraft(words)
                  keepDraft(me, unit.id, words)
                },
                onSave: () => mine && void say(mine.label),
              }}
              meanwhile={<p className="text-soft">Opening the editor …</p>}
            />
            {!mine && <p className="text-sm text-soft">Choose a label; your reason is saved with it.</p>}
            <p className="flex gap-2">
              {mine && (
                <Button
                  kind="primary"
                  size="small"
                  busy={state.busy}
                  disabled={!draft}
                  onClick={() => void say(mine.label)}
                >
                  Save the reason
                </Button>
              )}
              <Button
                kind="plain"
                size="small"
                onClick={() => {
                  dropDraft(me, unit.id)
                  leave()
                }}
              >
                Discard
              </Button>
            </p>
          </>
        ) : (
          <>
            {mine?.rationaleText && (
              <div className="rounded-lg border border-rule px-3.5 py-2.5">
                <RationaleText rationale={mine.rationale} citations={card.citations.map(({ id }) => id)} />
              </div>
            )}
            <p className="flex gap-2">
              <Button size="small" onClick={() => setEditing(true)}>
                {mine?.rationaleText ? "Change the reason" : "Write the reason"}
              </Button>
              {mine && (
                <Button
                  kind="plain"
                  size="small"
                  onClick={() =>
                    void state.send(
                      "/annotation/withdraw",
                      { unitId: unit.id, seen: mine.id },
                      { said: "Label withdrawn." },
                    )
                  }
                >
                  Withdraw
                </Button>
              )}
            </p>
          </>
        )}
      </div>
    </section>
  )
}
