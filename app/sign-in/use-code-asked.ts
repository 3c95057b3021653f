"use client"
import { useState } from "react"
import type { SecondWays } from "../../lib/domain/passkey.ts"
import type { ApiFailure } from "../_ui/api.ts"

interface CodeAsked {
  /** By what the account takes a second step, which is known only once the password was right; null until then. */
  readonly asked: SecondWays | null
  /** For the form: takes the answer that a second step is needed, unless one was asked for and is still missing. */
  readonly onFailure: (failure: ApiFailure) => boolean
}

/** For a form with a password: shows the field for the code when the account asks for one. */
export function useCodeAsked(): CodeAsked {
  const [asked, setAsked] = useState<SecondWays | null>(null)
  const onFailure = ({ code, by }: ApiFailure) => {
    if (code !== "code-needed" || asked) return false
    setAsked(by as SecondWays)
    return true
  }
  return { asked, onFailure }
}
