"use client"
import { personHere } from "../_ui/person-here.ts"
import { CredentialsForm } from "./credentials-form.tsx"

export interface SignInAgainProps {
  readonly onDone: () => void
}

/** Asks for the password of whoever this page was made for. */
export function SignInAgainForm({ onDone }: SignInAgainProps) {
  return (
    <CredentialsForm email={personHere()?.email ?? null} onDone={onDone}>
      <p className="text-sm text-soft">
        Do you sign in without a password?{" "}
        <a href="/sign-in?next=/account" target="_blank" rel="noreferrer">
          Sign in on another page
        </a>
        , then come back to this one and try once more.
      </p>
    </CredentialsForm>
  )
}
