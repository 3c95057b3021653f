"use client"
import { useEffect, useState } from "react"
import { confidences, type Label, labelGlyph } from "../../../../../../lib/domain/label.ts"
import { emptyRationale, type RationaleNode, rationaleText } from "../../../../../../lib/domain/rationale.ts"
import type { RationaleEditorProps } from "../../../../../../lib/editor/rationale-editor.tsx"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { DiffView } from "../../../../../_ui/diff-view.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { LazyPart, type LoadPart } from "../../../../../_ui/lazy-part.tsx"
import { Segmented } from "../../../../../_ui/segmented.tsx"
import { allLabels, type CardProps, labelHints } from "./claim-card.tsx"
import { draftOf, dropDraft, keepDraft } from "./draft.ts"
import { RationaleText } from "./rationale-text.tsx"
import { sentenceCase } from "./words.ts"

const load: LoadPart<RationaleEditorProps> = () =>
  import("../../../../../../lib/editor/rationale-editor.tsx").then(module => module.RationaleEditor)

/** One's own label with its confidence and reason. A label saves at once; a reason when one says so. */
export function AnnotationPart({ state, card, give, conflict, settle }: CardProps & { card: Card }) {
  const { mine, unit } = card
  const [editing, setEditing] = useState(false)
  const [draft, setDraft] = useState<RationaleNode | null>(null)
  useEffect(() => {
    const kept = draftOf(unit.id)
    setDraft(kept)
    setEditing(kept !== null)
  }, [unit.id])
  const save = async () => {
    if (!mine || !draft) return
    if (await give(mine.label, { rationale: draft })) {
      setDraft(null)
      setEditing(false)
    }
  }
  const choose = async (label: Label) => {
    if ((await give(label, draft ? { rationale: draft } : {})) && draft) {
      setDraft(null)
      setEditing(false)
    }
  }
  const citations = card.citations.map(({ id, source }) => ({ id, line: source }))
  return (
    <section>
      <div className="mb-2 flex items-baseline justify-between">
        <h2 className="label-caps">Your annotation</h2>
        <span className="text-sm text-soft">{state.busy ? "saving …" : mine ? "saved" : "not given yet"}</span>
      </div>
      <fieldset className="grid grid-cols-3 gap-2">
        <legend className="sr-only">Label</legend>
        {allLabels.map(label => (
          <button
            key={label}
            type="button"
            aria-pressed={mine?.label === label}
            onClick={() => void choose(label)}
            className={`grid gap-0.5 rounded-md border p-2 text-left ${mine?.label === label ? "border-ink bg-wash shadow-[inset_0_0_0_1px_var(--ink)]" : "border-line"}`}
          >
            <strong className="text-sm font-semibold">
              <span aria-hidden="true">{labelGlyph[label]}</span> {sentenceCase(label)}
            </strong>
            <small className="text-xs text-soft">
              {labelHints[label].words} <Kbd>{labelHints[label].key}</Kbd>
            </small>
          </button>
        ))}
      </fieldset>
      {conflict && conflict.unitId === unit.id && (
        <div role="alert" className="mt-3 grid gap-2">
          <p>You saved this claim elsewhere in the meantime. Compare both and choose; neither is lost.</p>
          <DiffView
            left={{
              title: `Stored: ${conflict.stored?.label ?? "withdrawn"}`,
              text: conflict.stored ? rationaleText(conflict.stored.rationale) : "",
              action: (
                <Button size="small" onClick={() => settle("stored")}>
                  Keep the stored one
                </Button>
              ),
            }}
            right={{
              title: `Yours now: ${conflict.late.label}`,
              text: rationaleText(conflict.late.rationale),
              action: (
                <Button size="small" onClick={() => settle("late")}>
                  Save this one
                </Button>
              ),
            }}
          />
        </div>
      )}
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
      <div className="mt-3 grid gap-2">
        {editing ? (
          <>
            <LazyPart
              key={`${unit.id} ${mine?.id ?? "new"}`}
              load={load}
              props={{
                start: draft ?? mine?.rationale ?? emptyRationale,
                citations,
                onChange: words => {
                  setDraft(words)
                  keepDraft(unit.id, words)
                },
                onSave: () => void save(),
              }}
              meanwhile={<p className="text-soft">Opening the editor …</p>}
            />
            {!mine && <p className="text-sm text-soft">Choose a label; your reason is saved with it.</p>}
            <p className="flex gap-2">
              {mine && (
                <Button kind="primary" size="small" busy={state.busy} disabled={!draft} onClick={() => void save()}>
                  Save the reason
                </Button>
              )}
              <Button
                kind="plain"
                size="small"
                onClick={() => {
                  dropDraft(unit.id)
                  setDraft(null)
                  setEditing(false)
                }}
              >
                Discard
              </Button>
            </p>
          </>
        ) : (
          <>
            {mine?.rationaleText && (
              <RationaleText rationale={mine.rationale} citations={card.citations.map(({ id }) => id)} />
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
