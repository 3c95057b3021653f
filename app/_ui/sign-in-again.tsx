"use client"
import { type ReactNode, useState } from "react"
import { Button } from "./button.tsx"
import { askForSession } from "./session-asked.ts"

/** Signs in again over a page whose session has ended, so that what was typed on it stays. */
export function SignInAgain(): ReactNode {
  const [done, setDone] = useState(false)
  if (done) return <p className="mt-1.5">You are signed in again. Nothing is lost: try once more.</p>
  return (
    <Button size="small" className="mt-2" onClick={() => void askForSession().then(setDone)}>
      Sign in again
    </Button>
  )
}
