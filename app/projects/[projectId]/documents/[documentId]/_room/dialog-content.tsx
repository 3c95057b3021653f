"use client"
import { useEffect, useRef, useState } from "react"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { AnswerForm } from "../../../flags/_components/answer-form.tsx"
import { AdjudicateForm } from "./adjudicate-form.tsx"
import { CiteForm } from "./cite-form.tsx"
import { FlagForm } from "./flag-form.tsx"
import { keyActions, queueKeys } from "./keys.ts"
import { KindForm } from "./kind-form.tsx"
import { PassageGone } from "./passage-gone.tsx"
import { PointForm } from "./point-form.tsx"
import type { OpenDialog } from "./room-dialogs.tsx"
import { SearchForm } from "./search-form.tsx"
import { useHeldCard } from "./use-held-card.ts"
import type { RoomState } from "./use-room.ts"

export interface DialogContentProps {
  readonly state: RoomState
  readonly dialog: OpenDialog
  readonly close: () => void
  readonly show: (unitId: string) => void
  readonly onTyped: (typed: boolean) => void
}

/** What stands in the room's dialog; to be used through RoomDialogs, which fetches it when it is needed. */
export function DialogContent(props: DialogContentProps) {
  const box = useRef<HTMLDivElement>(null)
  // The dialog gave the focus away before its code was there.
  useEffect(() => box.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), [])
  return (
    <div ref={box}>
      <Content {...props} />
    </div>
  )
}

function Content({ state, dialog, close, show, onTyped }: DialogContentProps) {
  const { room } = state
  const { card, successor, follow } = useHeldCard(state)
  const [unitId] = useState(state.currentId)
  const pick = (id: string) => {
    close()
    show(id)
  }
  if (dialog.name === "help")
    return (
      <>
        <dl className="grid grid-cols-[3rem_1fr] gap-y-1.5">
          {[...keyActions, ...queueKeys].map(({ key, words }) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-5 border-t border-rule pt-4">
          How a text is split, and why a passage is what it is: <TextLink href="/rules">rules of the splitter</TextLink>
          .
        </p>
      </>
    )
  if (dialog.name === "search") return <SearchForm room={room} onPick={pick} />
  if (dialog.name === "flag") return <FlagForm state={state} span={dialog.span} close={close} onTyped={onTyped} />
  if (dialog.name === "answer")
    return (
      <AnswerForm
        flag={{ ...dialog.flag, documentId: room.document.id }}
        onTyped={onTyped}
        onDone={() => {
          close()
          void state.refresh()
        }}
        onLeave={() => {
          close()
          void state.refresh()
        }}
      />
    )
  if (dialog.name === "split" || dialog.name === "boundary")
    return unitId && <PointForm state={state} unitId={unitId} close={close} move={dialog.name === "boundary"} />
  if (!card) return <p>The claim is being read. Close this and open it again.</p>
  const form = { state, card, close, onTyped }
  return (
    <div className="grid gap-4">
      {successor && <PassageGone room={room} successor={successor} onFollow={follow} />}
      {dialog.name === "cite" && (
        <CiteForm
          {...form}
          again={dialog.again ?? false}
          {...(dialog.citation && { citation: dialog.citation })}
          {...(dialog.stance && { stance: dialog.stance })}
        />
      )}
      {dialog.name === "adjudicate" && <AdjudicateForm {...form} />}
      {dialog.name === "kind" && <KindForm state={state} card={card} close={close} />}
    </div>
  )
}
