"use client"
import { useState } from "react"
import type { Mentionable } from "../../../../lib/domain/comment-text.ts"
import { api } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { Time } from "../../../_ui/time.tsx"
import { CommentText } from "./comment-text.tsx"

interface Trace {
  readonly earlier: readonly { readonly text: string; readonly until: string }[]
  readonly people: readonly Mentionable[]
}

/** What a comment said before, from the log; asked for when somebody wants to see it. */
export function EarlierTexts({ at, of }: { at: string; of: string }) {
  const [trace, setTrace] = useState<Trace | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    const answer = await api.get<Trace>(at)
    setBusy(false)
    setTrouble(answer.ok ? null : answer.failure.sentence)
    if (answer.ok) setTrace(answer.value)
  }
  if (!trace)
    return (
      <>
        <Button size="small" kind="plain" busy={busy} aria-label={`What ${of} said before`} onClick={() => void ask()}>
          What it said before
        </Button>
        {trouble && (
          <span role="alert" className="text-sm text-danger">
            {trouble}
          </span>
        )}
      </>
    )
  return (
    <ol aria-label={`What ${of} said before`} className="grid basis-full gap-2 border-l-2 border-rule pl-3">
      {trace.earlier.map(({ text, until }) => (
        <li key={until + text}>
          <CommentText text={text} people={trace.people} />
          <p className="text-sm text-soft">
            until <Time at={until} precision="minute" />
          </p>
        </li>
      ))}
    </ol>
  )
}
