"use client"
import { useEffect, useRef, useState } from "react"
import { Dialog } from "../_ui/dialog.tsx"
import { LazyPart, type LoadPart } from "../_ui/lazy-part.tsx"
import { type Asked, hostSessions } from "../_ui/session-asked.ts"
import type { ProofFormProps } from "./proof-form.tsx"
import type { SignInAgainProps } from "./sign-in-again-form.tsx"

const loadSignIn: LoadPart<SignInAgainProps> = () =>
  import("./sign-in-again-form.tsx").then(module => module.SignInAgainForm)
const loadProof: LoadPart<ProofFormProps> = () => import("./proof-form.tsx").then(module => module.ProofForm)

const words = {
  session: { title: "Sign in again", description: "What you typed stays on the page behind this." },
  proof: {
    title: "Confirm that it is you",
    description:
      "You signed in a while ago, and this decides who gets into your account. What you typed stays on the page behind this.",
  },
} as const

/** Shows the form that signs in again, or asks who it is, over whatever page asks for it. */
export function SessionHost() {
  const [asked, setAsked] = useState<Asked | null>(null)
  const answerTo = useRef<((given: boolean) => void) | null>(null)
  useEffect(
    () =>
      hostSessions((what, done) => {
        answerTo.current?.(false)
        answerTo.current = done
        setAsked(what)
      }),
    [],
  )
  const answer = (given: boolean) => {
    answerTo.current?.(given)
    answerTo.current = null
    setAsked(null)
  }
  const props = { onDone: () => answer(true) }
  return (
    <Dialog open={asked !== null} onClose={() => answer(false)} {...words[asked ?? "session"]}>
      {asked === "proof" ? (
        <LazyPart key="proof" load={loadProof} props={props} />
      ) : (
        <LazyPart key="session" load={loadSignIn} props={props} />
      )}
    </Dialog>
  )
}
