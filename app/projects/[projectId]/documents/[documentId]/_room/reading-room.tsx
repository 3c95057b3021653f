"use client"
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { uuidv7 } from "uuidv7"
import type { Label } from "../../../../../../lib/domain/label.ts"
import { type PackedUnits, unpackUnits } from "../../../../../../lib/domain/packed-units.ts"
import type { TextView } from "../../../../../../lib/editor/text-view.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import { LiveNote } from "../../../../../_live/live-note.tsx"
import { announce } from "../../../../../_ui/announce.ts"
import { useFirstTouch } from "../../../../../_ui/first-touch.ts"
import { usePageKeys } from "../../../../../_ui/page-keys.ts"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { ClaimCard } from "./claim-card.tsx"
import { roomDrawing } from "./drawn-units.ts"
import { actionOf, type KeyAction } from "./keys.ts"
import { useTellProgress } from "./progress.tsx"
import { fetchRoomDialogs, type OpenDialog, RoomDialogs } from "./room-dialogs.tsx"
import { Strip } from "./strip.tsx"
import { textMarks } from "./text-marks.ts"
import { TextPage } from "./text-page.tsx"
import { useFieldSoon } from "./use-field-soon.ts"
import { useLabel } from "./use-label.ts"
import { useLiveRoom } from "./use-live-room.ts"
import { type RoomState, useRoom } from "./use-room.ts"
import { type InTurn, type Need, useTypedAhead } from "./use-typed-ahead.ts"
import { VersionNote } from "./version-note.tsx"

interface Props {
  readonly room: Omit<Room, "units">
  readonly packed: PackedUnits
  readonly startAt?: string
  /** What stands above the card when somebody comes here by another way than the text: the queue. */
  readonly head?: (hand: Hand) => ReactNode
  /** Lets keys wait: the claim at hand is about to be another one. */
  readonly held?: boolean
  /** The page has its main part already, and the room is in it. */
  readonly inMain?: boolean
}

/** What the room gives to what stands above the card. */
export interface Hand {
  readonly state: RoomState
  readonly show: (unitId: string) => void
  /** As show, by hand: what waits for the claim that is left is not done. */
  readonly pick: (unitId: string) => void
  readonly inTurn: InTurn
  readonly dropTyped: () => void
  /** Whether a dialog of its own lies over the room, or is on its way: what is typed belongs to it. */
  readonly covered: boolean
  readonly cover: (covered: boolean) => void
}

/** The text, the claim at hand beside it, and everything one does with them by key, mouse or touch. */
export function ReadingRoom({ room: rest, packed, startAt, head, held = false, inMain = false }: Props) {
  const [first] = useState<Room>(() => ({ ...rest, units: unpackUnits(packed) }))
  const state = useRoom(first, startAt)
  const { room, currentId, card, go, send } = state
  const [startedAt] = useState(currentId)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [covered, cover] = useState(false)
  const closeDialog = useCallback((one: OpenDialog | null) => setDialog(now => (now === one ? null : now)), [])
  const view = useRef<TextView>(undefined)
  const [writing, setWriting] = useState(0)
  const told = useRef<number[]>([])
  const labelling = useLabel(state)
  const { changes, show: showChanges, others } = useLiveRoom(state)
  const { give } = labelling
  const { expectField, noField } = useFieldSoon(state)
  const { inTurn, dropTyped } = useTypedAhead(state, { held, dialog: covered || dialog !== null })
  const { document: page, offers } = room
  const marks = useMemo(() => textMarks(page.text, page.anchors), [page.text, page.anchors])
  const drawing = useMemo(
    () => roomDrawing(room.units, { flags: room.flags, talk: room.talk, marks }, currentId, opened),
    [room.units, room.flags, room.talk, marks, currentId, opened],
  )
  useTellProgress(page.id, room.units)

  const walk = (by: 1 | -1) => {
    const claims = room.units.filter(unit => unit.kind === "claim")
    const here = room.units.findIndex(unit => unit.id === currentId)
    const start = room.units[here]?.start ?? -1
    const next = by === 1 ? claims.find(unit => unit.start > start) : claims.findLast(unit => unit.start < start)
    if (!next) return
    flushSync(() => go(next.id))
    view.current?.show(next.id, true)
  }
  const show = (id: string) => {
    flushSync(() => go(id))
    view.current?.show(id, true)
  }
  const pick = (id: string) => {
    dropTyped()
    show(id)
  }
  const flag = () => {
    const unit = room.units.find(one => one.id === currentId)
    const span = view.current?.selection() ?? (unit && { start: unit.start, end: unit.end })
    if (span) setDialog({ name: "flag", span })
  }
  const takeBack = async (action: "undo" | "redo") => {
    const said = action === "undo" ? "Undone." : "Done again."
    const done = await send(`/${action}`, { told: told.current.slice(-1_000) }, { said })
    if (!done.ok && done.failure.code === "undo-blocked") told.current.push(done.failure["revision"] as number)
  }
  const divide = async ({ unit, clauses }: Card) => {
    const parts = clauses.map(({ start, subject }) => ({ id: uuidv7(), start, subject }))
    const [part] = parts
    if (!part) return announce("No sub-claims are proposed for this passage.")
    const said = `Split into ${parts.length} sub-claims.`
    const done = await send("/parts", { unitId: unit.id, version: unit.version, parts }, { said, thenGoTo: part.id })
    if (!done.ok) return
    if (state.isChosen(part.id)) show(part.id)
  }
  const act = (action: KeyAction): void => {
    // What is typed while a dialog is on its way belongs to the dialog.
    if (dialog || covered) return
    if (action === "next") walk(1)
    else if (action === "previous") walk(-1)
    else if (action === "help" || action === "search") setDialog({ name: action })
    else if (action === "undo" || action === "redo") {
      if (offers["annotation.give"]) void takeBack(action)
    } else if (!card) return
    else if (action === "flag" && offers["flag.raise"]) flag()
    else if (action === "comment") {
      if (!offers["comment.give"]) return
      setWriting(count => count + 1)
      expectField()
    } else if (card.unit.kind === "claim" && ["documented", "disputed", "speculative"].includes(action)) {
      if (offers["annotation.give"]) void give({ label: action as Label })
    } else if (action === "cite" && card.unit.kind === "claim" && offers["citation.give"]) setDialog({ name: "cite" })
    else if (offers["unit.edit"]) {
      const { id: unitId, version, kind, end } = card.unit
      if (action === "split" || action === "boundary") setDialog({ name: action })
      else if (action === "divide") void divide(card)
      else if (action === "merge") {
        const id = uuidv7()
        const next = room.units.find(unit => unit.start >= end)
        const seen = { unitId, version, nextId: next?.id ?? null, nextVersion: next?.version ?? null }
        void send("/merge", { ...seen, id }, { said: "Merged with the next passage.", thenGoTo: id })
      } else if (action === "not-a-claim")
        void send(
          "/kind",
          { unitId, version, kind: kind === "claim" ? "opinion" : "claim" },
          { said: kind === "claim" ? "No longer a claim." : "Now a claim." },
        )
    }
  }
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  const press = (action: KeyAction) => inTurn(needs[action], () => latest.current(action))
  usePageKeys(event => {
    const action = actionOf(event)
    if (!action) return
    event.preventDefault()
    press(action)
  })
  useFirstTouch(fetchRoomDialogs)
  const Frame = inMain ? "div" : "main"
  const provenance = [page.author, page.foundAt, page.foundOn, `${page.words.toLocaleString("en")} words`]
  return (
    <>
      <Frame
        {...(!inMain && { id: "content", tabIndex: -1 })}
        className="grid flex-1 grid-cols-[14px_minmax(0,1fr)] outline-none md:grid-cols-[28px_minmax(0,1fr)_27rem]"
      >
        <div className="sticky top-14 h-[calc(100dvh-3.5rem)] border-r border-rule py-2 md:px-1.5">
          <Strip
            units={room.units}
            currentId={currentId}
            others={others}
            onPick={id => {
              dropTyped()
              flushSync(() => go(id))
              view.current?.show(id, false)
            }}
          />
        </div>
        <section aria-label="Document" className="min-w-0 px-4.5 pt-8 pb-[55vh] sm:px-6 md:pt-13 md:pb-30">
          <div className="mx-auto max-w-[45.1rem] min-[84rem]:max-w-[54.6rem]">
            <h1 className="text-3xl">{page.title}</h1>
            <p className="mt-1.5 mb-8 text-sm break-words text-soft">
              {provenance.filter(Boolean).join(" · ")} ·{" "}
              <TextLink href={`/projects/${page.projectId}/documents/${page.id}/versions`}>
                version {page.number}
              </TextLink>
              <span className="block break-all text-faint">SHA-256 {page.sha256}</span>
              <TextLink href={`/projects/${page.projectId}/documents/${page.id}/history`}>
                History of the document
              </TextLink>
            </p>
            <TextPage
              text={page.text}
              language={page.language}
              drawing={drawing}
              onUnit={id => {
                dropTyped()
                go(id)
              }}
              onFold={id => setOpened(now => toggled(now, id))}
              onReady={(ready, free) => {
                view.current = ready
                // Keys are heard before the text is there.
                if (currentId && (startAt || currentId !== startedAt)) ready.show(currentId, free)
              }}
            />
          </div>
        </section>
        <aside
          aria-label="Claim"
          className="border-rule bg-sheet max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:max-h-[46dvh] max-md:overflow-auto max-md:rounded-t-2xl max-md:border-t max-md:shadow-[0_-8px_30px_var(--lift)] md:sticky md:top-14 md:h-[calc(100dvh-3.5rem)] md:overflow-auto md:border-l"
        >
          {head?.({ state, show, pick, inTurn, dropTyped, covered, cover })}
          <ClaimCard
            state={state}
            act={press}
            open={setDialog}
            show={pick}
            writing={writing}
            noField={noField}
            {...labelling}
          />
        </aside>
      </Frame>
      {state.renewed === null ? (
        <LiveNote changes={changes} onShow={showChanges} />
      ) : (
        <VersionNote number={state.renewed} onShow={state.renew} />
      )}
      <RoomDialogs state={state} dialog={dialog} close={closeDialog} show={pick} />
    </>
  )
}

/** What each key waits for. */
const needs: Readonly<Record<KeyAction, Need>> = {
  next: "nothing",
  previous: "nothing",
  help: "nothing",
  search: "nothing",
  documented: "card",
  disputed: "card",
  speculative: "card",
  cite: "card",
  flag: "card",
  comment: "card",
  "not-a-claim": "unchanging card",
  split: "unchanging card",
  divide: "unchanging card",
  boundary: "unchanging card",
  merge: "unchanging card",
  undo: "rest",
  redo: "rest",
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
