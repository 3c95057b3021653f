"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type ApiFailure, api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { ConfirmDialog } from "../_ui/confirm-dialog.tsx"
import { FormDialog } from "../_ui/form-dialog.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { Time } from "../_ui/time.tsx"
import { toast } from "../_ui/toast.ts"
import { PasskeyNameForm } from "./passkey-name-form.tsx"

export interface PasskeyItem {
  readonly id: string
  readonly name: string
  readonly backedUp: boolean
  /** ISO 8601. */
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

interface Props {
  readonly passkeys: readonly PasskeyItem[]
  /** Whether nothing but passkeys is asked for after the password. */
  readonly lastStep: boolean
}

/** One's passkeys, in the order in which they were added, each to be renamed and, after asking, removed. */
export function PasskeyList({ passkeys, lastStep }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState<PasskeyItem | null>(null)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const remove = async () => {
    if (!asking || busy) return
    // Closed first: what asks for a fresh proof would stand behind it.
    setOpen(false)
    setFailure(null)
    setBusy(true)
    const result = await api.delete(`/account/passkeys/${asking.id}`)
    setBusy(false)
    if (!result.ok && result.failure.code !== "not-found") return setFailure(result.failure)
    toast({ text: `“${asking.name}” is removed.` })
    router.refresh()
  }
  if (passkeys.length === 0) return <p className="text-soft">You have no passkeys.</p>
  const last = lastStep && passkeys.length === 1
  return (
    <>
      <FormError failure={failure} />
      <ul aria-label="Passkeys" className="border-t border-rule">
        {passkeys.map(passkey => (
          <li
            key={passkey.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p className="break-words">
                <b>{passkey.name}</b>
              </p>
              <p className="text-sm text-soft">
                added <Time at={passkey.createdAt} />;{" "}
                {passkey.lastUsedAt ? (
                  <>
                    last used <Time at={passkey.lastUsedAt} precision="minute" />
                  </>
                ) : (
                  "never used"
                )}
                ; {passkey.backedUp ? "kept elsewhere too" : "on one device only"}
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              <FormDialog
                title="Rename the passkey"
                width="narrow"
                button={{ size: "small", "aria-label": `Rename the passkey ${passkey.name}`, children: "Rename" }}
              >
                {({ close }) => <PasskeyNameForm id={passkey.id} name={passkey.name} onDone={close} />}
              </FormDialog>
              <Button
                size="small"
                busy={busy && asking?.id === passkey.id}
                aria-label={`Remove the passkey ${passkey.name}`}
                onClick={() => {
                  setAsking(passkey)
                  setOpen(true)
                }}
              >
                Remove
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Remove “${asking?.name ?? ""}”?`}
        text={
          last
            ? "It lets you in no more. Your password alone does then, and your recovery codes count no more. Delete it on your device too."
            : "It lets you in no more. Delete it on your device too, so that you are not offered it there."
        }
        confirmLabel="Remove"
        danger
        onConfirm={() => void remove()}
      />
    </>
  )
}
