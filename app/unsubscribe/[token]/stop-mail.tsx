"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type ApiFailure, api } from "../../_ui/api.ts"
import { Button } from "../../_ui/button.tsx"
import { FormError } from "../../_ui/form-error.tsx"

/** Stops the e-mails once it is pressed; that the link was opened alone, by a mail program for example, stops nothing. */
export function StopMail({ token }: { token: string }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const stop = async () => {
    setBusy(true)
    const answer = await api.post(`/unsubscribe/${token}`)
    setBusy(false)
    setFailure(answer.ok ? null : answer.failure)
    if (answer.ok) router.refresh()
  }
  return (
    <div className="grid justify-items-start gap-5">
      <FormError failure={failure} />
      <Button kind="primary" busy={busy} onClick={() => void stop()}>
        Stop the e-mails
      </Button>
    </div>
  )
}
