"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type ApiFailure, api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { ConfirmDialog } from "../_ui/confirm-dialog.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { NewRecoveryCodes } from "./new-recovery-codes.tsx"

/** How many recovery codes are left, and a way to new ones. */
export function RecoveryCodes({ left }: { left: number }) {
  const router = useRouter()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const renew = async () => {
    setOpen(false)
    setBusy(true)
    setFailure(null)
    const made = await api.post<{ recoveryCodes: string[] }>("/account/second-factor/recovery-codes")
    setBusy(false)
    router.refresh()
    if (made.ok) setCodes(made.value.recoveryCodes)
    else setFailure(made.failure)
  }
  return (
    <div className="mt-6 grid gap-4">
      <FormError failure={failure} />
      {codes ? (
        <NewRecoveryCodes codes={codes} onDone={() => setCodes(null)} />
      ) : (
        <>
          <p>
            {left === 1 ? "One recovery code is" : `${left} recovery codes are`} left
            {left < 4 && "; make new ones soon"}.
          </p>
          <Button busy={busy} className="justify-self-start" onClick={() => setOpen(true)}>
            Make new recovery codes
          </Button>
        </>
      )}
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Make new recovery codes?"
        text="Those that you have now count no more."
        confirmLabel="Make new ones"
        onConfirm={() => void renew()}
      />
    </div>
  )
}
