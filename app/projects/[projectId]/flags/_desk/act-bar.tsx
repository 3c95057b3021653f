"use client"
import type { FlagAct } from "../../../../../lib/domain/flag-act.ts"
import type { FlagsPage } from "../../../../../lib/queries/flags.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Kbd } from "../../../../_ui/kbd.tsx"
import { flagsMany } from "./desk-words.ts"

interface Props {
  readonly offers: FlagsPage["offers"]
  readonly chosen: number
  readonly loaded: number
  readonly total: number
  /** All that match are being fetched. */
  readonly busy: boolean
  readonly onAct: (act: FlagAct["do"]) => void
  readonly onAll: () => void
  readonly onLoaded: () => void
  readonly onNone: () => void
}

/** How many flags are chosen, and what can be done with all of them at once. */
export function ActBar({ offers, chosen, loaded, total, busy, onAct, onAll, onLoaded, onNone }: Props) {
  return (
    <section
      aria-label="What is chosen"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-x border-t border-line bg-wash px-3 py-2"
    >
      <b role="status">{flagsMany(chosen)} chosen</b>
      {chosen < loaded && loaded < total && (
        <Button size="small" kind="plain" onClick={onLoaded}>
          Choose the {loaded} loaded
        </Button>
      )}
      {chosen < total && (
        <Button size="small" kind="plain" busy={busy} onClick={onAll}>
          Choose all {total.toLocaleString("en-GB")} that match
        </Button>
      )}
      <Button size="small" kind="plain" onClick={onNone}>
        Choose none <Kbd>Esc</Kbd>
      </Button>
      <span className="flex flex-wrap gap-2 sm:ml-auto">
        {offers["flag.answer"] && (
          <Button size="small" onClick={() => onAct("answer")}>
            Answer <Kbd>a</Kbd>
          </Button>
        )}
        <Button size="small" onClick={() => onAct("assign")}>
          Assign <Kbd>e</Kbd>
        </Button>
        <Button size="small" onClick={() => onAct("date")}>
          Due <Kbd>d</Kbd>
        </Button>
        <Button size="small" onClick={() => onAct("withdraw")}>
          Withdraw <Kbd>w</Kbd>
        </Button>
        <Button size="small" onClick={() => onAct("reopen")}>
          Open again <Kbd>r</Kbd>
        </Button>
      </span>
    </section>
  )
}
