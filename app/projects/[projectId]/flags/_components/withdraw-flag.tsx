"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { ConfirmDialog } from "../../../../_ui/confirm-dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { toast } from "../../../../_ui/toast.ts"
import type { ListedFlag } from "./flag-item.tsx"

/** Takes back a flag that one raised oneself, after asking. */
export function WithdrawFlag({ flag }: { flag: ListedFlag }) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const close = () => {
    setAsking(false)
    if (failure) router.refresh()
    setFailure(null)
  }
  const withdraw = async () => {
    setBusy(true)
    const body = { requestId: crypto.randomUUID(), version: flag.version }
    const result = await api.post(`/documents/${flag.documentId}/flags/${flag.id}/withdraw`, body)
    setBusy(false)
    if (result.ok) {
      setAsking(false)
      toast({ text: "The flag is withdrawn." })
      router.refresh()
    } else if (result.failure.code === "conflict") {
      setFailure({ ...result.failure, sentence: changed })
      router.refresh()
    } else setFailure(result.failure)
  }
  return (
    <>
      <Button
        size="small"
        kind="plain"
        aria-label={`Withdraw the flag on “${flag.quote.slice(0, 60)}”`}
        onClick={() => setAsking(true)}
      >
        Withdraw
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title="Withdraw this flag?"
        text="The passage no longer counts as needing work. The flag stays in the history."
        confirmLabel="Withdraw"
        busy={busy}
        onConfirm={withdraw}
      >
        <div className="mt-3">
          <FormError failure={failure} />
        </div>
      </ConfirmDialog>
    </>
  )
}

const changed = "This flag was changed in the meantime. Look at it again, then press again if it should still go."
