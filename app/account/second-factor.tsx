"use client"
import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { type ApiFailure, type ApiResult, api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { ConfirmDialog } from "../_ui/confirm-dialog.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { LazyPart, type LoadPart } from "../_ui/lazy-part.tsx"
import { toast } from "../_ui/toast.ts"
import { NewRecoveryCodes } from "./new-recovery-codes.tsx"
import type { SetupProps } from "./second-factor-setup.tsx"

const load: LoadPart<SetupProps> = () => import("./second-factor-setup.tsx").then(module => module.SecondFactorSetup)

interface Props {
  readonly on: boolean
  /** Whether nothing else is asked for after the password. */
  readonly first: boolean
}

/** An authenticator app for the second step: set up, and given up. */
export function SecondFactor({ on, first }: Props) {
  const router = useRouter()
  const part = useRef<HTMLDivElement>(null)
  const [begun, setBegun] = useState<Pick<SetupProps, "words" | "address"> | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const stage = codes ? "codes" : begun ? "setup" : "rest"
  const before = useRef(stage)
  // The button that was pressed is gone when the next stage stands there.
  useEffect(() => {
    if (before.current !== stage && stage !== "codes") part.current?.focus()
    before.current = stage
  }, [stage])
  const run = async <T,>(asked: Promise<ApiResult<T>>): Promise<T | null> => {
    setBusy(true)
    setFailure(null)
    const result = await asked
    setBusy(false)
    router.refresh()
    if (result.ok) return result.value
    setFailure(result.failure)
    return null
  }
  const begin = async () => setBegun(await run(api.post<{ words: string; address: string }>("/account/second-factor")))
  const remove = async () => {
    setOpen(false)
    if (await run(api.delete<object>("/account/second-factor"))) toast({ text: "Your app’s codes count no more." })
  }
  const finish = (recoveryCodes: readonly string[]) => {
    setBegun(null)
    // There are none when a passkey brought some before.
    if (recoveryCodes.length > 0) setCodes(recoveryCodes)
    router.refresh()
  }
  return (
    <div ref={part} tabIndex={-1} className="grid gap-4 outline-none">
      <FormError failure={failure} />
      {codes ? (
        <NewRecoveryCodes codes={codes} onDone={() => setCodes(null)} />
      ) : begun ? (
        <LazyPart load={load} props={{ ...begun, onDone: finish, onCancel: () => setBegun(null) }} />
      ) : on ? (
        <>
          <p>It is on, with an authenticator app.</p>
          <Button busy={busy} className="justify-self-start" onClick={() => setOpen(true)}>
            Switch it off
          </Button>
        </>
      ) : (
        <Button busy={busy} className="justify-self-start" onClick={begin}>
          {first ? "Set up two-step sign-in" : "Add an authenticator app"}
        </Button>
      )}
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        danger
        onConfirm={() => void remove()}
        title="Switch off the codes of your app?"
        text="Unless you have a passkey, your password alone lets you in then, and your recovery codes count no more. You can set it up again."
        confirmLabel="Switch it off"
      />
    </div>
  )
}
