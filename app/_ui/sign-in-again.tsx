"use client"
import { type ReactNode, useState } from "react"
import { Button } from "./button.tsx"
import { askForProof, askForSession } from "./session-asked.ts"

/** Signs in again over a page whose session has ended, so that what was typed on it stays. */
export function SignInAgain(): ReactNode {
  return (
    <Ask ask={askForSession} label="Sign in again" done="You are signed in again. Nothing is lost: try once more." />
  )
}

/** Asks over a page who it is, when what was begun there asks for it. */
export function ProveAgain(): ReactNode {
  return <Ask ask={askForProof} label="Confirm that it is you" done="Thank you. Nothing is lost: try once more." />
}

function Ask({ ask, label, done }: { ask: () => Promise<boolean>; label: string; done: string }) {
  const [given, setGiven] = useState(false)
  if (given) return <p className="mt-1.5">{done}</p>
  return (
    <Button size="small" className="mt-2" onClick={() => void ask().then(setGiven)}>
      {label}
    </Button>
  )
}
