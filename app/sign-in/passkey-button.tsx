"use client"
import { useState } from "react"
import type { ApiFailure, ApiResult } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"

interface Props<T> {
  readonly label: string
  /** Has a passkey used, and sends its answer. */
  readonly run: () => Promise<ApiResult<T>>
  readonly onDone: () => void
}

/** A button that has a passkey used, and says above it why that did not work. */
export function PasskeyButton<T>({ label, run, onDone }: Props<T>) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const press = async () => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const result = await run()
    if (result.ok) return onDone()
    setBusy(false)
    setFailure(result.failure)
  }
  return (
    <div className="grid gap-3">
      <FormError failure={failure} />
      <Button busy={busy} className="justify-self-start" onClick={press}>
        {label}
      </Button>
    </div>
  )
}
