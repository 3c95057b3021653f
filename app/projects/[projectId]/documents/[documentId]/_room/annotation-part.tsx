"use client"
import { useLayoutEffect, useRef, useState } from "react"
import { confidences, type Label, labels } from "../../../../../../lib/domain/label.ts"
import { emptyRationale, type RationaleNode } from "../../../../../../lib/domain/rationale.ts"
import { bearingQuestions } from "../../../../../../lib/domain/said-and-so.ts"
import type { RationaleEditorProps } from "../../../../../../lib/editor/rationale-editor.tsx"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { dateWords } from "../../../../../_ui/date-words.ts"
import { dropDraft } from "../../../../../_ui/drafts.ts"
import { useInHand } from "../../../../../_ui/in-hand.ts"
import { LazyPart, type LoadPart } from "../../../../../_ui/lazy-part.tsx"
import { sameWords } from "../../../../../_ui/record-merge.ts"
import { RestoredNote } from "../../../../../_ui/restored-note.tsx"
import { Segmented } from "../../../../../_ui/segmented.tsx"
import type { CardProps } from "./claim-card.tsx"
import { LabelChoice } from "./label-choice.tsx"
import { LabelConflict } from "./label-conflict.tsx"
import { LabelUnsaved } from "./label-unsaved.tsx"
import { keepRationale, type RationaleDraft, rationaleDraftOf, rationalePlace } from "./rationale-draft.ts"
import { RationaleText } from "./rationale-text.tsx"
import { reasonWith, type Suggestion, SuggestionsPart } from "./suggestions-part.tsx"

/** Takes the focus, so that one key more saves what was accepted. */
const focused = (button: HTMLElement | null) => button?.focus()

const load: LoadPart<RationaleEditorProps> = () =>
  import("../../../../../../lib/editor/rationale-editor.tsx").then(module => module.RationaleEditor)

/** One's own label with its confidence and reason. A label saves at once; a reason when one says so. */
export function AnnotationPart({ state, card, give, sentFor, conflict, settle, unsaved }: CardProps & { card: Card }) {
  const { mine, unit } = card
  const { me, document: page, units } = state.room
  const about = { documentId: page.id, unitId: unit.id, start: unit.start, end: unit.end }
  const stored = mine?.rationaleText ? mine.rationale : null
  const [draft, setDraft] = useState<RationaleDraft | null>(() => {
    const found = rationaleDraftOf(me, about, id => units.some(one => one.id === id))
    if (!found || !sameWords(found.words, stored)) return found
    dropDraft(me, rationalePlace(unit.id))
    return null
  })
  const [restoredAt, setRestoredAt] = useState(draft?.at ?? null)
  const [editing, setEditing] = useState(draft !== null)
  useInHand(draft !== null)
  // A suggestion that was accepted and is not saved yet, with what was being written before it.
  const [offered, setOffered] = useState<(Suggestion & { before: RationaleDraft | null }) | null>(null)
  // Another one whenever the editor begins anew with other words; while somebody writes in it, it stays.
  const [edition, setEdition] = useState(0)
  const leave = () => {
    setEdition(edition + 1)
    setOffered(null)
    setDraft(null)
    setRestoredAt(null)
    setEditing(false)
  }
  const latest = useRef(draft)
  useLayoutEffect(() => {
    latest.current = draft
  })
  // What one wrote on while it was being saved goes on from what was saved.
  const own = sentFor(unit.id)
  const base = draft && (own === undefined || !sameWords(own, stored)) ? draft.base : stored
  // The reason that is being written started from another one than is stored now: from a tab, or a day, ago.
  const stale = draft !== null && !sameWords(base, stored) && !sameWords(draft.words, stored)
  const [shown, setShown] = useState(stored)
  if (!sameWords(shown, stored)) {
    setShown(stored)
    if (!draft) setEdition(edition + 1)
  }
  // A reason that a key sent along with the first label is written and stored.
  const [wasGiven, setWasGiven] = useState(mine !== null)
  if (wasGiven !== (mine !== null)) {
    setWasGiven(mine !== null)
    if (draft && sameWords(draft.words, stored)) leave()
  }
  const accept = (suggestion: Suggestion) => {
    const words = reasonWith(draft?.words ?? stored, suggestion)
    setOffered({ ...suggestion, before: draft })
    if (!words) return
    const next = { at: Date.now(), words, base, moved: false }
    setEdition(edition + 1)
    setDraft(next)
    setEditing(true)
    keepRationale(me, about, next)
  }
  const unaccept = () => {
    const before = offered?.before ?? null
    if (!before) return discard()
    keepRationale(me, about, before)
    setEdition(edition + 1)
    setDraft(before)
    setOffered(null)
  }
  /** Saves a label with the reason that is written, or the reason alone; what is written on meanwhile stays. */
  const say = async (label?: Label) => {
    const done = await give({ ...(label && { label }), ...(draft && !stale && { rationale: draft.words }) })
    if (done && !stale && latest.current === draft) leave()
  }
  const discard = () => {
    dropDraft(me, rationalePlace(unit.id))
    leave()
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
      {!mine && card.veiled && card.round?.stage !== "blind" && (
        <p className="mb-2 text-sm text-soft">
          Write your reason before you label: once you have labelled, what others said opens.
        </p>
      )}
      <SuggestionsPart state={state} card={card} onAccept={accept} />
      {offered && (draft || mine?.label !== offered.label) && (
        <p className="mb-3 flex flex-wrap items-center gap-2">
          <Button ref={focused} kind="primary" size="small" busy={state.busy} onClick={() => void say(offered.label)}>
            Save as {offered.label}
          </Button>
          <Button kind="plain" size="small" onClick={unaccept}>
            Not so
          </Button>
          <span className="text-sm text-soft">It is yours once you save it; change the reason first if you want.</span>
        </p>
      )}
      <LabelChoice chosen={mine?.label ?? null} onChoose={label => void say(label)} />
      {unsaved?.unitId === unit.id && <LabelUnsaved unsaved={unsaved} />}
      {conflict?.unitId === unit.id ? (
        <LabelConflict
          conflict={conflict}
          happened="You saved this claim elsewhere in the meantime."
          {...{ citations, load, busy: state.busy }}
          settle={said => {
            leave()
            settle(said)
          }}
        />
      ) : (
        stale && (
          <LabelConflict
            conflict={staleConflict(draft, mine)}
            happened={`The reason was changed since you typed yours on ${dateWords(new Date(draft.at), "minute")} UTC.`}
            {...{ citations, load, busy: state.busy }}
            settle={said => {
              if (!said) return discard()
              const settled = { ...draft, words: said.rationale, base: stored }
              keepRationale(me, about, settled)
              setDraft(settled)
              if (mine) void give({ rationale: said.rationale }).then(done => done && leave())
            }}
          />
        )
      )}
      {mine && (
        <div className="mt-3">
          <Segmented
            legend="Confidence"
            choices={confidences.map(value => ({ value, label: value }))}
            value={mine.confidence}
            onChange={event => void give({ confidence: event.currentTarget.value as (typeof confidences)[number] })}
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
              void give({ said: labels.find(label => label === value) ?? null })
            }}
          />
        </div>
      )}
      <div className="mt-3 grid gap-2">
        {stale || conflict?.unitId === unit.id ? null : editing ? (
          <>
            <RestoredNote at={restoredAt} onDiscard={discard} />
            <LazyPart
              key={edition}
              load={load}
              props={{
                start: draft?.words ?? mine?.rationale ?? emptyRationale,
                citations,
                onChange: words => {
                  const next = { at: Date.now(), words, base, moved: false }
                  setDraft(next)
                  keepRationale(me, about, next)
                },
                onSave: () => mine && void say(),
              }}
              meanwhile={<p className="text-soft">Opening the editor …</p>}
            />
            {!mine && <p className="text-sm text-soft">Choose a label; your reason is saved with it.</p>}
            <p className="flex gap-2">
              {mine && (
                <Button kind="primary" size="small" busy={state.busy} disabled={!draft} onClick={() => void say()}>
                  Save the reason
                </Button>
              )}
              <Button kind="plain" size="small" onClick={discard}>
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

/** What a reason that was begun long ago differs in from what is stored now, and nothing else. */
function staleConflict(draft: RationaleDraft, mine: Card["mine"]) {
  const rest = mine ?? { label: "speculative" as const, confidence: "moderate" as const, said: null }
  const { label, confidence, said } = rest
  const state = (rationale: RationaleNode) => ({ label, confidence, said, rationale })
  return {
    base: state(draft.base ?? emptyRationale),
    stored: { id: mine?.id ?? "none", ...state(mine?.rationaleText ? mine.rationale : emptyRationale) },
    late: state(draft.words),
  }
}
