"use client"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import { type ApiFailure, api } from "../../_ui/api.ts"
import { Button } from "../../_ui/button.tsx"
import { FormError } from "../../_ui/form-error.tsx"

/** Joins the project as the person who is signed in. */
export function JoinButton({ secret, name }: { secret: string; name: string }) {
  const [requestId] = useState(uuidv7)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const join = async () => {
    setBusy(true)
    setFailure(null)
    const result = await api.post<{ projectId: string }>("/invitation/accept", { secret, requestId })
    if (result.ok) return location.assign(`/projects/${result.value.projectId}`)
    // Whoever is a member already sees so on this very page.
    if (result.failure.code === "already-member") return location.reload()
    setBusy(false)
    setFailure(result.failure)
  }
  return (
    <div className="grid justify-items-start gap-5">
      <FormError failure={failure} />
      <Button kind="primary" busy={busy} onClick={join}>
        Join as {name}
      </Button>
    </div>
  )
}
