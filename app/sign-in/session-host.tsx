"use client"
import { useEffect, useState } from "react"
import { Dialog } from "../_ui/dialog.tsx"
import { LazyPart, type LoadPart } from "../_ui/lazy-part.tsx"
import { hostSessions } from "../_ui/session-asked.ts"
import type { SignInAgainProps } from "./sign-in-again-form.tsx"

const load: LoadPart<SignInAgainProps> = () => import("./sign-in-again-form.tsx").then(module => module.SignInAgainForm)

/** Shows the form that signs in again, over whatever page asks for it. */
export function SessionHost() {
  const [asked, setAsked] = useState<((again: boolean) => void) | null>(null)
  useEffect(() => hostSessions(done => setAsked(() => done)), [])
  const answer = (again: boolean) => {
    asked?.(again)
    setAsked(null)
  }
  return (
    <Dialog
      open={asked !== null}
      onClose={() => answer(false)}
      title="Sign in again"
      description="What you typed stays on the page behind this."
    >
      <LazyPart load={load} props={{ onDone: () => answer(true) }} />
    </Dialog>
  )
}
