"use client"
import { useCallback } from "react"
import type { Stance } from "../../../../../../lib/domain/citation.ts"
import type { Span } from "../../../../../../lib/domain/unit.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Dialog, fetchDialogs } from "../../../../../_ui/dialog.tsx"
import { fetchAhead, LazyPart, type LoadPart } from "../../../../../_ui/lazy-part.tsx"
import { useTypedIn } from "../../../../../_ui/use-typed-in.ts"
import type { DialogContentProps } from "./dialog-content.tsx"
import type { RoomState } from "./use-room.ts"

export type OpenDialog =
  | { readonly name: "help" | "search" | "adjudicate" | "split" | "boundary" | "kind" }
  /** `again`: the citation belongs to what the claim came from, and is to be given to the claim itself. */
  | {
      readonly name: "cite"
      readonly citation?: Card["citations"][number]
      readonly again?: boolean
      readonly stance?: Stance
    }
  | { readonly name: "flag"; readonly span: Span }
  | { readonly name: "answer"; readonly flag: Card["flags"][number] }

interface Props {
  readonly state: RoomState
  readonly dialog: OpenDialog | null
  /** Closes this one, if it is still the one that is open. */
  readonly close: (dialog: OpenDialog | null) => void
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

const load: LoadPart<DialogContentProps> = () => import("./dialog-content.tsx").then(module => module.DialogContent)

/** Fetch the code of the room's dialogs, once somebody is at work in it. */
export function fetchRoomDialogs(): void {
  fetchDialogs()
  void fetchAhead(load)
}

/** The one dialog that is open in the reading room. */
export function RoomDialogs({ state, dialog, close, show }: Props) {
  const [dirty, onTyped] = useTypedIn(dialog)
  const leave = useCallback(() => {
    onTyped(false)
    close(dialog)
  }, [onTyped, close, dialog])
  return (
    <Dialog open={dialog !== null} onClose={leave} title={dialog ? titleOf(dialog) : ""} dirty={dirty}>
      {dialog && <LazyPart load={load} props={{ state, dialog, close: leave, show, onTyped }} />}
    </Dialog>
  )
}

const titleOf = (dialog: OpenDialog) =>
  dialog.name === "cite" && dialog.citation && !dialog.again ? "Change the citation" : titles[dialog.name]
