"use client"
import { useRef, useState } from "react"
import type { UseFormReturn } from "react-hook-form"
import type { Policy } from "../../../../../lib/domain/policy.ts"
import type { ToldMove } from "../../../../../lib/queries/moved-claims.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { ToldMoves } from "../../_components/told-moves.tsx"

interface Shown {
  /** The draft that it is about, so that it is never shown for another one. */
  readonly draft: string
  readonly claims: number
  readonly moves: readonly ToldMove[]
}

interface Props {
  readonly projectId: string
  readonly form: UseFormReturn<Policy, unknown, Policy>
}

/** Shows which verdicts would be others under the policy as it is filled in, before anything is saved. */
export function PolicyPreview({ projectId, form }: Props) {
  const [shown, setShown] = useState<Shown | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [busy, setBusy] = useState(false)
  const asked = useRef("")
  const now = JSON.stringify(form.watch())
  const look = form.handleSubmit(async draft => {
    asked.current = now
    setFailure(null)
    setBusy(true)
    const result = await api.post<Omit<Shown, "draft">>(`/projects/${projectId}/policy/preview`, draft)
    setBusy(false)
    if (asked.current !== now) return
    if (result.ok) setShown({ draft: now, ...result.value })
    else setFailure(result.failure)
  })
  return (
    <div className="grid gap-3">
      <FormError failure={failure} />
      <Button busy={busy} className="justify-self-start" onClick={() => void look()}>
        See what would change
      </Button>
      {shown?.draft === now && (
        <section aria-label="What would change" className="border-l-2 border-accent pl-4">
          {shown.moves.length === 0 ? (
            <p role="status">
              No verdict would be another one; {shown.claims === 1 ? "one claim was" : `${shown.claims} claims were`}{" "}
              looked at.
            </p>
          ) : (
            <ToldMoves projectId={projectId} moves={shown.moves} />
          )}
        </section>
      )}
    </div>
  )
}
