"use client"
import { type ReactNode, useState } from "react"
import { Button } from "./button.tsx"
import { Dialog } from "./dialog.tsx"
import { LazyPart, type LoadPart } from "./lazy-part.tsx"

type FormProps = Parameters<typeof import("./sign-in-again-form.tsx").SignInAgainForm>[0]
const load: LoadPart<FormProps> = () => import("./sign-in-again-form.tsx").then(module => module.SignInAgainForm)

/** Signs in again over a page whose session has ended, so that what was typed on it stays. */
export function SignInAgain(): ReactNode {
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState(false)
  if (done) return <p className="mt-1.5">You are signed in again. Nothing is lost: try once more.</p>
  return (
    <>
      <Button size="small" className="mt-2" onClick={() => setOpen(true)}>
        Sign in again
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Sign in again"
        description="What you typed stays on the page behind this."
      >
        <LazyPart
          load={load}
          props={{
            onDone: () => {
              setOpen(false)
              setDone(true)
            },
          }}
        />
      </Dialog>
    </>
  )
}
