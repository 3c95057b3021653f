"use client"
import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import type { ResplitPage } from "../../../../../../../lib/queries/resplit.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { ButtonLink } from "../../../../../../_ui/button-link.tsx"
import { Checkbox } from "../../../../../../_ui/checkbox.tsx"
import { EmptyState } from "../../../../../../_ui/empty-state.tsx"
import { FormError } from "../../../../../../_ui/form-error.tsx"
import { Progress } from "../../../../../../_ui/progress.tsx"
import { toast } from "../../../../../../_ui/toast.ts"
import { HunkList } from "./hunk-list.tsx"
import { keyOf, useResplit } from "./use-resplit.ts"

/** The difference, what the person chooses of it, and the button that takes it. */
export function ResplitForm({ first, room }: { first: ResplitPage; room: string }) {
  const router = useRouter()
  const state = useResplit(first)
  const [leaving, setLeaving] = useState(false)
  const list = useRef<HTMLHeadingElement>(null)
  const { page, chosen, cues, share } = state
  const { hunks, splitter, settled } = page
  const count = hunks.filter(hunk => chosen.has(keyOf(hunk))).length
  const hints = cues ? page.cues : 0
  const newer = splitter.from < splitter.to
  const busy = share !== null || leaving

  const take = async () => {
    if (!(await state.take())) return
    setLeaving(true)
    toast({ text: "The text is split again. Undo in the reading room takes it back." })
    router.push(room)
  }

  if (hunks.length === 0 && page.cues === 0)
    return (
      <div className="grid gap-6">
        <FormError failure={state.failure} />
        <EmptyState
          title="Nothing would change."
          action={
            <>
              <ButtonLink href={room}>Back to the text</ButtonLink>
              {newer && (
                <Button kind="primary" busy={busy} onClick={() => void take()}>
                  Note that it is of version {splitter.to}
                </Button>
              )}
            </>
          }
        >
          The splitter proposes for this text what stands there already. <Settled count={settled} />
        </EmptyState>
      </div>
    )
  return (
    <div className="grid gap-6">
      <FormError failure={state.failure} />
      {settled > 0 && (
        <p className="text-soft">
          <Settled count={settled} />
        </p>
      )}
      {hunks.length > 0 && <HunkList state={state} room={room} heading={list} />}
      {page.cues > 0 && (
        <Checkbox
          label={`Also update the hints of ${page.cues.toLocaleString("en")} other ${page.cues === 1 ? "passage" : "passages"}`}
          hint="Cues and the names of rules only; boundaries, kinds and what people said stay as they are."
          checked={cues}
          onChange={event => state.setCues(event.target.checked)}
        />
      )}
      <div className="sticky bottom-0 grid gap-3 border-t border-rule bg-paper py-4">
        {share !== null && <Progress label="Splitting the text again" share={share} />}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button
            kind="primary"
            busy={busy}
            aria-disabled={(count === 0 && hints === 0) || undefined}
            onClick={() => count + hints > 0 && void take()}
          >
            Split again
          </Button>
          <p className="figures text-soft" aria-live="polite">
            {count.toLocaleString("en")} of {hunks.length.toLocaleString("en")} chosen
          </p>
        </div>
      </div>
    </div>
  )
}

function Settled({ count }: { count: number }) {
  if (count === 0) return null
  return count === 1
    ? "In one place people changed what it still proposes; that stays as it is."
    : `In ${count.toLocaleString("en")} places people changed what it still proposes; they stay as they are.`
}
