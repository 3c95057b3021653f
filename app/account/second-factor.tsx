"use client"
import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import { type ApiFailure, type ApiResult, api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { ConfirmDialog } from "../_ui/confirm-dialog.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { LazyPart, type LoadPart } from "../_ui/lazy-part.tsx"
import { ShownOnce } from "../_ui/shown-once.tsx"
import { toast } from "../_ui/toast.ts"
import type { SetupProps } from "./second-factor-setup.tsx"

const load: LoadPart<SetupProps> = () => import("./second-factor-setup.tsx").then(module => module.SecondFactorSetup)

interface Props {
  readonly on: boolean
  /** Recovery codes that were not used. */
  readonly codesLeft: number
}

type Asking = "remove" | "renew"

const questions = {
  remove: {
    title: "Switch two-step sign-in off?",
    text: "Your password alone lets you in then, and your recovery codes count no more. You can set it up again.",
    confirmLabel: "Switch it off",
  },
  renew: {
    title: "Make new recovery codes?",
    text: "Those that you have now count no more.",
    confirmLabel: "Make new ones",
  },
} as const

/** Two-step sign-in: set up, with recovery codes, and switched off. */
export function SecondFactor({ on, codesLeft }: Props) {
  const router = useRouter()
  const part = useRef<HTMLDivElement>(null)
  const [begun, setBegun] = useState<Pick<SetupProps, "words" | "address"> | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [asking, setAsking] = useState<Asking>("renew")
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const stage = codes ? "codes" : begun ? "setup" : "rest"
  const before = useRef(stage)
  // The button that was pressed is gone when the next stage stands there.
  useEffect(() => {
    if (before.current !== stage) part.current?.focus()
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
  const renew = async () => {
    const made = await run(api.post<{ recoveryCodes: string[] }>("/account/second-factor/recovery-codes"))
    if (made) setCodes(made.recoveryCodes)
  }
  const remove = async () => {
    if (await run(api.delete<object>("/account/second-factor"))) toast({ text: "Two-step sign-in is off." })
  }
  const confirm = () => {
    setOpen(false)
    void (asking === "remove" ? remove() : renew())
  }
  const ask = (what: Asking) => {
    setAsking(what)
    setOpen(true)
  }
  const finish = (recoveryCodes: readonly string[]) => {
    setBegun(null)
    setCodes(recoveryCodes)
    router.refresh()
  }
  return (
    <div ref={part} tabIndex={-1} className="grid gap-4 outline-none">
      <FormError failure={failure} />
      {codes ? (
        <ShownOnce
          label="Recovery codes"
          value={codes}
          copyLabel="Copy the codes"
          onCopied={() => {}}
          onDone={() => setCodes(null)}
        >
          Two-step sign-in is on. Keep these recovery codes where you keep passwords, or print them: each lets you in
          once when you have not got your app. They are shown only this once.
        </ShownOnce>
      ) : begun ? (
        <LazyPart load={load} props={{ ...begun, onDone: finish, onCancel: () => setBegun(null) }} />
      ) : on ? (
        <>
          <p>
            It is on. {codesLeft === 1 ? "One recovery code is" : `${codesLeft} recovery codes are`} left
            {codesLeft < 4 && "; make new ones soon"}.
          </p>
          <div className="flex flex-wrap gap-2">
            <Button busy={busy} onClick={() => ask("renew")}>
              Make new recovery codes
            </Button>
            <Button busy={busy} onClick={() => ask("remove")}>
              Switch it off
            </Button>
          </div>
        </>
      ) : (
        <Button busy={busy} className="justify-self-start" onClick={begin}>
          Set up two-step sign-in
        </Button>
      )}
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        danger={asking === "remove"}
        onConfirm={confirm}
        {...questions[asking]}
      />
    </div>
  )
}
