"use client"
import { useCallback, useState } from "react"
import type { Span } from "../../../../../../lib/domain/unit.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Dialog } from "../../../../../_ui/dialog.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { AnswerForm } from "../../../flags/_components/answer-form.tsx"
import { AdjudicateForm } from "./adjudicate-form.tsx"
import { CiteForm } from "./cite-form.tsx"
import { FlagForm } from "./flag-form.tsx"
import { keyActions } from "./keys.ts"
import { KindForm } from "./kind-form.tsx"
import { PointForm } from "./point-form.tsx"
import { SearchForm } from "./search-form.tsx"
import type { RoomState } from "./use-room.ts"

export type OpenDialog =
  | { readonly name: "help" | "search" | "adjudicate" | "split" | "boundary" | "kind" }
  /** `again`: the citation belongs to what the claim came from, and is to be given to the claim itself. */
  | { readonly name: "cite"; readonly citation?: Card["citations"][number]; readonly again?: boolean }
  | { readonly name: "flag"; readonly span: Span }
  | { readonly name: "answer"; readonly flag: Card["flags"][number] }

interface Props {
  readonly state: RoomState
  readonly dialog: OpenDialog | null
  readonly close: () => void
  readonly show: (unitId: string) => void
}

const titles: Record<OpenDialog["name"], string> = {
  help: "Keys",
  search: "Search the text",
  adjudicate: "Adjudicate the claim",
  split: "Split the passage",
  boundary: "Move the passage's end",
  kind: "What kind of passage it is",
  cite: "Cite a source",
  flag: "Flag the passage",
  answer: "Answer the flag",
}

/** The one dialog that is open in the reading room. */
export function RoomDialogs({ state, dialog, close, show }: Props) {
  const [typed, setTyped] = useState(false)
  const leave = useCallback(() => {
    setTyped(false)
    close()
  }, [close])
  return (
    <Dialog open={dialog !== null} onClose={leave} title={dialog ? titleOf(dialog) : ""} dirty={typed}>
      {dialog && <Content state={state} dialog={dialog} close={leave} show={show} onTyped={setTyped} />}
    </Dialog>
  )
}

const titleOf = (dialog: OpenDialog) =>
  dialog.name === "cite" && dialog.citation && !dialog.again ? "Change the citation" : titles[dialog.name]

interface ContentProps extends Props {
  readonly dialog: OpenDialog
  readonly onTyped: (typed: boolean) => void
}

function Content({ state, dialog, close, show, onTyped }: ContentProps) {
  const { card, room } = state
  const pick = (id: string) => {
    close()
    show(id)
  }
  if (dialog.name === "help")
    return (
      <dl className="grid grid-cols-[3rem_1fr] gap-y-1.5">
        {keyActions.map(({ key, words }) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
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
  if (!card) return <p>The claim is being read. Close this and open it again.</p>
  if (dialog.name === "cite")
    return (
      <CiteForm
        state={state}
        card={card}
        close={close}
        onTyped={onTyped}
        again={dialog.again ?? false}
        {...(dialog.citation && { citation: dialog.citation })}
      />
    )
  if (dialog.name === "adjudicate") return <AdjudicateForm state={state} card={card} close={close} onTyped={onTyped} />
  if (dialog.name === "kind") return <KindForm state={state} card={card} close={close} />
  return <PointForm state={state} card={card} close={close} move={dialog.name === "boundary"} />
}
