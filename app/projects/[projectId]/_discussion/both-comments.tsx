"use client"
import { useEffect, useRef } from "react"
import { Button } from "../../../_ui/button.tsx"
import { DiffView } from "../../../_ui/diff-view.tsx"

interface Props {
  /** Who saved in between, when that is known. */
  readonly by: string | null
  readonly theirs: string
  readonly mine: string
  readonly busy: boolean
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** A comment as one saved it elsewhere beside what was typed here, which can still be edited; neither is lost before the choice. */
export function BothComments({ by, theirs, mine, busy, onTheirs, onMine }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="grid gap-4 border-l-3 border-accent bg-wash px-4 py-3">
      <p className="font-semibold">
        {by ?? "Somebody"} saved a change in the meantime. Yours is not saved yet: compare both and choose.
      </p>
      <DiffView
        left={{
          title: "Theirs",
          text: theirs,
          action: (
            <Button size="small" onClick={onTheirs}>
              Use theirs
            </Button>
          ),
        }}
        right={{
          title: "Yours",
          text: mine,
          action: (
            <Button size="small" busy={busy} onClick={onMine}>
              Save mine over it
            </Button>
          ),
        }}
      />
    </div>
  )
}
