"use client"
import { useState } from "react"
import type { ApiFailure } from "../_ui/api.ts"

interface CodeAsked {
  /** Whether the account asks for a code, which is known only once the password was right. */
  readonly asked: boolean
  /** For the form: takes the answer that a code is needed, unless one was asked for and is still missing. */
  readonly onFailure: (failure: ApiFailure) => boolean
}

/** For a form with a password: shows the field for the code when the account asks for one. */
export function useCodeAsked(): CodeAsked {
  const [asked, setAsked] = useState(false)
  const onFailure = ({ code }: ApiFailure) => {
    if (code !== "code-needed" || asked) return false
    setAsked(true)
    return true
  }
  return { asked, onFailure }
}
